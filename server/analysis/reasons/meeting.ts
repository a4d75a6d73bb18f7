import type { Factor, Reason } from "../../../model/discovery.ts";
import type { Text } from "../../../model/graph.ts";
import { type FactGraph, type LinkOf, nodeAt, summaryOf } from "../graph/graph-index.ts";
import { amountOf, type Scoring } from "../peers/score.ts";
import type { Way } from "../profile/chains.ts";
import { type Doubts, doubtsOf, worthOf } from "../profile/discounts.ts";
import type { Profiles } from "../profile/profiles.ts";
import type { Rarity } from "../profile/rarity.ts";
import { bestTwo, together } from "../profile/tie-strength.ts";
import { namesOf } from "../wording/sentences.ts";
import { amountOfGroup, type Giving, type Group } from "./broader-themes.ts";

/** A reason shows at most this many links beside those that carry its amount. */
const mostBackup = 4;

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
  readonly aspect: Giving["aspect"];
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
export interface Part extends Giving {
  readonly meeting: Meeting;
  /** The best way on each side. */
  readonly pair: readonly [Way, Way];
  /** What each link that carries the amount takes with it. */
  readonly carried: ReadonlyMap<number, number>;
}

/** What makes a way count for less. */
export function doubtsIn({ profiles }: Pick<ReasonContext, "profiles">, way: Way): Doubts {
  const known = way.doubts ?? doubtsOf(profiles.graph, way);
  return way.closeness === undefined ? known : { ...known, closeness: way.closeness };
}

interface Weighed {
  readonly way: Way;
  readonly worth: number;
}

const weigh = (context: ReasonContext, ways: readonly Way[]): Weighed[] =>
  ways.map((way) => ({ way, worth: worthOf(doubtsIn(context, way), context.scoring.off) }));

const best = (ways: readonly Weighed[]) =>
  bestTwo(
    ways.length,
    (at) => ways[at]?.worth ?? 0,
    (at) => ways[at]?.way.thing ?? -1,
  );

type Sides = readonly [readonly Weighed[], readonly Weighed[]];

function amountFor({ points, weight, tells, apart }: Meeting, [one, other]: Sides, without?: number): number {
  const left = (ways: readonly Weighed[]) =>
    best(without === undefined ? ways : ways.filter(({ way }) => !way.links.includes(without)));
  return amountOf(points * weight * tells * together(left(one), left(other), apart));
}

/** The best way by each thing; two things are enough to find the best pair. Ties go to the shorter way. */
function candidates(ways: readonly Weighed[]): Weighed[] {
  const byThing = new Map<number, Weighed>();
  for (const one of ways) {
    const known = byThing.get(one.way.thing);
    const isBetter =
      !known || one.worth > known.worth || (one.worth === known.worth && one.way.links.length < known.way.links.length);
    if (isBetter) byThing.set(one.way.thing, one);
  }
  return [...byThing.values()].sort((a, b) => b.worth - a.worth || a.way.thing - b.way.thing).slice(0, 2);
}

/** The two ways that give a meeting its amount. */
function bestPair({ apart }: Meeting, [ones, others]: Sides): [Way, Way] | undefined {
  let found: { pair: [Way, Way]; worth: number } | undefined;
  for (const one of candidates(ones)) {
    for (const other of candidates(others)) {
      if (apart && one.way.thing === other.way.thing) continue;
      const worth = one.worth * other.worth;
      if (!found || worth > found.worth) found = { pair: [one.way, other.way], worth };
    }
  }
  return found?.pair;
}

/** What a meeting gives; nothing when it is not worth a reason. */
export function partOf(context: ReasonContext, meeting: Meeting): Part | undefined {
  const sides: Sides = [weigh(context, meeting.sides[0]), weigh(context, meeting.sides[1])];
  const amount = amountFor(meeting, sides);
  const pair = bestPair(meeting, sides);
  if (!pair || amount === 0) return undefined;
  const links = [...new Set(pair.flatMap((way) => way.links))];
  const carried = new Map(links.map((link) => [link, amount - amountFor(meeting, sides, link)]));
  return { aspect: meeting.aspect, node: meeting.node, meeting, pair, amount, carried };
}

/** A reason out of a meeting and the broader themes that stand under it. */
export function reasonOf(context: ReasonContext, group: Group<Part>, sentence: Text): Reason {
  const [{ meeting, pair }, ...wider] = group;
  const { graph } = context.profiles;
  const carried = new Map<number, number>();
  for (const part of group) for (const [link, amount] of part.carried) carried.set(link, (carried.get(link) ?? 0) + amount);
  const all = new Set(carried.keys());
  for (const { meeting: one } of group)
    for (const side of one.sides) for (const way of side) for (const link of way.links) all.add(link);
  const links = [...all].slice(0, carried.size + (context.backup ?? mostBackup));
  return {
    id: `${meeting.aspect}:${nodeAt(graph, meeting.node).id}`,
    aspect: meeting.aspect,
    amount: amountOfGroup(group),
    item: summaryOf(graph, meeting.node),
    sentence,
    factors: [...factorsOf(context, meeting, pair), ...wider.map((part) => widerFactor(context.profiles, part))],
    facts: links.map((link) => ({ link: context.linkOf(link), amount: carried.get(link) ?? 0 })),
    more: all.size - links.length,
    nodes: nodesOf(graph, links),
  };
}

/** Every node on some links, by id. */
export function nodesOf(graph: FactGraph, links: readonly number[]): Reason["nodes"] {
  const places = new Set(links.flatMap((link) => [graph.from[link] ?? 0, graph.to[link] ?? 0]));
  return [...places].sort((a, b) => a - b).map((place) => summaryOf(graph, place));
}

/** Points that a broader theme adds to those of the narrower one. */
function widerFactor(profiles: Profiles, { node, amount }: Part): Factor {
  const names = namesOf(profiles, node);
  const sentence = { nl: `punten erbij voor het ruimere thema ${names.nl}`, en: `points more for the broader theme ${names.en}` };
  return { name: "broader", value: amount, sentence };
}

/** How the amount came about: points, then what each effect makes of them. Multiplied they give the amount, rounded. */
function factorsOf(context: ReasonContext, { node, points, weight, tells }: Meeting, pair: readonly [Way, Way]): Factor[] {
  const isTheme = nodeAt(context.profiles.graph, node).kind === "theme";
  const doubts = pair.map((way) => doubtsIn(context, way));
  const mean = (name: keyof Doubts) => Math.sqrt(doubts.reduce((product, doubt) => product * doubt[name], 1));
  const effect = (name: "basis" | "contested" | "age") => (context.scoring.off.includes(name) ? 1 : mean(name));
  const all: [string, number, string, string][] = [
    ["points", points, "punten om mee te beginnen", "points to start with"],
    ["weight", weight, "jullie eigen gewicht", "your own weight"],
    isTheme
      ? ["rarity", tells, "hoe zeldzaam en precies het thema is", "how rare and precise the theme is"]
      : ["rarity", tells, "hoe zeldzaam het is", "how rare it is"],
    ["basis", effect("basis"), "een deel is door ons afgeleid", "part of it was derived by us"],
    ["contested", effect("contested"), "bronnen verschillen hierover", "sources differ on this"],
    ["age", effect("age"), "het is al wat ouder", "it is some years old"],
    ["closeness", mean("closeness"), "hoe dicht de ander erop zit", "how close the other is to it"],
  ];
  return all
    .filter(([name, value]) => name === "points" || value !== 1)
    .map(([name, value, nl, en]) => ({ name, value, sentence: { nl, en } }));
}
