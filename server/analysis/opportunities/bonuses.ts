import { oncePer, oncePerKey } from "../../cache/once-per.ts";
import type { GraphIndex, IndexedNode } from "../graph/graph-index.ts";
import type { LinkIndex, NodeIndex } from "../graph/indices.ts";
import type { StructuredReason } from "../reasons/meeting.ts";
import { aspectOfOffer } from "./offers.ts";
import type { ApproachSubject, EvidenceSubject, OpportunityContext, Who } from "./types.ts";

/** Points when the asker goes about the same question in another way: then there is most to compare. */
const otherApproach = 20;
/** Points for the first sign that an offer is used, described or led to something, and for each next one, at most so many. */
const evidence = { first: 6, next: 3, most: 3 } as const;
/** A reason shows so many of the links that are such signs. */
const mostSigns = 8;

type Asked = Pick<Who, "asker" | "question" | "offer">;

/** What the asker has itself for the question and goes about in another way, by each link that says it addresses the question. */
function* otherApproaches({ offers, profiles: { graph } }: OpportunityContext, { asker, question, offer }: Asked) {
  const theirs = graph.node(offer);
  if (theirs.kind === "outcome") return;
  const own = offers.hasOf(asker);
  for (const link of graph.into(question, "ADDRESSES")) {
    const node = graph.from.at(link);
    const chains = own.get(node);
    if (chains && differ(graph.node(node), theirs)) yield { node, link, chains };
  }
}

type Sort = Pick<IndexedNode, "kind" | "type">;

/** Whether two things are of another kind, or of another sort within it. */
function differ(one: Sort, other: Sort): boolean {
  return one.kind !== other.kind || (one.type !== undefined && other.type !== undefined && one.type !== other.type);
}

/** Whole points for another approach than the asker's own; 0 when nothing is known. */
export const approachAmount = (context: OpportunityContext, asked: Asked): number =>
  otherApproaches(context, asked).next().done ? 0 : pointsForApproach(context, asked.offer);

/** The most that bonuses can add to a fit. */
export const mostBonus = ({ profiles: { graph }, scoring }: OpportunityContext, offer: NodeIndex): number =>
  Math.ceil((otherApproach + evidence.first + evidence.next * evidence.most) * scoring[aspectOfOffer(graph, offer)]) + 1;

const pointsForApproach = ({ profiles: { graph }, scoring }: OpportunityContext, offer: NodeIndex) =>
  Math.round(otherApproach * scoring[aspectOfOffer(graph, offer)]);

/** Why another approach than the asker's own gives points. A second one of its own backs up the first. */
export function approachReason(context: OpportunityContext, who: Who): StructuredReason<ApproachSubject> | undefined {
  const { graph } = context.profiles;
  const others = [...otherApproaches(context, who)].flatMap(({ node, link, chains }) =>
    chains.map((chain) => ({ node, links: [...chain.links, link] })),
  );
  const [first] = others;
  const amount = pointsForApproach(context, who.offer);
  if (!first || amount === 0) return undefined;
  const carries = (link: LinkIndex) => (others.every(({ links }) => links.includes(link)) ? amount : 0);
  return {
    id: `approach:${graph.node(first.node).id}`,
    aspect: aspectOfOffer(graph, first.node),
    amount,
    node: first.node,
    subject: { about: "approach", who, own: first.node },
    factors: [{ name: "points", value: amount, meaning: "pointsForApproach" }],
    links: first.links.map((link) => ({ link, amount: carries(link) })),
    more: 0,
  };
}

/** The links that say that an offer is used, described, or led to something. */
function signsOf(graph: GraphIndex, offer: NodeIndex) {
  const isSpace = graph.node(offer).kind === "space";
  return {
    used: isSpace ? graph.into(offer, "USED_AT") : graph.out(offer, "USED_AT"),
    described: graph.into(offer, "DESCRIBES"),
    led: graph.out(offer, "RESULTED_IN"),
  };
}

/** How many signs there are of an offer; counted once, since every asker of every weighing asks for it. */
const signCountsIn = oncePer((graph: GraphIndex) =>
  oncePerKey((offer: NodeIndex) => {
    const { used, described, led } = signsOf(graph, offer);
    return used.length + described.length + led.length;
  }),
);

function pointsForSigns({ profiles: { graph }, scoring }: OpportunityContext, offer: NodeIndex, count: number): number {
  if (count === 0) return 0;
  const points = evidence.first + evidence.next * Math.min(count - 1, evidence.most);
  return Math.round(points * scoring[aspectOfOffer(graph, offer)]);
}

/** Whole points for signs that an offer works; 0 when there are none. */
export const evidenceAmount = (context: OpportunityContext, offer: NodeIndex): number =>
  pointsForSigns(context, offer, signCountsIn(context.profiles.graph)(offer));

/** Why signs that an offer works give points: others use it, it is described, it led to something. */
export function evidenceReason(context: OpportunityContext, who: Who): StructuredReason<EvidenceSubject> | undefined {
  const { graph } = context.profiles;
  const { offer } = who;
  const { used, described, led } = signsOf(graph, offer);
  const signs = [...used, ...described, ...led];
  const amount = pointsForSigns(context, offer, signs.length);
  if (amount === 0) return undefined;
  const each = amount - pointsForSigns(context, offer, signs.length - 1);
  return {
    id: `evidence:${graph.node(offer).id}`,
    aspect: aspectOfOffer(graph, offer),
    amount,
    node: offer,
    subject: { about: "evidence", who, used: used.length, described: described.length, led: led.length },
    factors: [{ name: "points", value: amount, meaning: "pointsForEvidence" }],
    links: signs.slice(0, mostSigns).map((link) => ({ link, amount: each })),
    more: Math.max(0, signs.length - mostSigns),
  };
}
