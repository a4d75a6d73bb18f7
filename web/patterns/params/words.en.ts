import type { nl } from "./words.nl.ts";

/** The English words: the same meaning, in the same shape. */
export const en = {
  title: "Values",
  none: "This pattern has no $names. With $name in the pattern you can choose a value for it.",
  type: (name: string) => `Kind of value of $${name}`,
  value: (name: string) => `Value for $${name}`,
  types: {
    item: "one item",
    items: "items",
    text: "text",
    texts: "texts",
    integer: "whole number",
    number: "number",
    flag: "yes or no",
    json: "JSON",
  },
  yes: "yes",
  no: "no",
  missing: "Give a value.",
  idle: "Does not stand in the pattern.",
  remove: (what: string) => `Take away: ${what}`,
  add: (name: string) => `Add to $${name}`,
  addShort: "Add",
  wrong: {
    item: "Choose an item, such as theme:ai.",
    items: "Choose an item, such as theme:ai.",
    text: "This is no text.",
    texts: "This is no text.",
    integer: "Give a whole number, such as 2019.",
    number: "Give a number, such as 0.5.",
    flag: "Choose yes or no.",
    json: 'This is no JSON, such as ["a", 1].',
  },
} satisfies typeof nl;
