import type { Aspect } from "../../../model/discovery.ts";
import type { LinkKind } from "../../../model/kinds.ts";
import { type FactGraph, nodeAt } from "../graph/graph-index.ts";
import type { Doubts } from "./discounts.ts";

/** A chain of links by which an institution is tied to something. */
export interface Way {
  readonly aspect: Aspect;
  /** What it is tied to: a question, product, … or a theme of one. */
  readonly item: number;
  /** For a theme, the question, product, … that is about it; else the item itself. */
  readonly thing: number;
  /** In order, from the institution. */
  readonly links: readonly number[];
  /** The last year of it; 0 when unknown. */
  readonly year: number;
  /** How close the tie is, in (0, 1]; 1 when absent. */
  readonly closeness?: number;
  /** What makes it count for less, when that was worked out before. */
  readonly doubts?: Doubts;
}

/** An institution itself, a team of it, or a part of it such as an institution that merged into it. */
interface Carrier {
  readonly node: number;
  readonly links: readonly number[];
}

const deepest = { carriers: 4, themes: 6 } as const;

/**
 * Who acts for an institution: itself, its teams (part of it, or it takes part in them), teams of those teams, and what is part of
 * it, such as an institution that merged into it, with its teams. One entry for each way that leads there.
 */
export function carriersOf(graph: FactGraph, institution: number): Carrier[] {
  const found: Carrier[] = [];
  const visit = (carrier: Carrier, passed: readonly number[]) => {
    found.push(carrier);
    if (passed.length === deepest.carriers) return;
    const isInstitution = nodeAt(graph, carrier.node).kind === "institution";
    const parts = [...graph.into(carrier.node, "PART_OF")].map((link) => [link, graph.from[link] ?? 0] as const);
    const joined = isInstitution
      ? [...graph.out(carrier.node, "PARTICIPATES_IN")].map((link) => [link, graph.to[link] ?? 0] as const)
      : [];
    for (const [link, node] of [...parts, ...joined]) {
      const { kind } = nodeAt(graph, node);
      const acts = kind === "team" || (kind === "institution" && isInstitution);
      if (acts && !passed.includes(node)) visit({ node, links: [...carrier.links, link] }, [...passed, node]);
    }
  };
  visit({ node: institution, links: [] }, [institution]);
  return found;
}

/** What an institution is tied to by a link from one of its carriers, or to one. */
const ties: readonly { kind: LinkKind; direction: "out" | "in"; to: string; aspect: Aspect }[] = [
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
const further: readonly { by: LinkKind; from: string; kind: LinkKind; direction: "out" | "in"; to: string; aspect: Aspect }[] = [
  { by: "PART_OF", from: "programme", kind: "USED_AT", direction: "in", to: "product", aspect: "products" },
  { by: "PART_OF", from: "programme", kind: "USED_AT", direction: "out", to: "space", aspect: "spaces" },
  { by: "MADE", from: "product", kind: "RESULTED_IN", direction: "out", to: "outcome", aspect: "outcomes" },
  { by: "HOSTS", from: "space", kind: "RESULTED_IN", direction: "out", to: "outcome", aspect: "outcomes" },
];

const yearOf = (graph: FactGraph, link: number, thing: number) => graph.lastYear[link] || (nodeAt(graph, thing).lastYear ?? 0);

function step(graph: FactGraph, from: number, links: readonly number[], tie: (typeof ties)[number]): Way[] {
  const found = tie.direction === "out" ? graph.out(from, tie.kind) : graph.into(from, tie.kind);
  const ends = tie.direction === "out" ? graph.to : graph.from;
  return [...found].flatMap((link) => {
    const item = ends[link] ?? 0;
    if (nodeAt(graph, item).kind !== tie.to) return [];
    return [{ aspect: tie.aspect, item, thing: item, links: [...links, link], year: yearOf(graph, link, item) }];
  });
}

/** What an institution asks, makes, uses, hosts, takes part in and found: a way for each chain of links that says so. */
export function holdingsOf(graph: FactGraph, institution: number): Way[] {
  const near = carriersOf(graph, institution).flatMap(({ node, links }) => ties.flatMap((tie) => step(graph, node, links, tie)));
  const far = near.flatMap((way) => {
    const { kind } = nodeAt(graph, way.item);
    const by = graph.kindOf(way.links.at(-1) ?? 0);
    return further.filter((tie) => tie.from === kind && tie.by === by).flatMap((tie) => step(graph, way.item, way.links, tie));
  });
  return [...near, ...far];
}

/** A theme that something is about, and the links that lead there. */
export interface ThemeWay {
  readonly theme: number;
  readonly links: readonly number[];
}

/** Every theme that a node is about, and the broader themes of those, by every chain of links. */
export function themesOf(graph: FactGraph, thing: number): ThemeWay[] {
  return [...graph.out(thing, "ABOUT")].flatMap((link) => broaderOf(graph, graph.to[link] ?? 0, [link], []));
}

/** A theme itself and every broader one. */
export function broaderOf(graph: FactGraph, theme: number, links: readonly number[], passed: readonly number[]): ThemeWay[] {
  const here = { theme, links };
  if (passed.length === deepest.themes) return [here];
  const up = [...graph.out(theme, "BROADER")].filter((link) => ![...passed, theme].includes(graph.to[link] ?? 0));
  return [here, ...up.flatMap((link) => broaderOf(graph, graph.to[link] ?? 0, [...links, link], [...passed, theme]))];
}

/** Aspects whose things have themes that are compared too. */
const themed: ReadonlyMap<Aspect, Aspect> = new Map([
  ["questions", "themes"],
  ["products", "products"],
  ["spaces", "spaces"],
  ["outcomes", "outcomes"],
]);

/** Every way in which an institution is tied to anything: its holdings, and the themes of those. */
export function waysOf(graph: FactGraph, institution: number, themes: (thing: number) => readonly ThemeWay[]): Way[] {
  const holdings = holdingsOf(graph, institution);
  const about = holdings.flatMap((way) => {
    const aspect = themed.get(way.aspect);
    if (!aspect) return [];
    return themes(way.item).map(({ theme, links }) => ({ ...way, aspect, item: theme, links: [...way.links, ...links] }));
  });
  return [...holdings, ...about];
}
