const inAllSentences = {
  MADE: (who: string, what: string) => `${who} maakte ${what}`,
  USED_AT: (who: string, what: string) => `${who} gebruikt ${what}`,
  HOSTS: (who: string, what: string) => `${who} heeft ${what}`,
};

/** What an institution did or does, by the link that ties it to something, in Dutch; without a full stop. */
export const deeds = {
  /** With what others can learn from: so that they can ask about it. */
  offer: {
    ...inAllSentences,
    PARTICIPATES_IN: (who: string, what: string) => `${who} deed mee aan ${what}`,
    RESULTED_IN: (who: string, what: string) => `bij ${who} kwam ${what} tot stand`,
  },
  /** With what stands in its portrait. */
  holding: {
    ...inAllSentences,
    PARTICIPATES_IN: (who: string, what: string) => `${who} doet mee aan ${what}`,
    RESULTED_IN: (who: string, what: string) => `Bij ${who} kwam ${what} tot stand`,
  },
};
