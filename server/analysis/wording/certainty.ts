import type { Certainty } from "../../../model/discovery.ts";
import type { InstitutionIndex } from "../graph/indices.ts";
import { certaintyOf, knowledgeOf } from "../profile/certainty.ts";
import type { Profiles } from "../profile/types.ts";
import { institutionNamed, listed } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

/** How sure something about two institutions is, and how many facts are known about each. */
export function toldCertainty(profiles: Profiles, one: InstitutionIndex, other: InstitutionIndex): Certainty {
  const { value, level } = certaintyOf(knowledgeOf(profiles, one), knowledgeOf(profiles, other));
  const sentence = inBoth((language) => {
    const words = wordsIn(language).certainty;
    const facts = [one, other].map((institution) =>
      words.factsAbout(knowledgeOf(profiles, institution).facts, institutionNamed(profiles, institution, language)),
    );
    return words[level](listed(facts, language));
  });
  return { value, level, sentence };
}
