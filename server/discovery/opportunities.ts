import type { z } from "zod";
import type {
  AllOpportunities,
  allOpportunitiesRoute,
  InstitutionOpportunities,
  Opportunity,
  opportunitiesRoute,
  ScoringQuery,
} from "../../model/discovery.ts";
import type { Link, NodeId } from "../../model/graph.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import type { InstitutionIndex, NodeIndex } from "../analysis/graph/indices.ts";
import { allAtOnce, type Steps } from "../analysis/graph/steps.ts";
import { explained, mainPair } from "../analysis/opportunities/explained.ts";
import { fitsInSteps } from "../analysis/opportunities/fits.ts";
import { foldedByAsker, perQuestion } from "../analysis/opportunities/fold.ts";
import { type Offers, offersInSteps } from "../analysis/opportunities/offers.ts";
import { pathOf } from "../analysis/opportunities/path.ts";
import type { Fit, OpportunityContext, Wanted } from "../analysis/opportunities/types.ts";
import { standingAlone, tiesOf } from "../analysis/profile/profiles.ts";
import { toldCertainty } from "../analysis/wording/certainty.ts";
import {
  approachSentenceOf,
  contactSentence,
  opportunitySentence,
  returnSentence,
  stepSentence,
} from "../analysis/wording/opportunities.ts";
import { toldReason } from "../analysis/wording/reasons.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { plainScoring } from "./plain-scoring.ts";
import { institutionAt, membersOf, nodeOfKind, type Snapshot, snapshotOf, sourcesFor } from "./snapshot.ts";

/** What opportunities are found in: a snapshot, and who asks and has what. */
interface Market extends Snapshot {
  readonly offers: Offers;
}

/** Read once for each version of the data set. */
const marketOf = cachedPerVersion(async (store): Promise<Market> => {
  const snapshot = await snapshotOf(store);
  return { ...snapshot, offers: await inTurns(offersInSteps(snapshot.profiles)) };
});

/** So many institutions are looked at before anybody asks: as many as there are in Dutch vocational education. */
const mostPrepared = 100;

/** Makes ready, in turns with whoever asks for something, what the first answers about opportunities need. */
export async function prepareOpportunities(store: GraphStore): Promise<void> {
  const market = await marketOf(store);
  const askers = standingAlone(market.profiles).slice(0, mostPrepared);
  await inTurns(fitsOfAll(askers, contextOf(market, plainScoring)));
}

const contextOf = ({ profiles, offers }: Market, scoring: ScoringQuery): OpportunityContext => ({
  profiles,
  offers,
  scoring,
  rarity: profiles.rarity,
});

const mostInReturn = 2;

