import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { Basis, Link, NodeId, NodeSummary, Source, Subgraph, Text } from "./graph.ts";
import { commaList, limitOf, route } from "./route.ts";

/** What two institutions can have in common. `themes` are those of what they ask; a product's theme counts under `products`. */
export const aspects = {
  questions: { nl: "vraagstukken", en: "questions" },
  themes: { nl: "thema’s", en: "themes" },
  products: { nl: "producten", en: "products" },
  spaces: { nl: "ruimtes", en: "spaces" },
  networks: { nl: "netwerken", en: "networks" },
  activities: { nl: "activiteiten en opleidingen", en: "activities and programmes" },
  outcomes: { nl: "opbrengsten", en: "outcomes" },
} as const satisfies Record<string, Text>;
export type Aspect = keyof typeof aspects;
export const aspectNames = Object.keys(aspects) as [Aspect, ...Aspect[]];
export const AspectName = z.enum(aspectNames);

/** What makes a shared thing count for more or less. Each can be switched off. */
export const effects = {
  rarity: { nl: "zeldzaam telt meer", en: "rare counts more" },
  basis: { nl: "wat in de bron staat telt meer dan wat is afgeleid", en: "stated counts more than derived" },
  contested: { nl: "omstreden telt minder", en: "contested counts less" },
  age: { nl: "oud telt minder", en: "old counts less" },
} as const satisfies Record<string, Text>;
export type Effect = keyof typeof effects;
export const effectNames = Object.keys(effects) as [Effect, ...Effect[]];
export const EffectName = z.enum(effectNames);

/** Nothing behind the sign of equality is no weight, and least of all a zero. */
const weight = z
  .preprocess((given) => (given === "" ? Number.NaN : given), z.coerce.number().min(0).max(3))
  .meta({ type: "number", minimum: 0, maximum: 3 })
  .default(1);

/** The user's own scoring, as it stands in a link: a weight in [0, 3] for each aspect, and the effects that are off. */
export const ScoringQuery = z.object({
  questions: weight,
  themes: weight,
  products: weight,
  spaces: weight,
  networks: weight,
  activities: weight,
  outcomes: weight,
  off: commaList(EffectName, effectNames.length).default([]),
});
export type ScoringQuery = z.infer<typeof ScoringQuery>;

/** A link that a reason rests on. */
export const Fact = z.object({
  link: Link,
  /** By how many points the score falls when this link is gone, with the rarity weights held as they are. */
  amount: z.number().int().min(0),
});
export type Fact = z.infer<typeof Fact>;

/** One step of how an amount came about: points before all effects, or a factor in words. */
export const Factor = z.object({ name: z.string(), value: z.number(), sentence: Text });
export type Factor = z.infer<typeof Factor>;

/** Whether every link that carries a reason is stated by a source, some are, or none. */
export const RestsOn = z.enum(["stated", "partly", "derived"]);
export type RestsOn = z.infer<typeof RestsOn>;

/** One named part of a score, without what it rests on. All amounts are whole points, so that they add up to the score exactly. */
export const ReasonInShort = z.object({
  /** Stable within an answer. */
  id: z.string(),
  aspect: AspectName,
  amount: z.number().int().min(0),
  /** The thing that is shared, or that fits. */
  item: NodeSummary,
  /** Absent where nothing is shared or fits: points for another approach, for signs of use, and for all smaller reasons together. */
  restsOn: RestsOn.optional(),
  sentence: Text,
});
export type ReasonInShort = z.infer<typeof ReasonInShort>;

/** A reason with all that it rests on. */
export const Reason = ReasonInShort.extend({
  factors: z.array(Factor),
  /** Those that carry the amount first, then those that back it up. */
  facts: z.array(Fact).min(1),
  /** How many more links back it up. */
  more: z.number().int().min(0),
  /** Every node on the links above, for the drawing. */
  nodes: z.array(NodeSummary),
});
export type Reason = z.infer<typeof Reason>;

