import { aspectNames } from "../../../model/discovery.ts";
import type { FactGraph } from "../graph/graph-index.ts";
import type { Items, Ties } from "./profiles.ts";

/** How much each item tells when two institutions share it, in (0, 1]; with rarity switched off, themes keep their depth. */
export interface Rarity {
  readonly on: Float64Array;
  readonly off: Float64Array;
}

/** How many themes stand above one at most; a longer chain, or a circle, is cut off. */
const deepest = 8;

/**
 * How much sharing an item tells: ln 2 / ln n when n institutions have it, so 1 when only two do (Adamic & Adar 2003, scaled). A
 * theme counts for what it adds to the most telling of its broader themes, so that a theme and all that is above it together count
 * once, and a narrow one for more than a broad one (the information content of Resnik 1995; Pesquita et al. 2007).
 */
export function rarityOf(graph: FactGraph, items: Items, ties: Ties, partOf: Int32Array): Rarity {
  const rare = Float64Array.from(items.node, (_, item) => {
    const those = ties.to.ties.subarray(ties.to.starts[item], ties.to.starts[item + 1]);
    const n = those.reduce((sum, tie) => sum + ((partOf[ties.institution[tie] ?? -1] ?? -1) < 0 ? 1 : 0), 0);
    return Math.LN2 / Math.log(Math.max(2, n));
  });
  const depths = new Map<number, number>();
  const detail = (theme: number) => {
    const known = depths.get(theme) ?? depth(graph, theme, []);
    depths.set(theme, known);
    return 1 - 0.5 ** (known + 1);
  };
  const added = (item: number, worth: (item: number) => number) => {
    if (items.isTheme[item] === 0) return worth(item);
    const node = items.node[item] ?? 0;
    const aspect = aspectNames[items.aspect[item] ?? 0] ?? "themes";
    const above = [...graph.out(node, "BROADER")].flatMap((link) => items.at(aspect, graph.to[link] ?? 0) ?? []);
    const most = Math.max(0, ...above.map((one) => worth(one) * detail(items.node[one] ?? 0)));
    return Math.max(0, worth(item) * detail(node) - most);
  };
  return {
    on: Float64Array.from(items.node, (_, item) => added(item, (one) => rare[one] ?? 0)),
    off: Float64Array.from(items.node, (_, item) => added(item, () => 1)),
  };
}

/** How many themes stand above one, by the longest chain. */
function depth(graph: FactGraph, theme: number, passed: readonly number[]): number {
  if (passed.length > deepest) return 0;
  const above = [...graph.out(theme, "BROADER")].map((link) => graph.to[link] ?? 0);
  const next = above.filter((one) => one !== theme && !passed.includes(one));
  return Math.max(0, ...next.map((one) => 1 + depth(graph, one, [...passed, theme])));
}
