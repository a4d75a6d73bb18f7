import type { GraphIndex } from "../graph/graph-index.ts";
import type { LinkIndex, NodeIndex } from "../graph/indices.ts";
import { type Discounts, discountedBy } from "../profile/discounts.ts";
import type { Chain, ThemeChain } from "../profile/types.ts";
import { roleOf } from "./types.ts";

/** What each step to a broader theme leaves: question and offer about sisters are less close than about the same. */
const perBroader = 0.7;
/** How much a tie to an offer counts, by its last link: who made or hosts it knows most of it. */
const closenessByRole: Readonly<Record<string, number>> = {
  MADE: 1,
  HOSTS: 1,
  RESULTED_IN: 1,
  USED_AT: 0.8,
  PARTICIPATES_IN: 0.6,
};
const otherRole = 0.5;

/** A chain to an offer, with how close it brings the institution to it. */
export const closeToOffer = (graph: GraphIndex, chain: Chain): Chain => ({
  ...chain,
  discounts: { ...chain.discounts, closeness: closenessByRole[roleOf(graph, chain)] ?? otherRole },
});

/** The discounts of a chain that goes on by some links; each step to a broader theme brings it less close. */
export function discountsGoingOn(graph: GraphIndex, before: Discounts, links: readonly LinkIndex[]): Discounts {
  let broader = 0;
  for (const link of links) if (graph.kindOf(link) === "BROADER") broader++;
  const discounts = discountedBy(graph, before, links);
  return { ...discounts, closeness: discounts.closeness * perBroader ** broader };
}

/** A chain that goes on to where the two sides of an opportunity meet. */
export const goingOn = (graph: GraphIndex, chain: Chain, links: readonly LinkIndex[]): Chain => ({
  ...chain,
  links: [...chain.links, ...links],
  discounts: discountsGoingOn(graph, chain.discounts, links),
});

/** All chains of one side that lead on to a theme. */
export const chainsToTheme = (
  graph: GraphIndex,
  chains: readonly Chain[],
  themes: readonly ThemeChain[],
  theme: NodeIndex,
): Chain[] =>
  themes.filter((one) => one.theme === theme).flatMap(({ links }) => chains.map((chain) => goingOn(graph, chain, links)));

/** The links by which an offer says that it addresses a question. */
export const addressingLinks = (graph: GraphIndex, offer: NodeIndex, question: NodeIndex): LinkIndex[] =>
  Array.from(graph.out(offer, "ADDRESSES")).filter((link) => graph.to.at(link) === question);
