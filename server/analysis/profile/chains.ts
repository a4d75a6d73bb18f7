import type { Aspect } from "../../../model/discovery.ts";
import type { LinkKind } from "../../../model/kinds.ts";
import { oncePerKey } from "../../cache/once-per.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { LinkIndex, NodeIndex } from "../graph/indices.ts";
import { ageDiscount, discountedBy, noDiscounts } from "./discounts.ts";
import type { Chain, ThemeChain } from "./types.ts";

/** An institution itself, a team of it, or a part of it such as an institution that merged into it. */
export interface Carrier {
  readonly node: NodeIndex;
  /** From the institution to this node, in order. */
  readonly links: readonly LinkIndex[];
}

/** Chains are held by the hundred thousand: one that is spread into a new array holds room for 16 links more. */
const longerBy = (links: readonly LinkIndex[], link: LinkIndex): LinkIndex[] => links.concat(link);

/** How many nodes or themes a chain passes at most: a longer one, or a circle, is cut off. */
const deepest = { carriers: 4, themes: 6 } as const;

/**
 * Who acts for an institution: itself, its teams (part of it, or it takes part in them), teams of those teams, and what is part of
 * it, such as an institution that merged into it, with its teams. One entry for each chain that leads there.
 */
export function carriersOf(graph: GraphIndex, institution: NodeIndex): Carrier[] {
  const found: Carrier[] = [];
  const visit = (carrier: Carrier, passed: readonly NodeIndex[]) => {
    found.push(carrier);
    if (passed.length === deepest.carriers) return;
    const isInstitution = graph.node(carrier.node).kind === "institution";
    const parts = Array.from(graph.into(carrier.node, "PART_OF"), (link) => [link, graph.from.at(link)] as const);
    const joined = isInstitution
      ? Array.from(graph.out(carrier.node, "PARTICIPATES_IN"), (link) => [link, graph.to.at(link)] as const)
      : [];
    for (const [link, node] of [...parts, ...joined]) {
      const { kind } = graph.node(node);
      const acts = kind === "team" || (kind === "institution" && isInstitution);
      if (acts && !passed.includes(node)) visit({ node, links: longerBy(carrier.links, link) }, [...passed, node]);
    }
  };
  visit({ node: institution, links: [] }, [institution]);
  return found;
}

/** A link from one of an institution's carriers, or to one, that ties it to something. */
interface TieRule {
  readonly kind: LinkKind;
  readonly direction: "out" | "in";
  /** The kind of node at its other end. */
  readonly to: string;
  readonly aspect: Aspect;
}

const tieRules: readonly TieRule[] = [
  { kind: "ASKS", direction: "out", to: "question", aspect: "questions" },
  { kind: "MADE", direction: "out", to: "product", aspect: "products" },
  { kind: "RESULTED_IN", direction: "out", to: "product", aspect: "products" },
  { kind: "USED_AT", direction: "in", to: "product", aspect: "products" },
  { kind: "HOSTS", direction: "out", to: "space", aspect: "spaces" },
  { kind: "RESULTED_IN", direction: "out", to: "space", aspect: "spaces" },
  { kind: "PARTICIPATES_IN", direction: "out", to: "space", aspect: "spaces" },
  { kind: "PARTICIPATES_IN", direction: "out", to: "network", aspect: "networks" },
  { kind: "RESULTED_IN", direction: "out", to: "network", aspect: "networks" },
  { kind: "PARTICIPATES_IN", direction: "out", to: "activity", aspect: "activities" },
  { kind: "USED_AT", direction: "in", to: "activity", aspect: "activities" },
  { kind: "PART_OF", direction: "in", to: "programme", aspect: "activities" },
  { kind: "RESULTED_IN", direction: "out", to: "outcome", aspect: "outcomes" },
];

/** Through its programmes an institution uses products and spaces; what it made or hosts led to outcomes. `by` is the last link so far. */
const furtherRules: readonly (TieRule & { readonly by: LinkKind; readonly from: string })[] = [
  { by: "PART_OF", from: "programme", kind: "USED_AT", direction: "in", to: "product", aspect: "products" },
  { by: "PART_OF", from: "programme", kind: "USED_AT", direction: "out", to: "space", aspect: "spaces" },
  { by: "MADE", from: "product", kind: "RESULTED_IN", direction: "out", to: "outcome", aspect: "outcomes" },
  { by: "HOSTS", from: "space", kind: "RESULTED_IN", direction: "out", to: "outcome", aspect: "outcomes" },
];

