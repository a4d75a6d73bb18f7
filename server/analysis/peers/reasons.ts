import type { Reason } from "../../../model/discovery.ts";
import { summaryOf } from "../graph/graph-index.ts";
import { waysBehind } from "../profile/profiles.ts";
import { strengthsOf, tiedTogether } from "../profile/tie-strength.ts";
import { amountOfGroup, type Giving, type Group, underNarrowest } from "../reasons/broader-themes.ts";
import { type Part, partOf, type ReasonContext, reasonOf } from "../reasons/meeting.ts";
import { counted, inBoth, reasonSentence } from "../wording/sentences.ts";
import { amountOf, aspectAt, itemPoints, pointsOf, type SharedItem, sharedItems } from "./score.ts";

/** A shared item with what it gives. */
interface Given extends SharedItem, Giving {}

/**
 * The reasons of two institutions' score, largest first, then by item: at most `most`, of which the last may be all that is left as
 * one. Their amounts add up to the score. A shared broader theme stands under the narrower one that both share.
 */
export function reasonsFor(context: ReasonContext, one: number, other: number, most = Number.POSITIVE_INFINITY): Reason[] {
  const groups = underNarrowest(context.profiles, givenBy(context, one, other));
  const full = groups.length <= most ? groups : groups.slice(0, most - 1);
  const reasons = full.map((group) => reasonFor(context, group, [one, other])).filter((reason) => reason !== undefined);
  const [first, ...others] = groups.slice(full.length);
  const rest = first ? restReason(context, [first, ...others], [one, other]) : undefined;
  return [...reasons.sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1)), ...(rest ? [rest] : [])];
}

/** What each shared item gives, without looking at links. */
function givenBy({ profiles, scoring, rarity }: ReasonContext, one: number, other: number): Given[] {
  const strengths = strengthsOf(profiles, scoring.off);
  return sharedItems(profiles, one, other).flatMap((shared): Given[] => {
    const most = itemPoints(profiles, shared.item, scoring, rarity);
    const amount = amountOf(most * tiedTogether(strengths, ...shared.ties, profiles.items.isTheme[shared.item] === 1));
    const { items } = profiles;
    return amount > 0 ? [{ ...shared, aspect: aspectAt(profiles, shared.item), node: items.node[shared.item] ?? 0, amount }] : [];
  });
}

/** The same item with the links behind it. */
function partFor(context: ReasonContext, { item, ties, aspect, node }: Given): Part | undefined {
  const { profiles, scoring, rarity } = context;
  return partOf(context, {
    aspect,
    node,
    apart: profiles.items.isTheme[item] === 1,
    ...pointsOf(profiles, item, scoring, rarity),
    sides: [waysBehind(profiles, ties[0], scoring.off), waysBehind(profiles, ties[1], scoring.off)],
  });
}

function reasonFor(context: ReasonContext, group: Group<Given>, institutions: readonly [number, number]): Reason | undefined {
  const [first, ...wider] = group.flatMap((given) => partFor(context, given) ?? []);
  if (!first) return undefined;
  const { aspect, node, meeting, pair } = first;
  const words = { aspect, node, isTheme: meeting.apart, institutions, pair };
  return reasonOf(context, [first, ...wider], reasonSentence(context.profiles, words));
}

/** All that is left, as one reason with the links of the largest. */
function restReason(
  context: ReasonContext,
  groups: Group<Group<Given>>,
  institutions: readonly [number, number],
): Reason | undefined {
  const largest = reasonFor(context, groups[0], institutions);
  if (!largest) return undefined;
  const amount = groups.reduce((sum, group) => sum + amountOfGroup(group), 0);
  const reasons = { nl: ["kleinere reden", "kleinere redenen"], en: ["smaller reason", "smaller reasons"] } as const;
  return {
    ...largest,
    id: "rest",
    amount,
    item: summaryOf(context.profiles.graph, groups[0][0].node),
    sentence: inBoth((language) => {
      const many = counted(groups.length, reasons[language]);
      return language === "nl"
        ? `En nog ${many}. De grootste: ${largest.sentence.nl}`
        : `And ${many} more. The largest: ${largest.sentence.en}`;
    }),
    factors: [{ name: "points", value: amount, sentence: { nl: "punten samen", en: "points together" } }],
  };
}
