import type { LinkIndex, NodeIndex } from "../graph/indices.ts";
import { type Discounts, weightOf } from "../profile/discounts.ts";
import { amountOf, type PointParts, type Scoring } from "../profile/scoring.ts";
import { bestTwo, together, type Weighted } from "../profile/tie-strength.ts";
import type { Chain, Profiles, Rarity } from "../profile/types.ts";
import { amountOfGroup, type Contribution, type Group } from "./broader-themes.ts";

/** What reasons are worked out from. */
export interface ReasonContext {
  readonly profiles: Profiles;
  readonly scoring: Scoring;
  readonly rarity: Rarity;
  /** How many links a reason shows beside those that carry its amount; `mostBackup` when absent. */
  readonly backup?: number;
}

/** A reason shows at most this many links beside those that carry its amount. */
const mostBackup = 4;

/** A node to which the chains of two sides lead, and all that its points are worked out from. */
export interface Meeting extends PointParts {
  readonly aspect: Contribution["aspect"];
  readonly node: NodeIndex;
  /** Whether both sides must come to it by different nodes. */
  readonly apart: boolean;
  readonly sides: readonly [readonly Chain[], readonly Chain[]];
}

/** A meeting that gives points. */
export interface MetContribution extends Contribution {
  readonly meeting: Meeting;
  /** The heaviest chain on each side. */
  readonly pair: readonly [Chain, Chain];
  /** For each link of the pair: by how many points the amount falls without it. */
  readonly carried: ReadonlyMap<LinkIndex, number>;
}

interface WeightedChain extends Weighted {
  readonly chain: Chain;
}

type Sides = readonly [readonly WeightedChain[], readonly WeightedChain[]];

const weighted = ({ scoring }: Pick<ReasonContext, "scoring">, chains: readonly Chain[]): WeightedChain[] =>
  chains.map((chain) => ({ chain, via: chain.via, weight: weightOf(chain.discounts, scoring.off) }));

function amountFor({ points, userWeight, tells, apart }: Meeting, [one, other]: Sides, without?: LinkIndex): number {
  const left = (chains: readonly WeightedChain[]) =>
    bestTwo(without === undefined ? chains : chains.filter(({ chain }) => !chain.links.includes(without)));
  return amountOf(points * userWeight * tells * together(left(one), left(other), apart));
}

/** The heaviest chain by each node; two are enough to find the best pair. Ties go to the shorter chain. */
function candidates(chains: readonly WeightedChain[]): WeightedChain[] {
  const byNode = new Map<NodeIndex, WeightedChain>();
  for (const one of chains) {
    const known = byNode.get(one.via);
    const isBetter =
      !known || one.weight > known.weight || (one.weight === known.weight && one.chain.links.length < known.chain.links.length);
    if (isBetter) byNode.set(one.via, one);
  }
  return [...byNode.values()].sort((a, b) => b.weight - a.weight || a.via - b.via).slice(0, 2);
}

/** The two chains that give a meeting its amount. */
function bestPair({ apart }: Meeting, [ones, others]: Sides): [Chain, Chain] | undefined {
  let found: { pair: [Chain, Chain]; weight: number } | undefined;
  for (const one of candidates(ones)) {
    for (const other of candidates(others)) {
      if (apart && one.via === other.via) continue;
      const weight = one.weight * other.weight;
      if (!found || weight > found.weight) found = { pair: [one.chain, other.chain], weight };
    }
  }
  return found?.pair;
}

/** The two chains that give a meeting its amount, without working out what each of their links carries; undefined when it gives nothing. */
export function heaviestPair(context: Pick<ReasonContext, "scoring">, meeting: Meeting): readonly [Chain, Chain] | undefined {
  return bestPair(meeting, [weighted(context, meeting.sides[0]), weighted(context, meeting.sides[1])]);
}

/** What a meeting contributes; undefined when that is not worth a reason. */
export function contributionOf(context: Pick<ReasonContext, "scoring">, meeting: Meeting): MetContribution | undefined {
  const sides: Sides = [weighted(context, meeting.sides[0]), weighted(context, meeting.sides[1])];
  const amount = amountFor(meeting, sides);
  const pair = bestPair(meeting, sides);
  if (!pair || amount === 0) return undefined;
  const links = [...new Set(pair.flatMap((chain) => chain.links))];
  const carried = new Map(links.map((link) => [link, amount - amountFor(meeting, sides, link)]));
  return { aspect: meeting.aspect, node: meeting.node, meeting, pair, amount, carried };
}

