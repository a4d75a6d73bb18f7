import type { Effect } from "../../model/discovery.ts";
import { type Profiles, worthOf } from "./profiles.ts";

/**
 * How strongly each tie holds, in (0, 1]: its best way, and the best that goes by another thing. Two institutions share a theme
 * only by different things: a question that both ask already counts as that question.
 */
export interface Strengths {
  readonly best: Float64Array;
  /** The thing that the best way goes by. */
  readonly thing: Int32Array;
  /** 0 when every way goes by the same thing. */
  readonly second: Float64Array;
}

/** One way's worth, and the thing that it goes by. */
export interface Weighed {
  readonly worth: number;
  readonly thing: number;
}

/** The best two of some ways that go by different things. Ties go to the thing that comes first. */
export function bestTwo(ways: Iterable<Weighed>): { best: number; thing: number; second: number } {
  let best = 0;
  let thing = -1;
  let second = 0;
  for (const way of ways) {
    if (way.thing === thing) best = Math.max(best, way.worth);
    else if (way.worth > best || (way.worth === best && way.thing < thing)) {
      second = best;
      best = way.worth;
      thing = way.thing;
    } else second = Math.max(second, way.worth);
  }
  return { best, thing, second };
}

/** How strongly two ties to one item hold together: the geometric mean of both, so 0 when either is 0. */
export function together(one: { best: number; thing: number; second: number }, other: typeof one, isTheme: boolean): number {
  if (!isTheme || one.thing !== other.thing) return Math.sqrt(one.best * other.best);
  return Math.sqrt(Math.max(one.best * other.second, one.second * other.best));
}

const perProfiles = new WeakMap<Profiles, Map<string, Strengths>>();

/** Every tie's strength with some effects switched off; worked out once for each set of them. */
export function strengthsOf(profiles: Profiles, off: readonly Effect[]): Strengths {
  const known = perProfiles.get(profiles) ?? new Map<string, Strengths>();
  perProfiles.set(profiles, known);
  const key = [...new Set(off)]
    .filter((effect) => effect !== "rarity")
    .sort()
    .join();
  const made = known.get(key) ?? weigh(profiles, off);
  known.set(key, made);
  return made;
}

function weigh({ ties, ways }: Profiles, off: readonly Effect[]): Strengths {
  const count = ties.item.length;
  const strengths = { best: new Float64Array(count), thing: new Int32Array(count), second: new Float64Array(count) };
  for (let tie = 0; tie < count; tie++) {
    const here = Array.from(
      { length: (ways.starts[tie + 1] ?? 0) - (ways.starts[tie] ?? 0) },
      (_, at) => (ways.starts[tie] ?? 0) + at,
    );
    const { best, thing, second } = bestTwo(
      here.map((way) => ({
        thing: ways.thing[way] ?? -1,
        worth: worthOf(
          { basis: ways.basis[way] ?? 0, contested: ways.contested[way] ?? 0, age: ways.age[way] ?? 0, closeness: 1 },
          off,
        ),
      })),
    );
    strengths.best[tie] = best;
    strengths.thing[tie] = thing;
    strengths.second[tie] = second;
  }
  return strengths;
}
