import type { Opportunity, OpportunityInShort, ScoringQuery } from "../../model/discovery.ts";
import type { Link } from "../../model/graph.ts";
import { between } from "../analysis/comparison/between.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import type { InstitutionIndex, LinkIndex, NodeIndex } from "../analysis/graph/indices.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import { explained, explainedInShort } from "../analysis/opportunities/explained.ts";
import { fitsInSteps } from "../analysis/opportunities/fits.ts";
import type { Offers } from "../analysis/opportunities/offers.ts";
import { pathOf } from "../analysis/opportunities/path.ts";
import type { ExplainedFit, Fit, OpportunityContext, SaidFit } from "../analysis/opportunities/types.ts";
import { tiesOf } from "../analysis/profile/profiles.ts";
import { betweenSentences } from "../analysis/wording/between.ts";
import { toldCertainty } from "../analysis/wording/certainty.ts";
import {
  approachSentenceOf,
  contactSentence,
  opportunitySentence,
  returnSentence,
  stepSentence,
} from "../analysis/wording/opportunities.ts";
import { toldInShort, toldReason } from "../analysis/wording/reasons.ts";
import { inTurns } from "../turns/in-turns.ts";
import { addressOf, institutionAddress, scoringParts } from "./addresses.ts";
import type { Snapshot } from "./snapshot.ts";

/** What opportunities are found in: a snapshot, and who asks and has what. */
export interface Market extends Snapshot {
  readonly offers: Offers;
}

/** So many reasons of each are told unless all of them are asked for. */
const first = 3;
const mostInReturn = 2;

/** Some fits in short: nothing of them is read from the store. */
export const toldInBrief = (
  market: Market,
  context: OpportunityContext,
  scoring: ScoringQuery,
  fits: readonly Fit[],
): Promise<OpportunityInShort[]> => inTurns(oneByOne(fits, (fit) => opportunityInShort(market, context, scoring, fit)));

/** All that is told of some fits, with the links that they rest on. */
export async function toldInFull(market: Market, context: OpportunityContext, fits: readonly Fit[]): Promise<Opportunity[]> {
  const { graph, linksInFull } = market;
  const whole = await inTurns(oneByOne(fits, (fit) => explained(context, fit)));
  const links = await inTurns(oneByOne(whole, (fit) => [...pathOf(graph, fit).links, ...fit.reasons.flatMap(linksBehind)]));
  const linkOf = await linksInFull(links.flat());
  const opportunities: Opportunity[] = [];
  for (const fit of whole) {
    const inReturn = await inReturnFor(market, context, fit);
    opportunities.push(opportunityOf({ ...market, linkOf }, fit, inReturn));
  }
  return opportunities;
}

const linksBehind = ({ links }: ExplainedFit["reasons"][number]): LinkIndex[] => links.map(({ link }) => link);

/** Makes one after the other; a step is one. */
function* oneByOne<From, To>(all: readonly From[], make: (one: From) => To): Steps<To[]> {
  const made: To[] = [];
  for (const one of all) {
    made.push(make(one));
    yield;
  }
  return made;
}

/** What the asker of a fit could give in return. */
export async function inReturnFor(market: Market, context: OpportunityContext, fit: Fit): Promise<Opportunity["inReturn"]> {
  const { graph, profiles } = market;
  const back = await inTurns(fitsInSteps(context, fit.from, { from: fit.asker }));
  return back.slice(0, mostInReturn).map((one) => ({
    offer: summaryOf(graph, one.offer),
    question: summaryOf(graph, one.question),
    sentence: returnSentence(profiles, one),
  }));
}

function opportunityInShort(market: Market, context: OpportunityContext, scoring: ScoringQuery, found: Fit): OpportunityInShort {
  const { profiles } = market;
  const fit = explainedInShort(context, found, first);
  const head = headOf(market, fit);
  const { asker, question, offer, from } = head;
  return {
    ...head,
    reasons: fit.first.map((reason) => toldInShort(profiles, reason)),
    rest: fit.rest,
    more: addressOf(institutionAddress(asker.id, "opportunities"), {
      question: question.id,
      offer: offer.id,
      from: from.id,
      ...scoringParts(scoring),
      reasons: "all",
    }),
  };
}

/** What every list says of an opportunity. */
function headOf({ graph, profiles }: Market, fit: SaidFit) {
  const [asker, from] = [profiles.institutions.at(fit.asker), profiles.institutions.at(fit.from)];
  const confidence = toldCertainty(profiles, fit.asker, fit.from);
  return {
    id: [asker, fit.question, fit.offer].map((node) => graph.node(node).id).join("~"),
    asker: summaryOf(graph, asker),
    question: summaryOf(graph, fit.question),
    offer: summaryOf(graph, fit.offer),
    from: summaryOf(graph, from),
    score: fit.score,
    certainty: confidence.value,
    confidence,
    sentence: opportunitySentence(profiles, fit),
  };
}

function opportunityOf(
  market: Market & { readonly linkOf: (link: LinkIndex) => Link },
  fit: ExplainedFit,
  inReturn: Opportunity["inReturn"],
): Opportunity {
  const { graph, profiles, linkOf } = market;
  const [asker, from] = [profiles.institutions.at(fit.asker), profiles.institutions.at(fit.from)];
  const path = pathOf(graph, fit);
  const approach = approachSentenceOf(profiles, fit);
  const shared = sharedPlaces(market, fit.asker, fit.from);
  const { website } = graph.node(from);
  const summary = (node: NodeIndex) => summaryOf(graph, node);
  return {
    ...headOf(market, fit),
    reasons: fit.reasons.map((reason) => toldReason(market, reason)),
    path: { nodes: path.nodes(asker).map(summary), links: path.links.map(linkOf) },
    steps: path.links.map((link) => stepSentence(profiles, link)),
    ...(approach && { approach }),
    between: betweenSentences(profiles, between(profiles, fit.asker, fit.from)),
    inReturn,
    contact: {
      ...(website !== undefined && { website }),
      shared: shared.map(summary),
      sentence: contactSentence(profiles, fit.from, website, shared),
    },
  };
}

/** Networks and activities that two institutions both take part in, the smallest first: there people know each other. */
function sharedPlaces({ profiles, graph }: Snapshot, one: InstitutionIndex, other: InstitutionIndex): NodeIndex[] {
  const { ties, features } = profiles;
  const nodesOf = (institution: InstitutionIndex) =>
    Array.from(tiesOf(profiles, institution), (tie) => features.node.at(ties.feature.at(tie)));
  const theirs = new Set(nodesOf(other));
  const isShared = (node: NodeIndex) => ["network", "activity"].includes(graph.node(node).kind) && theirs.has(node);
  return [...new Set(nodesOf(one).filter(isShared))].sort((a, b) => graph.degree(a) - graph.degree(b) || a - b);
}

/** Every link that some opportunities rest on. */
export const linksOf = (opportunities: readonly Opportunity[]): Link[] =>
  opportunities.flatMap(({ reasons, path }) => [...path.links, ...reasons.flatMap(({ facts }) => facts.map(({ link }) => link))]);
