import { type Aspect, aspectNames, type Effect } from "../../model/discovery.ts";
import { nodeAt } from "./facts.ts";
import type { Profiles, Rarity } from "./profiles.ts";
import { type Strengths, strengthsOf, together } from "./strength.ts";

/** The user's own scoring: a weight for each aspect, and the effects that are switched off. */
export type Scoring = Readonly<Record<Aspect, number>> & { readonly off: readonly Effect[] };

/** Points for sharing a thing itself and for sharing a theme of it, before anything makes it count for less. */
export const points: Readonly<Record<Aspect, { readonly thing: number; readonly theme: number }>> = {
  questions: { thing: 100, theme: 0 },
  themes: { thing: 0, theme: 100 },
  products: { thing: 60, theme: 30 },
  spaces: { thing: 60, theme: 20 },
  networks: { thing: 40, theme: 0 },
  activities: { thing: 30, theme: 0 },
  outcomes: { thing: 40, theme: 20 },
};

export const aspectAt = (profiles: Profiles, item: number): Aspect =>
  aspectNames[profiles.items.aspect[item] ?? 0] ?? "questions";

/** What an item's points are made of: the points to start with, the user's weight, and how much it tells. */
export function pointsOf(profiles: Profiles, item: number, scoring: Scoring, rarity: Rarity) {
  const aspect = aspectAt(profiles, item);
  return {
    points: points[aspect][profiles.items.isTheme[item] === 1 ? "theme" : "thing"],
    weight: scoring[aspect],
    tells: (scoring.off.includes("rarity") ? rarity.off : rarity.on)[item] ?? 0,
  };
}

/** The points that an item gives before the strength of the ties. */
export function itemPoints(profiles: Profiles, item: number, scoring: Scoring, rarity: Rarity): number {
  const { points: base, weight, tells } = pointsOf(profiles, item, scoring, rarity);
  return base * weight * tells;
}

/** An institution by its score, and how many items it shares. */
export interface Scored {
  readonly institution: number;
  /** Whole points: the sum of what each shared item gives. */
  readonly score: number;
  /** How many items give at least one point. */
  readonly items: number;
  /** Whether anything is shared at all, whatever it weighs. */
  readonly shares: boolean;
}

/** Less than this is not worth a reason. */
const leastPoints = 3;

/** Whole points, so that reasons add up to the score exactly; what is not worth a reason gives none. */
export const amountOf = (value: number): number => (value < leastPoints ? 0 : Math.round(value));

const strengthAt = (strengths: Strengths, tie: number) => ({
  best: strengths.best[tie] ?? 0,
  thing: strengths.thing[tie] ?? -1,
  second: strengths.second[tie] ?? 0,
});

/**
 * Everyone who shares anything with `start`, best first, ties by id. Goes through the shared items alone, so it takes time by what
 * is shared and not by how large the graph is.
 *
 * score(a, b) = Σ amount(points(item) × √(strength(a, item) × strength(b, item))) over what both are tied to.
 */
export function scoresFor(profiles: Profiles, start: number, scoring: Scoring, rarity = profiles.rarity): Scored[] {
  const { ties, tiesTo, items } = profiles;
  const strengths = strengthsOf(profiles, scoring.off);
  const count = profiles.institutions.length;
  const score = new Int32Array(count);
  const shared = new Int32Array(count);
  const met = new Uint8Array(count);
  for (let tie = ties.starts[start] ?? 0; tie < (ties.starts[start + 1] ?? 0); tie++) {
    const item = ties.item[tie] ?? 0;
    const most = itemPoints(profiles, item, scoring, rarity);
    const own = strengthAt(strengths, tie);
    const isTheme = items.isTheme[item] === 1;
    for (let at = tiesTo.starts[item] ?? 0; at < (tiesTo.starts[item + 1] ?? 0); at++) {
      const other = tiesTo.ties[at] ?? 0;
      const institution = ties.institution[other] ?? 0;
      if (institution === start) continue;
      const holds = together(own, strengthAt(strengths, other), isTheme);
      if (holds === 0) continue;
      met[institution] = 1;
      const amount = amountOf(most * holds);
      if (amount === 0) continue;
      score[institution] = (score[institution] ?? 0) + amount;
      shared[institution] = (shared[institution] ?? 0) + 1;
    }
  }
  return [...met.keys()]
    .filter((institution) => met[institution] === 1)
    .map((institution) => ({ institution, score: score[institution] ?? 0, items: shared[institution] ?? 0, shares: true }))
    .sort((a, b) => b.score - a.score || a.institution - b.institution);
}

/** Why two institutions are not compared; undefined when they are. */
export type Apart = "itself" | "merged" | "other-sector";

/** The institution itself and, one by one, what it is part of. */
function wholesOf({ partOf }: Profiles, institution: number): number[] {
  const chain = [institution];
  for (let next = partOf[institution] ?? -1; next >= 0 && !chain.includes(next); next = partOf[next] ?? -1) chain.push(next);
  return chain;
}

/** Words for sectors that stand in one property: `hbo / onderzoek`. */
const sectorsOf = (sector: string) => sector.split("/").map((one) => one.trim().toLowerCase());

/**
 * Whether `other` may be a peer of `start`. An institution and what it is part of are one; what merged into another stands in that
 * one's profile; institutions of different sectors are not alike, and where a sector is unknown it is no reason to leave one out.
 */
export function apartFrom(profiles: Profiles, start: number, other: number): Apart | undefined {
  if (wholesOf(profiles, other).includes(start) || wholesOf(profiles, start).includes(other)) return "itself";
  if ((profiles.partOf[other] ?? -1) >= 0) return "merged";
  const [one, two] = [start, other].map((at) => nodeAt(profiles.graph, profiles.institutions[at] ?? 0).sector);
  if (one === undefined || two === undefined || sectorsOf(one).some((sector) => sectorsOf(two).includes(sector)))
    return undefined;
  return "other-sector";
}

/** Everyone who scores and may be a peer, best first. */
export function rankPeers(profiles: Profiles, start: number, scoring: Scoring, rarity = profiles.rarity): Scored[] {
  return scoresFor(profiles, start, scoring, rarity).filter(
    ({ institution, score }) => score > 0 && apartFrom(profiles, start, institution) === undefined,
  );
}

/** The whole that an institution is part of, if any. */
export const wholeOf = (profiles: Profiles, institution: number): number | undefined => wholesOf(profiles, institution)[1];