/** All that is told of a fit; for what is shown only. */
function opportunityOf(market: Market, context: OpportunityContext, found: Fit): Opportunity {
  const { graph, profiles, linkOf } = market;
  const fit = explained(context, found);
  const [asker, from] = [profiles.institutions.at(fit.asker), profiles.institutions.at(fit.from)];
  const path = pathOf(graph, fit);
  const confidence = toldCertainty(profiles, fit.asker, fit.from);
  const approach = approachSentenceOf(profiles, fit);
  const inReturn = allAtOnce(fitsInSteps(context, fit.from, { from: fit.asker })).slice(0, mostInReturn);
  const shared = sharedPlaces(market, fit.asker, fit.from);
  const { website } = graph.node(from);
  const summary = (node: NodeIndex) => summaryOf(graph, node);
  return {
    id: [asker, fit.question, fit.offer].map((node) => graph.node(node).id).join("~"),
    asker: summary(asker),
    question: summary(fit.question),
    offer: summary(fit.offer),
    from: summary(from),
    score: fit.score,
    certainty: confidence.value,
    confidence,
    sentence: opportunitySentence(profiles, fit),
    reasons: fit.reasons.map((reason) => toldReason(market, reason)),
    path: { nodes: path.nodes(asker).map(summary), links: path.links.map(linkOf) },
    steps: path.links.map((link) => stepSentence(profiles, link)),
    ...(approach && { approach }),
    inReturn: inReturn.map((back) => ({
      offer: summary(back.offer),
      question: summary(back.question),
      sentence: returnSentence(profiles, back),
    })),
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

const linksOf = (opportunities: readonly Opportunity[]): Link[] =>
  opportunities.flatMap(({ reasons, path }) => [...path.links, ...reasons.flatMap(({ facts }) => facts.map(({ link }) => link))]);

/** A step is one opportunity. */
function* told(market: Market, context: OpportunityContext, fits: readonly Fit[]): Steps<Opportunity[]> {
  const opportunities: Opportunity[] = [];
  for (const fit of fits) {
    opportunities.push(opportunityOf(market, context, fit));
    yield;
  }
  return opportunities;
}

/** What an institution can learn from whom, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function opportunities(
  store: GraphStore,
  id: NodeId,
  query: z.output<typeof opportunitiesRoute.query>,
): Promise<InstitutionOpportunities> {
  const market = await marketOf(store);
  const { graph, profiles, datasetVersion } = market;
  const asker = institutionAt(market, id, "params/id");
  const context = contextOf(market, query);
  const wanted = {
    ...(query.question && { question: nodeOfKind(market, query.question, "question", "query/question") }),
    ...(query.from && { from: institutionAt(market, query.from, "query/from") }),
  };
  const fits = await inTurns(fitsInSteps(context, asker, wanted));
  const { first, counts } = perQuestion(fits, query.perQuestion);
  const shown = await inTurns(told(market, context, first.slice(0, query.limit)));
  return {
    institution: summaryOf(graph, profiles.institutions.at(asker)),
    questions: [...counts].map(([question, count]) => ({ question: summaryOf(graph, question), count })),
    opportunities: shown,
    left: fits.length - shown.length,
    sources: sourcesFor(market, linksOf(shown)),
    datasetVersion,
  };
}

type AllQuery = z.output<typeof allOpportunitiesRoute.query>;

/** Opportunities of every institution that stands alone, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function allOpportunities(store: GraphStore, query: AllQuery): Promise<AllOpportunities> {
  const market = await marketOf(store);
  const { graph, profiles, datasetVersion } = market;
  const context = contextOf(market, query);
  const keep = filterOf(market, context, query);
  const fits = await inTurns(fitsOfAll(standingAlone(profiles), context, { kinds: query.kinds }, keep));
  const folded = query.fold ? await inTurns(foldedByAsker(fits)) : fits.map((fit) => ({ fit, others: [] }));
  const shown = folded.slice(0, query.limit);
  const opportunities = await inTurns(
    told(
      market,
      context,
      shown.map(({ fit }) => fit),
    ),
  );
  const asking = ({ asker, score }: Fit) => ({ asker: summaryOf(graph, profiles.institutions.at(asker)), score });
  return {
    opportunities: opportunities.map((opportunity, at) => ({ ...opportunity, others: (shown[at]?.others ?? []).map(asking) })),
    left: folded.length - shown.length,
    all: fits.length,
    sources: sourcesFor(market, linksOf(opportunities)),
    datasetVersion,
  };
}

/**
 * The fits of some askers that are wanted, best first, then by asker and offer; a step is a part of an asker. They come in order from
 * each asker, so it is enough to lay those of one score together.
 *
 * @param askers by index
 */
function* fitsOfAll(
  askers: readonly InstitutionIndex[],
  context: OpportunityContext,
  wanted: Wanted = {},
  keep: (fit: Fit) => boolean = () => true,
): Steps<Fit[]> {
  const byScore = new Map<number, Fit[]>();
  for (const asker of askers) {
    const fits = yield* fitsInSteps(context, asker, wanted);
    for (let first = 0; first < fits.length; first += fitsInStep) {
      layTogether(fits.slice(first, first + fitsInStep).filter(keep), byScore);
      yield;
    }
  }
  return [...byScore].sort(([a], [b]) => b - a).flatMap(([, fits]) => fits);
}

/** So many fits are looked at in one step. */
const fitsInStep = 20;

function layTogether(fits: readonly Fit[], byScore: Map<number, Fit[]>): void {
  for (const fit of fits) {
    const equals = byScore.get(fit.score);
    if (equals) equals.push(fit);
    else byScore.set(fit.score, [fit]);
  }
}

/** Whether an opportunity is about a theme, between members of a network, and rests on links of a basis. */
function filterOf(market: Market, context: OpportunityContext, { theme, network, basis }: AllQuery): (fit: Fit) => boolean {
  const { profiles, graph } = market;
  const about = theme === undefined ? undefined : nodeOfKind(market, theme, "theme", "query/theme");
  const members =
    network === undefined ? undefined : new Set(membersOf(market, nodeOfKind(market, network, "network", "query/network")));
  const restsOnDerived = (fit: Fit) => mainPair(context, fit).some(({ links }) => links.some((link) => graph.isDerived(link)));
  return (fit) =>
    (about === undefined || profiles.themes(fit.question).some((chain) => chain.theme === about)) &&
    (members === undefined || (members.has(fit.asker) && members.has(fit.from))) &&
    (basis === undefined || restsOnDerived(fit) === (basis === "derived"));
}
