import type { nl } from "./words.nl.ts";

export const en = {
  label: "Layout",
  names: {
    structure: "by what hangs together",
    columns: "who – question – what helps",
    themes: "by theme",
    layers: "in steps from one item",
    circle: "in a circle",
    grid: "by kind and name",
  },
  columns: { who: "Who", asked: "What they ask", made: "What helps", yielded: "Outcome" },
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  place: "Put it somewhere else",
  placing: (name: string) => `Click where ${name} is to stand, or press Escape.`,
  noTheme: "No theme",
  steps: (count: number) => (count === 1 ? "1 step" : `${count} steps`),
  apart: "Not joined to this",
  under: (heading: string) => `under ${heading}`,
  arranged: (name: string) => `Laid out ${name}. What you pinned stayed where it was.`,
  size: "Size",
  sizes: { none: "all the same", shown: "links in view", all: "all links" },
  measures: { betweenness: "bridge between others", pagerank: "how central" },
  sized: (name: string) => `Size now says: ${name}.`,
} satisfies typeof nl;
