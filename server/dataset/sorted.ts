import type { Steps } from "../analysis/graph/steps.ts";

/** So many texts are sorted, or merged, in one step. */
const atOnce = 5_000;

/** Texts in the order of their UTF-16 code units, as `sort` gives them: in runs that are merged two by two. */
export function* sorted(texts: readonly string[]): Steps<readonly string[]> {
  let runs: (readonly string[])[] = [];
  for (let first = 0; first < texts.length; first += atOnce) {
    runs.push(texts.slice(first, first + atOnce).sort());
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly string[])[] = [];
    for (let run = 0; run < runs.length; run += 2) merged.push(yield* merge(runs[run] ?? [], runs[run + 1] ?? []));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge(left: readonly string[], right: readonly string[]): Steps<readonly string[]> {
  const merged: string[] = [];
  let [one, other] = [0, 0];
  while (one < left.length || other < right.length) {
    const [first, second] = [left[one], right[other]];
    const isFirst = second === undefined || (first !== undefined && first <= second);
    merged.push((isFirst ? first : second) as string);
    if (isFirst) one++;
    else other++;
    if (merged.length % atOnce === 0) yield;
  }
  return merged;
}
