import type { Language } from "../../../model/graph.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import type { Chain, Profiles } from "../profile/types.ts";
import { described, institutionNamed, listed } from "./names.ts";
import { wordsIn } from "./words.ts";

/** The nodes that a chain passes between the institution and what it goes by. */
function passedBy(graph: GraphIndex, institution: NodeIndex, { links, via }: Chain): NodeIndex[] {
  const passed: NodeIndex[] = [];
  let here = institution;
  for (const link of links) {
    here = graph.otherEnd(link, here);
    if (here === via) break;
    passed.push(here);
  }
  return passed;
}

/** Through whom an institution is tied to something, as a sentence of its own after a space; empty when it is so itself. */
export function viaSentence(profiles: Profiles, institution: InstitutionIndex, chain: Chain, language: Language): string {
  const { graph, institutions } = profiles;
  const passed = passedBy(graph, institutions.at(institution), chain);
  if (passed.length === 0) return "";
  const words = wordsIn(language).chains;
  const through = passed.map((one) => {
    const name = described(graph, one, language);
    return graph.node(one).kind === "institution" ? words.part(name) : name;
  });
  return ` ${words.via(institutionNamed(profiles, institution, language), listed(through, language))}`;
}

/** Through whom both are tied to something, after a space: in one sentence when it is the same one for both. */
export function viaSentenceForBoth(
  profiles: Profiles,
  [one, other]: readonly [InstitutionIndex, InstitutionIndex],
  [ones, others]: readonly [Chain, Chain],
  language: Language,
): string {
  const { graph, institutions } = profiles;
  const [whom, ...more] = passedBy(graph, institutions.at(one), ones);
  const [whomOther, ...moreOthers] = passedBy(graph, institutions.at(other), others);
  const isSame = whom !== undefined && whom === whomOther && more.length === 0 && moreOthers.length === 0;
  if (isSame) return ` ${wordsIn(language).chains.viaForBoth(described(graph, whom, language))}`;
  return viaSentence(profiles, one, ones, language) + viaSentence(profiles, other, others, language);
}

/** Whether any of some chains goes up to a broader theme: then what is about the theme may be about something under it. */
export const reachBroader = (graph: GraphIndex, chains: readonly Chain[]): boolean =>
  chains.some(({ links }) => links.some((link) => graph.kindOf(link) === "BROADER"));
