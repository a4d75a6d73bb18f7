import { type Aspect, aspectNames, type Effect } from "../../../model/discovery.ts";
import { nodeAt } from "../graph/graph-index.ts";
import { type Profiles, tiesOf } from "../profile/profiles.ts";
import type { Rarity } from "../profile/rarity.ts";
import { strengthsOf, tiedTogether } from "../profile/tie-strength.ts";

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

/** Less than this is not worth a reason. */
const leastPoints = 3;

/** Whole points, so that reasons add up to the score exactly; what is not worth a reason gives none. */
export const amountOf = (value: number): number => (value < leastPoints ? 0 : Math.round(value));

export const aspectAt = (profiles: Pick<Profiles, "items">, item: number): Aspect =>
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

/** An institution by its score, which is the sum of what each shared item gives, in whole points. */
export interface Scored {
  readonly institution: number;
  readonly score: number;
}

/**
 * Everyone who scores with `start`, best first, ties by id. Goes through the shared items alone, so it takes time by what is shared
 * and not by how large the graph is.
 *
 * score(a, b) = Σ amount(points(item) × √(strength(a, item) × strength(b, item))) over what both are tied to.
 */
export function scoresFor(profiles: Profiles, start: number, scoring: Scoring, rarity = profiles.rarity): Scored[] {
  const { ties, items } = profiles;
  const strengths = strengthsOf(profiles, scoring.off);
  const score = new Int32Array(profiles.institutions.length);
  for (const tie of tiesOf(profiles, start)) {
    const item = ties.item[tie] ?? 0;
    const most = itemPoints(profiles, item, scoring, rarity);
    // A tie holds 1 at most: what cannot be worth a reason need not be looked at.
    if (amountOf(most) === 0) continue;
    const apart = items.isTheme[item] === 1;
    const end = ties.to.starts[item + 1] ?? 0;
    for (let at = ties.to.starts[item] ?? 0; at < end; at++) {
      const other = ties.to.ties[at] ?? 0;
      const institution = ties.institution[other] ?? 0;
      score[institution] = (score[institution] ?? 0) + amountOf(most * tiedTogether(strengths, tie, other, apart));
    }
  }
  return [...score.keys()]
    .filter((institution) => institution !== start && (score[institution] ?? 0) > 0)
    .map((institution) => ({ institution, score: score[institution] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.institution - b.institution);
}

/** Something that two institutions are both tied to. */
export interface SharedItem {
  readonly item: number;
  /** Their ties to it. */
  readonly ties: readonly [number, number];
}

/** Everything that two institutions are both tied to, by different things where it is a theme. */
export function sharedItems(profiles: Profiles, one: number, other: number, off: readonly Effect[] = []): SharedItem[] {
  const { ties, items } = profiles;
  const strengths = strengthsOf(profiles, off);
  const shared: SharedItem[] = [];
  // The ties of both stand in the order of their items.
  let theirs = ties.starts[other] ?? 0;
  const [end, last] = [ties.starts[one + 1] ?? 0, ties.starts[other + 1] ?? 0];
  for (let tie = ties.starts[one] ?? 0; tie < end; tie++) {
    const item = ties.item[tie] ?? 0;
    while (theirs < last && (ties.item[theirs] ?? 0) < item) theirs++;
    if (theirs === last) break;
    if (ties.item[theirs] !== item || tiedTogether(strengths, tie, theirs, items.isTheme[item] === 1) === 0) continue;
    shared.push({ item, ties: [tie, theirs] });
  }
  return shared;
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
const shareSector = (one: string, other: string) => sectorsOf(one).some((sector) => sectorsOf(other).includes(sector));

/**
 * Whether `other` may be a peer of `start`. An institution and what it is part of are one; what merged into another stands in that
 * one's profile; institutions of different sectors are not alike, and where a sector is unknown it is no reason to leave one out.
 */
export function apartFrom(profiles: Profiles, start: number, other: number): Apart | undefined {
  if (wholesOf(profiles, other).includes(start) || wholesOf(profiles, start).includes(other)) return "itself";
  if ((profiles.partOf[other] ?? -1) >= 0) return "merged";
  const [one, two] = [start, other].map((at) => nodeAt(profiles.graph, profiles.institutions[at] ?? 0).sector);
  return one === undefined || two === undefined || one === two || shareSector(one, two) ? undefined : "other-sector";
}

/** Everyone who scores and may be a peer, best first. */
export function rankPeers(profiles: Profiles, start: number, scoring: Scoring, rarity = profiles.rarity): Scored[] {
  return scoresFor(profiles, start, scoring, rarity).filter(
    ({ institution }) => apartFrom(profiles, start, institution) === undefined,
  );
}

/** The whole that an institution is part of, if any. */
export const wholeOf = (profiles: Profiles, institution: number): number | undefined => wholesOf(profiles, institution)[1];
