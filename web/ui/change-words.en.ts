import type { nl } from "./change-words.nl.ts";

/** The English words of what became of items, links and sources. */
export const en: typeof nl = {
  thing: "What",
  change: "What changed",
  changes: { added: "new", changed: "changed", removed: "gone" },
  is: { node: "item", link: "link", source: "source" },
  was: "was",
  becomes: "becomes",
  nothing: "nothing",
  fields: {
    name: "name",
    nameEn: "name in English",
    description: "description",
    descriptionEn: "description in English",
    otherNames: "other names",
    title: "title",
    url: "web address",
    evidence: "sources",
    claims: "what sources say",
  },
};
