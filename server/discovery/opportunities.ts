import type { z } from "zod";
import type {
  AllOpportunities,
  allOpportunitiesRoute,
  InstitutionOpportunities,
  opportunitiesRoute,
  ScoringQuery,
} from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import type { InstitutionIndex } from "../analysis/graph/indices.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import { mainPair } from "../analysis/opportunities/explained.ts";
import { fitsInSteps } from "../analysis/opportunities/fits.ts";
import { foldedByAsker, perQuestion } from "../analysis/opportunities/fold.ts";
import { offersInSteps } from "../analysis/opportunities/offers.ts";
import type { Fit, OpportunityContext, Wanted } from "../analysis/opportunities/types.ts";
import { standingAlone } from "../analysis/profile/profiles.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { addressOf, institutionAddress, longer, scoringParts } from "./addresses.ts";
import { plainScoring } from "./plain-scoring.ts";
import { institutionAt, membersOf, nodeOf, nodeOfKind, snapshotOf, sourcesFor } from "./snapshot.ts";
import { inReturnFor, linksOf, type Market, toldInBrief, toldInFull } from "./told-opportunities.ts";

/** Lists hold at most so many. */
const most = { ofOne: 100, ofAll: 200 } as const;

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

/** What an institution can learn from whom, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function opportunities(
  store: GraphStore,
  id: NodeId,
  query: z.output<typeof opportunitiesRoute.query>,
  signal?: AbortSignal,
): Promise<InstitutionOpportunities> {
  const market = await marketOf(store);
  const { graph, profiles, datasetVersion } = market;
  const asker = institutionAt(market, id, "params/id");
  const context = contextOf(market, query);
  const wanted = {
    ...(query.question && { question: nodeOfKind(market, query.question, "question", "query/question") }),
    ...(query.from && { from: institutionAt(market, query.from, "query/from") }),
  };
  const offer = query.offer === undefined ? undefined : nodeOf(market, query.offer);
  const all = await inTurns(fitsInSteps(context, asker, wanted), signal);
  const fits = offer === undefined ? all : all.filter((fit) => fit.offer === offer);
  const { first, counts } = perQuestion(fits, query.perQuestion);
  const shown = first.slice(0, query.limit);
  const left = fits.length - shown.length;
  const cut = first.length - shown.length;
  // When the bound for each question alone hides some, a list that is no longer may hold them.
  const isBoundHiding = cut === 0 && left > 0 && query.perQuestion < most.ofOne;
  const each = isBoundHiding ? most.ofOne : query.perQuestion;
  const limit = longer(query.limit, isBoundHiding ? left : cut, most.ofOne) ?? (isBoundHiding ? query.limit : undefined);
  const { question, from, reasons } = query;
  const answer = {
    institution: summaryOf(graph, profiles.institutions.at(asker)),
    questions: [...counts].map(([asked, count]) => ({ question: summaryOf(graph, asked), count })),
    left,
    ...(limit && {
      more: addressOf(institutionAddress(id, "opportunities"), {
        ...{ ...scoringParts(query), question, from, offer: query.offer, limit },
        ...(each < most.ofOne && { perQuestion: each }),
        ...(reasons === "all" && { reasons }),
      }),
    }),
    datasetVersion,
  };
  if (reasons === "all") {
    const told = await toldInFull(market, context, shown);
    return { ...answer, opportunities: told, sources: sourcesFor(market, linksOf(told)) };
  }
  const told = [];
  for (const [at, opportunity] of (await toldInBrief(market, context, query, shown)).entries())
    told.push({ ...opportunity, inReturn: await inReturnFor(market, context, shown[at]!) });
  return { ...answer, opportunities: told, sources: [] };
}

type AllQuery = z.output<typeof allOpportunitiesRoute.query>;

/** Opportunities of every institution that stands alone, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function allOpportunities(store: GraphStore, query: AllQuery, signal?: AbortSignal): Promise<AllOpportunities> {
  const market = await marketOf(store);
  const { graph, profiles, datasetVersion } = market;
  const context = contextOf(market, query);
  const keep = filterOf(market, context, query);
  const askers = query.asker === undefined ? standingAlone(profiles) : [institutionAt(market, query.asker, "query/asker")];
  const fits = await inTurns(fitsOfAll(askers, context, { kinds: query.kinds }, keep), signal);
  const folded = query.fold ? await inTurns(foldedByAsker(fits), signal) : fits.map((fit) => ({ fit, others: [] }));
  const shown = folded.slice(0, query.limit);
  const left = folded.length - shown.length;
  const limit = longer(query.limit, left, most.ofAll);
  const { asker, theme, network, kinds, basis, fold, reasons } = query;
  const asking = ({ asker, score }: Fit) => ({ asker: summaryOf(graph, profiles.institutions.at(asker)), score });
  const withOthers = <Told>(told: readonly Told[]) =>
    told.map((one, at) => ({ ...one, others: (shown[at]?.others ?? []).map(asking) }));
  const answer = {
    left,
    ...(limit && {
      more: addressOf("/api/opportunities", {
        ...{ ...scoringParts(query), asker, theme, network, kinds, basis, fold, limit },
        ...(reasons === "all" && { reasons }),
      }),
    }),
    all: fits.length,
    datasetVersion,
  };
  const best = shown.map(({ fit }) => fit);
  if (reasons === "first")
    return { ...answer, opportunities: withOthers(await toldInBrief(market, context, query, best)), sources: [] };
  const told = await toldInFull(market, context, best);
  return { ...answer, opportunities: withOthers(told), sources: sourcesFor(market, linksOf(told)) };
}

/** The points of the best opportunity of all, with the standard weights. */
export async function strongestOpportunity(store: GraphStore): Promise<number> {
  const market = await marketOf(store);
  const [best] = await inTurns(fitsOfAll(standingAlone(market.profiles), contextOf(market, plainScoring)));
  return best?.score ?? 0;
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
