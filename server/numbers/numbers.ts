import { AppError } from "../../model/errors.ts";
import type { NodeId, NodeSummary } from "../../model/graph.ts";
import type { MeasureName, NumbersAnswer, NumbersQuery } from "../../model/numbers.ts";
import { kindIndexOf } from "../dataset/link-arrays.ts";
import { type LinkedNodes, linkedNodes } from "../dataset/linked-nodes.ts";
import { Child } from "../process/child.ts";
import { Turns } from "../process/turns.ts";
import { nodesById } from "../queries/explore.ts";
import { notFound } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";

import type { Measured, Question } from "./measure.ts";

/** Megabytes of the heap of the process that measures. */
const heap = 1_000;
/** Milliseconds that a measure may take. */
const mostTime = 120_000;
/** Measures that may wait for their turn, of all clients together. */
const mostWaiting = 16;

/** Measures the graph, one request at a time, in a process that ends with whoever waits for it. */
export class Numbers {
  readonly #turns = new Turns(1, mostWaiting);
  #child: Child | undefined;

  /** @throws AppError INVALID_REQUEST, NODE_NOT_FOUND, QUERY_TIMEOUT, REQUEST_CANCELLED, TOO_MANY_REQUESTS */
  async answer(store: GraphStore, name: MeasureName, query: NumbersQuery, signal: AbortSignal): Promise<NumbersAnswer> {
    const { direction, parallel, links, limit, seed } = query;
    mustFit(name, query);
    const graph = await linkedNodes(store);
    const { ids, datasetVersion, ...arrays } = graph;
    const rule = { direction, parallel, links };
    const question = { measure: name, rule, graph: arrays, wanted: wantedIn(graph, query), seed, limit };
    const measured = await this.#measured(question, signal);
    const { nodes, setOutFrom, assortativity, order, values, groups } = measured;
    const shown = [...order, ...(groups?.flatMap(({ named }) => named) ?? [])].map((node) => idAt(graph, node));
    const summaries = await summariesOf(store, shown);
    const summaryOf = (node: number) => summaries.get(idAt(graph, node)) ?? gone();
    return {
      measure: name,
      rule,
      of: query.ids ? "ids" : query.kinds ? "kinds" : "everything",
      nodes,
      links: measured.links,
      leftOut: measured.leftOut,
      setOutFrom,
      exact: setOutFrom === nodes,
      seed,
      ...(assortativity !== undefined && { assortativityByKind: assortativity }),
      rows: Array.from(order, (node, row) => ({ node: summaryOf(node), value: values[row] ?? 0 })),
      ...(groups && { groups: groups.map(({ named, ...group }) => ({ ...group, sharedBy: named.map(summaryOf) })) }),
      datasetVersion,
    };
  }

  async #measured(question: Question, signal: AbortSignal): Promise<Measured> {
    const leave = await this.#turns.enter(signal);
    try {
      if (this.#child === undefined || this.#child.ended)
        this.#child = new Child({ script: new URL("./measure-process", import.meta.url), args: [], heap });
      return (await this.#child.ask(question, mostTime, signal)) as Measured;
    } finally {
      leave();
    }
  }

  close(): void {
    this.#child?.end();
  }
}

/** @throws AppError INVALID_REQUEST when a measure does not know what is asked of it */
function mustFit(measure: MeasureName, { direction, parallel }: NumbersQuery): void {
  if (!["core", "component", "community"].includes(measure)) return;
  const fields = [
    ...(direction === "directed"
      ? [{ field: "query/direction", why: `${measure} knows no directions: ask for undirected` }]
      : []),
    ...(parallel === "each" ? [{ field: "query/parallel", why: `${measure} takes parallel links once: ask for once` }] : []),
  ];
  if (fields.length > 0) throw new AppError("INVALID_REQUEST", fields.map(({ why }) => why).join("; "), { fields });
}

/** Which nodes are asked for; undefined for all. @throws AppError NODE_NOT_FOUND */
function wantedIn({ ids: all, kinds: kindAt }: LinkedNodes, { ids, kinds }: NumbersQuery): Uint8Array | undefined {
  if (!ids && !kinds) return undefined;
  const missing = new Set(ids);
  const named = ids && new Set(ids);
  const kindIndices = kinds && new Set(kinds.map(kindIndexOf));
  const wanted = new Uint8Array(all.length);
  for (const [node, id] of all.entries()) {
    missing.delete(id);
    if ((named?.has(id) ?? true) && (kindIndices?.has(kindAt[node] ?? -1) ?? true)) wanted[node] = 1;
  }
  if (missing.size > 0) throw notFound([...missing]);
  return wanted;
}

const idAt = ({ ids }: LinkedNodes, node: number): NodeId => ids[node] ?? gone();

async function summariesOf(store: GraphStore, ids: readonly NodeId[]): Promise<ReadonlyMap<NodeId, NodeSummary>> {
  const rows = await store.read(nodesById, { ids: [...new Set(ids)] });
  return new Map(rows.map((node) => [node.id, node]));
}

function gone(): never {
  throw new AppError("STORE_UNAVAILABLE", "The data were replaced while this answer was made: ask again");
}
