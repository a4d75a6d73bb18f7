import type { Aspect, Factor, Reason } from "../../model/discovery.ts";
import type { LinkOf } from "./facts.ts";
import { type FactGraph, nodeAt, summaryOf } from "./facts.ts";
import { amountOf, aspectAt, itemPoints, points, type Scoring } from "./peers.ts";
import { doubtsOf, type Profiles, type Rarity, worthOf } from "./profiles.ts";
import { namesOf, reasonSentence } from "./sentences.ts";
import { bestTwo, strengthsOf, together } from "./strength.ts";
import { broaderOf, type Way, waysOf } from "./ways.ts";

/** A reason shows at most this many links beside those that carry its amount. */
const mostBackup = 8;

/** The ways of an institution, by item; worked out when a reason needs its links. */
export type WaysByItem = ReadonlyMap<string, readonly Way[]>;

export const itemKey = (aspect: Aspect, node: number): string => `${aspect} ${node}`;

export function waysByItem(profiles: Profiles, institution: number): WaysByItem {
  const ways = waysOf(profiles.graph, profiles.institutions[institution] ?? 0, profiles.themes);
  const found = new Map<string, Way[]>();
  for (const way of ways) {
    const key = itemKey(way.aspect, way.item);
    const group = found.get(key);
    if (group) group.push(way);
    else found.set(key, [way]);
  }
  return found;
}

/** What one reason is worked out from. */
interface Shared {
  readonly item: number;
  readonly isTheme: boolean;
  /** Points before the strength of the ties. */
  readonly most: number;
  readonly sides: readonly [readonly Way[], readonly Way[]];
}

export interface ReasonContext {
  readonly profiles: Profiles;
  readonly scoring: Scoring;
  readonly rarity: Rarity;
  readonly linkOf: LinkOf;
  /** How many links a reason shows beside those that carry its amount. */
  readonly backup?: number;
}

/**
 * The reasons of two institutions' score, largest first, then by item. Their amounts add up to the score. A shared broader theme
 * stands under the narrower one that both share, so that one thing is told once.
 */
export function reasonsFor(
  context: ReasonContext,
  one: number,
  other: number,
  ways: readonly [WaysByItem, WaysByItem],
): Reason[] {
  const parts = sharedItems(context, one, other).flatMap(({ item, most }) => {
    const key = itemKey(aspectAt(context.profiles, item), context.profiles.items.node[item] ?? 0);
    const isTheme = context.profiles.items.isTheme[item] === 1;
    return partOf(context, { item, isTheme, most, sides: [ways[0].get(key) ?? [], ways[1].get(key) ?? []] }) ?? [];
  });
  return underNarrowest(context.profiles, parts)
    .map((group) => reasonOf(context, group, [one, other]))
    .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
}

/** A shared item with what it gives. */
interface Part {
  readonly shared: Shared;
  readonly pair: [Way, Way];
  readonly amount: number;
  /** What each link that carries the amount takes with it. */
  readonly carried: ReadonlyMap<number, number>;
}

function partOf(context: ReasonContext, shared: Shared): Part | undefined {
  const pair = bestPair(context, shared);
  const amount = amountWithout(context, shared);
  if (!pair || amount === 0) return undefined;
  const links = [...new Set(pair.flatMap((way) => way.links))];
  return { shared, pair, amount, carried: new Map(links.map((link) => [link, amount - amountWithout(context, shared, link)])) };
}

