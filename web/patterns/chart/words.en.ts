import type { nl } from "./words.nl.ts";

/** The English words: the same meaning, in the same shape. */
export const en = {
  form: "Chart",
  forms: { bar: "Bars", line: "Line over years", scatter: "Dots", heat: "Heat map" },
  sides: {
    bar: { x: "A bar for each", y: "", value: "Length" },
    line: { x: "Years from", y: "", value: "Height" },
    scatter: { x: "Sideways", y: "Upwards", value: "" },
    heat: { x: "Sideways", y: "Downwards", value: "Colour" },
  },
  rowCount: "number of rows",
  cannot: "No chart can be made of these rows. It needs a column with names, years or numbers.",
  summary: {
    bar: (x: string, value: string, count: string) => `Bar chart: ${value} by ${x}, ${count} bars.`,
    line: (x: string, value: string, count: string) => `Line: ${value} by year (${x}), ${count} years.`,
    scatter: (x: string, value: string, count: string) => `Dots: ${value} against ${x}, ${count} dots.`,
    heat: (x: string, value: string, count: string) => `Heat map: ${value} by ${x}, ${count} cells.`,
  },
  most: (name: string, value: string) => `The most: ${name}, ${value}.`,
  pair: (x: string, y: string) => `${x} and ${y}`,
  left: (count: string) => `Only the largest are here; ${count} others are not.`,
  leftPoints: (count: string) => `The first 2,000 dots are here; ${count} others are not.`,
  skipped: (count: string) => (count === "1" ? "1 row has no value for this." : `${count} rows have no value for this.`),
  asTable: "The same numbers as a table",
  rows: "Rows",
  show: (name: string, count: string) => `${count}: show the rows of ${name}`,
  drawing: "Making the chart …",
} satisfies typeof nl;
