import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import type { Steps } from "../graph/steps.ts";
import { amountOf } from "../profile/scoring.ts";
import { approachAmount, evidenceAmount, mostBonus } from "./bonuses.ts";
import { type Candidate, candidatesInSteps } from "./candidates.ts";
import { pointsBeforeAll } from "./meeting-points.ts";
import { type SideWeights, weightsOfSides } from "./side-weights.ts";
import type { Fit, OpportunityContext, Wanted } from "./types.ts";

/** Less than this is not worth a conversation. */
const leastFit = 15;
/** So many candidates are weighed in one step. */
const candidatesInStep = 50;

/**
 * What others have that fits the questions of `asker` and that it does not have itself, in numbers alone, best first: for each thing
 * the question that it fits best, and the institution that knows most of it. A step is a question, or some candidates.
 */
export function* fitsInSteps(context: OpportunityContext, asker: InstitutionIndex, wanted: Wanted = {}): Steps<Fit[]> {
  const best = new Map<NodeIndex, Fit>();
  const candidates = yield* candidatesInSteps(context.profiles, context.offers, asker, wanted);
  for (let first = 0; first < candidates.length; first += candidatesInStep) {
    weigh(context, asker, candidates.slice(first, first + candidatesInStep), wanted, best);
    yield;
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.offer - b.offer || a.question - b.question);
}

/** Puts the best fit of each offer in `best`. */
function weigh(
  context: OpportunityContext,
  asker: InstitutionIndex,
  candidates: readonly Candidate[],
  wanted: Wanted,
  best: Map<NodeIndex, Fit>,
): void {
  const { offers, profiles, scoring } = context;
  const { asking, holding } = weightsOfSides(profiles, offers, scoring.off);
  const points: number[] = [];
  for (const candidate of candidates) {
    const { question, offer, meetIn } = candidate;
    pointsBeforeAll(context, candidate, meetIn, points);
    const asked = asking(asker, question);
    // The weight of a holder is at most 1, so no fit can be above `bound`: skip what cannot be enough, or better than the best.
    const bound = amountOver(meetIn, points, asked, undefined);
    if (bound < leastFit || bound + mostBonus(context, offer) < (best.get(offer)?.score ?? 0)) continue;
    let bonus: number | undefined;
    for (const { institution: from, weights } of holding(offer)) {
      if (!mayTeach(context, asker, from, wanted)) continue;
      const fit = amountOver(meetIn, points, asked, weights);
      if (fit < leastFit) continue;
      bonus ??= approachAmount(context, { asker, question, offer }) + evidenceAmount(context, offer);
      const score = fit + bonus;
      const known = best.get(offer);
      if (!known || isBetter(score, question, from, known)) best.set(offer, { asker, from, question, offer, score });
    }
  }
}

/** What two sides give together, in whole points: the sum over all nodes where they meet. Without `holding`, the most it could be. */
function amountOver(
  nodes: readonly NodeIndex[],
  points: readonly number[],
  asking: SideWeights,
  holding: SideWeights | undefined,
): number {
  let sum = 0;
  for (let position = 0; position < nodes.length; position++) {
    const node = nodes[position]!;
    sum += amountAt(points[position]!, asking.get(node) ?? 0, holding ? (holding.get(node) ?? 0) : 1);
  }
  return sum;
}

/** The amount at one node, from the weights of the heaviest chains of both sides. */
export const amountAt = (before: number, one: number, other: number): number => amountOf(before * Math.sqrt(one * other));

const isBetter = (score: number, question: NodeIndex, from: InstitutionIndex, known: Fit) =>
  score !== known.score ? score > known.score : question !== known.question ? question < known.question : from < known.from;

function mayTeach(
  { profiles: { wholeOf } }: OpportunityContext,
  asker: InstitutionIndex,
  other: InstitutionIndex,
  { from }: Wanted,
): boolean {
  return other !== asker && wholeOf(asker) !== other && (from === undefined || from === other);
}
