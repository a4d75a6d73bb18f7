import type { nl } from "./nl.ts";

/** The same in English. */
export const en: typeof nl = {
  noName: { why: "The row has no name.", todo: "Fill in the name, or take the row out." },
  moreCells: {
    why: "This row has more cells than there are heads.",
    todo: "Put a text that holds a semicolon or comma between quotes, or give the extra column a head.",
  },
  noKind: (text) => ({
    why: text === "" ? "It does not say what kind of item this is." : `“${text}” is no kind that we know.`,
    todo: "Write institution, question, theme, product, space, network or activity, for instance.",
  }),
  noYear: (text) => ({ why: `“${text}” is not a year.`, todo: "Write one year of four digits, such as 2021." }),
  noFlag: (text) => ({ why: `“${text}” is no yes or no.`, todo: "Write yes or no." }),
  noBasis: (text) => ({ why: `“${text}” does not say how we know this.`, todo: "Write “stated” or “derived”." }),
  noAddress: (text) => ({ why: `“${text}” is no web address.`, todo: "Write the whole address, with https:// before it." }),
  errorValue: (text) => ({
    why: `The cell holds an error of the spreadsheet: ${text}.`,
    todo: "Mend the formula, or type the value.",
  }),
  twice: (text, before, row) => ({
    why: `Row ${row} says “${before}”, this row “${text}”. We take what row ${row} says.`,
    todo: "Choose one of the two, in the file.",
  }),
  tooLong: { why: "This text is too long.", todo: "Keep a name below 300 characters and a description below 5,000." },
  noLinkKind: (text) => ({
    why: `“${text}” is no link that we know.`,
    todo: "Write “asks”, “is about”, “made”, “addresses” or “takes part in”, for instance.",
  }),
  unknownEnd: (name) => ({
    why: `“${name}” is neither in the file nor in the data.`,
    todo: "Look at its spelling, or put the item on a sheet of its kind.",
  }),
  cannotJoin: (from, link, to) => ({
    why: `A link “${link}” cannot lead from “${from}” to “${to}”.`,
    todo: "Choose another link, or turn it around.",
  }),
  itself: (name) => ({ why: `“${name}” refers to itself.`, todo: "Name another item." }),
  noSource: {
    why: "It does not say where this comes from.",
    todo: "Fill in the source, or name one above for all rows without.",
  },
};
