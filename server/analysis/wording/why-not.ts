import { aspects } from "../../../model/discovery.ts";
import type { Language, Text } from "../../../model/graph.ts";
import type { InstitutionIndex } from "../graph/indices.ts";
import type { Missing, WhyNot } from "../peers/why-not.ts";
import type { Profiles } from "../profile/types.ts";
import { institutionNamed, listed } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

/** Why an institution is, or is not, among the peers of another, and what would have to be known before they can share more. */
export function toldWhyNot(profiles: Profiles, whyNot: WhyNot): { sentence: Text; missing: Text[] } {
  const missing = "missing" in whyNot ? whyNot.missing : [];
  return {
    sentence: inBoth((language) => whyNotSentence(profiles, whyNot, language)),
    missing: missing.map((one) => inBoth((language) => missingSentence(profiles, one, language))),
  };
}

function whyNotSentence(profiles: Profiles, whyNot: WhyNot, language: Language): string {
  const words = wordsIn(language).whyNot;
  const name = (institution: InstitutionIndex) => institutionNamed(profiles, institution, language);
  const [start, other] = [name(whyNot.start), name(whyNot.other)];
  switch (whyNot.because) {
    case "itself":
      return whyNot.start === whyNot.other ? words.itself : words.oneInstitution(start, other);
    case "merged":
      return words.merged(other, name(profiles.wholeOf(whyNot.other) ?? whyNot.other));
    case "other-sector":
      return words.otherSector(start, other);
    case "listed":
      return words.listed(other, whyNot.rank);
    case "below-threshold":
      return words.belowThreshold(other, whyNot.rank, whyNot.score, whyNot.limit, whyNot.last);
    case "weights":
      return words.weights(start, other);
    case "nothing-known":
      return words.nothingKnown(listed(whyNot.unknown.map(name), language));
    case "nothing-shared":
      return words.nothingShared(start, other);
  }
}

function missingSentence(profiles: Profiles, { institution, aspects: unknown }: Missing, language: Language): string {
  const names = unknown.map((aspect) => aspects[aspect][language]);
  return wordsIn(language).whyNot.missing(institutionNamed(profiles, institution, language), listed(names, language));
}
