import type { Reason } from "../../../model/discovery.ts";
import { nodeAt, summaryOf } from "../graph/graph-index.ts";
import { nodesOf } from "../reasons/meeting.ts";
import { approachSentence, evidenceSentence } from "../wording/opportunities.ts";
import { aspectOfOffer } from "./offers.ts";
import type { OpportunityContext, Who } from "./types.ts";

/** Points when the asker goes about the same question in another way: then there is most to compare. */
const otherApproach = 20;
/** Points for the first sign that an offer is used, described or led to something, and for each next one, at most so many. */
const evidence = { first: 6, next: 3, most: 3 } as const;

/** What the asker has itself for the question, with every chain of links that says so. */
function ownApproach({ offers, profiles: { graph } }: OpportunityContext, { asker, question }: Who) {
  const own = offers.has[asker];
  return [...graph.into(question, "ADDRESSES")].flatMap((link) => {
    const thing = graph.from[link] ?? 0;
    return (own?.get(thing) ?? []).map((way) => ({ thing, links: [...way.links, link] }));
  });
}

/** Whether two things are of another kind, or of another sort within it. */
function differ({ profiles: { graph } }: OpportunityContext, one: number, other: number): boolean {
  const [a, b] = [nodeAt(graph, one), nodeAt(graph, other)];
  return a.kind !== b.kind || (a.type !== undefined && b.type !== undefined && a.type !== b.type);
}

/** Points for another approach than the asker's own. A second one of its own backs up the first. */
export function approachReason(context: OpportunityContext, who: Who): Reason | undefined {
  const { graph } = context.profiles;
  const isDoing = nodeAt(graph, who.offer).kind !== "outcome";
  const others = !isDoing ? [] : ownApproach(context, who).filter(({ thing }) => differ(context, thing, who.offer));
  const [first] = others;
  const amount = Math.round(otherApproach * context.scoring[aspectOfOffer(graph, who.offer)]);
  if (!first || amount === 0) return undefined;
  const carries = (link: number) => (others.every(({ links }) => links.includes(link)) ? amount : 0);
  return {
    id: `approach:${nodeAt(graph, first.thing).id}`,
    aspect: aspectOfOffer(graph, first.thing),
    amount,
    item: summaryOf(graph, first.thing),
    sentence: approachSentence(context, who, first.thing),
    factors: [
      { name: "points", value: amount, sentence: { nl: "punten voor een andere aanpak", en: "points for another approach" } },
    ],
    facts: first.links.map((link) => ({ link: context.linkOf(link), amount: carries(link) })),
    more: 0,
    nodes: nodesOf(graph, first.links),
  };
}

/** Points for signs that the offer works: others use it, it led to something, it is described. */
export function evidenceReason(context: OpportunityContext, who: Who): Reason | undefined {
  const { graph } = context.profiles;
  const { offer } = who;
  const used = nodeAt(graph, offer).kind === "space" ? graph.into(offer, "USED_AT") : graph.out(offer, "USED_AT");
  const described = graph.into(offer, "DESCRIBES");
  const led = graph.out(offer, "RESULTED_IN");
  const signs = [...used, ...described, ...led];
  const weight = context.scoring[aspectOfOffer(graph, offer)];
  const worth = (count: number) =>
    count === 0 ? 0 : Math.round((evidence.first + evidence.next * Math.min(count - 1, evidence.most)) * weight);
  const amount = worth(signs.length);
  if (amount === 0) return undefined;
  const each = amount - worth(signs.length - 1);
  return {
    id: `evidence:${nodeAt(graph, offer).id}`,
    aspect: aspectOfOffer(graph, offer),
    amount,
    item: summaryOf(graph, offer),
    sentence: evidenceSentence(context, who, { used: used.length, described: described.length, led: led.length }),
    factors: [
      { name: "points", value: amount, sentence: { nl: "punten voor sporen van gebruik", en: "points for signs of use" } },
    ],
    facts: signs.slice(0, 8).map((link) => ({ link: context.linkOf(link), amount: each })),
    more: Math.max(0, signs.length - 8),
    nodes: nodesOf(graph, signs.slice(0, 8)),
  };
}
