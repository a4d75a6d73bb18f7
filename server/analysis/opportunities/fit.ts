import { nodeAt } from "../graph/graph-index.ts";
import type { Way } from "../profile/chains.ts";
import { amountOfGroup, underNarrowest } from "../reasons/broader-themes.ts";
import { type Meeting, partOf, reasonOf } from "../reasons/meeting.ts";
import { fitSentence } from "../wording/opportunities.ts";
import { approachReason, evidenceReason } from "./bonuses.ts";
import { aspectOfOffer, type Holder, type OfferKind, offerKinds } from "./offers.ts";
import { type Fit, type OpportunityContext, roleOf, type Wanted } from "./types.ts";

/** Points for fitting the question itself, and for a theme that question and offer share. */
const points = { question: 100, theme: 120 } as const;
/** What each step to a broader theme leaves: question and offer about sisters are less close than about the same. */
const perBroader = 0.7;
/** Less than this is not worth a conversation. */
const leastFit = 15;
/** So many candidates of an asker are worked out in full. */
const mostWeighed = 400;
/** How much a tie to an offer counts, by its last link: who made or hosts it knows most of it. */
const roles: Readonly<Record<string, number>> = { MADE: 1, HOSTS: 1, RESULTED_IN: 1, USED_AT: 0.8, PARTICIPATES_IN: 0.6 };

/**
 * What others have that fits the questions of `asker` and that it does not have itself, best first: for each thing the question
 * that it fits best, and the institution that knows most of it.
 */
export function fitsFor(context: OpportunityContext, asker: number, wanted: Wanted = {}): Fit[] {
  const { offers } = context;
  const found = new Map<number, Fit>();
  for (const { question, offer } of candidatesFor(context, asker, wanted)) {
    const holders = (offers.holders.get(offer) ?? []).filter(({ institution }) => mayTeach(context, asker, institution, wanted));
    for (const holder of holders) {
      const fit = fitOf(context, asker, question, offer, holder);
      const known = found.get(offer);
      if (fit && (!known || isBetter(fit, known))) found.set(offer, fit);
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.offer - b.offer || a.question - b.question);
}

const isBetter = (one: Fit, other: Fit) =>
  one.score !== other.score
    ? one.score > other.score
    : one.question !== other.question
      ? one.question < other.question
      : one.from < other.from;

function mayTeach({ profiles: { partOf: whole } }: OpportunityContext, asker: number, other: number, { from }: Wanted): boolean {
  return other !== asker && whole[asker] !== other && (from === undefined || from === other);
}

/** Pairs of a question asked and a thing not had, those that share the most telling themes first. */
function candidatesFor({ offers, profiles }: OpportunityContext, asker: number, wanted: Wanted) {
  const own = offers.has[asker] ?? new Map();
  const kinds = wanted.kinds ?? (Object.keys(offerKinds) as OfferKind[]);
  const theirs = wanted.from === undefined ? undefined : offers.has[wanted.from];
  const fits = (offer: number) =>
    !own.has(offer) &&
    (theirs === undefined || theirs.has(offer)) &&
    kinds.includes(nodeAt(profiles.graph, offer).kind as OfferKind);
  const asked = [...(offers.asks[asker]?.keys() ?? [])].filter(
    (question) => wanted.question === undefined || wanted.question === question,
  );
  const pairs = asked.flatMap((question) => {
    const telling = new Map<number, number>();
    const add = (offer: number, by: number) => telling.set(offer, (telling.get(offer) ?? 0) + by);
    for (const offer of offers.addressing(question)) if (offers.holders.has(offer)) add(offer, 10);
    for (const theme of new Set(profiles.themes(question).map((way) => way.theme))) {
      const tells = offers.tells(theme);
      for (const offer of offers.about.get(theme) ?? []) add(offer, tells);
    }
    return [...telling].filter(([offer]) => fits(offer)).map(([offer, tells]) => ({ question, offer, tells }));
  });
  return pairs.sort((a, b) => b.tells - a.tells || a.offer - b.offer || a.question - b.question).slice(0, mostWeighed);
}

function fitOf(context: OpportunityContext, asker: number, question: number, offer: number, holder: Holder): Fit | undefined {
  const parts = meetingsOf(context, asker, question, offer, holder).flatMap((meeting) => partOf(context, meeting) ?? []);
  const groups = underNarrowest(context.profiles, parts);
  const [best] = groups;
  if (!best || groups.reduce((sum, group) => sum + amountOfGroup(group), 0) < leastFit) return undefined;
  const who = { asker, from: holder.institution, question, offer };
  const main = groups.map((group) => reasonOf(context, group, fitSentence(context, who, group[0])));
  const extras = [approachReason(context, who), evidenceReason(context, who)].filter((reason) => reason !== undefined);
  const reasons = [...main, ...extras].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
  return {
    ...who,
    score: reasons.reduce((sum, { amount }) => sum + amount, 0),
    reasons,
    pair: best[0].pair,
  };
}

/** Where question and offer meet: in the question itself, and in the themes of both. */
function meetingsOf(context: OpportunityContext, asker: number, question: number, offer: number, { ways }: Holder): Meeting[] {
  const { offers, profiles, scoring } = context;
  const { graph } = profiles;
  const asked = offers.asks[asker]?.get(question) ?? [];
  const weight = scoring[aspectOfOffer(graph, offer)];
  const held = ways.map((way): Way => ({ ...way, closeness: roles[roleOf(context, way)] ?? 0.5 }));
  const withLinks = (way: Way, links: readonly number[]): Way => ({
    ...way,
    links: [...way.links, ...links],
    closeness: (way.closeness ?? 1) * perBroader ** links.filter((link) => graph.kindOf(link) === "BROADER").length,
  });
  const addressing = [...graph.out(offer, "ADDRESSES")].filter((link) => graph.to[link] === question);
  const direct: Meeting = {
    aspect: "questions",
    node: question,
    apart: false,
    points: points.question,
    weight: weight * scoring.questions,
    tells: 1,
    sides: [asked, addressing.flatMap((link) => held.map((way) => withLinks(way, [link])))],
  };
  const ofOffer = profiles.themes(offer);
  const ofQuestion = profiles.themes(question);
  const shared = new Set(ofQuestion.map(({ theme }) => theme).filter((theme) => ofOffer.some((other) => other.theme === theme)));
  const through = (theme: number): Meeting => ({
    aspect: "themes",
    node: theme,
    apart: false,
    points: points.theme,
    weight: weight * scoring.themes,
    tells: scoring.off.includes("rarity") ? (offers.tells(theme) > 0 ? 0.3 : 0) : offers.tells(theme),
    sides: [
      ofQuestion.filter((one) => one.theme === theme).flatMap(({ links }) => asked.map((way) => withLinks(way, links))),
      ofOffer.filter((one) => one.theme === theme).flatMap(({ links }) => held.map((way) => withLinks(way, links))),
    ],
  });
  return [...(addressing.length > 0 ? [direct] : []), ...[...shared].sort((a, b) => a - b).map(through)];
}