/** How sure a score is: how much is known of both, never how much they are alike. */
export const Certainty = z.object({
  /** In [0, 1]. */
  value: z.number().min(0).max(1),
  level: z.enum(["low", "middle", "high"]),
  sentence: Text,
});
export type Certainty = z.infer<typeof Certainty>;

/** How much a list tells of each score: the first reasons in short, or every reason with what it rests on. */
const reasonsAsked = z.enum(["first", "all"]).default("first");

/** The reasons that a list leaves out: how many, and what they add up to; with those that it names they make the score. */
const rest = z.object({ count: z.number().int().min(0), amount: z.number().int().min(0) });

/** Where more of the same stands: an address of this API, as its document writes it. */
const more = z.string().startsWith("/api/");

const PeerHead = z.object({
  institution: NodeSummary,
  /** Points: the sum of the reasons' amounts. */
  score: z.number().int().min(0),
  /** In [0, 1]; `confidence` says it in words. */
  certainty: z.number().min(0).max(1),
  confidence: Certainty,
  /** So little is known of this institution that the score says little. */
  thin: z.boolean(),
  /** How much they have in common, as words: "Lijkt sterk op jullie: 4 gedeelde vragen, 2 gedeelde thema's". */
  sentence: Text,
});

/** A peer with every reason, largest first. */
export const Peer = PeerHead.extend({ reasons: z.array(Reason) });
export type Peer = z.infer<typeof Peer>;

/** A peer in a list: with its first reasons in short, largest first, and the address of all there is. */
export const PeerInShort = PeerHead.extend({
  reasons: z.array(ReasonInShort),
  rest,
  /** The nodes on the links that its first reasons rest on, for the drawing. */
  on: z.array(NodeId),
  more,
});
export type PeerInShort = z.infer<typeof PeerInShort>;

/** With `reasons=all`: at most twelve; when there are more, the last one (`rest`) stands for all that are left, so that they still add up. */
const ListedPeer = z.union([Peer, PeerInShort]);
export type ListedPeer = z.infer<typeof ListedPeer>;

const InstitutionParams = z.object({ id: NodeId });

/** Every source that the links in an answer rest on. */
const sources = z.array(Source);

export const peersRoute = route({
  method: "GET",
  url: "/api/institutions/:id/peers",
  table: "peers",
  summary: "Institutions whose work overlaps most with this one, best first, with reasons that add up to each score.",
  params: InstitutionParams,
  query: ScoringQuery.extend({ limit: limitOf(100, 10), reasons: reasonsAsked }),
  response: z.object({
    institution: NodeSummary,
    peers: z.array(ListedPeer),
    /** How many more institutions share anything. */
    left: z.number().int().min(0),
    /** The address of a longer list; absent when this one is whole, or as long as one can be. */
    more: more.optional(),
    sources,
    datasetVersion: DatasetVersion,
  }),
});
export type PeersAnswer = z.infer<typeof peersRoute.response>;

/** Why an institution stands in a list or not: a rank, a threshold, a filter, or facts that are missing. */
export const whyNotRoute = route({
  method: "GET",
  url: "/api/institutions/:id/peers/:other",
  summary: "Why another institution is, or is not, among the peers shown.",
  params: InstitutionParams.extend({ other: NodeId }),
  query: ScoringQuery.extend({ limit: limitOf(100, 10) }),
  response: z.object({
    because: z.enum([
      "listed",
      "below-threshold",
      "weights",
      "nothing-shared",
      "nothing-known",
      "itself",
      "merged",
      "other-sector",
    ]),
    sentence: Text,
    /** 1 is best; absent when nothing is shared. */
    rank: z.number().int().min(1).optional(),
    peer: Peer.optional(),
    between: z.array(Text).optional(),
    /** What would have to be known or true, as sentences. */
    missing: z.array(Text),
    sources,
  }),
});
export type WhyNotAnswer = z.infer<typeof whyNotRoute.response>;

