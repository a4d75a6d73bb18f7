import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import { chainsBehind } from "../profile/profiles.ts";
import { amountOf, featurePoints, pointPartsOf } from "../profile/scoring.ts";
import { strengthsOf, tiedTogether } from "../profile/tie-strength.ts";
import type { Chain } from "../profile/types.ts";
import { amountOfGroup, type Contribution, type Group, underNarrowest } from "../reasons/broader-themes.ts";
import {
  byAmount,
  contributionOf,
  type FirstReasons,
  heaviestPair,
  type Meeting,
  type MetContribution,
  type ReasonContext,
  reasonIdOf,
  reasonOf,
  type StructuredReason,
} from "../reasons/meeting.ts";
import { type SharedFeature, sharedFeatures } from "./score.ts";

/** What two institutions share, for a sentence. */
export interface SharedSubject {
  readonly about: "shared";
  readonly aspect: Contribution["aspect"];
  readonly node: NodeIndex;
  readonly isTheme: boolean;
  readonly institutions: readonly [InstitutionIndex, InstitutionIndex];
  /** The heaviest chain of each. */
  readonly pair: readonly [Chain, Chain];
}

/** All smaller reasons together, for a sentence. */
export interface RestSubject {
  readonly about: "rest";
  /** How many reasons it stands for. */
  readonly count: number;
  readonly largest: SharedSubject;
}

export type PeerReason = StructuredReason<SharedSubject | RestSubject>;

/** A shared feature with what it gives. */
interface SharedContribution extends SharedFeature, Contribution {}

type Pair = readonly [InstitutionIndex, InstitutionIndex];

/**
 * The reasons of two institutions' score, largest first, then by id: at most `most`, of which the last may be all that is left as
 * one. Their amounts add up to the score. A shared broader theme stands under the narrower one that both share.
 */
export function reasonsFor(
  context: ReasonContext,
  one: InstitutionIndex,
  other: InstitutionIndex,
  most = Number.POSITIVE_INFINITY,
): PeerReason[] {
  const groups = underNarrowest(context.profiles, contributionsOf(context, one, other));
  const full = groups.length <= most ? groups : groups.slice(0, most - 1);
  const [first, ...others] = groups.slice(full.length);
  const reasons = full.flatMap((group) => reasonFor(context, group, [one, other]) ?? []).sort(byAmount);
  const rest = first && restReason(context, [first, ...others], [one, other]);
  return rest ? [...reasons, rest] : reasons;
}

/** The first reasons of two institutions' score, and what a sentence about all of them counts. */
export interface FirstPeerReasons extends FirstReasons<SharedSubject> {
  /** What each of the reasons is about that `reasonsFor` would give. */
  readonly about: readonly Pick<PeerReason, "aspect" | "node">[];
}

/**
 * The same as `reasonsFor`, but only the `first` largest reasons, without their links: these take nearly all of the time. The rest
 * counts every reason that is left, those too that `reasonsFor` would lay together.
 */
export function firstReasons(
  context: ReasonContext,
  one: InstitutionIndex,
  other: InstitutionIndex,
  { most, first }: { readonly most: number; readonly first: number },
): FirstPeerReasons {
  const { profiles } = context;
  const groups = underNarrowest(profiles, contributionsOf(context, one, other));
  const full = groups.length <= most ? groups : groups.slice(0, most - 1);
  const largest = full
    .map((group) => ({ group, id: reasonIdOf(profiles, group[0]), amount: amountOfGroup(group) }))
    .sort(byAmount)
    .slice(0, first)
    .map(({ group: [contribution], id, amount }) => {
      const { aspect, node } = contribution;
      return { id, aspect, amount, node, subject: subjectOf(context, contribution, [one, other]) };
    });
  const all = groups.reduce((sum, group) => sum + amountOfGroup(group), 0);
  const named = largest.reduce((sum, { amount }) => sum + amount, 0);
  return {
    first: largest,
    rest: { count: groups.length - largest.length, amount: all - named },
    about: groups.slice(0, most).map(([{ aspect, node }]) => ({ aspect, node })),
  };
}

/** @throws RangeError for a contribution that no two chains give */
function subjectOf(context: ReasonContext, shared: SharedContribution, institutions: Pair): SharedSubject {
  const meeting = meetingOf(context, shared);
  const pair = heaviestPair(context, meeting);
  if (!pair) throw new RangeError("What two share rests on a chain of each");
  return { about: "shared", aspect: shared.aspect, node: shared.node, isTheme: meeting.apart, institutions, pair };
}

/** What each shared feature gives, without looking at links. */
function contributionsOf(
  { profiles, scoring, rarity }: ReasonContext,
  one: InstitutionIndex,
  other: InstitutionIndex,
): SharedContribution[] {
  const { features } = profiles;
  const strengths = strengthsOf(profiles, scoring.off);
  return sharedFeatures(profiles, one, other).flatMap((shared): SharedContribution[] => {
    const { feature, ties } = shared;
    const most = featurePoints(profiles, feature, scoring, rarity);
    const amount = amountOf(most * tiedTogether(strengths, ...ties, features.isTheme(feature)));
    return amount > 0 ? [{ ...shared, aspect: features.aspect(feature), node: features.node.at(feature), amount }] : [];
  });
}

/** The chains of both that lead to what they share. */
function meetingOf({ profiles, scoring, rarity }: ReasonContext, { feature, ties, aspect, node }: SharedContribution): Meeting {
  return {
    aspect,
    node,
    apart: profiles.features.isTheme(feature),
    ...pointPartsOf(profiles, feature, scoring, rarity),
    sides: [chainsBehind(profiles, ties[0], scoring.off), chainsBehind(profiles, ties[1], scoring.off)],
  };
}

/** The same contribution with the links behind it. */
const withLinks = (context: ReasonContext, shared: SharedContribution): MetContribution | undefined =>
  contributionOf(context, meetingOf(context, shared));

function reasonFor(
  context: ReasonContext,
  group: Group<SharedContribution>,
  institutions: Pair,
): StructuredReason<SharedSubject> | undefined {
  const [first, ...wider] = group.flatMap((one) => withLinks(context, one) ?? []);
  if (!first) return undefined;
  const { aspect, node, meeting, pair } = first;
  return reasonOf(context, [first, ...wider], { about: "shared", aspect, node, isTheme: meeting.apart, institutions, pair });
}

/** All that is left, as one reason with the links of the largest. */
function restReason(
  context: ReasonContext,
  groups: Group<Group<SharedContribution>>,
  institutions: Pair,
): PeerReason | undefined {
  const largest = reasonFor(context, groups[0], institutions);
  if (!largest) return undefined;
  const amount = groups.reduce((sum, group) => sum + amountOfGroup(group), 0);
  return {
    ...largest,
    id: "rest",
    amount,
    node: groups[0][0].node,
    subject: { about: "rest", count: groups.length, largest: largest.subject },
    factors: [{ name: "points", value: amount, meaning: "pointsTogether" }],
  };
}
