import type { z } from "zod";
import type { allOpportunitiesRoute, Opportunity, opportunitiesRoute, ScoringQuery } from "../../model/discovery.ts";
import type { Link, NodeId } from "../../model/graph.ts";
import { nodeAt, summaryOf } from "../analysis/graph/graph-index.ts";
import { fitsFor } from "../analysis/opportunities/fit.ts";
import { foldedByAsker, perQuestion } from "../analysis/opportunities/fold.ts";
import { offersOf } from "../analysis/opportunities/offers.ts";
import { pathOf } from "../analysis/opportunities/path.ts";
import type { Fit, OpportunityContext, Wanted } from "../analysis/opportunities/types.ts";
import type { Profiles } from "../analysis/profile/profiles.ts";
import {
  approachOf,
  contactSentence,
  opportunitySentence,
  returnSentence,
  stepSentence,
} from "../analysis/wording/opportunities.ts";
import type { GraphStore } from "../store/store.ts";
import { certaintyBetween, type Facts, factsOf, institutionAt, membersOf, placeOf, sourcesFor } from "./snapshot.ts";

const perProfiles = new WeakMap<Profiles, ReturnType<typeof offersOf>>();

function contextOf({ profiles, linkOf }: Facts, scoring: ScoringQuery): OpportunityContext {
  const offers = perProfiles.get(profiles) ?? offersOf(profiles);
  perProfiles.set(profiles, offers);
  return { profiles, linkOf, scoring, rarity: profiles.rarity, offers };
}

const mostInReturn = 2;

function opportunityOf(facts: Facts, context: OpportunityContext, fit: Fit): Opportunity {
  const { graph, profiles, linkOf } = facts;
  const [asker, from] = [profiles.institutions[fit.asker] ?? 0, profiles.institutions[fit.from] ?? 0];
  const path = pathOf(graph, fit);
  const confidence = certaintyBetween(facts, fit.asker, fit.from);
  const approach = approachOf(fit);
  const inReturn = fitsFor(context, fit.from, { from: fit.asker }).slice(0, mostInReturn);
  const shared = sharedPlaces(facts, fit.asker, fit.from);
  const website = nodeAt(graph, from).website;
  return {
    id: [asker, fit.question, fit.offer].map((place) => nodeAt(graph, place).id).join("~"),
    asker: summaryOf(graph, asker),
    question: summaryOf(graph, fit.question),
    offer: summaryOf(graph, fit.offer),
    from: summaryOf(graph, from),
    score: fit.score,
    certainty: confidence.value,
    confidence,
    sentence: opportunitySentence(context, fit),
    reasons: [...fit.reasons],
    path: { nodes: path.nodes(asker).map((place) => summaryOf(graph, place)), links: path.links.map(linkOf) },
    steps: path.links.map((link) => stepSentence(profiles, link)),
    ...(approach && { approach }),
    inReturn: inReturn.map((back) => ({
      offer: summaryOf(graph, back.offer),
      question: summaryOf(graph, back.question),
      sentence: returnSentence(context, back),
    })),
    contact: {
      ...(website !== undefined && { website }),
      shared: shared.map((place) => summaryOf(graph, place)),
      sentence: contactSentence(context, fit.from, website, shared),
    },
  };
}

/** Networks and activities that two institutions both take part in, the smallest first: there people know each other. */
function sharedPlaces({ profiles: { ties, items, graph } }: Facts, one: number, other: number): number[] {
  const places = (institution: number) => {
    const here = Array.from({ length: (ties.starts[institution + 1] ?? 0) - (ties.starts[institution] ?? 0) }, (_, at) => at);
    return here.map((at) => items.node[ties.item[(ties.starts[institution] ?? 0) + at] ?? 0] ?? 0);
  };
  const theirs = new Set(places(other));
  const meets = (place: number) => ["network", "activity"].includes(nodeAt(graph, place).kind) && theirs.has(place);
  return [...new Set(places(one).filter(meets))].sort((a, b) => graph.degree(a) - graph.degree(b) || a - b);
}

const linksOf = (opportunities: readonly Opportunity[]): Link[] =>
  opportunities.flatMap(({ reasons, path }) => [...path.links, ...reasons.flatMap(({ facts }) => facts.map(({ link }) => link))]);

type Answer = z.output<typeof opportunitiesRoute.response>;

/** What an institution can learn from whom, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function opportunities(
  store: GraphStore,
  id: NodeId,
  query: z.output<typeof opportunitiesRoute.query>,
): Promise<Answer> {
  const facts = await factsOf(store);
  const asker = institutionAt(facts, id, "params/id");
  const context = contextOf(facts, query);
  const wanted: Wanted = {
    ...(query.question && { question: placeOf(facts, query.question, "question", "query/question") }),
    ...(query.from && { from: institutionAt(facts, query.from, "query/from") }),
  };
  const fits = fitsFor(context, asker, wanted);
  const { kept, counts } = perQuestion(fits, query.perQuestion);
  const shown = kept.slice(0, query.limit).map((fit) => opportunityOf(facts, context, fit));
  return {
    institution: summaryOf(facts.graph, facts.profiles.institutions[asker] ?? 0),
    questions: [...counts].map(([question, count]) => ({ question: summaryOf(facts.graph, question), count })),
    opportunities: shown,
    left: fits.length - shown.length,
    sources: sourcesFor(facts, linksOf(shown)),
    datasetVersion: facts.datasetVersion,
  };
}

type AllQuery = z.output<typeof allOpportunitiesRoute.query>;

/** Opportunities of every institution that stands alone, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function allOpportunities(
  store: GraphStore,
  query: AllQuery,
): Promise<z.output<typeof allOpportunitiesRoute.response>> {
  const facts = await factsOf(store);
  const context = contextOf(facts, query);
  const keep = filterOf(facts, query);
  const askers = [...facts.profiles.institutions.keys()].filter((institution) => (facts.profiles.partOf[institution] ?? -1) < 0);
  const fits = askers
    .flatMap((asker) => fitsFor(context, asker, { kinds: query.kinds }))
    .filter(keep)
    .sort((a, b) => b.score - a.score || a.asker - b.asker || a.offer - b.offer);
  const folded = query.fold ? foldedByAsker(fits) : fits.map((fit) => ({ fit, others: [] }));
  const shown = folded.slice(0, query.limit).map(({ fit, others }) => ({
    ...opportunityOf(facts, context, fit),
    others: others.map(({ asker, score }) => ({ asker: summaryOf(facts.graph, facts.profiles.institutions[asker] ?? 0), score })),
  }));
  return {
    opportunities: shown,
    left: folded.length - shown.length,
    all: fits.length,
    sources: sourcesFor(facts, linksOf(shown)),
    datasetVersion: facts.datasetVersion,
  };
}

/** Whether an opportunity is about a theme, between members of a network, and rests on links of a basis. */
function filterOf(facts: Facts, { theme, network, basis }: AllQuery): (fit: Fit) => boolean {
  const { profiles, graph } = facts;
  const about = theme === undefined ? undefined : placeOf(facts, theme, "theme", "query/theme");
  const members =
    network === undefined ? undefined : new Set(membersOf(facts, placeOf(facts, network, "network", "query/network")));
  return (fit) =>
    (about === undefined || profiles.themes(fit.question).some((way) => way.theme === about)) &&
    (members === undefined || (members.has(fit.asker) && members.has(fit.from))) &&
    (basis !== "stated" || fit.pair.every(({ links }) => links.every((link) => graph.derived[link] === 0))) &&
    (basis !== "derived" || fit.pair.some(({ links }) => links.some((link) => graph.derived[link] === 1)));
}