/** Groups themes with the most telling narrower theme of the same aspect; each group has its narrowest first. */
function underNarrowest(profiles: Profiles, parts: readonly Part[]): [Part, ...Part[]][] {
  const { items, graph } = profiles;
  const nodeOf = ({ shared }: Part) => items.node[shared.item] ?? 0;
  const isAbove = (wide: Part, narrow: Part) =>
    wide !== narrow &&
    wide.shared.isTheme &&
    narrow.shared.isTheme &&
    items.aspect[wide.shared.item] === items.aspect[narrow.shared.item] &&
    broaderOf(graph, nodeOf(narrow), [], []).some(({ theme }) => theme === nodeOf(wide));
  const narrowest = parts.filter((part) => !parts.some((other) => isAbove(part, other)));
  const groups = new Map(narrowest.map((part): [Part, [Part, ...Part[]]] => [part, [part]]));
  for (const part of parts) {
    if (groups.has(part)) continue;
    const below = narrowest.filter((one) => isAbove(part, one)).sort((a, b) => b.amount - a.amount || nodeOf(a) - nodeOf(b));
    const [home] = below;
    if (home) groups.get(home)?.push(part);
    else groups.set(part, [part]);
  }
  return [...groups.values()];
}

/** What both are tied to and gives at least one point. The ties of an institution are sorted by item, so this is a merge. */
function sharedItems({ profiles, scoring, rarity }: ReasonContext, one: number, other: number): { item: number; most: number }[] {
  const { ties, items } = profiles;
  const strengths = strengthsOf(profiles, scoring.off);
  const found: { item: number; most: number }[] = [];
  let [a, b] = [ties.starts[one] ?? 0, ties.starts[other] ?? 0];
  const [endA, endB] = [ties.starts[one + 1] ?? 0, ties.starts[other + 1] ?? 0];
  const at = (tie: number) => ({
    best: strengths.best[tie] ?? 0,
    thing: strengths.thing[tie] ?? -1,
    second: strengths.second[tie] ?? 0,
  });
  while (a < endA && b < endB) {
    const [itemA, itemB] = [ties.item[a] ?? 0, ties.item[b] ?? 0];
    if (itemA === itemB) {
      const most = itemPoints(profiles, itemA, scoring, rarity);
      if (amountOf(most * together(at(a), at(b), items.isTheme[itemA] === 1)) > 0) found.push({ item: itemA, most });
    }
    if (itemA <= itemB) a++;
    if (itemB <= itemA) b++;
  }
  return found;
}

const weighed = ({ profiles: { graph }, scoring }: ReasonContext, way: Way) => ({
  thing: way.thing,
  worth: worthOf(doubtsOf(graph, way), scoring.off),
});

function amountWithout(context: ReasonContext, { most, isTheme, sides }: Shared, without?: number): number {
  const [one, other] = sides.map((ways) =>
    bestTwo(
      (without === undefined ? ways : ways.filter(({ links }) => !links.includes(without))).map((way) => weighed(context, way)),
    ),
  );
  return one && other ? amountOf(most * together(one, other, isTheme)) : 0;
}

/** The two ways that give a reason its amount: the best pair, for a theme by different things. Ties go to the earlier way. */
function bestPair(context: ReasonContext, { sides: [ones, others], isTheme }: Shared): [Way, Way] | undefined {
  let best: { pair: [Way, Way]; worth: number } | undefined;
  for (const one of candidates(context, ones)) {
    for (const other of candidates(context, others)) {
      if (isTheme && one.way.thing === other.way.thing) continue;
      const worth = one.worth * other.worth;
      if (!best || worth > best.worth) best = { pair: [one.way, other.way], worth };
    }
  }
  return best?.pair;
}

/** The best way by each thing; two things are enough to find the best pair. */
function candidates(context: ReasonContext, ways: readonly Way[]): { way: Way; worth: number }[] {
  const byThing = new Map<number, { way: Way; worth: number }>();
  for (const way of ways) {
    const { worth } = weighed(context, way);
    const known = byThing.get(way.thing);
    if (!known || worth > known.worth || (worth === known.worth && way.links.length < known.way.links.length))
      byThing.set(way.thing, { way, worth });
  }
  return [...byThing.values()].sort((a, b) => b.worth - a.worth || a.way.thing - b.way.thing).slice(0, 2);
}

