import type { nl } from "./names.nl.ts";

/** How things are named in an English sentence. */
export const en: typeof nl = {
  // British English sets no comma before "and".
  locale: "en-GB",
  the: {
    team: "the team",
    programme: "the programme",
    product: "the product",
    space: "the space",
    network: "the network",
    activity: "the activity",
    question: "the question",
    theme: "the theme",
    outcome: "the outcome",
    publication: "the publication",
  },
};
