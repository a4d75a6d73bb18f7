/** How things are named in a Dutch sentence. */
export const nl = {
  /** For lists such as `a, b en c`. */
  locale: "nl",
  /** What stands before a name to say what it is the name of. */
  the: {
    team: "het team",
    programme: "de opleiding",
    product: "het product",
    space: "de ruimte",
    network: "het netwerk",
    activity: "de activiteit",
    question: "de vraag",
    theme: "het thema",
    outcome: "de opbrengst",
    publication: "de publicatie",
  },
};