/** A step of how an amount came about. `broader` is the theme that adds points; wording/ has a sentence for each `meaning`. */
export type ReasonFactor =
  | { readonly name: string; readonly value: number; readonly meaning: FactorMeaning }
  | { readonly name: "broader"; readonly value: number; readonly meaning: "broader"; readonly node: NodeIndex };

export type FactorMeaning =
  | "points"
  | "pointsForApproach"
  | "pointsForEvidence"
  | "pointsTogether"
  | "userWeight"
  | "themeRarity"
  | "rarity"
  | "basis"
  | "contested"
  | "age"
  | "closeness";

/**
 * One named part of a score, in numbers and indices, without what it rests on. `Subject` is all that a sentence about it needs;
 * sentences are made in wording/, for what is shown.
 */
export interface ShortReason<Subject> {
  /** Stable within an answer. */
  readonly id: string;
  readonly aspect: Contribution["aspect"];
  /** In whole points. */
  readonly amount: number;
  /** What is shared, or what fits. */
  readonly node: NodeIndex;
  readonly subject: Subject;
}

/** The largest reasons of a score, and what all that are left come to. */
export interface FirstReasons<Subject> {
  /** Largest first, then by id. */
  readonly first: readonly ShortReason<Subject>[];
  readonly rest: { readonly count: number; readonly amount: number };
}

/** The same with how its amount came about, and the links that it rests on. */
export interface StructuredReason<Subject> extends ShortReason<Subject> {
  readonly factors: readonly ReasonFactor[];
  /** Those that carry points first, then those that back them up. */
  readonly links: readonly { readonly link: LinkIndex; readonly amount: number }[];
  /** How many more links back it up. */
  readonly more: number;
}

/** Largest first, then by id. */
export const byAmount = (
  a: Pick<ShortReason<unknown>, "amount" | "id">,
  b: Pick<ShortReason<unknown>, "amount" | "id">,
): number => b.amount - a.amount || (a.id < b.id ? -1 : 1);

/** The id of the reason that a contribution gives. */
export const reasonIdOf = ({ graph }: Pick<Profiles, "graph">, { aspect, node }: Omit<Contribution, "amount">): string =>
  `${aspect}:${graph.node(node).id}`;

/** A reason out of a contribution and those of the broader themes that stand under it. */
export function reasonOf<Subject>(
  context: ReasonContext,
  group: Group<MetContribution>,
  subject: Subject,
): StructuredReason<Subject> {
  const [{ meeting, pair }, ...wider] = group;
  const carried = new Map<LinkIndex, number>();
  for (const one of group) for (const [link, amount] of one.carried) carried.set(link, (carried.get(link) ?? 0) + amount);
  const all = new Set(carried.keys());
  for (const { meeting: one } of group)
    for (const side of one.sides) for (const chain of side) for (const link of chain.links) all.add(link);
  const shown = [...all].slice(0, carried.size + (context.backup ?? mostBackup));
  return {
    id: reasonIdOf(context.profiles, meeting),
    aspect: meeting.aspect,
    amount: amountOfGroup(group),
    node: meeting.node,
    subject,
    factors: [...factorsOf(context, meeting, pair), ...wider.map(broaderFactor)],
    links: shown.map((link) => ({ link, amount: carried.get(link) ?? 0 })),
    more: all.size - shown.length,
  };
}

const broaderFactor = ({ node, amount }: Contribution): ReasonFactor => ({
  name: "broader",
  value: amount,
  meaning: "broader",
  node,
});

/** How the amount came about: points, then what each effect makes of them. Multiplied they give the amount, rounded. */
function factorsOf(
  { profiles, scoring }: ReasonContext,
  { node, points, userWeight, tells }: Meeting,
  pair: readonly [Chain, Chain],
): ReasonFactor[] {
  const isTheme = profiles.graph.node(node).kind === "theme";
  const mean = (name: keyof Discounts) => Math.sqrt(pair[0].discounts[name] * pair[1].discounts[name]);
  const effect = (name: "basis" | "contested" | "age") => (scoring.off.includes(name) ? 1 : mean(name));
  const all: ReasonFactor[] = [
    { name: "points", value: points, meaning: "points" },
    { name: "weight", value: userWeight, meaning: "userWeight" },
    { name: "rarity", value: tells, meaning: isTheme ? "themeRarity" : "rarity" },
    { name: "basis", value: effect("basis"), meaning: "basis" },
    { name: "contested", value: effect("contested"), meaning: "contested" },
    { name: "age", value: effect("age"), meaning: "age" },
    { name: "closeness", value: mean("closeness"), meaning: "closeness" },
  ];
  return all.filter(({ name, value }) => name === "points" || value !== 1);
}