function reasonOf(context: ReasonContext, group: readonly [Part, ...Part[]], institutions: [number, number]): Reason {
  const [{ shared, pair }, ...wider] = group;
  const { graph, items } = context.profiles;
  const aspect = aspectAt(context.profiles, shared.item);
  const node = items.node[shared.item] ?? 0;
  const carried = new Map<number, number>();
  for (const part of group) for (const [link, amount] of part.carried) carried.set(link, (carried.get(link) ?? 0) + amount);
  const all = [...new Set([...carried.keys(), ...group.flatMap((part) => part.shared.sides.flat().flatMap((way) => way.links))])];
  const links = all.slice(0, carried.size + (context.backup ?? mostBackup));
  return {
    id: `${aspect}:${nodeAt(graph, node).id}`,
    aspect,
    amount: group.reduce((sum, { amount }) => sum + amount, 0),
    item: summaryOf(graph, node),
    sentence: reasonSentence(context.profiles, { aspect, node, isTheme: shared.isTheme, institutions, pair }),
    factors: [...factorsOf(context, shared, pair), ...wider.map((part) => widerFactor(context.profiles, part))],
    facts: links.map((link) => ({ link: context.linkOf(link), amount: carried.get(link) ?? 0 })),
    more: all.length - links.length,
    nodes: nodesOf(graph, links),
  };
}

/** Points that a broader theme adds to those of the narrower one. */
function widerFactor(profiles: Profiles, { shared, amount }: Part): Factor {
  const names = namesOf(profiles, profiles.items.node[shared.item] ?? 0);
  return {
    name: "broader",
    value: amount,
    sentence: { nl: `punten erbij, want ook ${names.nl} delen jullie`, en: `points more, for you share ${names.en} too` },
  };
}

/** Every node on some links, by id. */
export function nodesOf(graph: FactGraph, links: readonly number[]): Reason["nodes"] {
  const places = new Set(links.flatMap((link) => [graph.from[link] ?? 0, graph.to[link] ?? 0]));
  return [...places].sort((a, b) => a - b).map((place) => summaryOf(graph, place));
}

/** How the amount came about: points, then what each effect makes of them. Multiplied they give the amount, rounded. */
function factorsOf({ profiles, scoring, rarity }: ReasonContext, { item, isTheme }: Shared, pair: [Way, Way]): Factor[] {
  const aspect = aspectAt(profiles, item);
  const { graph } = profiles;
  const base = points[aspect][isTheme ? "theme" : "thing"];
  const tells = (scoring.off.includes("rarity") ? rarity.off : rarity.on)[item] ?? 0;
  const doubts = pair.map((way) => doubtsOf(graph, way));
  const effect = (name: "basis" | "contested" | "age") =>
    scoring.off.includes(name) ? 1 : Math.sqrt(doubts.reduce((product, doubt) => product * doubt[name], 1));
  const all: Factor[] = [
    { name: "points", value: base, sentence: { nl: "punten om mee te beginnen", en: "points to start with" } },
    { name: "weight", value: scoring[aspect], sentence: { nl: "jullie eigen gewicht", en: "your own weight" } },
    isTheme
      ? {
          name: "rarity",
          value: tells,
          sentence: { nl: "hoe zeldzaam en precies het thema is", en: "how rare and precise the theme is" },
        }
      : { name: "rarity", value: tells, sentence: { nl: "hoe zeldzaam het is", en: "how rare it is" } },
    {
      name: "basis",
      value: effect("basis"),
      sentence: { nl: "een deel is door ons afgeleid", en: "part of it was derived by us" },
    },
    {
      name: "contested",
      value: effect("contested"),
      sentence: { nl: "bronnen verschillen hierover", en: "sources differ on this" },
    },
    { name: "age", value: effect("age"), sentence: { nl: "het is al wat ouder", en: "it is some years old" } },
  ];
  return all.filter(
    ({ name, value }) => name === "points" || (name === "rarity" && !scoring.off.includes("rarity")) || value !== 1,
  );
}
