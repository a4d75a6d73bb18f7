import type { Aspect, Factor, Reason, ReasonInShort, RestsOn } from "../../../model/discovery.ts";
import type { Language, Text } from "../../../model/graph.ts";
import { type GraphIndex, type LinkOf, nodesOn, summaryOf } from "../graph/graph-index.ts";
import type { ApproachSubject, EvidenceSubject, FitSubject } from "../opportunities/types.ts";
import type { RestSubject, SharedSubject } from "../peers/reasons.ts";
import type { Profiles } from "../profile/types.ts";
import type { ReasonFactor, ShortReason, StructuredReason } from "../reasons/meeting.ts";
import { reachBroader, viaSentenceForBoth } from "./chains.ts";
import { ended, institutionNamed, named } from "./names.ts";
import { approachSentence, evidenceSentence, fitSentence } from "./opportunities.ts";
import { inBoth, wordsIn } from "./words.ts";

/** What reasons are told from. */
export interface ReasonTelling {
  readonly profiles: Profiles;
  readonly linkOf: LinkOf;
}

export type ReasonSubject = SharedSubject | RestSubject | FitSubject | ApproachSubject | EvidenceSubject;

/** A reason as a list gives it: in a sentence. */
export function toldInShort(
  profiles: Profiles,
  { id, aspect, amount, node, subject }: ShortReason<ReasonSubject>,
): ReasonInShort {
  return {
    ...{ id, aspect, amount, item: summaryOf(profiles.graph, node) },
    ...("pair" in subject && { restsOn: restsOn(profiles.graph, subject) }),
    sentence: sentenceAbout(profiles, subject),
  };
}

/** What the two chains that give a reason its points rest on. */
function restsOn(graph: GraphIndex, { pair }: SharedSubject | FitSubject): RestsOn {
  const links = pair.flatMap((chain) => chain.links);
  const derived = links.filter((link) => graph.isDerived(link)).length;
  if (derived === 0) return "stated";
  return derived === links.length ? "derived" : "partly";
}

/** A reason with all that it rests on: in sentences, with whole links and nodes. */
export function toldReason({ profiles, linkOf }: ReasonTelling, reason: StructuredReason<ReasonSubject>): Reason {
  const { graph } = profiles;
  const { factors, links, more } = reason;
  return {
    ...toldInShort(profiles, reason),
    factors: factors.map((factor) => toldFactor(graph, factor)),
    facts: links.map((one) => ({ link: linkOf(one.link), amount: one.amount })),
    more,
    nodes: nodesOn(
      graph,
      links.map(({ link }) => link),
    ),
  };
}

function sentenceAbout(profiles: Profiles, subject: ReasonSubject): Text {
  switch (subject.about) {
    case "shared":
      return inBoth((language) => sharedSentence(profiles, subject, language));
    case "rest":
      return inBoth((language) => restSentence(profiles, subject, language));
    case "fit":
      return fitSentence(profiles, subject);
    case "approach":
      return approachSentence(profiles, subject);
    case "evidence":
      return evidenceSentence(profiles, subject);
  }
}

function toldFactor(graph: GraphIndex, factor: ReasonFactor): Factor {
  const { name, value } = factor;
  return { name, value, sentence: inBoth((language) => factorSentence(graph, factor, language)) };
}

function factorSentence(graph: GraphIndex, factor: ReasonFactor, language: Language): string {
  const words = wordsIn(language).factors;
  return factor.meaning === "broader" ? words.broader(named(graph, factor.node, language)) : words[factor.meaning];
}

type SharedThemeWords = ReturnType<typeof wordsIn>["reasons"]["sharedTheme"];

/** Whether what an aspect is about has themes that are compared too. */
const hasThemes = (aspect: Aspect, words: SharedThemeWords): aspect is keyof SharedThemeWords => Object.hasOwn(words, aspect);

/** What two institutions share, and through whom when it is not the institution itself. */
function sharedSentence(profiles: Profiles, subject: SharedSubject, language: Language): string {
  const { graph } = profiles;
  const { shared, sharedTheme } = wordsIn(language).reasons;
  const { aspect, institutions, pair, isTheme } = subject;
  const [first, second] = institutions;
  const [one, other] = [institutionNamed(profiles, first, language), institutionNamed(profiles, second, language)];
  const what = named(graph, subject.node, language);
  const via = viaSentenceForBoth(profiles, institutions, pair, language);
  if (!isTheme || !hasThemes(aspect, sharedTheme)) return ended(shared[aspect]({ one, other, what })) + via;
  const theme = reachBroader(graph, pair) ? wordsIn(language).chains.orNarrower(what) : what;
  const [ones, others] = [named(graph, pair[0].via, language), named(graph, pair[1].via, language)];
  return ended(sharedTheme[aspect]({ one, other, what: theme, ones, others })) + via;
}

const restSentence = (profiles: Profiles, { count, largest }: RestSubject, language: Language): string =>
  wordsIn(language).reasons.rest(count, sharedSentence(profiles, largest, language));
