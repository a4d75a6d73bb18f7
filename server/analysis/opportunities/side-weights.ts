import type { Effect } from "../../../model/discovery.ts";
import { oncePer, oncePerKey } from "../../cache/once-per.ts";
import { Recent } from "../../cache/recent.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import { type Discounts, weightOf } from "../profile/discounts.ts";
import { keyOfEffects } from "../profile/tie-strength.ts";
import type { Chain, Profiles, ThemeChain } from "../profile/types.ts";
import type { Offers } from "./offers.ts";
import { closeToOffer, discountsGoingOn } from "./side-chains.ts";

/**
 * For one side of an opportunity, an asker with a question or a holder with an offer: the weight of the heaviest chain to each node
 * where it can meet the other side, in (0, 1].
 */
export type SideWeights = ReadonlyMap<NodeIndex, number>;

/** An institution that has an offer, with the weights of its side. */
export interface WeighedHolder {
  readonly institution: InstitutionIndex;
  readonly weights: SideWeights;
}

/** Both sides' weights with some effects switched off, each worked out when it is first asked for. */
export interface WeightsOfSides {
  readonly asking: (asker: InstitutionIndex, question: NodeIndex) => SideWeights;
  /** In the order of the holders. */
  readonly holding: (offer: NodeIndex) => readonly WeighedHolder[];
}

/** Sets of switched-off effects of which the weights are held: more than a few at a time would take much memory for what hardly anybody asks. */
const mostSets = 2;

const weightsByEffects = oncePer((_: Offers) => new Recent<string, WeightsOfSides>({ most: mostSets }));

/** The weights are those of the chains that reasons are made from, so that what is summed here is what reasons add up to. */
export const weightsOfSides = (profiles: Profiles, offers: Offers, off: readonly Effect[]): WeightsOfSides =>
  weightsByEffects(offers).getOrMake(keyOfEffects(off), () => ({
    asking: oncePerPair((asker, question) => askingWeights(profiles, offers, off, asker, question)),
    holding: oncePerKey((offer) => holdingWeights(profiles, offers, off, offer)),
  }));

function oncePerPair(
  make: (institution: InstitutionIndex, node: NodeIndex) => SideWeights,
): (institution: InstitutionIndex, node: NodeIndex) => SideWeights {
  const ofInstitution = oncePerKey((institution: InstitutionIndex) => oncePerKey((node: NodeIndex) => make(institution, node)));
  return (institution, node) => ofInstitution(institution)(node);
}

function askingWeights(
  { graph, themes }: Profiles,
  offers: Offers,
  off: readonly Effect[],
  asker: InstitutionIndex,
  question: NodeIndex,
): SideWeights {
  const asked = offers.asksOf(asker).get(question) ?? [];
  const weights = new HeaviestByNode(off);
  for (const { discounts } of asked) weights.add(question, discounts);
  addThemes(graph, weights, asked, themes(question));
  return weights.byNode;
}

function holdingWeights({ graph, themes }: Profiles, offers: Offers, off: readonly Effect[], offer: NodeIndex): WeighedHolder[] {
  return (offers.holders.get(offer) ?? []).map(({ institution, chains }) => {
    const held = chains.map((chain) => closeToOffer(graph, chain));
    const weights = new HeaviestByNode(off);
    for (const link of graph.out(offer, "ADDRESSES"))
      for (const { discounts } of held) weights.add(graph.to.at(link), discountsGoingOn(graph, discounts, [link]));
    addThemes(graph, weights, held, themes(offer));
    return { institution, weights: weights.byNode };
  });
}

function addThemes(graph: GraphIndex, weights: HeaviestByNode, chains: readonly Chain[], themes: readonly ThemeChain[]): void {
  for (const { theme, links } of themes)
    for (const { discounts } of chains) weights.add(theme, discountsGoingOn(graph, discounts, links));
}

class HeaviestByNode {
  readonly byNode = new Map<NodeIndex, number>();
  readonly #off: readonly Effect[];

  constructor(off: readonly Effect[]) {
    this.#off = off;
  }

  add(node: NodeIndex, discounts: Discounts): void {
    const weight = weightOf(discounts, this.#off);
    if (weight > (this.byNode.get(node) ?? 0)) this.byNode.set(node, weight);
  }
}
