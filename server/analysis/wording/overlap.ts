import type { Text } from "../../../model/graph.ts";
import type { Compared, SharedBlock } from "../comparison/overlap.ts";
import type { Profiles } from "../profile/types.ts";
import { ended, institutionNamed, listed, named } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

/** So many questions or themes are named; the others are counted. */
const mostNamed = 3;

/** Which institutions share which questions or themes, or that they share none. */
export function blockSentence(profiles: Profiles, rows: Compared["rows"], block: SharedBlock | undefined): Text {
  return inBoth((language) => {
    const words = wordsIn(language).comparison.overlap;
    if (!block) return words.nothingShared[rows];
    const count = words.count[rows];
    const who = block.institutions.map((institution) => institutionNamed(profiles, institution, language));
    const names = block.nodes.slice(0, mostNamed).map((node) => named(profiles.graph, node, language));
    const unnamed = block.nodes.length - names.length;
    const what = unnamed > 0 ? [...names, words.more(count(unnamed))] : names;
    return ended(words.block(listed(who, language), count(block.nodes.length), listed(what, language)));
  });
}
