import type { nl } from "./words.nl.ts";

/** The English words of what can be better. */
export const en: typeof nl = {
  lead: "What can be better in the data? Each line leads to the form that mends it.",
  notYet: "These lists are for editors.",
  signIn: "Sign in",
  nothing: "Nothing to do.",
  sum: (count) => (count === "1" ? "1 thing can be better." : `${count} things can be better.`),
  more: (count) => `And ${count} more.`,
  showMore: "Show more",
  lists: {
    institutionsSilent: {
      title: "Institutions without a question",
      lead: "We do not know what these institutions ask. So they see no opportunities.",
      act: "Add a question",
    },
    questionsAlone: {
      title: "Questions without an institution",
      lead: "Nobody asks this, as far as we know.",
      act: "Add a link",
    },
    oldLinks: {
      title: "Links older than five years",
      lead: "See whether they still hold. What you confirm is not listed any more.",
      act: "Look at the link",
    },
    unstated: {
      title: "Items that no source states",
      lead: "They are only derived. Find a source that says so itself.",
      act: "Add a source",
    },
    loneSources: {
      title: "Sources that much rests on alone",
      lead: "If such a source goes, much cannot be checked any more. Find a second one.",
      act: "Look at the source",
    },
    alike: {
      title: "Perhaps there twice",
      lead: "These names are alike. If it is the same, put with the one what the other has, and take the other away.",
      act: "Change",
    },
  },
  facts: (count) => `${count} facts`,
  year: (year) => `last known: ${year}`,
  looksLike: (name) => `looks like ${name}`,
};
