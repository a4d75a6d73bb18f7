import type { nl } from "./words.nl.ts";

const list = (parts: readonly string[]): string => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parts);

/** What a version is, in English. */
export const en: typeof nl = {
  nodes: (count, text) => (count === 1 ? "1 item" : `${text} items`),
  links: (count, text) => (count === 1 ? "1 link" : `${text} links`),
  sources: (count, text) => (count === 1 ? "1 source" : `${text} sources`),
  first: (nodes, links, sources) => `The first data: ${list([nodes, links, sources])}.`,
  found: (nodes, links, sources) => `${list([nodes, links, sources])}. This version was there already when this server saw it.`,
  damaged: "The file of this version is damaged. The other versions are all right.",
  added: (what) => `New: ${list(what)}.`,
  changed: (what) => `Changed: ${list(what)}.`,
  removed: (what) => `Gone: ${list(what)}.`,
  synonyms: "The words that mean the same when searching have changed.",
  same: "These versions are the same.",
};
