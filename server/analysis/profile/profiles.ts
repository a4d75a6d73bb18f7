import type { Effect } from "../../../model/discovery.ts";
import { oncePerKey } from "../../cache/once-per.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import {
  type ChainIndex,
  Column,
  type IndexList,
  type InstitutionIndex,
  type NodeIndex,
  outOfRange,
  type TieIndex,
} from "../graph/indices.ts";
import type { Steps } from "../graph/steps.ts";
import { ProfileBuilder } from "./builder.ts";
import { broaderThemesOf, chainsOf, themesIn } from "./chains.ts";
import { type Discounts, weightOf } from "./discounts.ts";
import { rarityOf } from "./rarity.ts";
import type { Chain, Profiles, StoredChains } from "./types.ts";

/** Reads every institution's chains and puts them in order; a step is an institution. */
export function* profilesInSteps(graph: GraphIndex): Steps<Profiles> {
  const institutions = new Column<InstitutionIndex, NodeIndex>(Int32Array.from(graph.nodesOf("institution")));
  const themes = themesIn(graph);
  const broader = oncePerKey((theme: NodeIndex) => broaderThemesOf(graph, theme));
  const builder = new ProfileBuilder(graph);
  for (const institution of institutions.rows()) {
    builder.add(institution, chainsOf(graph, institutions.at(institution), themes));
    yield;
  }
  const wholes = Array.from(institutions.values(), (node) => wholeAmong(graph, node, institutions));
  const wholeOf = (institution: InstitutionIndex) =>
    institution in wholes ? wholes[institution] : outOfRange(institution, wholes.length);
  const built = builder.finish();
  yield;
  return { graph, institutions, ...built, wholeOf, themes, broader, rarity: rarityOf(graph, built, wholeOf) };
}

/** The institution that one is part of; the first by id when there are several. */
function wholeAmong(
  graph: GraphIndex,
  node: NodeIndex,
  institutions: Column<InstitutionIndex, NodeIndex>,
): InstitutionIndex | undefined {
  for (const whole of graph.targets(node, "PART_OF")) {
    const institution = institutions.rowOf(whole);
    if (institution !== undefined) return institution;
  }
  return undefined;
}

/** Institutions that are no part of another: what merged into one stands in that one's profile. */
export const standingAlone = ({ institutions, wholeOf }: Pick<Profiles, "institutions" | "wholeOf">): InstitutionIndex[] =>
  [...institutions.rows()].filter((institution) => wholeOf(institution) === undefined);

/** The ties of an institution, in the order of their features. */
export const tiesOf = ({ ties }: Pick<Profiles, "ties">, institution: InstitutionIndex): Iterable<TieIndex> =>
  ties.ofInstitution.of(institution);

/** The institutions tied to the feature of an aspect and a node, in their order. */
export function institutionsTiedTo(
  { ties, features }: Pick<Profiles, "ties" | "features">,
  aspect: Chain["aspect"],
  node: NodeIndex,
): InstitutionIndex[] {
  const feature = features.indexOf(aspect, node);
  const to: Iterable<TieIndex> | IndexList<TieIndex> = feature === undefined ? [] : ties.toFeature.rowOf(feature);
  return Array.from(to, (tie) => ties.institution.at(tie));
}

/** So many chains of one tie are looked into, the heaviest first. */
const mostChains = 100;

/** What takes off from the weight of a stored chain. */
export const discountsAt = ({ basis, contested, age }: StoredChains, chain: ChainIndex): Discounts => ({
  basis: basis.at(chain),
  contested: contested.at(chain),
  age: age.at(chain),
  closeness: 1,
});

/** The chains behind a tie with their links, the heaviest first when there are very many. */
export function chainsBehind({ chains, ties, features }: Profiles, tie: TieIndex, off: readonly Effect[] = []): Chain[] {
  const feature = ties.feature.at(tie);
  const all = [...chains.ofTie.of(tie)];
  const weight = (chain: ChainIndex) => weightOf(discountsAt(chains, chain), off);
  const looked = all.length <= mostChains ? all : all.sort((a, b) => weight(b) - weight(a) || a - b).slice(0, mostChains);
  return looked.map((chain) => ({
    aspect: features.aspect(feature),
    node: features.node.at(feature),
    via: chains.via.at(chain),
    links: Array.from(chains.links.rowOf(chain)),
    discounts: discountsAt(chains, chain),
  }));
}
