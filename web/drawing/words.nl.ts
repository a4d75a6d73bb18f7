/** The words of how a drawing is laid out. */
export const nl = {
  label: "Indeling",
  names: {
    structure: "naar samenhang",
    columns: "wie – vraag – wat helpt",
    themes: "per thema",
    layers: "in stappen vanaf één item",
    circle: "in een cirkel",
    grid: "per soort, op naam",
  },
  columns: { who: "Wie", asked: "Wat zij vragen", made: "Wat helpt", yielded: "Opbrengst" },
  noTheme: "Zonder thema",
  steps: (count: number) => (count === 1 ? "1 stap" : `${count} stappen`),
  apart: "Los hiervan",
  under: (heading: string) => `onder ${heading}`,
  arranged: (name: string) => `Ingedeeld ${name}. Wat je vastzette, bleef staan.`,
  size: "Grootte",
  sizes: { none: "overal gelijk", shown: "verbanden in beeld", all: "alle verbanden" },
  measures: { betweenness: "brug tussen anderen", pagerank: "hoe centraal" },
  sized: (name: string) => `De grootte zegt nu: ${name}.`,
};
