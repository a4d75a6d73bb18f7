import type { Aspect, Effect } from "../../../model/discovery.ts";
import type { FeatureIndex } from "../graph/indices.ts";
import type { Profiles, Rarity } from "./types.ts";

/** The user's own scoring: a weight for each aspect, and the effects that are switched off. */
export type Scoring = Readonly<Record<Aspect, number>> & { readonly off: readonly Effect[] };

/** Points for sharing a node itself and for sharing a theme of it, before anything is taken off. */
const pointsFor: Readonly<Record<Aspect, { readonly itself: number; readonly theme: number }>> = {
  questions: { itself: 100, theme: 0 },
  themes: { itself: 0, theme: 100 },
  products: { itself: 60, theme: 30 },
  spaces: { itself: 60, theme: 20 },
  networks: { itself: 40, theme: 0 },
  activities: { itself: 30, theme: 0 },
  outcomes: { itself: 40, theme: 20 },
};

/** Less than this is not worth a reason. */
const leastPoints = 3;

/** Whole points, so that reasons add up to the score exactly; what is not worth a reason gives none. */
export const amountOf = (value: number): number => (value < leastPoints ? 0 : Math.round(value));

/** What the points of something are made of, before the strength of the ties. */
export interface PointParts {
  /** Points to start with. */
  readonly points: number;
  /** The user's own weight, in [0, 3]. */
  readonly userWeight: number;
  /** How much it tells, in [0, 1]. */
  readonly tells: number;
}

export function pointPartsOf(
  { features }: Pick<Profiles, "features">,
  feature: FeatureIndex,
  scoring: Scoring,
  rarity: Rarity,
): PointParts {
  const aspect = features.aspect(feature);
  return {
    points: pointsFor[aspect][features.isTheme(feature) ? "theme" : "itself"],
    userWeight: scoring[aspect],
    tells: (scoring.off.includes("rarity") ? rarity.off : rarity.on).at(feature),
  };
}

/** The points that a feature gives before the strength of the ties. */
export function featurePoints(
  profiles: Pick<Profiles, "features">,
  feature: FeatureIndex,
  scoring: Scoring,
  rarity: Rarity,
): number {
  const { points, userWeight, tells } = pointPartsOf(profiles, feature, scoring, rarity);
  return points * userWeight * tells;
}
