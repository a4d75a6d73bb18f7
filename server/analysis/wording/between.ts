import type { Language, Text } from "../../../model/graph.ts";
import type { Between, OfAspect } from "../comparison/between.ts";
import type { Profiles } from "../profile/types.ts";
import { en } from "./between.en.ts";
import { nl } from "./between.nl.ts";
import { institutionNamed, listed, named } from "./names.ts";
import { inBoth } from "./words.ts";

const words = { nl, en };

/** So many of each aspect are named; the others are counted. */
const mostNamed = 2;
/** So many aspects are named; the others are not what a first talk is about. */
const mostAspects = 3;

/** What two institutions share, and what we know of one alone: a sentence for each, as far as there is anything to say. */
export function betweenSentences(profiles: Profiles, { institutions, shared, only }: Between): Text[] {
  const name = (at: 0 | 1, language: Language) => institutionNamed(profiles, institutions[at], language);
  const what = (some: readonly OfAspect[], language: Language) =>
    listed(
      some.slice(0, mostAspects).map((one) => aspectNamed(profiles, one, language)),
      language,
    );
  const sentence = (say: (language: Language) => string) => inBoth(say);
  return [
    sentence((language) =>
      shared.length > 0
        ? words[language].share(name(0, language), name(1, language), what(shared, language))
        : words[language].shareNothing(name(0, language), name(1, language)),
    ),
    ...([0, 1] as const).flatMap((at) =>
      only[at].length > 0 ? [sentence((language) => words[language].only(name(at, language), what(only[at], language)))] : [],
    ),
  ];
}

/** "3 vragen (“…”, “…” en nog 1)". */
function aspectNamed({ graph }: Profiles, { aspect, nodes }: OfAspect, language: Language): string {
  const { count, more } = words[language];
  const names = nodes.slice(0, mostNamed).map((node) => named(graph, node, language));
  const left = nodes.length - names.length;
  return `${count[aspect](nodes.length)} (${listed(left > 0 ? [...names, more(left)] : names, language)})`;
}
