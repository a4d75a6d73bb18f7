import type { Language, Text } from "../../../model/graph.ts";
import type {
  HoldingLine,
  InstitutionPortrait,
  OutcomeLine,
  OutcomeOfHoldingLine,
  PortraitCounts,
  QuestionLine,
  Unknown,
} from "../comparison/portrait.ts";
import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import type { Profiles } from "../profile/types.ts";
import { viaSentence } from "./chains.ts";
import { described, listed, named } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

/** A line of a portrait with its sentence. */
export type Told<Line> = Line & { readonly sentence: Text };

/** A portrait in sentences. */
export interface ToldPortrait {
  /** Who it is, what is known of it, and who is most alike, every number counted. */
  readonly summary: Text[];
  readonly proud: Told<HoldingLine>[];
  readonly yielded: Told<OutcomeLine>[];
  readonly ranInto: Told<QuestionLine>[];
  readonly unknown: Text[];
}

/** What a sentence in one language is made with. */
interface Telling {
  readonly profiles: Profiles;
  readonly institution: InstitutionIndex;
  readonly language: Language;
  readonly words: ReturnType<typeof wordsIn>["comparison"]["portrait"];
  /** The name of the institution. */
  readonly name: string;
  readonly nameOf: (node: NodeIndex) => string;
  readonly namesOf: (nodes: readonly NodeIndex[]) => string;
}

/** The summary, every line and what is unknown, each as a sentence in both languages. */
export function toldPortrait(profiles: Profiles, portrait: InstitutionPortrait): ToldPortrait {
  const inWords = (make: (telling: Telling) => string): Text =>
    inBoth((language) => make(tellingIn(language, profiles, portrait.institution)));
  const told = <Line extends HoldingLine | OutcomeOfHoldingLine | QuestionLine>(line: Line): Told<Line> => ({
    ...line,
    sentence: inWords((telling) => lineSentence(telling, line)),
  });
  return {
    summary: [
      inWords((telling) => whoItIs(telling, portrait.parts)),
      inWords((telling) => whatIsKnown(telling, portrait.counts)),
      inWords((telling) => whoIsAlike(telling, portrait.mostAlike)),
    ].filter(({ nl }) => nl !== ""),
    proud: portrait.proud.map(told),
    yielded: portrait.yielded.map(told),
    ranInto: portrait.ranInto.map(told),
    unknown: portrait.unknown.map((unknown) => inWords((telling) => unknownSentence(telling, unknown))),
  };
}

function tellingIn(language: Language, profiles: Profiles, institution: InstitutionIndex): Telling {
  const nameOf = (node: NodeIndex) => named(profiles.graph, node, language);
  return {
    profiles,
    institution,
    language,
    words: wordsIn(language).comparison.portrait,
    name: nameOf(profiles.institutions.at(institution)),
    nameOf,
    namesOf: (nodes) => listed(nodes.map(nameOf), language),
  };
}

/** Empty when neither its place, nor its sector, nor any part of it is known. */
function whoItIs({ profiles, institution, words, name, namesOf }: Telling, parts: readonly NodeIndex[]): string {
  const { city, sector } = profiles.graph.node(profiles.institutions.at(institution));
  const sentences: string[] = [];
  if (sector === "mbo") sentences.push(city ? words.vocationalIn(name, city) : words.vocational(name));
  else if (city) sentences.push(words.locatedIn(name, city));
  if (parts.length > 0) sentences.push(words.hasParts(namesOf(parts)));
  return sentences.join(" ");
}

/** In the order in which they are told. */
const countNames: readonly (keyof PortraitCounts)[] = [
  "questions",
  "teams",
  "productsMade",
  "productsUsed",
  "spaces",
  "networks",
  "outcomes",
];

function whatIsKnown({ words, name, language }: Telling, counts: PortraitCounts): string {
  const counted = countNames.filter((one) => counts[one] > 0).map((one) => words.count[one](counts[one]));
  return counted.length > 0 ? words.known(name, listed(counted, language)) : words.nothingKnown(name);
}

/** Empty when nobody is alike. */
function whoIsAlike({ profiles, words, namesOf }: Telling, mostAlike: readonly InstitutionIndex[]): string {
  return mostAlike.length > 0 ? words.mostAlike(namesOf(mostAlike.map((one) => profiles.institutions.at(one)))) : "";
}

function lineSentence(telling: Telling, line: HoldingLine | OutcomeOfHoldingLine | QuestionLine): string {
  if (line.about === "holding") return holdingSentence(telling, line);
  return line.about === "question" ? questionSentence(telling, line) : outcomeSentence(telling, line);
}

function holdingSentence({ profiles, institution, language, words, name }: Telling, { node, by, chain }: HoldingLine): string {
  const holding = described(profiles.graph, node, language);
  return `${words.holding[by](name, holding)}.${viaSentence(profiles, institution, chain, language)}`;
}

function outcomeSentence({ profiles, language, words, name, nameOf }: Telling, { node, holding }: OutcomeOfHoldingLine): string {
  const isProduct = profiles.graph.node(holding).kind === "product";
  const sentence = isProduct ? words.outcomeOfProduct : words.outcomeOfOther;
  return sentence(nameOf(node), described(profiles.graph, holding, language), name);
}

function questionSentence(telling: Telling, { node, chain, alsoAskedBy }: QuestionLine): string {
  const { profiles, institution, language, words, name, nameOf, namesOf } = telling;
  const asked = words.asks(name, nameOf(node)) + viaSentence(profiles, institution, chain, language);
  if (alsoAskedBy.length === 0) return asked;
  const others = namesOf(alsoAskedBy.map((other) => profiles.institutions.at(other)));
  return `${asked} ${alsoAskedBy.length === 1 ? words.alsoAskedByOne(others) : words.alsoAskedByMore(others)}`;
}

function unknownSentence({ words, name }: Telling, unknown: Unknown): string {
  if (unknown.about === "kind") return words.unknownKind[unknown.kind](name);
  if (unknown.about === "outcomes") return unknown.othersKnown ? words.unknownOwnOutcomes(name) : words.unknownOutcomes(name);
  const { unanswered, questions } = unknown;
  return questions === 1 ? words.unansweredOnly : words.unansweredOf(unanswered, questions);
}
