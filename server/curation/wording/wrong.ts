import type { Place, WrongCell } from "../../../model/curation.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

type Said = { readonly why: string; readonly todo: string };
type Words = typeof nl;

/** What is wrong at a place, in both languages. */
export function wrongAt(place: Place, say: (words: Words) => Said): WrongCell {
  const [dutch, english] = [say(nl), say(en)];
  return { place, why: { nl: dutch.why, en: english.why }, todo: { nl: dutch.todo, en: english.todo } };
}
