import type { Certainty } from "../../../model/discovery.ts";
import type { Language, Text } from "../../../model/graph.ts";
import type { Profiles } from "./profiles.ts";

/** With this many stated facts, half of what can be known counts as known. */
const half = 6;
/** Under this much, a profile is thin. */
const thin = 0.34;
const levels = [
  { level: "high", from: 0.65 },
  { level: "middle", from: 0.35 },
  { level: "low", from: 0 },
] as const;

export const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Knowledge {
  /** How many things it is known to ask, make, use, host, found or take part in, themes aside. */
  readonly facts: number;
  /** See `knownOf`. */
  readonly known: number;
}

const perProfiles = new WeakMap<Profiles, Map<number, Knowledge>>();

/** Worked out once for each institution: a list of peers asks for it again and again. */
function knowledgeOf(profiles: Profiles, institution: number): Knowledge {
  const kept = perProfiles.get(profiles) ?? new Map<number, Knowledge>();
  perProfiles.set(profiles, kept);
  const knowledge = kept.get(institution) ?? weighed(profiles, institution);
  kept.set(institution, knowledge);
  return knowledge;
}

function weighed({ ties, items, ways }: Profiles, institution: number): Knowledge {
  const each: number[] = [];
  for (let tie = ties.starts[institution] ?? 0; tie < (ties.starts[institution + 1] ?? 0); tie++) {
    if (items.isTheme[ties.item[tie] ?? 0] === 1) continue;
    let best = 0;
    for (let way = ways.starts[tie] ?? 0; way < (ways.starts[tie + 1] ?? 0); way++) {
      best = Math.max(best, (ways.basis[way] ?? 0) * (ways.contested[way] ?? 0));
    }
    each.push(best);
  }
  // Sorted, for a sum of the same numbers in another order may differ in its last digit.
  const sum = each.sort((a, b) => a - b).reduce((total, one) => total + one, 0);
  return { facts: each.length, known: sum / (sum + half) };
}

/** How many things an institution is known to ask, make, use, host, found or take part in, themes aside. */
export const factsKnown = (profiles: Profiles, institution: number): number => knowledgeOf(profiles, institution).facts;

/**
 * How much is known of an institution, in [0, 1): k / (k + 6), where every thing it is tied to adds to k 1 when stated, less for
 * each derived or contested link. Whatever is deleted, it never rises.
 */
export const knownOf = (profiles: Profiles, institution: number): number => knowledgeOf(profiles, institution).known;

export const isThin = (known: number): boolean => known < thin;

/** How sure something about two institutions is: the geometric mean of what is known of both. */
export function certaintyOf(one: { name: Text; known: number; facts: number }, other: typeof one): Certainty {
  const value = rounded(Math.sqrt(one.known * other.known));
  const level = levels.find(({ from }) => value >= from)?.level ?? "low";
  const nl = { high: "Zeker", middle: "Redelijk zeker", low: "Onzeker" }[level];
  const en = { high: "Certain", middle: "Fairly certain", low: "Uncertain" }[level];
  const facts = (count: number, word: [string, string]) => `${count} ${count === 1 ? word[0] : word[1]}`;
  const known = (language: Language, word: [string, string], about: string, and: string) =>
    `${facts(one.facts, word)} ${about} ${one.name[language]} ${and} ${facts(other.facts, word)} ${about} ${other.name[language]}`;
  return {
    value,
    level,
    sentence: {
      nl: `${nl}: we kennen ${known("nl", ["feit", "feiten"], "over", "en")}.`,
      en: `${en}: we know ${known("en", ["fact", "facts"], "about", "and")}.`,
    },
  };
}
