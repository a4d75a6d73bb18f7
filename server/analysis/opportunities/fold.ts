import type { NodeIndex } from "../graph/indices.ts";
import { allAtOnce, type Steps } from "../graph/steps.ts";
import type { Who } from "./types.ts";

/** One offer that answers one question, with everyone who asks it: who it fits best first. */
export interface Folded<F> {
  readonly fit: F;
  readonly others: readonly F[];
}

/** The same offer of the same institution for the same question counts once, where it fits best; every asker stays with it. */
export function* foldedByAsker<F extends Who>(ranked: readonly F[]): Steps<Folded<F>[]> {
  const groups = yield* groupedBy(ranked, ({ question, offer, from }) => `${question} ${offer} ${from}`);
  return [...groups.values()].flatMap(([fit, ...others]) => (fit ? [{ fit, others }] : []));
}

/** A ranking with at most `most` for each question, in the same order, and how many each question has in all. */
export function perQuestion<F extends Who>(
  ranked: readonly F[],
  most: number,
): { readonly first: readonly F[]; readonly counts: ReadonlyMap<NodeIndex, number> } {
  const groups = allAtOnce(groupedBy(ranked, ({ question }) => question));
  const first = new Set([...groups.values()].flatMap((group) => group.slice(0, most)));
  return {
    first: ranked.filter((fit) => first.has(fit)),
    counts: new Map([...groups].map(([question, group]) => [question, group.length])),
  };
}

/** So many are put into groups in one step. */
const inStep = 1_000;

/** Groups in the order in which they first appear, each in the order it had. */
function* groupedBy<F, Key>(ranked: readonly F[], keyOf: (fit: F) => Key): Steps<Map<Key, F[]>> {
  const groups = new Map<Key, F[]>();
  for (const [position, fit] of ranked.entries()) {
    if (position % inStep === 0) yield;
    const key = keyOf(fit);
    const group = groups.get(key);
    if (group) group.push(fit);
    else groups.set(key, [fit]);
  }
  return groups;
}
