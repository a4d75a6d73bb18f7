import { z } from "zod";
import { remember } from "../../app/device.ts";
import { recalledList, rememberList } from "../../app/saved-lists.ts";
import type { Draft } from "../pattern-address.ts";

/** Under which name this device remembers what was run. */
const key = "overlap-pattern-history";
/** So many runs are remembered. */
const most = 200;
/** Characters that all of them take at most: a browser gives a site about five million. */
const mostCharacters = 1_000_000;

/** A pattern that was run: when, and how many rows it gave; no number when it failed. */
export const Run = z.object({
  at: z.iso.datetime(),
  cypher: z.string().max(10_000),
  /** JSON, as text. */
  params: z.string(),
  timeout: z.number().int(),
  rows: z.number().int(),
  count: z.number().int().optional(),
  isPart: z.boolean().optional(),
});
export type Run = z.infer<typeof Run>;

/** What was run on this device, the latest first. */
export const pastRuns = (): readonly Run[] => recalledList(key, Run);

/** Remembers a run. The same pattern, run again, stands once, at the top; the oldest go where there is no room. */
export function rememberRun({ cypher, params, timeout, rows }: Draft, outcome: Pick<Run, "count" | "isPart">): void {
  const others = pastRuns().filter((run) => run.cypher !== cypher || run.params !== params);
  const run: Run = { at: new Date().toISOString(), cypher, params, timeout, rows, ...outcome };
  let kept = [run, ...others].slice(0, most);
  let text = JSON.stringify(kept);
  while (kept.length > 1 && (text.length > mostCharacters || !remember(key, text))) {
    kept = kept.slice(0, Math.ceil(kept.length / 2));
    text = JSON.stringify(kept);
  }
  remember(key, text);
}

/** Puts runs there as they were, or none. */
export const rememberRuns = (runs: readonly Run[]): boolean => rememberList(key, runs);

/** Whether a text holds all words that are looked for. */
export function holdsWords(text: string, words: string): boolean {
  const there = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => there.includes(word));
}
