import type { nl } from "./words.nl.ts";

/** The English words: the same meaning, in the same shape. */
export const en = {
  title: "What is in the data?",
  lead: "Click to put something in the pattern, where the cursor is.",
  kinds: "Kinds of items",
  links: "Kinds of links",
  properties: (kind: string) => `Properties of ${kind}`,
  put: (text: string) => `Put in the pattern: ${text}`,
  property: "Property",
  count: "Count",
  example: "Example",
  ends: (from: string, to: string, count: string) => `${from} → ${to} (${count})`,
  items: (count: string) => (count === "1" ? "1 item" : `${count} items`),
  linkCount: (count: string) => (count === "1" ? "1 link" : `${count} links`),
  waiting: "Reading the data …",
} satisfies typeof nl;
