import type { InstitutionOpportunities, PeersAnswer, Portrait } from "../../../model/discovery.ts";
import type { Language } from "../../../model/graph.ts";
import type { CsvTable, CsvValue } from "../../ui/csv.ts";
import { kindWord, nameOf, textIn } from "../../ui/format.ts";
import { discoveryWords } from "../discovery-element.ts";
import { isInFull } from "../in-full.ts";
import { peersTable, sourceCells } from "../tables.ts";

/** What the page of an institution shows; a part that did not come yet is absent. */
export interface InstitutionAnswers {
  readonly portrait: Portrait | undefined;
  readonly peers: PeersAnswer | undefined;
  readonly opportunities: InstitutionOpportunities | undefined;
}

/** Everything on the page of an institution, with in the first column the part of the page: the columns are those of its peers. */
export function portraitTable({ portrait, peers, opportunities }: InstitutionAnswers, language: Language): CsvTable {
  const { columns, institution: words } = discoveryWords(language);
  const [head = [], ...reasons] = peersTable(peers, language);
  const lines = (part: string, told: Portrait["proud"]) =>
    told.map(({ sentence, node, facts }): CsvValue[] => [
      ...[part, "", portrait ? nameOf(portrait.institution, language) : "", "", "", kindWord(node.kind, language)],
      ...[nameOf(node, language), "", textIn(sentence, language)],
      ...sourceCells(
        facts.flatMap(({ evidence }) => evidence),
        portrait?.sources ?? [],
        language,
      ),
      portrait?.datasetVersion,
    ]);
  const chances = (opportunities?.opportunities ?? []).filter(isInFull).map((chance, index): CsvValue[] => [
    ...[words.learn, index + 1, nameOf(chance.from, language), chance.score, chance.certainty],
    ...[kindWord(chance.offer.kind, language), nameOf(chance.offer, language), "", textIn(chance.sentence, language)],
    ...sourceCells(
      chance.path.links.flatMap(({ evidence }) => evidence),
      opportunities?.sources ?? [],
      language,
    ),
    opportunities?.datasetVersion,
  ]);
  const unknown = (portrait?.unknown ?? []).map((text): CsvValue[] => [
    ...[words.unknown, "", portrait ? nameOf(portrait.institution, language) : "", "", "", "", "", ""],
    ...[textIn(text, language), "", "", "", portrait?.datasetVersion],
  ]);
  return [
    [columns.part, ...head],
    ...reasons.map((row) => [words.peers, ...row]),
    ...chances,
    ...lines(words.proud, portrait?.proud ?? []),
    ...lines(words.yielded, portrait?.yielded ?? []),
    ...lines(words.ranInto, portrait?.ranInto ?? []),
    ...unknown,
  ];
}
