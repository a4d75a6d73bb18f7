import type { Language, Text } from "../../../model/graph.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { InstitutionIndex, LinkIndex, NodeIndex } from "../graph/indices.ts";
import { offerKindOf } from "../opportunities/offers.ts";
import {
  type ApproachSubject,
  type EvidenceSubject,
  type ExplainedFit,
  type FitSubject,
  roleOf,
  type SaidFit,
  type Who,
} from "../opportunities/types.ts";
import type { Chain, Profiles } from "../profile/types.ts";
import { reachBroader, viaSentence } from "./chains.ts";
import { capital, described, ended, institutionNamed, listed, named } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

const wordsFor = (language: Language) => wordsIn(language).opportunities;

/** Whether no source states that an offer helps with the question that its chain leads to. */
const isHelpDerived = (graph: GraphIndex, { links }: Chain): boolean =>
  links.some((link) => graph.kindOf(link) === "ADDRESSES" && graph.isDerived(link));

/** Who asks what, who has an offer, and why that fits: "A vraagt … B maakte … omdat …". */
export function opportunitySentence(profiles: Profiles, fit: SaidFit): Text {
  return inBoth((language) => {
    const asks = wordsFor(language).asks(
      institutionNamed(profiles, fit.asker, language),
      named(profiles.graph, fit.question, language),
    );
    const via = viaSentence(profiles, fit.from, fit.pair[1], language);
    return `${asks} ${deedSentence(profiles, fit, language)}${via} ${whySentence(profiles, fit, language)}`;
  });
}

type Deeds = ReturnType<typeof wordsFor>["did"];

const isDeed = (role: string, words: Deeds): role is keyof Deeds => Object.hasOwn(words, role);

/** What the other did with the offer. */
function deedSentence(profiles: Profiles, { from, offer, pair }: SaidFit, language: Language): string {
  const { did } = wordsFor(language);
  const role = roleOf(profiles.graph, pair[1]);
  const say = isDeed(role, did) ? did[role] : did.USED_AT;
  return capital(`${say(institutionNamed(profiles, from, language), described(profiles.graph, offer, language))}.`);
}

/** Why it fits, where the offer was named just before. */
function whySentence({ graph }: Profiles, { offer, pair, main }: SaidFit, language: Language): string {
  const words = wordsFor(language);
  const that = words.that[offerKindOf(graph, offer)];
  if (main.aspect !== "questions") return words.bothAbout(that, named(graph, main.node, language));
  return isHelpDerived(graph, pair[1]) ? words.helpsByUs(that) : words.helpsBySource(that);
}

/** Why an offer fits a question. */
export function fitSentence({ graph }: Profiles, { who, aspect, node, pair }: FitSubject): Text {
  return inBoth((language) => {
    const words = wordsFor(language);
    const offer = described(graph, who.offer, language);
    if (aspect === "questions") {
      const helps = isHelpDerived(graph, pair[1]) ? words.helpsWith : words.meantFor;
      return capital(helps(offer, named(graph, who.question, language)));
    }
    const theme = named(graph, node, language);
    return words.bothAbout(offer, reachBroader(graph, pair) ? wordsIn(language).chains.orNarrower(theme) : theme);
  });
}

/** What the asker itself has for the question, beside what the other has. */
export function approachSentence(profiles: Profiles, { who, own }: Pick<ApproachSubject, "who" | "own">): Text {
  const { graph } = profiles;
  return inBoth((language) =>
    wordsFor(language).otherApproach(
      institutionNamed(profiles, who.asker, language),
      withSort(graph, own, language),
      institutionNamed(profiles, who.from, language),
      withSort(graph, who.offer, language),
    ),
  );
}

/** An offer with what it is and, where the language says so, its sort: het product “…” (stappenplan). */
function withSort(graph: GraphIndex, offer: NodeIndex, language: Language): string {
  const { type } = graph.node(offer);
  const name = described(graph, offer, language);
  return type ? wordsFor(language).ofSort(name, type) : name;
}

/** How the other goes about the question differently; undefined when nothing is known. */
export function approachSentenceOf(profiles: Profiles, { reasons }: Pick<ExplainedFit, "reasons">): Text | undefined {
  const approach = reasons.map(({ subject }) => subject).find((subject) => subject.about === "approach");
  return approach && approachSentence(profiles, approach);
}

/** Where an offer left signs: places that use it, publications about it, what it led to. */
export function evidenceSentence({ graph }: Profiles, { who, ...counts }: EvidenceSubject): Text {
  return inBoth((language) => {
    const words = wordsFor(language).evidence;
    const signs = (["used", "described", "led"] as const).filter((sign) => counts[sign] > 0);
    const said = signs.map((sign) => words[sign](counts[sign]));
    return words.known(described(graph, who.offer, language), listed(said, language));
  });
}

/** What the asker of an opportunity could give in return; `who` is the other way round, so that its asker is who would take it. */
export function returnSentence(profiles: Profiles, { asker, from, question, offer }: Who): Text {
  const { graph } = profiles;
  return inBoth((language) =>
    wordsFor(language).canShow(
      institutionNamed(profiles, from, language),
      described(graph, offer, language),
      institutionNamed(profiles, asker, language),
      named(graph, question, language),
    ),
  );
}

/** At most so many networks and activities are named as places to meet. */
const mostMeetings = 3;

/** How to get in touch with `from`: where both take part, and its site or whom to ask for. */
export function contactSentence(
  profiles: Profiles,
  from: InstitutionIndex,
  website: string | undefined,
  shared: readonly NodeIndex[],
): Text {
  const { graph } = profiles;
  return inBoth((language) => {
    const words = wordsFor(language).contact;
    const other = institutionNamed(profiles, from, language);
    const meetings = shared.slice(0, mostMeetings).map((node) => named(graph, node, language));
    if (meetings.length === 0) return `${words.noMeeting} ${(website ? words.website : words.team)(other)}`;
    return `${words.meetAt(listed(meetings, language), other)} ${(website ? words.orWebsite : words.orTeam)(other)}`;
  });
}

/** A sentence for a link of a path, in the direction in which it is stored. */
export function stepSentence({ graph }: Profiles, link: LinkIndex): Text {
  return inBoth((language) => {
    const to = graph.to.at(link);
    const from = capital(described(graph, graph.from.at(link), language));
    const isQuestion = graph.node(to).kind === "question";
    const end = isQuestion ? named(graph, to, language) : described(graph, to, language);
    return ended(wordsFor(language).steps[graph.kindOf(link)](from, end));
  });
}
