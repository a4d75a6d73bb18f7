import type { nl } from "./words.nl.ts";

/** The English words of the versions. */
export const en: typeof nl = {
  lead: "Each change of the data makes a new version, with a number. Earlier versions stay. So you can find later exactly what you saw.",
  history: "Who changed what, and why?",
  listTitle: "All versions",
  none: "No version has been kept yet.",
  version: (number: string) => `Version ${number}`,
  present: "shown now",
  keptAt: (moment: string) => `kept on ${moment}`,
  name: "Name:",
  download: "Download",
  downloadOf: (number: string) => `Download version ${number}`,
  what: (number: string) => `What changed in version ${number}?`,
  most: (count: string) => `The latest ${count} versions stay.`,
  compare: "Compare two versions",
  from: "From version",
  to: "To version",
  difference: (from: string, to: string) => `From version ${from} to version ${to}`,
  more: (count: string) => `And ${count} other changes. The API gives all of them.`,
};