/** What A could give B; empty when nothing is known yet. */
const inReturn = z.array(z.object({ offer: NodeSummary, question: NodeSummary, sentence: Text }));

const OpportunityHead = z.object({
  /** Stable for one dataset version: the asker, the question and the offer. */
  id: z.string(),
  asker: NodeSummary,
  question: NodeSummary,
  offer: NodeSummary,
  from: NodeSummary,
  score: z.number().int().min(0),
  certainty: z.number().min(0).max(1),
  confidence: Certainty,
  /** "A zoekt … B heeft … omdat …" */
  sentence: Text,
});

/** Something institution B made, hosts, ran or found that addresses what A asks, and that A does not have. */
export const Opportunity = OpportunityHead.extend({
  reasons: z.array(Reason),
  /** From asker over question and theme to offer and institution, in order, with the links between them. */
  path: Subgraph,
  /** The same path, a sentence for each step. */
  steps: z.array(Text),
  /** How B goes about it differently; absent when nothing is known. */
  approach: Text.optional(),
  /** What the two share, and what is known of one of them alone: a few sentences. */
  between: z.array(Text),
  /** What A could give B in return; empty when nothing is known yet. */
  inReturn,
  /** How to get in touch: the other's site, networks or activities both take part in. */
  contact: z.object({ website: z.string().optional(), shared: z.array(NodeSummary), sentence: Text }),
});
export type Opportunity = z.infer<typeof Opportunity>;

/** An opportunity in a list: with its first reasons in short, largest first, and the address of all there is. */
export const OpportunityInShort = OpportunityHead.extend({ reasons: z.array(ReasonInShort), rest, more });
export type OpportunityInShort = z.infer<typeof OpportunityInShort>;

const OpportunitiesAnswer = z.object({
  /** How many more there are. */
  left: z.number().int().min(0),
  /** The address of a longer list; absent when this one is whole, or as long as one can be. */
  more: more.optional(),
  sources,
  datasetVersion: DatasetVersion,
});

export const opportunitiesRoute = route({
  method: "GET",
  url: "/api/institutions/:id/opportunities",
  table: "opportunities",
  summary: "What an institution can learn from whom: others' products, spaces, activities and outcomes that fit its questions.",
  params: InstitutionParams,
  query: ScoringQuery.extend({
    limit: limitOf(100, 10),
    /** Only what fits this question. */
    question: NodeId.optional(),
    /** Only from this institution. */
    from: NodeId.optional(),
    /** Only this thing. */
    offer: NodeId.optional(),
    /** At most so many for each question, so that one question does not hide the others; the order stays that of the scores. */
    perQuestion: limitOf(100, 100),
    reasons: reasonsAsked,
  }),
  response: OpportunitiesAnswer.extend({
    institution: NodeSummary,
    opportunities: z.array(z.union([Opportunity, OpportunityInShort.extend({ inReturn })])),
    /** The questions that anything fits, the one with the best offer first, with how many offers fit each best. */
    questions: z.array(z.object({ question: NodeSummary, count: z.number().int().min(1) })),
  }),
});
export type InstitutionOpportunities = z.infer<typeof opportunitiesRoute.response>;

/** With `fold`: who else asks this question and could learn from this offer, best first. */
const others = z.array(z.object({ asker: NodeSummary, score: z.number().int().min(0) }));

export const allOpportunitiesRoute = route({
  method: "GET",
  url: "/api/opportunities",
  table: "opportunities",
  summary: "Opportunities across the whole network, best first.",
  query: ScoringQuery.extend({
    limit: limitOf(200, 30),
    /** Only what this institution can learn. */
    asker: NodeId.optional(),
    theme: NodeId.optional(),
    network: NodeId.optional(),
    kinds: commaList(z.enum(["product", "space", "activity", "outcome"]), 4).optional(),
    basis: Basis.optional(),
    /** `asker`: the same offer for the same question counts once, whoever asks; the others are named with it. */
    fold: z.literal("asker").optional(),
    reasons: reasonsAsked,
  }),
  response: OpportunitiesAnswer.extend({
    opportunities: z.array(z.union([Opportunity.extend({ others }), OpportunityInShort.extend({ others })])),
    /** How many there are in all when everyone who asks counts. */
    all: z.number().int().min(0),
  }),
});
export type AllOpportunities = z.infer<typeof allOpportunitiesRoute.response>;

