import { html, type TemplateResult } from "lit";

const letters = /[\p{L}\p{N}]+/gu;
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A text with every word marked that is, or begins with, one of `words`, whatever its case and accents. */
export function marked(text: string, words: readonly string[]): TemplateResult[] {
  const wanted = words.flatMap((phrase) => plain(phrase).match(letters) ?? []).filter((word) => word.length > 1);
  const parts: TemplateResult[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(letters)) {
    if (!wanted.some((one) => plain(word) === one || (one.length > 3 && plain(word).startsWith(one)))) continue;
    parts.push(html`${text.slice(done, index)}<mark>${word}</mark>`);
    done = index + word.length;
  }
  return [...parts, html`${text.slice(done)}`];
}
