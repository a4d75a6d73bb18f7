import type { Certainty } from "../../model/discovery.ts";
import type { Language, Text } from "../../model/graph.ts";
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

/** How many things an institution is known to ask, make, use, host, found or take part in, themes aside. */
export function factsKnown(profiles: Profiles, institution: number): number {
  return holdings(profiles, institution).length;
}

const holdings = ({ ties, items }: Profiles, institution: number): number[] => {
  const [from, to] = [ties.starts[institution] ?? 0, ties.starts[institution + 1] ?? 0];
  return Array.from({ length: to - from }, (_, at) => from + at).filter((tie) => items.isTheme[ties.item[tie] ?? 0] === 0);
};

/**
 * How much is known of an institution, in [0, 1): k / (k + 6), where every thing it is tied to adds to k 1 when stated, less for
 * each derived or contested link. Whatever is deleted, it never rises.
 */
export function knownOf(profiles: Profiles, institution: number): number {
  const { ways } = profiles;
  const each = holdings(profiles, institution).map((tie) => {
    let best = 0;
    for (let way = ways.starts[tie] ?? 0; way < (ways.starts[tie + 1] ?? 0); way++) {
      best = Math.max(best, (ways.basis[way] ?? 0) * (ways.contested[way] ?? 0));
    }
    return best;
  });
  // Sorted, for a sum of the same numbers in another order may differ in its last digit.
  const sum = each.sort((a, b) => a - b).reduce((total, one) => total + one, 0);
  return sum / (sum + half);
}

export const isThin = (known: number): boolean => known < thin;

/** How sure something about two institutions is: the geometric mean of what is known of both. */
export function certaintyOf(one: { name: Text; known: number; facts: number }, other: typeof one): Certainty {
  const value = rounded(Math.sqrt(one.known * other.known));
  const level = levels.find(({ from }) => value >= from)?.level ?? "low";
  const nl = { high: "Zeker", middle: "Redelijk zeker", low: "Onzeker" }[level];
  const en = { high: "Sure", middle: "Fairly sure", low: "Unsure" }[level];
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
