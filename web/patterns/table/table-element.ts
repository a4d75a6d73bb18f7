import type { Language } from "../../../model/graph.ts";
import { PageElement } from "../../ui/element.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** The words of the table of rows. */
export type TableWords = typeof nl;

const tables: Readonly<Record<Language, TableWords>> = { nl, en };

export const tableWords = (language: Language): TableWords => tables[language];

/** What the elements of the table are made from. */
export abstract class TableElement extends PageElement {
  protected get text(): TableWords {
    return tableWords(this.language);
  }
}