/** The chains that one link more makes, from a node that `links` lead to. How old a chain is, its last link or node says. */
function chainsBy(graph: GraphIndex, node: NodeIndex, links: readonly LinkIndex[], rule: TieRule): Chain[] {
  const found = rule.direction === "out" ? graph.out(node, rule.kind) : graph.into(node, rule.kind);
  const ends = rule.direction === "out" ? graph.to : graph.from;
  return Array.from(found).flatMap((link) => {
    const end = ends.at(link);
    const { kind, lastYear } = graph.node(end);
    if (kind !== rule.to) return [];
    const all = longerBy(links, link);
    const age = ageDiscount(graph, graph.lastYear(link) ?? lastYear);
    return [
      { aspect: rule.aspect, node: end, via: end, links: all, discounts: discountedBy(graph, { ...noDiscounts, age }, all) },
    ];
  });
}

/** The last link of a chain: the one that ties. @throws RangeError for a chain without links */
export function lastLink({ links }: Pick<Chain, "links">): LinkIndex {
  const link = links.at(-1);
  if (link === undefined) throw new RangeError("A chain has a link");
  return link;
}

/** What an institution asks, makes, uses, hosts, takes part in and found: a chain for each way in which the links say so. */
export function holdingsOf(graph: GraphIndex, institution: NodeIndex): Chain[] {
  const near = carriersOf(graph, institution).flatMap(({ node, links }) =>
    tieRules.flatMap((rule) => chainsBy(graph, node, links, rule)),
  );
  const far = near.flatMap((chain) => {
    const { kind } = graph.node(chain.node);
    const by = graph.kindOf(lastLink(chain));
    return furtherRules
      .filter((rule) => rule.from === kind && rule.by === by)
      .flatMap((rule) => chainsBy(graph, chain.node, chain.links, rule));
  });
  return [...near, ...far];
}

/**
 * Every theme that a node is about, and the broader themes of those, by every chain of links. What stands above a theme is worked out
 * once; chains of each node, held for all of them, take more memory than the graph.
 */
export function themesIn(graph: GraphIndex): (node: NodeIndex) => ThemeChain[] {
  const andBroader = oncePerKey((theme: NodeIndex) => themeAndBroader(graph, theme, [], []));
  return (node) =>
    Array.from(graph.out(node, "ABOUT")).flatMap((link) =>
      andBroader(graph.to.at(link)).map(({ theme, links }) => ({ theme, links: [link, ...links] })),
    );
}

/** The themes above a theme. */
export const broaderThemesOf = (graph: GraphIndex, theme: NodeIndex): Set<NodeIndex> =>
  new Set(
    themeAndBroader(graph, theme, [], [])
      .map((chain) => chain.theme)
      .filter((one) => one !== theme),
  );

function themeAndBroader(
  graph: GraphIndex,
  theme: NodeIndex,
  links: readonly LinkIndex[],
  passed: readonly NodeIndex[],
): ThemeChain[] {
  const here = { theme, links };
  if (passed.length === deepest.themes) return [here];
  const up = Array.from(graph.out(theme, "BROADER")).filter((link) => ![...passed, theme].includes(graph.to.at(link)));
  return [here, ...up.flatMap((link) => themeAndBroader(graph, graph.to.at(link), longerBy(links, link), [...passed, theme]))];
}

/** A chain with some links added at its end. */
const extendedBy = (graph: GraphIndex, chain: Chain, links: readonly LinkIndex[]): Chain => ({
  ...chain,
  links: chain.links.concat(links),
  discounts: discountedBy(graph, chain.discounts, links),
});

/** Aspects whose things have themes that are compared too, with the aspect that those count under. */
const themed: ReadonlyMap<Aspect, Aspect> = new Map([
  ["questions", "themes"],
  ["products", "products"],
  ["spaces", "spaces"],
  ["outcomes", "outcomes"],
]);

/** Every chain by which an institution is tied to anything: its holdings, and the themes of those. */
export function chainsOf(graph: GraphIndex, institution: NodeIndex, themes: (node: NodeIndex) => readonly ThemeChain[]): Chain[] {
  const holdings = holdingsOf(graph, institution);
  const about = holdings.flatMap((chain) => {
    const aspect = themed.get(chain.aspect);
    if (!aspect) return [];
    return themes(chain.node).map(({ theme, links }) => ({ ...extendedBy(graph, chain, links), aspect, node: theme }));
  });
  return [...holdings, ...about];
}
