import type { Aspect, Reason } from "../../model/discovery.ts";
import { type Meeting, partOf, type ReasonContext, reasonOf, underNarrowest } from "./parts.ts";
import { amountOf, aspectAt, itemPoints, pointsOf } from "./peers.ts";
import type { Profiles } from "./profiles.ts";
import { reasonSentence } from "./sentences.ts";
import { strengthsOf, together } from "./strength.ts";
import { type Way, waysOf } from "./ways.ts";

/** The ways of an institution, by item; worked out when a reason needs its links. */
export type WaysByItem = ReadonlyMap<string, readonly Way[]>;

export const itemKey = (aspect: Aspect, node: number): string => `${aspect} ${node}`;

/** Every way of an institution, by what it leads to. */
export function waysByItem(profiles: Profiles, institution: number): WaysByItem {
  const ways = waysOf(profiles.graph, profiles.institutions[institution] ?? 0, profiles.themes);
  const found = new Map<string, Way[]>();
  for (const way of ways) {
    const key = itemKey(way.aspect, way.item);
    const group = found.get(key);
    if (group) group.push(way);
    else found.set(key, [way]);
  }
  return found;
}

/**
 * The reasons of two institutions' score, largest first, then by item. Their amounts add up to the score. A shared broader theme
 * stands under the narrower one that both share, so that one thing is told once.
 */
export function reasonsFor(
  context: ReasonContext,
  one: number,
  other: number,
  ways: readonly [WaysByItem, WaysByItem],
): Reason[] {
  const parts = sharedItems(context, one, other).flatMap((item) => partOf(context, meetingAt(context, item, ways)) ?? []);
  return underNarrowest(context.profiles, parts)
    .map((group) => {
      const [{ meeting, pair }] = group;
      const words = {
        aspect: meeting.aspect,
        node: meeting.node,
        isTheme: meeting.apart,
        institutions: [one, other],
        pair,
      } as const;
      return reasonOf(context, group, reasonSentence(context.profiles, words));
    })
    .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
}

function meetingAt({ profiles, scoring, rarity }: ReasonContext, item: number, ways: readonly [WaysByItem, WaysByItem]): Meeting {
  const aspect = aspectAt(profiles, item);
  const node = profiles.items.node[item] ?? 0;
  const key = itemKey(aspect, node);
  return {
    aspect,
    node,
    apart: profiles.items.isTheme[item] === 1,
    ...pointsOf(profiles, item, scoring, rarity),
    sides: [ways[0].get(key) ?? [], ways[1].get(key) ?? []],
  };
}

/** What both are tied to and gives at least one point. The ties of an institution are sorted by item, so this is a merge. */
function sharedItems({ profiles, scoring, rarity }: ReasonContext, one: number, other: number): number[] {
  const { ties, items } = profiles;
  const strengths = strengthsOf(profiles, scoring.off);
  const found: number[] = [];
  let [a, b] = [ties.starts[one] ?? 0, ties.starts[other] ?? 0];
  const [endA, endB] = [ties.starts[one + 1] ?? 0, ties.starts[other + 1] ?? 0];
  const at = (tie: number) => ({
    best: strengths.best[tie] ?? 0,
    thing: strengths.thing[tie] ?? -1,
    second: strengths.second[tie] ?? 0,
  });
  while (a < endA && b < endB) {
    const [itemA, itemB] = [ties.item[a] ?? 0, ties.item[b] ?? 0];
    if (itemA === itemB) {
      const most = itemPoints(profiles, itemA, scoring, rarity);
      if (amountOf(most * together(at(a), at(b), items.isTheme[itemA] === 1)) > 0) found.push(itemA);
    }
    if (itemA <= itemB) a++;
    if (itemB <= itemA) b++;
  }
  return found;
}
