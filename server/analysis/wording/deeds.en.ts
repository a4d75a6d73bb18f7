import type { deeds as nl } from "./deeds.nl.ts";

const inAllSentences: Pick<(typeof nl)["offer"], "MADE" | "USED_AT" | "RESULTED_IN"> = {
  MADE: (who, what) => `${who} made ${what}`,
  USED_AT: (who, what) => `${who} uses ${what}`,
  RESULTED_IN: (who, what) => `${who} arrived at ${what}`,
};

/** What an institution did or does, by the link that ties it to something, in English; without a full stop. */
export const deeds: typeof nl = {
  offer: {
    ...inAllSentences,
    HOSTS: (who, what) => `${who} hosts ${what}`,
    PARTICIPATES_IN: (who, what) => `${who} took part in ${what}`,
  },
  holding: {
    ...inAllSentences,
    HOSTS: (who, what) => `${who} has ${what}`,
    PARTICIPATES_IN: (who, what) => `${who} takes part in ${what}`,
  },
};
