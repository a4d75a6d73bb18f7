import type { Aspect, Factor, Reason } from "../../model/discovery.ts";
import type { Text } from "../../model/graph.ts";
import { type FactGraph, type LinkOf, nodeAt, summaryOf } from "./facts.ts";
import { amountOf, type Scoring } from "./peers.ts";
import { type Doubts, doubtsOf, type Profiles, type Rarity, worthOf } from "./profiles.ts";
import { namesOf } from "./sentences.ts";
import { bestTwo, together } from "./strength.ts";
import { broaderOf, type Way } from "./ways.ts";

/** A reason shows at most this many links beside those that carry its amount. */
const mostBackup = 8;

export interface ReasonContext {
  readonly profiles: Profiles;
  readonly scoring: Scoring;
  readonly rarity: Rarity;
  readonly linkOf: LinkOf;
  /** How many links a reason shows beside those that carry its amount. */
  readonly backup?: number;
}

/** Something on which two sides meet, and all that its points are worked out from. */
export interface Meeting {
  readonly aspect: Aspect;
  readonly node: number;
  /** Both sides must come to it by different things. */
  readonly apart: boolean;
  /** Points to start with, the user's weight, and how much the node tells. */
  readonly points: number;
  readonly weight: number;
  readonly tells: number;
  readonly sides: readonly [readonly Way[], readonly Way[]];
}

/** A meeting with what it gives. */
export interface Part {
  readonly meeting: Meeting;
  /** The best way on each side. */
  readonly pair: [Way, Way];
  readonly amount: number;
  /** What each link that carries the amount takes with it. */
  readonly carried: ReadonlyMap<number, number>;
}

const weighed = ({ profiles: { graph }, scoring }: ReasonContext, way: Way) => ({
  thing: way.thing,
  worth: worthOf(doubtsOf(graph, way), scoring.off),
});

function amountWithout(context: ReasonContext, { points, weight, tells, apart, sides }: Meeting, without?: number): number {
  const [one, other] = sides.map((ways) =>
    bestTwo(
      (without === undefined ? ways : ways.filter(({ links }) => !links.includes(without))).map((way) => weighed(context, way)),
    ),
  );
  return one && other ? amountOf(points * weight * tells * together(one, other, apart)) : 0;
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

/** The two ways that give a meeting its amount. Ties go to the earlier way. */
function bestPair(context: ReasonContext, { sides: [ones, others], apart }: Meeting): [Way, Way] | undefined {
  let best: { pair: [Way, Way]; worth: number } | undefined;
  for (const one of candidates(context, ones)) {
    for (const other of candidates(context, others)) {
      if (apart && one.way.thing === other.way.thing) continue;
      const worth = one.worth * other.worth;
      if (!best || worth > best.worth) best = { pair: [one.way, other.way], worth };
    }
  }
  return best?.pair;
}

/** What a meeting gives; nothing when it is not worth a reason. */
export function partOf(context: ReasonContext, meeting: Meeting): Part | undefined {
  const pair = bestPair(context, meeting);
  const amount = amountWithout(context, meeting);
  if (!pair || amount === 0) return undefined;
  const links = [...new Set(pair.flatMap((way) => way.links))];
  return { meeting, pair, amount, carried: new Map(links.map((link) => [link, amount - amountWithout(context, meeting, link)])) };
}

/** Groups themes with the most telling narrower theme of the same aspect; each group has its narrowest first. */
export function underNarrowest({ graph }: Profiles, parts: readonly Part[]): [Part, ...Part[]][] {
  const isTheme = ({ meeting }: Part) => nodeAt(graph, meeting.node).kind === "theme";
  const isAbove = (wide: Part, narrow: Part) =>
    wide !== narrow &&
    isTheme(wide) &&
    isTheme(narrow) &&
    wide.meeting.aspect === narrow.meeting.aspect &&
    broaderOf(graph, narrow.meeting.node, [], []).some(({ theme }) => theme === wide.meeting.node);
  const narrowest = parts.filter((part) => !parts.some((other) => isAbove(part, other)));
  const groups = new Map(narrowest.map((part): [Part, [Part, ...Part[]]] => [part, [part]]));
  for (const part of parts) {
    if (groups.has(part)) continue;
    const below = narrowest.filter((one) => isAbove(part, one));
    const [home] = below.sort((a, b) => b.amount - a.amount || a.meeting.node - b.meeting.node);
    if (home) groups.get(home)?.push(part);
    else groups.set(part, [part]);
  }
  return [...groups.values()];
}

/** A reason out of a meeting and the broader themes that stand under it. */
export function reasonOf(context: ReasonContext, group: readonly [Part, ...Part[]], sentence: Text): Reason {
  const [{ meeting, pair }, ...wider] = group;
  const { graph } = context.profiles;
  const carried = new Map<number, number>();
  for (const part of group) for (const [link, amount] of part.carried) carried.set(link, (carried.get(link) ?? 0) + amount);
  const every = group.flatMap((part) => part.meeting.sides.flat().flatMap((way) => way.links));
  const all = [...new Set([...carried.keys(), ...every])];
  const links = all.slice(0, carried.size + (context.backup ?? mostBackup));
  return {
    id: `${meeting.aspect}:${nodeAt(graph, meeting.node).id}`,
    aspect: meeting.aspect,
    amount: group.reduce((sum, { amount }) => sum + amount, 0),
    item: summaryOf(graph, meeting.node),
    sentence,
    factors: [...factorsOf(context, meeting, pair), ...wider.map((part) => widerFactor(context.profiles, part))],
    facts: links.map((link) => ({ link: context.linkOf(link), amount: carried.get(link) ?? 0 })),
    more: all.length - links.length,
    nodes: nodesOf(graph, links),
  };
}

/** Every node on some links, by id. */
export function nodesOf(graph: FactGraph, links: readonly number[]): Reason["nodes"] {
  const places = new Set(links.flatMap((link) => [graph.from[link] ?? 0, graph.to[link] ?? 0]));
  return [...places].sort((a, b) => a - b).map((place) => summaryOf(graph, place));
}

/** Points that a broader theme adds to those of the narrower one. */
function widerFactor(profiles: Profiles, { meeting, amount }: Part): Factor {
  const names = namesOf(profiles, meeting.node);
  const sentence = { nl: `punten erbij voor het ruimere thema ${names.nl}`, en: `points more for the broader theme ${names.en}` };
  return { name: "broader", value: amount, sentence };
}

/** How the amount came about: points, then what each effect makes of them. Multiplied they give the amount, rounded. */
function factorsOf({ profiles, scoring }: ReasonContext, { node, points, weight, tells }: Meeting, pair: [Way, Way]): Factor[] {
  const isTheme = nodeAt(profiles.graph, node).kind === "theme";
  const doubts = pair.map((way) => doubtsOf(profiles.graph, way));
  const mean = (name: keyof Doubts) => Math.sqrt(doubts.reduce((product, doubt) => product * doubt[name], 1));
  const effect = (name: "basis" | "contested" | "age") => (scoring.off.includes(name) ? 1 : mean(name));
  const all: Factor[] = [
    { name: "points", value: points, sentence: { nl: "punten om mee te beginnen", en: "points to start with" } },
    { name: "weight", value: weight, sentence: { nl: "jullie eigen gewicht", en: "your own weight" } },
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
    {
      name: "closeness",
      value: mean("closeness"),
      sentence: { nl: "hoe dicht de ander erop zit", en: "how close the other is to it" },
    },
  ];
  return all.filter(({ name, value }) => name === "points" || value !== 1);
}
