import type { Language } from "../../model/graph.ts";
import { PageElement } from "../ui/element.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** The words of these pages, which are loaded with them. English has the same shape as Dutch. */
export type DiscoveryWords = typeof nl;

const tables: Readonly<Record<Language, DiscoveryWords>> = { nl, en };

export const discoveryWords = (language: Language): DiscoveryWords => tables[language];

/** What the elements of these pages are made from: the words of the site and those of these pages. */
export abstract class DiscoveryElement extends PageElement {
  protected get text(): DiscoveryWords {
    return discoveryWords(this.language);
  }
}
