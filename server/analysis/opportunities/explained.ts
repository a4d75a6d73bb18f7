import type { Chain } from "../profile/types.ts";
import { type Group, underNarrowest } from "../reasons/broader-themes.ts";
import { byAmount, contributionOf, type Meeting, type MetContribution, reasonOf } from "../reasons/meeting.ts";
import { approachReason, evidenceReason } from "./bonuses.ts";
import { amountAt, pointsBefore } from "./fits.ts";
import { type MeetingPoint, meetingPointsOf } from "./meeting-points.ts";
import { addressingLinks, chainsToTheme, closeToOffer, goingOn } from "./side-chains.ts";
import { weightsOfSides } from "./side-weights.ts";
import type { ExplainedFit, Fit, OpportunityContext, OpportunityReason } from "./types.ts";

/** A fit with its reasons; to be asked for what is shown, since it takes many times what the fit itself takes. */
export function explained(context: OpportunityContext, fit: Fit): ExplainedFit {
  const contributions = contributionsOf(context, fit, meetingPointsOf(context, fit));
  const groups = underNarrowest(context.profiles, contributions);
  const main = groups.map((group) => reasonOfGroup(context, fit, group));
  const bonuses = [approachReason(context, fit), evidenceReason(context, fit)].filter((reason) => reason !== undefined);
  return { ...fit, reasons: [...main, ...bonuses].sort(byAmount), pair: pairOf(groups[0]?.[0]) };
}

/** The two chains that a fit rests on first: those of its largest group of meeting points. */
export function mainPair(context: OpportunityContext, fit: Fit): readonly [Chain, Chain] {
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
  const [largest = []] = underNarrowest(profiles, contributions);
  return pairOf(contributionsOf(context, fit, largest.slice(0, 1))[0]);
}

function pairOf(contribution: MetContribution | undefined): readonly [Chain, Chain] {
  if (!contribution) throw new RangeError("A fit meets in nothing");
  return contribution.pair;
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
