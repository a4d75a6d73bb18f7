import type { Chain } from "../profile/types.ts";
import { amountOfGroup, type Contribution, type Group, underNarrowest } from "../reasons/broader-themes.ts";
import {
  byAmount,
  contributionOf,
  heaviestPair,
  type Meeting,
  type MetContribution,
  reasonIdOf,
  reasonOf,
} from "../reasons/meeting.ts";
import { approachReason, evidenceReason } from "./bonuses.ts";
import { amountAt } from "./fits.ts";
import { type MeetingPoint, meetingPointsOf, pointsBefore } from "./meeting-points.ts";
import { addressingLinks, chainsToTheme, closeToOffer, goingOn } from "./side-chains.ts";
import { weightsOfSides } from "./side-weights.ts";
import type { BriefFit, ExplainedFit, Fit, FitSubject, OpportunityContext, OpportunityReason } from "./types.ts";

/** A fit with its reasons; to be asked for what is shown, since it takes many times what the fit itself takes. */
export function explained(context: OpportunityContext, fit: Fit): ExplainedFit {
  const contributions = contributionsOf(context, fit, meetingPointsOf(context, fit));
  const groups = underNarrowest(context.profiles, contributions);
  const main = groups.map((group) => reasonOfGroup(context, fit, group));
  const bonuses = [approachReason(context, fit), evidenceReason(context, fit)].filter((reason) => reason !== undefined);
  const reasons = [...main, ...bonuses].sort(byAmount);
  const best = reasons.map(({ subject }) => subject).find((subject) => subject.about === "fit");
  if (!best) throw new RangeError("A fit meets in nothing");
  return { ...fit, reasons, main: { aspect: best.aspect, node: best.node }, pair: pairOf(groups[0]?.[0].pair) };
}

/**
 * A fit with its `most` largest reasons, the same as of `explained`, but without their links: these take nearly all of the time. What
 * each point of meeting gives is known from the weights of both sides.
 */
export function explainedInShort(context: OpportunityContext, fit: Fit, most: number): BriefFit {
  const { profiles } = context;
  const groups = groupsInNumbers(context, fit);
  const pairFor = (contribution: MeetingPoint) => pairOf(heaviestPair(context, meetingAt(context, fit, contribution)));
  const main = groups.map(([first, ...wider]) => ({
    id: reasonIdOf(profiles, first),
    amount: amountOfGroup([first, ...wider]),
    node: first.node,
    aspect: first.aspect,
    subject: (): FitSubject => ({ about: "fit", who: fit, aspect: first.aspect, node: first.node, pair: pairFor(first) }),
  }));
  const bonuses = [approachReason(context, fit), evidenceReason(context, fit)]
    .filter((reason) => reason !== undefined)
    .map(({ id, amount, node, aspect, subject }) => ({ id, amount, node, aspect, subject: () => subject }));
  const all = [...main, ...bonuses].sort(byAmount);
  const first = all.slice(0, most).map(({ subject, ...reason }) => ({ ...reason, subject: subject() }));
  const [best] = main.toSorted(byAmount);
  const [largest] = groups;
  if (!best || !largest) throw new RangeError("A fit meets in nothing");
  const named = first.reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...fit,
    first,
    rest: { count: all.length - first.length, amount: fit.score - named },
    main: { aspect: best.aspect, node: best.node },
    pair: pairFor(largest[0]),
  };
}

/** What each point where a fit meets gives, from the weights of both sides, broader themes under narrower ones; largest first. */
function groupsInNumbers(context: OpportunityContext, fit: Fit): Group<MeetingPoint & Contribution>[] {
  const { profiles, offers, scoring } = context;
  const sides = weightsOfSides(profiles, offers, scoring.off);
  const asking = sides.asking(fit.asker, fit.question);
  const holding = sides.holding(fit.offer).find(({ institution }) => institution === fit.from)?.weights;
  const contributions = meetingPointsOf(context, fit)
    .map((point) => ({
      ...point,
      amount: amountAt(pointsBefore(point), asking.get(point.node) ?? 0, holding?.get(point.node) ?? 0),
    }))
    .filter(({ amount }) => amount > 0);
  return underNarrowest(profiles, contributions);
}

/** The two chains that a fit rests on first: those of its largest group of meeting points. */
export function mainPair(context: OpportunityContext, fit: Fit): readonly [Chain, Chain] {
  const [largest] = groupsInNumbers(context, fit);
  return pairOf(largest && heaviestPair(context, meetingAt(context, fit, largest[0])));
}

function pairOf(pair: readonly [Chain, Chain] | undefined): readonly [Chain, Chain] {
  if (!pair) throw new RangeError("A fit meets in nothing");
  return pair;
}

const contributionsOf = (context: OpportunityContext, fit: Fit, points: readonly MeetingPoint[]): MetContribution[] =>
  points.flatMap((point) => contributionOf(context, meetingAt(context, fit, point)) ?? []);

/** The chains of both sides that lead to a node where question and offer meet. */
function meetingAt({ profiles: { graph, themes }, offers }: OpportunityContext, fit: Fit, point: MeetingPoint): Meeting {
  const asked = offers.asksOf(fit.asker).get(fit.question) ?? [];
  const held = (offers.hasOf(fit.from).get(fit.offer) ?? []).map((chain) => closeToOffer(graph, chain));
  if (point.node === fit.question) {
    const addressing = addressingLinks(graph, fit.offer, fit.question);
    const holding = addressing.flatMap((link) => held.map((chain) => goingOn(graph, chain, [link])));
    return { ...point, apart: false, sides: [asked, holding] };
  }
  const asking = chainsToTheme(graph, asked, themes(fit.question), point.node);
  return { ...point, apart: false, sides: [asking, chainsToTheme(graph, held, themes(fit.offer), point.node)] };
}

function reasonOfGroup(context: OpportunityContext, who: Fit, group: Group<MetContribution>): OpportunityReason {
  const [{ aspect, node, pair }] = group;
  return reasonOf(context, group, { about: "fit", who, aspect, node, pair });
}
