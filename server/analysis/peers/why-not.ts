import { type Aspect, aspectNames } from "../../../model/discovery.ts";
import { type InstitutionIndex, outOfRange } from "../graph/indices.ts";
import { knowledgeOf } from "../profile/certainty.ts";
import { tiesOf } from "../profile/profiles.ts";
import type { Profiles } from "../profile/types.ts";
import type { NotCompared, ScoredInstitution } from "./score.ts";

/** The aspects of which nothing is known for an institution. */
export interface Missing {
  readonly institution: InstitutionIndex;
  readonly aspects: readonly Aspect[];
}

/** Why an institution is, or is not, among the peers of another; `start` is whose peers they are. */
export type WhyNot = { readonly start: InstitutionIndex; readonly other: InstitutionIndex } & (
  | { readonly because: NotCompared }
  /** `rank` is 1 for the best. */
  | { readonly because: "listed"; readonly rank: number }
  /** `last` is the score of the last of the `limit` peers that are shown. */
  | {
      readonly because: "below-threshold";
      readonly rank: number;
      readonly score: number;
      readonly limit: number;
      readonly last: number;
      readonly missing: readonly Missing[];
    }
  | { readonly because: "weights" }
  /** Of `unknown` nothing is known at all. */
  | { readonly because: "nothing-known"; readonly unknown: readonly InstitutionIndex[]; readonly missing: readonly Missing[] }
  | { readonly because: "nothing-shared"; readonly missing: readonly Missing[] }
);

/** Where an institution that may be compared stands. */
export interface Standing {
  readonly start: InstitutionIndex;
  readonly other: InstitutionIndex;
  /** All peers of `start`, best first. */
  readonly ranked: readonly ScoredInstitution[];
  /** How many of them are shown. */
  readonly limit: number;
  /** Whether the two share anything, whatever the user's weights make of it. */
  readonly shares: boolean;
}

/** Why an institution that may be compared stands where it stands. */
export function whyRanked(profiles: Profiles, { start, other, ranked, limit, shares }: Standing): WhyNot {
  const both = { start, other };
  const position = ranked.findIndex(({ institution }) => institution === other);
  const found = ranked[position];
  if (found && position < limit) return { ...both, because: "listed", rank: position + 1 };
  const missing = missingOf(profiles, [start, other]);
  if (found) {
    const last = ranked[limit - 1]?.score ?? outOfRange(limit - 1, ranked.length);
    return { ...both, because: "below-threshold", rank: position + 1, score: found.score, limit, last, missing };
  }
  if (shares) return { ...both, because: "weights" };
  const unknown = [start, other].filter((institution) => knowledgeOf(profiles, institution).facts === 0);
  if (unknown.length > 0) return { ...both, because: "nothing-known", unknown, missing };
  return { ...both, because: "nothing-shared", missing };
}

/** What would have to be known of either before it can be shared; an institution of which something is known everywhere is left out. */
function missingOf(profiles: Profiles, institutions: readonly InstitutionIndex[]): Missing[] {
  return institutions.flatMap((institution) => {
    const known = aspectsKnown(profiles, institution);
    const unknown = aspectNames.filter((aspect) => aspect !== "themes" && !known.has(aspect));
    return unknown.length > 0 ? [{ institution, aspects: unknown }] : [];
  });
}

const aspectsKnown = (profiles: Profiles, institution: InstitutionIndex): Set<Aspect> =>
  new Set(Array.from(tiesOf(profiles, institution), (tie) => profiles.features.aspect(profiles.ties.feature.at(tie))));