const count = z.number().int().min(0);

/** A line of a portrait: a sentence, what it tells of, and the links it rests on. */
export const PortraitLine = z.object({
  sentence: Text,
  node: NodeSummary,
  facts: z.array(Link),
  /** The theme that an outcome is about, to group outcomes by. */
  about: NodeSummary.optional(),
  /** No source states it of this institution itself. */
  derived: z.boolean(),
});
export type PortraitLine = z.infer<typeof PortraitLine>;

export const Portrait = z.object({
  institution: NodeSummary,
  /** A summary in sentences, every number counted from the data. */
  summary: z.array(Text),
  /** Trots op: products, spaces, networks. */
  proud: z.array(PortraitLine),
  /** Leverde op: outcomes, by what they are about. */
  yielded: z.array(PortraitLine),
  /** Liep tegenaan: its questions and those of its teams. */
  ranInto: z.array(PortraitLine),
  /** What is not known, said as unknown. */
  unknown: z.array(Text),
  /** How many more lines there are of each. */
  left: z.object({ proud: count, yielded: count, ranInto: count }),
  /** The address of all of them; absent when none is left. */
  more: more.optional(),
  sources,
  datasetVersion: DatasetVersion,
});
export type Portrait = z.infer<typeof Portrait>;

export const portraitRoute = route({
  method: "GET",
  url: "/api/institutions/:id/portrait",
  summary: "An institution in sentences: what it is proud of, what that yielded, what it ran into, what is unknown.",
  params: InstitutionParams,
  query: z.object({ lines: z.enum(["first", "all"]).default("first") }),
  response: Portrait,
});

/** How an institution is tied to a row of the overlap. */
export const OverlapCell = z.object({
  institution: NodeId,
  row: NodeId,
  /** How many facts tie them. */
  count: z.number().int().min(1),
  /** In [0, 1]: stated and close counts fully, derived or through a narrower theme less. */
  strength: z.number().min(0).max(1),
  basis: Basis,
  links: z.array(Link),
  nodes: z.array(NodeSummary),
});
export type OverlapCell = z.infer<typeof OverlapCell>;

export const overlapRoute = route({
  method: "GET",
  url: "/api/overlap",
  table: "cells",
  summary: "Which questions or themes which institutions share, as a matrix, in an order in which blocks show.",
  query: z.object({
    institutions: commaList(NodeId, 60),
    rows: z.enum(["question", "theme"]).default("question"),
    theme: NodeId.optional(),
    network: NodeId.optional(),
    basis: Basis.optional(),
    /** `shared`: at least two have it; `differences`: not all; `only`: the first one alone. */
    show: z.enum(["all", "shared", "differences", "only"]).default("all"),
  }),
  response: z.object({
    institutions: z.array(NodeSummary),
    rows: z.array(NodeSummary),
    cells: z.array(OverlapCell),
    /** Names the largest block: which institutions share which rows. */
    sentence: Text,
    /** Everything that two or more of them share, of any kind, largest group first. */
    shared: z.array(z.object({ item: NodeSummary, institutions: z.array(NodeId), links: z.array(Link) })),
    /** How many more rows and shared things there are than fit in one answer. */
    left: z.object({ rows: z.number().int().min(0), shared: z.number().int().min(0) }),
    sources,
    datasetVersion: DatasetVersion,
  }),
});
export type OverlapQuery = z.infer<typeof overlapRoute.query>;
export type OverlapAnswer = z.infer<typeof overlapRoute.response>;
