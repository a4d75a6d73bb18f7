import type { Aspect } from "../../../model/discovery.ts";
import type { NodeIndex } from "../graph/indices.ts";
import type { PointParts } from "../profile/scoring.ts";
import { aspectOfOffer } from "./offers.ts";
import type { OpportunityContext } from "./types.ts";

/** Points for fitting the question itself, and for a theme that question and offer share. */
const points = { question: 100, theme: 120 } as const;
/** What a theme tells when rarity is switched off, if it tells anything. */
const tellsWithoutRarity = 0.3;

/** A node where a question and an offer can meet, and what the points there are made of. */
export interface MeetingPoint extends PointParts {
  readonly aspect: Aspect;
  readonly node: NodeIndex;
}

/** Where question and offer meet: in the question itself when the offer addresses it, and in each theme of both, by index. */
export function meetingPointsOf(
  { profiles: { graph }, offers, scoring }: OpportunityContext,
  question: NodeIndex,
  offer: NodeIndex,
): MeetingPoint[] {
  const weight = scoring[aspectOfOffer(graph, offer)];
  const found: MeetingPoint[] = [];
  if (offers.addressedBy(offer).includes(question))
    found.push({
      aspect: "questions",
      node: question,
      points: points.question,
      userWeight: weight * scoring.questions,
      tells: 1,
    });
  const ofOffer = offers.themesAt(offer);
  const shared = [...offers.themesAt(question)].filter((theme) => ofOffer.has(theme));
  for (const theme of shared.sort((a, b) => a - b)) {
    const told = offers.tells(theme);
    const tells = !scoring.off.includes("rarity") ? told : told > 0 ? tellsWithoutRarity : 0;
    found.push({ aspect: "themes", node: theme, points: points.theme, userWeight: weight * scoring.themes, tells });
  }
  return found;
}
