import type { Certainty } from "../../../model/discovery.ts";
import { oncePer, oncePerKey } from "../../cache/once-per.ts";
import type { InstitutionIndex } from "../graph/indices.ts";
import type { Profiles } from "./types.ts";

/** With this many stated facts, half of what can be known counts as known. */
const half = 6;
/** Under this much, a profile is thin. */
const thin = 0.34;
const levels = [
  { level: "high", from: 0.65 },
  { level: "middle", from: 0.35 },
  { level: "low", from: 0 },
] as const;

/** What is known of an institution. */
export interface Knowledge {
  /** How many things it is known to ask, make, use, host, found or take part in, themes aside. */
  readonly facts: number;
  /**
   * How much that is, in [0, 1): k / (k + 6), where every thing it is tied to adds to k 1 when stated, less for each derived or
   * contested link. Whatever is deleted, it never rises.
   */
  readonly known: number;
}

const knowledgeIn = oncePer((profiles: Profiles) =>
  oncePerKey((institution: InstitutionIndex) => weighed(profiles, institution)),
);

/** Worked out once for each institution: a list of peers asks for it again and again. */
export const knowledgeOf = (profiles: Profiles, institution: InstitutionIndex): Knowledge => knowledgeIn(profiles)(institution);

function weighed({ ties, features, chains }: Profiles, institution: InstitutionIndex): Knowledge {
  const each: number[] = [];
  for (const tie of ties.ofInstitution.of(institution)) {
    if (features.isTheme(ties.feature.at(tie))) continue;
    let best = 0;
    for (const chain of chains.ofTie.of(tie)) best = Math.max(best, chains.basis.at(chain) * chains.contested.at(chain));
    each.push(best);
  }
  // Sorted, for a sum of the same numbers in another order may differ in its last digit.
  const sum = each.sort((a, b) => a - b).reduce((total, one) => total + one, 0);
  return { facts: each.length, known: sum / (sum + half) };
}

/** Whether so little is known of an institution that a score says little. */
export const isThin = ({ known }: Pick<Knowledge, "known">): boolean => known < thin;

/**
 * How sure something about two institutions is: the geometric mean of what is known of both, in [0, 1) and rounded to two decimals,
 * and its level.
 */
export function certaintyOf(one: Knowledge, other: Knowledge): Pick<Certainty, "value" | "level"> {
  const value = Math.round(Math.sqrt(one.known * other.known) * 100) / 100;
  return { value, level: levels.find(({ from }) => value >= from)?.level ?? "low" };
}
