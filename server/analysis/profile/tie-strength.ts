import type { Effect } from "../../../model/discovery.ts";
import { worthOf } from "./discounts.ts";
import type { Profiles } from "./profiles.ts";

/** The best of some ways, and the best of those that go by another thing than that one. */
export interface BestTwo {
  readonly best: number;
  /** The thing that the best way goes by; -1 when there are no ways. */
  readonly thing: number;
  /** 0 when every way goes by the same thing. */
  readonly second: number;
}

/** How strongly each tie holds, in (0, 1]. The columns are those of `BestTwo`. */
export interface Strengths {
  readonly best: Float64Array;
  readonly thing: Int32Array;
  readonly second: Float64Array;
}

/** The best two of `count` ways that go by different things. Ties go to the thing that comes first. */
export function bestTwo(count: number, worthAt: (way: number) => number, thingAt: (way: number) => number): BestTwo {
  let best = 0;
  let thing = -1;
  let second = 0;
  for (let way = 0; way < count; way++) {
    const worth = worthAt(way);
    const by = thingAt(way);
    if (by === thing) best = Math.max(best, worth);
    else if (worth > best || (worth === best && by < thing)) {
      second = best;
      best = worth;
      thing = by;
    } else second = Math.max(second, worth);
  }
  return { best, thing, second };
}

/**
 * How strongly two ties to one item hold together: the geometric mean of both, so 0 when either is 0. Two institutions share a theme
 * only by different things (`apart`): a question that both ask already counts as that question.
 */
export function together(one: BestTwo, other: BestTwo, apart: boolean): number {
  if (!apart || one.thing !== other.thing) return Math.sqrt(one.best * other.best);
  return Math.sqrt(Math.max(one.best * other.second, one.second * other.best));
}

/** The same as `together`, for two ties. */
export function tiedTogether({ best, thing, second }: Strengths, one: number, other: number, apart: boolean): number {
  const [bestOne = 0, bestOther = 0] = [best[one], best[other]];
  if (!apart || thing[one] !== thing[other]) return Math.sqrt(bestOne * bestOther);
  return Math.sqrt(Math.max(bestOne * (second[other] ?? 0), (second[one] ?? 0) * bestOther));
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
  const worths = Float64Array.from(ways.thing, (_, way) =>
    worthOf({ basis: ways.basis[way] ?? 0, contested: ways.contested[way] ?? 0, age: ways.age[way] ?? 0, closeness: 1 }, off),
  );
  for (let tie = 0; tie < count; tie++) {
    const first = ways.starts[tie] ?? 0;
    const { best, thing, second } = bestTwo(
      (ways.starts[tie + 1] ?? 0) - first,
      (way) => worths[first + way] ?? 0,
      (way) => ways.thing[first + way] ?? -1,
    );
    strengths.best[tie] = best;
    strengths.thing[tie] = thing;
    strengths.second[tie] = second;
  }
  return strengths;
}
