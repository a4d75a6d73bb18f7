import type { Language, Text } from "../../model/graph.ts";
import type { VersionChanges, VersionCounts } from "../../model/versions.ts";
import type { VersionHead } from "../archive/version-file.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

const words = { nl, en } as const;
const numbers = { nl: new Intl.NumberFormat("nl-NL"), en: new Intl.NumberFormat("en-GB") };

/** The order in which a reader is told of them. */
const sorts = ["nodes", "links", "sources"] as const;

const inBoth = (make: (language: Language) => string): Text => ({ nl: make("nl"), en: make("en") });

const counted = (language: Language, sort: keyof VersionCounts, count: number): string =>
  words[language][sort](count, numbers[language].format(count));

/** What was done in a version, in a sentence or three. */
export function headText({ counts, from, changes }: VersionHead): Text {
  if (changes && from) return changesText(changes, false);
  return inBoth((language) => {
    const [nodes, links, sources] = sorts.map((sort) => counted(language, sort, counts[sort]));
    return words[language][changes ? "first" : "found"](nodes ?? "", links ?? "", sources ?? "");
  });
}

export const damagedText: Text = inBoth((language) => words[language].damaged);

/** What is not the same in two versions. */
export function changesText(changes: VersionChanges, synonymsChanged: boolean): Text {
  return inBoth((language) => {
    const said = (["added", "changed", "removed"] as const).flatMap((what) => {
      const parts = sorts.flatMap((sort) => (changes[sort][what] > 0 ? [counted(language, sort, changes[sort][what])] : []));
      return parts.length > 0 ? [words[language][what](parts)] : [];
    });
    if (synonymsChanged) said.push(words[language].synonyms);
    return said.length > 0 ? said.join(" ") : words[language].same;
  });
}
