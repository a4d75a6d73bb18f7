import { type AllOpportunities, aspects, type Opportunity, type OverlapAnswer, type PeersAnswer } from "../../model/discovery.ts";
import type { Gap } from "../../model/gaps.ts";
import type { Evidence, Language, Source } from "../../model/graph.ts";
import type { MatchAnswer } from "../../model/match.ts";
import { wordsIn } from "../app/words.ts";
import type { CsvTable, CsvValue } from "../ui/csv.ts";
import { kindWord, nameOf, textIn } from "../ui/format.ts";
import { discoveryWords } from "./discovery-element.ts";
import { isInFull } from "./in-full.ts";

/** The titles and addresses of what some evidence rests on; an address that names a person is left out. */
export function sourceCells(evidence: readonly Evidence[], sources: readonly Source[], language: Language): CsvValue[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const used = [...new Set(evidence.map(({ source }) => source))].flatMap((id) => byId.get(id) ?? []);
  const basis = evidence.some((one) => one.basis === "stated") ? "stated" : "derived";
  return [
    used.map(({ title }) => title).join(" | "),
    used.flatMap(({ url, urlNamesPerson }) => (url && !urlNamesPerson ? [url] : [])).join(" | "),
    wordsIn(language).evidence[basis],
  ];
}

/** A row for each reason of each peer that came with all of them; the amounts of a peer add up to its score. */
export function peersTable(answer: PeersAnswer | undefined, language: Language): CsvTable {
  const { columns } = discoveryWords(language);
  const head = [
    columns.rank,
    columns.institution,
    columns.score,
    columns.certainty,
    columns.aspect,
    columns.item,
    columns.amount,
    columns.reason,
    columns.source,
    columns.address,
    columns.basis,
    columns.dataset,
  ];
  if (!answer) return [head];
  const rows = answer.peers.filter(isInFull).flatMap(({ institution, score, certainty, reasons }, index) =>
    reasons.map((reason) => [
      index + 1,
      nameOf(institution, language),
      score,
      certainty,
      aspects[reason.aspect][language],
      nameOf(reason.item, language),
      reason.amount,
      textIn(reason.sentence, language),
      ...sourceCells(
        reason.facts.flatMap(({ link }) => link.evidence),
        answer.sources,
        language,
      ),
      answer.datasetVersion,
    ]),
  );
  return [head, ...rows];
}

/** A row for each opportunity. */
export function opportunitiesTable(
  opportunities: readonly (Opportunity & Partial<Pick<AllOpportunities["opportunities"][number], "others">>)[],
  sources: readonly Source[],
  datasetVersion: string,
  language: Language,
): CsvTable {
  const { columns, points } = discoveryWords(language);
  const head = [
    columns.asker,
    columns.question,
    columns.offer,
    columns.kind,
    columns.from,
    columns.score,
    columns.certainty,
    columns.others,
    columns.sentence,
    columns.giveBack,
    columns.source,
    columns.address,
    columns.basis,
    columns.dataset,
  ];
  const rows = opportunities.map((opportunity) => [
    nameOf(opportunity.asker, language),
    nameOf(opportunity.question, language),
    nameOf(opportunity.offer, language),
    kindWord(opportunity.offer.kind, language),
    nameOf(opportunity.from, language),
    opportunity.score,
    opportunity.certainty,
    (opportunity.others ?? []).map(({ asker, score }) => `${nameOf(asker, language)} (${points(String(score))})`).join(" | "),
    textIn(opportunity.sentence, language),
    opportunity.inReturn.map(({ sentence }) => textIn(sentence, language)).join(" "),
    ...sourceCells(
      opportunity.path.links.flatMap(({ evidence }) => evidence),
      sources,
      language,
    ),
    datasetVersion,
  ]);
  return [head, ...rows];
}

/** A row for each item that something is missing of. */
export function gapsTable(gaps: readonly Gap[], datasetVersion: string, language: Language): CsvTable {
  const { columns } = discoveryWords(language);
  const rows = gaps.flatMap(({ title, items }) =>
    items.map(({ node, sentence }) => [
      textIn(title, language),
      nameOf(node, language),
      kindWord(node.kind, language),
      textIn(sentence, language),
      datasetVersion,
    ]),
  );
  return [[columns.gap, columns.item, columns.kind, columns.sentence, columns.dataset], ...rows];
}

/** A row for each cell of the matrix that is not empty. */
export function overlapTable(
  { institutions, rows, cells, sources, datasetVersion }: OverlapAnswer,
  language: Language,
): CsvTable {
  const { columns } = discoveryWords(language);
  const names = new Map([...institutions, ...rows].map((node) => [node.id, nameOf(node, language)]));
  const head = [
    columns.item,
    columns.institution,
    columns.count,
    columns.strength,
    columns.source,
    columns.address,
    columns.basis,
    columns.dataset,
  ];
  const indices = new Map([...rows, ...institutions].map(({ id }, index) => [id, index]));
  const ordered = [...cells].sort(
    (a, b) =>
      (indices.get(a.row) ?? 0) - (indices.get(b.row) ?? 0) ||
      (indices.get(a.institution) ?? 0) - (indices.get(b.institution) ?? 0),
  );
  const lines = ordered.map(({ row, institution, count, strength, links }) => [
    names.get(row),
    names.get(institution),
    count,
    strength,
    ...sourceCells(
      links.flatMap(({ evidence }) => evidence),
      sources,
      language,
    ),
    datasetVersion,
  ]);
  return [head, ...lines];
}

/** A row for each question that is like one in someone's own words. */
export function matchesTable(matches: MatchAnswer["matches"], datasetVersion: string, language: Language): CsvTable {
  const { columns, question: words } = discoveryWords(language);
  const names = (nodes: MatchAnswer["matches"][number]["askedBy"]) => nodes.map((node) => nameOf(node, language)).join(" | ");
  const head = [columns.rank, columns.question, words.askedBy, words.addressedBy, columns.reason, columns.dataset];
  const rows = matches.map(({ question, askedBy, addressedBy, reasons }, index) => [
    index + 1,
    nameOf(question, language),
    names(askedBy),
    names(addressedBy),
    reasons.map(({ said, found, how }) => `${words.pair(said, found)} (${words.how[how]})`).join(" | "),
    datasetVersion,
  ]);
  return [head, ...rows];
}
