import { z } from "zod";
import { GraphNode, Link, LinkKindName, NodeId, NodeKindName, NodeSummary, Source, Subgraph, Text } from "./graph.ts";
import { commaList, limitOf, route } from "./route.ts";

const Count = z.number().int().min(0);

/** The most nodes one view holds before it asks to narrow down: more than a person can look through. */
export const mostNodesInView = 5_000;
/** So many ids can stand in an address; more of them go into the body of a POST. */
export const mostIdsInAddress = 500;
/** So many nodes of a large view are given at a time: neither the server nor the page stands still for them. */
export const mostNodesInPart = 250;
/** Bytes of as many ids as a view can have, at their longest. */
export const idsInBody = 1_250_000;

/** The most results of one search that can be paged through. */
export const mostResults = 5_000;

/** Which state of the data answered: a number that grows with each load, and the first 12 characters of the content's SHA-256, as in `1-0f3a9c21b7de`. */
export const DatasetVersion = z.string();

export const Health = z.object({
  status: z.enum(["ok", "unavailable"]),
  engine: z.enum(["grafeo", "neo4j"]),
  /** The engine's own version; empty while it cannot be reached. */
  version: z.string(),
  nodes: Count,
  links: Count,
  datasetVersion: DatasetVersion,
});
export type Health = z.infer<typeof Health>;

export const healthRoute = route({
  method: "GET",
  url: "/api/health",
  summary: "Whether the graph can be read, by which engine, and how large it is. Answers 503 while it cannot.",
  response: Health,
});

export const Schema = z.object({
  nodeKinds: z.array(z.object({ kind: NodeKindName, label: z.string(), name: Text, count: Count })),
  linkKinds: z.array(
    z.object({
      kind: LinkKindName,
      name: Text,
      count: Count,
      /** Which kinds it joins in this data, with how often. */
      ends: z.array(z.object({ from: NodeKindName, to: NodeKindName, count: Count })),
    }),
  ),
  sources: Count,
  datasetVersion: DatasetVersion,
});
export type Schema = z.infer<typeof Schema>;

export const schemaRoute = route({
  method: "GET",
  url: "/api/schema",
  summary: "Every kind of node and link, what it joins, and how many there are.",
  response: Schema,
});

/** Where a word of a search stands in what was found: `kind` is the word for what sort of item it is. */
export const FoundIn = z.enum(["name", "otherName", "description", "kind"]);
export type FoundIn = z.infer<typeof FoundIn>;

/** How a word of a search led to one in the data, best first. */
export const FoundHow = z.enum(["word", "stem", "part", "family", "synonym", "prefix", "spelling"]);
export type FoundHow = z.infer<typeof FoundHow>;

/** Why something was found: a word as it was typed, what it led to, how, and where that stands. */
export const SearchReason = z.object({ said: z.string(), found: z.string(), how: FoundHow, where: FoundIn });
export type SearchReason = z.infer<typeof SearchReason>;

/** The institutions that have something to do with an item: by name the first few, and how many there are. */
export const Beside = z.object({ institutions: z.array(NodeSummary), count: Count });
export type Beside = z.infer<typeof Beside>;

