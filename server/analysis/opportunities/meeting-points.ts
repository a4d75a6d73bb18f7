import type { Aspect } from "../../../model/discovery.ts";
import type { NodeIndex } from "../graph/indices.ts";
import type { PointParts } from "../profile/scoring.ts";
import { aspectOfOffer, type Offers } from "./offers.ts";
import type { OpportunityContext } from "./types.ts";

/** Points for fitting the question itself, and for a theme that question and offer share. */
const points = { question: 100, theme: 120 } as const;
/** What a theme tells when rarity is switched off, if it tells anything. */
const tellsWithoutRarity = 0.3;

/** Where question and offer meet: in the question itself when the offer addresses it, then in each theme of both, by index. */
export function meetingNodesOf(
  { addressedBy, themesAt }: Pick<Offers, "addressedBy" | "themesAt">,
  question: NodeIndex,
  offer: NodeIndex,
): NodeIndex[] {
  const ofOffer = themesAt(offer);
  const shared = [...themesAt(question)].filter((theme) => ofOffer.has(theme)).sort((a, b) => a - b);
  return addressedBy(offer).includes(question) ? [question, ...shared] : shared;
}

interface Pair {
  readonly question: NodeIndex;
  readonly offer: NodeIndex;
}

/** A node where a question and an offer meet, and what the points there are made of. */
export interface MeetingPoint extends PointParts {
  readonly aspect: Aspect;
  readonly node: NodeIndex;
}

/** What the points are made of at a node where `question` and `offer` meet. */
function meetingPointAt(
  { profiles: { graph }, offers, scoring }: OpportunityContext,
  { question, offer }: Pair,
  node: NodeIndex,
): MeetingPoint {
  const weight = scoring[aspectOfOffer(graph, offer)];
  if (node === question)
    return { aspect: "questions", node, points: points.question, userWeight: weight * scoring.questions, tells: 1 };
  const tells = tellsOf(offers.tells(node), !scoring.off.includes("rarity"));
  return { aspect: "themes", node, points: points.theme, userWeight: weight * scoring.themes, tells };
}

const tellsOf = (told: number, isRarityOn: boolean): number => (isRarityOn ? told : told > 0 ? tellsWithoutRarity : 0);

/** The points at a meeting point before the weights of the chains that lead there. */
export const pointsBefore = ({ points, userWeight, tells }: MeetingPoint): number => points * userWeight * tells;

/**
 * The same for many candidates at a time, of which each meets in many nodes: `into` gets the points before at each of `nodes`, in their
 * order.
 */
export function pointsBeforeAll(
  { profiles: { graph }, offers, scoring }: OpportunityContext,
  { question, offer }: Pair,
  nodes: readonly NodeIndex[],
  into: number[],
): void {
  const weight = scoring[aspectOfOffer(graph, offer)];
  const atTheme = points.theme * (weight * scoring.themes);
  const isRarityOn = !scoring.off.includes("rarity");
  for (let position = 0; position < nodes.length; position++) {
    const node = nodes[position]!;
    into[position] =
      node === question ? points.question * (weight * scoring.questions) : atTheme * tellsOf(offers.tells(node), isRarityOn);
  }
}

/** Every point where `question` and `offer` meet, in the order of `meetingNodesOf`. */
export const meetingPointsOf = (context: OpportunityContext, pair: Pair): MeetingPoint[] =>
  meetingNodesOf(context.offers, pair.question, pair.offer).map((node) => meetingPointAt(context, pair, node));
