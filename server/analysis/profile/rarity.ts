import { oncePerKey } from "../../cache/once-per.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import { Column, type FeatureIndex, type InstitutionIndex, type NodeIndex } from "../graph/indices.ts";
import type { Features, Rarity, Ties } from "./types.ts";

/** How many themes stand above one at most; a longer chain, or a circle, is cut off. */
const deepest = 8;

/**
 * How much sharing a feature tells: ln 2 / ln n when n institutions have it, so 1 when only two do (Adamic & Adar 2003, scaled). A
 * theme counts for what it adds to the most telling of its broader themes, so that a theme and all that is above it together count
 * once, and a narrow one for more than a broad one (the information content of Resnik 1995; Pesquita et al. 2007).
 */
export function rarityOf(
  graph: GraphIndex,
  { features, ties }: { readonly features: Features; readonly ties: Ties },
  wholeOf: (institution: InstitutionIndex) => InstitutionIndex | undefined,
): Rarity {
  const rare = new Column<FeatureIndex>(
    Float64Array.from(features.node.rows(), (feature) => {
      let count = 0;
      for (const tie of ties.toFeature.rowOf(feature)) if (wholeOf(ties.institution.at(tie)) === undefined) count++;
      return Math.LN2 / Math.log(Math.max(2, count));
    }),
  );
  const detail = oncePerKey((theme: NodeIndex) => 1 - 0.5 ** (depthOf(graph, theme, []) + 1));
  const added = (feature: FeatureIndex, tells: (feature: FeatureIndex) => number) => {
    if (!features.isTheme(feature)) return tells(feature);
    const node = features.node.at(feature);
    const aspect = features.aspect(feature);
    const above = graph.targets(node, "BROADER").flatMap((theme) => features.indexOf(aspect, theme) ?? []);
    const most = Math.max(0, ...above.map((one) => tells(one) * detail(features.node.at(one))));
    return Math.max(0, tells(feature) * detail(node) - most);
  };
  return {
    on: new Column(Float64Array.from(features.node.rows(), (feature) => added(feature, (one) => rare.at(one)))),
    off: new Column(Float64Array.from(features.node.rows(), (feature) => added(feature, () => 1))),
  };
}

/** How many themes stand above one, by the longest chain. */
function depthOf(graph: GraphIndex, theme: NodeIndex, passed: readonly NodeIndex[]): number {
  if (passed.length > deepest) return 0;
  const next = graph.targets(theme, "BROADER").filter((one) => one !== theme && !passed.includes(one));
  return Math.max(0, ...next.map((one) => 1 + depthOf(graph, one, [...passed, theme])));
}