export const SearchResult = z.object({
  node: NodeSummary,
  /** Higher is better; only comparable within one answer. */
  score: z.number(),
  /** A few words of the description around what was found. */
  snippet: z.string(),
  /** With `detail=full`: one for each word that was found, in the order in which they were typed. */
  why: z.array(SearchReason).optional(),
  /** With `detail=full`, and not of an institution. */
  beside: Beside.optional(),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchAnswer = z.object({
  results: z.array(SearchResult),
  /** What was searched for instead, when the words as typed were not found. */
  correctedTo: z.string().optional(),
  /** With `detail=full`: how many there are of each kind, whichever kinds were asked for, those of most results first. */
  perKind: z.array(z.object({ kind: NodeKindName, count: Count })).optional(),
  /** With `detail=full`, when nothing was found: words of the data that look most like those that were typed. */
  nearestWords: z.array(z.string()).optional(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const searchRoute = route({
  method: "GET",
  url: "/api/search",
  table: "results",
  summary: "Nodes that fit some words, best first. Forgives a typo, case, accents, half words and Dutch compounds.",
  query: z.object({
    q: z.string().trim().min(1).max(200),
    kinds: commaList(NodeKindName, 11).optional(),
    limit: limitOf(100, 20),
    /** So many of the best are passed over: for the next page. */
    offset: z.coerce.number().int().min(0).max(mostResults).default(0),
    /** `full` tells of each result why it was found and which institutions stand beside it, and how many there are of each kind. */
    detail: z.enum(["short", "full"]).default("short"),
  }),
  response: SearchAnswer,
});

/** A node to choose, with the sector of an institution where a source tells it. */
export const NodeChoice = NodeSummary.extend({ sector: z.string().optional() });
export type NodeChoice = z.infer<typeof NodeChoice>;

export const nodesRoute = route({
  method: "GET",
  url: "/api/nodes",
  table: "nodes",
  summary: "Nodes of some kinds, by name: what a list to choose from holds.",
  query: z.object({ kinds: commaList(NodeKindName, 11), limit: limitOf(5_000, 1_000) }),
  response: z.object({ nodes: z.array(NodeChoice) }),
});

/** The links of one node of one kind in one direction. `out` leads from the node, `in` leads to it. */
export const LinkGroup = z.object({
  kind: LinkKindName,
  direction: z.enum(["out", "in"]),
  /** How many there are, of which `items` holds at most the asked number. */
  count: Count,
  items: z.array(z.object({ link: Link, node: NodeSummary })),
});
export type LinkGroup = z.infer<typeof LinkGroup>;

export const NodeDetail = z.object({
  node: GraphNode,
  links: z.array(LinkGroup),
  /** Every source that the node and the links above rest on. */
  sources: z.array(Source),
});
export type NodeDetail = z.infer<typeof NodeDetail>;

export const nodeRoute = route({
  method: "GET",
  url: "/api/nodes/:id",
  summary: "A node with its links grouped by kind, its claims, and every source beneath them.",
  params: z.object({ id: NodeId }),
  query: z.object({ limit: limitOf(500, 100) }),
  response: NodeDetail,
});

export const LeftCount = z.object({ linkKind: LinkKindName, direction: z.enum(["out", "in"]), kind: NodeKindName, count: Count });

export const Neighbours = z.object({
  /** Neighbours that were not seen before, at most the asked number. */
  nodes: z.array(NodeSummary),
  /** The links among these, the node itself, and what was seen. */
  links: z.array(Link),
  /** How many neighbours fit the request and are neither seen nor in this answer. */
  left: Count,
  /** The same per kind of link and of neighbour; a neighbour with two links counts in both. */
  leftPerKind: z.array(LeftCount),
});
export type Neighbours = z.infer<typeof Neighbours>;

const NeighbourChoice = z.object({
  kinds: commaList(NodeKindName, 11).optional(),
  linkKinds: commaList(LinkKindName, 13).optional(),
  limit: limitOf(200, 25),
  /** Among those that rest alike on a source: the best connected first, or the least. */
  order: z.enum(["most", "least"]).default("most"),
});
export type NeighbourChoice = z.output<typeof NeighbourChoice>;

export const neighboursRoute = route({
  method: "GET",
  url: "/api/nodes/:id/neighbours",
  summary: "The next neighbours of a node, never one that was seen, with counts of what is left.",
  params: z.object({ id: NodeId }),
  query: NeighbourChoice.extend({ seen: commaList(NodeId, mostIdsInAddress).default([]) }),
  response: Neighbours,
});

export const neighboursBesideRoute = route({
  method: "POST",
  url: "/api/nodes/:id/neighbours",
  summary: "The same beside a view of thousands of nodes: what was seen is in the body.",
  bodyLimit: idsInBody,
  params: z.object({ id: NodeId }),
  query: NeighbourChoice,
  body: z.object({ seen: z.array(NodeId).max(mostNodesInView) }),
  response: Neighbours,
});

export const subgraphRoute = route({
  method: "GET",
  url: "/api/subgraph",
  table: "links",
  summary: "The named nodes that exist, with every link among them. A view in the address bar is restored by it.",
  query: z.object({ ids: commaList(NodeId, mostIdsInAddress) }),
  response: Subgraph.extend({
    /** Asked for, but not there (any more). */
    missing: z.array(NodeId),
  }),
});

export const subgraphPartRoute = route({
  method: "POST",
  url: "/api/subgraph",
  summary:
    "The same for a view of thousands of nodes, a part at a time: those of `part` that exist, with every link that leads from one of them to one of `ids`.",
  bodyLimit: idsInBody,
  body: z.object({ ids: z.array(NodeId).max(mostNodesInView), part: z.array(NodeId).min(1).max(mostNodesInPart) }),
  response: subgraphRoute.response,
});

export const Path = z.object({
  /** From one end to the other. */
  nodes: z.array(NodeSummary).min(1),
  /** One fewer than the nodes, in the order of the path; each keeps its own direction. */
  links: z.array(Link),
});
export type Path = z.infer<typeof Path>;

export const PathsAnswer = z.object({
  paths: z.array(Path),
  /** With `hubs=avoid`: in how many steps it can be done through hubs, where that is fewer or the only way. */
  throughHubs: Count.optional(),
});
export type PathsAnswer = z.infer<typeof PathsAnswer>;

export const pathsRoute = route({
  method: "GET",
  url: "/api/paths",
  summary: "The ways in which two nodes hang together, the shortest first, at most 8 steps, over links in either direction.",
  query: z.object({
    from: NodeId,
    to: NodeId,
    limit: limitOf(20, 5),
    /** By how many steps a way may be longer than the shortest. */
    longer: z.coerce.number().int().min(0).max(2).default(0),
    /** `avoid` leaves out ways through the best connected two in a hundred, where they have 25 links or more. */
    hubs: z.enum(["allow", "avoid"]).default("allow"),
    /** Nodes that no way may lead through. */
    without: commaList(NodeId, 100).default([]),
    /** Only through nodes of these kinds. */
    kinds: commaList(NodeKindName, 11).optional(),
  }),
  response: PathsAnswer,
});

export const sourcesRoute = route({
  method: "GET",
  url: "/api/sources",
  table: "sources",
  summary: "Sources by id, or all of them.",
  query: z.object({ ids: commaList(Source.shape.id, 500).optional() }),
  response: z.object({ sources: z.array(Source) }),
});
