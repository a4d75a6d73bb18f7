import type { nl } from "./words.nl.ts";

/** The English words of a cited result. */
export const en: typeof nl = {
  lead: (day: string | undefined) =>
    `Somebody asked the question below${day ? ` on ${day}` : ""}, and cites the answer. Here you see that answer, and whether it still fits the data of now.`,
  incomplete: "This address is not complete. Ask whoever gave it to you for all of it.",
  question: "The question",
  params: "With these values:",
  runAgain: "Go on with this question yourself",
  thenTitle: (version: string) => `The answer on version ${version}`,
  sameHash: "This is exactly the answer that is cited.",
  otherHash: "Mind: this is not the answer that is cited. The address was changed, or not copied well.",
  noHash: "The address does not say which answer is cited.",
  table: "The rows of this answer",
  rows: (count: string) => (count === "1" ? "1 row" : `${count} rows`),
  firstRows: (count: string) => `The first ${count} rows`,
  askedOf: (engine: string) => `Asked of ${engine}.`,
  hash: "Hash of the answer:",
  nowTitle: "The answer on the data of now",
  sameVersion: (version: string) => `The data have not changed: version ${version} is the latest.`,
  same: (version: string) => `The answer is still the same, on version ${version} too.`,
  different: (version: string) => `The answer is another one now: this is version ${version}.`,
  gone: (count: string) => `Gone now (${count})`,
  added: (count: string) => `New now (${count})`,
  more: (count: string) => (count === "1" ? "And 1 more row." : `And ${count} more rows.`),
  versions: "What changed between these two versions?",
  missing: (version: string) =>
    `This server does not have version ${version} of the data. You can still ask the question of the data of now.`,
};
