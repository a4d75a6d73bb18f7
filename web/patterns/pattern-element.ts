import type { Language } from "../../model/graph.ts";
import { PageElement } from "../ui/element.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** The words of patterns, which are loaded with their page. English has the same shape as Dutch. */
export type PatternWords = typeof nl;

const tables: Readonly<Record<Language, PatternWords>> = { nl, en };

export const patternWords = (language: Language): PatternWords => tables[language];

/** What the elements of patterns are made from: the words of the site and their own. */
export abstract class PatternElement extends PageElement {
  protected get patterns(): PatternWords {
    return patternWords(this.language);
  }
}
