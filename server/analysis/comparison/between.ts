import { type Aspect, aspectNames } from "../../../model/discovery.ts";
import type { FeatureIndex, InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import { tiesOf } from "../profile/profiles.ts";
import type { Profiles } from "../profile/types.ts";

/** Some things of one aspect, the most telling first. */
export interface OfAspect {
  readonly aspect: Aspect;
  readonly nodes: readonly NodeIndex[];
}

/** What two institutions are both tied to, and what only the one or only the other is, as far as is known; by aspect. */
export interface Between {
  readonly institutions: readonly [InstitutionIndex, InstitutionIndex];
  readonly shared: readonly OfAspect[];
  readonly only: readonly [readonly OfAspect[], readonly OfAspect[]];
}

/** Themes count where a question is about them: those of products and spaces would say the same again. */
export function between(profiles: Profiles, one: InstitutionIndex, other: InstitutionIndex): Between {
  const [ones, others] = [featuresOf(profiles, one), featuresOf(profiles, other)];
  const without = (some: ReadonlySet<FeatureIndex>, those: ReadonlySet<FeatureIndex>) =>
    [...some].filter((feature) => !those.has(feature));
  return {
    institutions: [one, other],
    shared: byAspect(
      profiles,
      [...ones].filter((feature) => others.has(feature)),
    ),
    only: [byAspect(profiles, without(ones, others)), byAspect(profiles, without(others, ones))],
  };
}

function featuresOf(profiles: Profiles, institution: InstitutionIndex): ReadonlySet<FeatureIndex> {
  const { ties, features } = profiles;
  const all = Array.from(tiesOf(profiles, institution), (tie) => ties.feature.at(tie));
  return new Set(all.filter((feature) => !features.isTheme(feature) || features.aspect(feature) === "themes"));
}

function byAspect({ features, rarity, broader }: Profiles, some: readonly FeatureIndex[]): OfAspect[] {
  const there = new Set(some.map((feature) => features.node.at(feature)));
  const covered = new Set([...there].flatMap((node) => [...broader(node)]));
  const telling = some
    // A theme stands for those above it.
    .filter((feature) => !covered.has(features.node.at(feature)))
    .sort((a, b) => rarity.on.at(b) - rarity.on.at(a) || a - b);
  return aspectNames.flatMap((aspect) => {
    const nodes = telling.filter((feature) => features.aspect(feature) === aspect).map((feature) => features.node.at(feature));
    return nodes.length > 0 ? [{ aspect, nodes }] : [];
  });
}
