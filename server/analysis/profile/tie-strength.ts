import type { Effect } from "../../../model/discovery.ts";
import { oncePer } from "../../cache/once-per.ts";
import { type ChainIndex, Column, type NodeIndex, type TieIndex } from "../graph/indices.ts";
import { weightOf } from "./discounts.ts";
import { discountsAt } from "./profiles.ts";
import type { Profiles } from "./types.ts";

/** The heaviest of some chains, and the heaviest of those that go by another node than that one. */
export interface BestTwo {
  readonly best: number;
  /** The node that the best chain goes by; undefined when there are no chains. */
  readonly via: NodeIndex | undefined;
  /** 0 when every chain goes by the same node. */
  readonly second: number;
}

/** `via` of a tie without chains. */
const noVia = -1;

/** How strongly each tie holds, in (0, 1]. The columns are those of `BestTwo`; `via` is -1 for a tie without chains. */
export interface Strengths {
  readonly best: Column<TieIndex>;
  readonly via: Column<TieIndex>;
  readonly second: Column<TieIndex>;
}

/** What the strength of a tie needs of a chain. */
export interface Weighted {
  readonly via: NodeIndex;
  /** In (0, 1]. */
  readonly weight: number;
}

/** The best two of some chains that go by different nodes. Ties go to the node that comes first. */
export function bestTwo(chains: Iterable<Weighted>): BestTwo {
  let best = 0;
  let via: NodeIndex | undefined;
  let second = 0;
  for (const { via: by, weight } of chains) {
    if (by === via) best = Math.max(best, weight);
    else if (weight > best || (weight === best && via !== undefined && by < via)) {
      second = best;
      best = weight;
      via = by;
    } else second = Math.max(second, weight);
  }
  return { best, via, second };
}

/**
 * How strongly two ties to one feature hold together, in [0, 1]: the geometric mean of both, so 0 when either is 0. Two institutions
 * share a theme only by different nodes (`apart`): a question that both ask already counts as that question.
 */
export function together(one: BestTwo, other: BestTwo, apart: boolean): number {
  if (!apart || one.via !== other.via) return Math.sqrt(one.best * other.best);
  return Math.sqrt(Math.max(one.best * other.second, one.second * other.best));
}

/** The same as `together`, for two ties. */
export function tiedTogether({ best, via, second }: Strengths, one: TieIndex, other: TieIndex, apart: boolean): number {
  const [bestOne, bestOther] = [best.at(one), best.at(other)];
  if (!apart || via.at(one) !== via.at(other)) return Math.sqrt(bestOne * bestOther);
  return Math.sqrt(Math.max(bestOne * second.at(other), second.at(one) * bestOther));
}

const strengthsByEffects = oncePer((_: Profiles) => new Map<string, Strengths>());

/** Every tie's strength with some effects switched off; worked out once for each set of them. */
export function strengthsOf(profiles: Profiles, off: readonly Effect[]): Strengths {
  const made = strengthsByEffects(profiles);
  const key = keyOfEffects(off);
  const strengths = made.get(key) ?? weigh(profiles, off);
  made.set(key, strengths);
  return strengths;
}

/** One text for a set of effects that change the weight of chains. Rarity does not. */
export const keyOfEffects = (off: readonly Effect[]): string =>
  [...new Set(off)]
    .filter((effect) => effect !== "rarity")
    .sort()
    .join();

function weigh({ ties, chains }: Profiles, off: readonly Effect[]): Strengths {
  const count = ties.feature.length;
  const columns = { best: new Float64Array(count), via: new Int32Array(count), second: new Float64Array(count) };
  const weighted = (chain: ChainIndex) => ({
    via: chains.via.at(chain),
    weight: weightOf(discountsAt(chains, chain), off),
  });
  for (const tie of chains.ofTie.rows()) {
    const { best, via, second } = bestTwo([...chains.ofTie.of(tie)].map(weighted));
    columns.best[tie] = best;
    columns.via[tie] = via ?? noVia;
    columns.second[tie] = second;
  }
  return { best: new Column(columns.best), via: new Column(columns.via), second: new Column(columns.second) };
}
