import type { nl } from "./words.nl.ts";

/** The English words: the same meaning, in the same shape. */
export const en = {
  title: "Saved and earlier",
  lead: "Patterns stay in this browser, on this device. To share them or use them elsewhere, put them in a file.",
  name: "Title for this pattern",
  tags: "Tags, with commas between them",
  save: "Save this pattern",
  notJson: "The values for $names are not JSON yet. Finish them first, or use the fields.",
  saved: (title: string) => `Saved as ${title}.`,
  search: "Search titles, tags and text",
  savedHeading: (count: string) => `Saved patterns (${count})`,
  none: "Nothing has been saved yet.",
  noneFit: "Nothing fits what you look for.",
  about: (date: string) => `saved on ${date}`,
  edit: "Change",
  editLabel: (title: string) => `Change title and tags: ${title}`,
  newTitle: (title: string) => `New title for ${title}`,
  newTags: (title: string) => `Tags of ${title}`,
  changed: (title: string) => `${title} was changed.`,
  duplicate: "Copy",
  duplicateLabel: (title: string) => `Copy: ${title}`,
  duplicated: (title: string) => `The copy is called ${title}.`,
  remove: "Delete",
  removeLabel: (title: string) => `Delete: ${title}`,
  removed: (title: string) => `${title} was deleted.`,
  putBack: "Put back",
  undone: "Put back.",
  historyHeading: (count: string) => `Run before (${count})`,
  noHistory: "Nothing was run yet.",
  run: (date: string, rows: string) => `${date}, ${rows}`,
  rows: (rows: string) => (rows === "1" ? "1 row" : `${rows} rows`),
  partRows: (rows: string) => `first ${rows} rows`,
  failed: "failed",
  forget: "Clear this list",
  forgotten: "The list was cleared.",
  forgetLabel: (text: string) => `Take from the list: ${text}`,
  forgot: "Taken from the list.",
  toFile: "Put everything in a file",
  fromFile: "Read a file with patterns",
  read: (count: number) =>
    count === 0
      ? "You had all patterns of this file."
      : count === 1
        ? "1 pattern of the file was added."
        : `${count} patterns of the file were added.`,
  problem: {
    large: "This file is too large. A file with patterns is smaller than 5 MB.",
    "no-json": "This file is not JSON.",
    other: "This file holds no patterns of Overlap.",
  },
  wrong: (part: string) => `Something is wrong with this file at ‘${part}’. Nothing was read.`,
  full: "The browser cannot save this. There are 500 already, or there is no room. Delete some first.",
  shut: "Close",
} satisfies typeof nl;
