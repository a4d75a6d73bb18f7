import { AppError } from "../../../model/errors.ts";
import { nodeRoute, sourcesRoute, subgraphRoute } from "../../../model/explore.ts";
import {
  type GraphNode,
  type Link,
  type LinkId,
  linkEnds,
  NodeId,
  type NodeSummary,
  type Source,
  SourceId,
} from "../../../model/graph.ts";
import { type NodeKind, nodeKindNames } from "../../../model/kinds.ts";
import type { Address } from "../../app/address.ts";
import { call } from "../../app/api.ts";

/** What an address of the form's page is about. */
export type Subject =
  | { readonly is: "nothing" }
  | { readonly is: "node"; readonly node: GraphNode; readonly sources: readonly Source[] }
  | { readonly is: "newNode"; readonly kind: NodeKind | ""; readonly beside?: NodeSummary }
  | {
      readonly is: "link";
      readonly link: Link;
      readonly from: NodeSummary;
      readonly to: NodeSummary;
      readonly sources: readonly Source[];
    }
  | { readonly is: "newLink"; readonly from?: NodeSummary }
  | { readonly is: "confirm" | "claim"; readonly node: GraphNode; readonly sources: readonly Source[] }
  | { readonly is: "source"; readonly source?: Source };

const notThere = (id: string) =>
  new AppError("NODE_NOT_FOUND", `No item ${id}`, { fields: [{ field: id, why: "there is no such item" }] });

/** Reads what `?item=`, `?klopt=`, `?bewering=`, `?bij=`, `?soort=`, `?van=`, `?verband=` or `?bron=` names, as it is now. @throws AppError */
export async function readSubject(
  { item, klopt, bewering, bij, soort, van, verband, bron }: Address["query"],
  signal: AbortSignal,
): Promise<Subject> {
  const about = item ?? klopt ?? bewering;
  if (about !== undefined) {
    const { node, sources } = await readNode(about, signal);
    const own = new Set<string>([...node.evidence, ...node.claims].map(({ source }) => source));
    const is = item !== undefined ? "node" : klopt !== undefined ? "confirm" : "claim";
    return { is, node, sources: sources.filter(({ id }) => own.has(id)) };
  }
  if (bij !== undefined || soort !== undefined) {
    const kind = nodeKindNames.find((name) => name === soort) ?? "";
    return { is: "newNode", kind, ...(bij !== undefined && { beside: (await readNode(bij, signal)).node }) };
  }
  if (verband !== undefined && verband !== "nieuw") return readLink(verband as LinkId, signal);
  if (van !== undefined || verband !== undefined)
    return { is: "newLink", ...(van !== undefined && { from: (await readNode(van, signal)).node }) };
  if (bron === undefined) return { is: "nothing" };
  return { is: "source", ...(bron !== "nieuw" && { source: await readSource(bron, signal) }) };
}

function readNode(asked: string, signal: AbortSignal) {
  const id = NodeId.safeParse(asked);
  if (!id.success) throw notThere(asked);
  return call(nodeRoute, { params: { id: id.data }, query: { limit: 1 } }, signal);
}

async function readLink(id: LinkId, signal: AbortSignal): Promise<Subject> {
  const ends = linkEnds(id);
  const { nodes, links } = await call(subgraphRoute, { query: { ids: [ends.from, ends.to] } }, signal);
  const link = links.find((one) => one.id === id);
  const [from, to] = [ends.from, ends.to].map((end) => nodes.find((node) => node.id === end));
  if (!link || !from || !to) throw notThere(id);
  const { sources } = await call(
    sourcesRoute,
    { query: { ids: [...new Set(link.evidence.map(({ source }) => source))] } },
    signal,
  );
  return { is: "link", link, from, to, sources };
}

async function readSource(asked: string, signal: AbortSignal): Promise<Source> {
  const id = SourceId.safeParse(asked);
  const [source] = id.success ? (await call(sourcesRoute, { query: { ids: [id.data] } }, signal)).sources : [];
  if (!source) throw notThere(asked);
  return source;
}
