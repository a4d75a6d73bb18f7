import type { nl } from "./edit-words.nl.ts";

/** The English words of what an editor can do with an item. */
export const en: typeof nl = {
  label: (name) => `For editors: ${name}`,
  edit: "Change",
  confirm: "Still true",
  claim: "A source says otherwise",
  addLink: "Add a link",
  addItem: "Add a new item to it",
  history: "History",
};
