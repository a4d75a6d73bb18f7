import type { Effect } from "../../../model/discovery.ts";
import { Column, type FeatureIndex, type InstitutionIndex, type TieIndex } from "../graph/indices.ts";
import { tiesOf } from "../profile/profiles.ts";
import { amountOf, featurePoints, type Scoring } from "../profile/scoring.ts";
import { strengthsOf, tiedTogether } from "../profile/tie-strength.ts";
import type { Profiles } from "../profile/types.ts";

/** An institution by its score, which is the sum of what each shared feature gives, in whole points. */
export interface ScoredInstitution {
  readonly institution: InstitutionIndex;
  readonly score: number;
}

/**
 * Everyone who scores with `start`, best first, ties by id. Goes through the shared features alone, so it takes time by what is
 * shared and not by how large the graph is.
 *
 * score(a, b) = Σ amount(points(feature) × √(strength(a, feature) × strength(b, feature))) over what both are tied to.
 */
export function scoresFor(
  profiles: Profiles,
  start: InstitutionIndex,
  scoring: Scoring,
  rarity = profiles.rarity,
): ScoredInstitution[] {
  const { ties, features, institutions } = profiles;
  const strengths = strengthsOf(profiles, scoring.off);
  const sums = new Int32Array(institutions.length);
  for (const tie of tiesOf(profiles, start)) {
    const feature = ties.feature.at(tie);
    const most = featurePoints(profiles, feature, scoring, rarity);
    // Strength is at most 1: skip a feature whose full points are too few for a reason.
    if (amountOf(most) === 0) continue;
    const apart = features.isTheme(feature);
    for (const other of ties.toFeature.rowOf(feature)) {
      const amount = amountOf(most * tiedTogether(strengths, tie, other, apart));
      if (amount > 0) sums[ties.institution.at(other)]! += amount;
    }
  }
  const scores = new Column<InstitutionIndex>(sums);
  return [...scores.rows()]
    .filter((institution) => institution !== start && scores.at(institution) > 0)
    .map((institution) => ({ institution, score: scores.at(institution) }))
    .sort((a, b) => b.score - a.score || a.institution - b.institution);
}

/** A feature that two institutions are both tied to. */
export interface SharedFeature {
  readonly feature: FeatureIndex;
  /** The tie of each to it. */
  readonly ties: readonly [TieIndex, TieIndex];
}

/** Everything that two institutions are both tied to, in the order of the features; a theme only when by different nodes. */
export function sharedFeatures(
  profiles: Profiles,
  one: InstitutionIndex,
  other: InstitutionIndex,
  off: readonly Effect[] = [],
): SharedFeature[] {
  const { ties, features } = profiles;
  const strengths = strengthsOf(profiles, off);
  const theirs = new Map(Array.from(tiesOf(profiles, other), (tie) => [ties.feature.at(tie), tie] as const));
  return Array.from(tiesOf(profiles, one)).flatMap((tie) => {
    const feature = ties.feature.at(tie);
    const their = theirs.get(feature);
    if (their === undefined || tiedTogether(strengths, tie, their, features.isTheme(feature)) === 0) return [];
    return [{ feature, ties: [tie, their] as const }];
  });
}

/** Why two institutions are not compared. */
export type NotCompared = "itself" | "merged" | "other-sector";

/** The institution itself and, one by one, what it is part of. */
function wholesOf({ wholeOf }: Profiles, institution: InstitutionIndex): InstitutionIndex[] {
  const chain = [institution];
  for (let next = wholeOf(institution); next !== undefined && !chain.includes(next); next = wholeOf(next)) chain.push(next);
  return chain;
}

/** Words for sectors that stand in one property: `hbo / onderzoek`. */
const sectorsOf = (sector: string) => sector.split("/").map((one) => one.trim().toLowerCase());
const shareSector = (one: string, other: string) => sectorsOf(one).some((sector) => sectorsOf(other).includes(sector));

/**
 * Why `other` may not be a peer of `start`; undefined when it may. An institution and what it is part of are one; what merged into
 * another stands in that one's profile; institutions of different sectors are not alike, and where a sector is unknown it is no
 * reason to leave one out.
 */
export function whyNotCompared(profiles: Profiles, start: InstitutionIndex, other: InstitutionIndex): NotCompared | undefined {
  if (wholesOf(profiles, other).includes(start) || wholesOf(profiles, start).includes(other)) return "itself";
  if (profiles.wholeOf(other) !== undefined) return "merged";
  const sector = (institution: InstitutionIndex) => profiles.graph.node(profiles.institutions.at(institution)).sector;
  const [one, two] = [sector(start), sector(other)];
  return one === undefined || two === undefined || one === two || shareSector(one, two) ? undefined : "other-sector";
}

/** Everyone who scores and may be a peer, best first. */
export function rankPeers(
  profiles: Profiles,
  start: InstitutionIndex,
  scoring: Scoring,
  rarity = profiles.rarity,
): ScoredInstitution[] {
  return scoresFor(profiles, start, scoring, rarity).filter(
    ({ institution }) => whyNotCompared(profiles, start, institution) === undefined,
  );
}
