/** The Dutch words of what became of items, links and sources. */
export const nl = {
  thing: "Wat",
  change: "Wat er veranderde",
  changes: { added: "erbij", changed: "veranderd", removed: "weg" },
  is: { node: "item", link: "verband", source: "bron" },
  was: "was",
  becomes: "wordt",
  nothing: "niets",
  fields: {
    name: "naam",
    nameEn: "naam in het Engels",
    description: "omschrijving",
    descriptionEn: "omschrijving in het Engels",
    otherNames: "andere namen",
    title: "titel",
    url: "webadres",
    evidence: "bronnen",
    claims: "wat bronnen zeggen",
  },
};
