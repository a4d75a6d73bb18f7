import { AppError } from "../../model/errors.ts";
import type { NodeId, NodeSummary } from "../../model/graph.ts";
import {
  groupMeasures,
  type MeasureName,
  type NumbersAnswer,
  type NumbersQuery,
  type NumbersRule,
  type ProjectionAnswer,
  type ProjectionQuery,
  type SimilarAnswer,
  type SimilarQuery,
  topOfSamples,
} from "../../model/numbers.ts";
import type { Robustness } from "../analysis/metrics/robustness.ts";
import { kindIndexOf } from "../dataset/link-arrays.ts";
import { type LinkedNodes, linkedNodes } from "../dataset/linked-nodes.ts";
import { Child } from "../process/child.ts";
import { Turns } from "../process/turns.ts";
import { nodesById } from "../queries/explore.ts";
import { notFound } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";

import type { Measured, Progress, Question } from "./measure.ts";
import type { PairsFound, ProjectionQuestion, SimilarQuestion } from "./pairs.ts";

/** Megabytes of the heap of the process that measures. */
const heap = 1_000;
/** Milliseconds that a measure may take. */
const mostTime = 120_000;
/** Measures that may wait for their turn, of all clients together. */
const mostWaiting = 16;

/** What all measures are asked of: the graph, and until when somebody waits. */
interface AskedOf {
  readonly store: GraphStore;
  readonly signal: AbortSignal;
}

/** Measures the graph, one request at a time, in a process that ends with whoever waits for it. */
export class Numbers {
  readonly #turns = new Turns(1, mostWaiting);
  #child: Child | undefined;

  /** @throws AppError INVALID_REQUEST, NODE_NOT_FOUND, QUERY_TIMEOUT, REQUEST_CANCELLED, TOO_MANY_REQUESTS */
  async answer(asked: AskedOf, name: MeasureName, query: NumbersQuery): Promise<NumbersAnswer> {
    const parts = this.parts(asked, name, query);
    for (;;) {
      const next = await parts.next();
      if (next.done) return next.value;
    }
  }

  /** The same, which tells on the way how much is done. @throws as `answer` does */
  async *parts(
    { store, signal }: AskedOf,
    name: MeasureName,
    query: NumbersQuery,
  ): AsyncGenerator<Progress, NumbersAnswer, undefined> {
    const { direction, parallel, links, limit, seed, samples, dropped } = query;
    mustFit(name, query);
    const graph = await linkedNodes(store);
    const { ids, datasetVersion, ...arrays } = graph;
    const rule = { direction, parallel, links };
    const question = { measure: name, rule, graph: arrays, wanted: wantedIn(graph, query), seed, limit, samples, dropped };
    const measured = yield* this.#measured(question, signal);
    const { nodes, setOutFrom, assortativity, order, values, groups, robustness } = measured;
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
      rows: Array.from(order, (node, row) => {
        const range = robustness?.nodes[row];
        return { node: summaryOf(node), value: values[row] ?? 0, ...(range && { range }) };
      }),
      ...(robustness && { robustness: { samples, dropped, top: topOfSamples, ...correlationsIn(robustness) } }),
      ...(groups && { groups: groups.map(({ named, ...group }) => ({ ...group, sharedBy: named.map(summaryOf) })) }),
      datasetVersion,
    };
  }

  /** @throws AppError NODE_NOT_FOUND, and as `answer` does */
  async similar({ store, signal }: AskedOf, { id }: { readonly id: NodeId }, query: SimilarQuery): Promise<SimilarAnswer> {
    const graph = await linkedNodes(store);
    const similarTo = graph.ids.indexOf(id);
    if (similarTo === -1) throw notFound([id]);
    const { by, links, kinds, limit } = query;
    const { pairs } = await this.#pairs(
      { ...common(graph, links, limit), similarTo, by, kinds: kinds?.map(kindIndexOf) },
      signal,
    );
    const summaries = await summariesOf(store, [id, ...pairs.map(({ other }) => idAt(graph, other))]);
    const rows = pairs.map(({ other, value, shared }) => ({ node: summaries.get(idAt(graph, other)) ?? gone(), value, shared }));
    return { node: summaries.get(id) ?? gone(), by, links, rows, datasetVersion: graph.datasetVersion };
  }

  /** @throws AppError INVALID_REQUEST when both kinds are one, and as `answer` does */
  async projection({ store, signal }: AskedOf, query: ProjectionQuery): Promise<ProjectionAnswer> {
    const { of, over, by, links, limit } = query;
    if (of === over) {
      const why = "Items share items of another kind: ask for two kinds";
      throw new AppError("INVALID_REQUEST", why, { fields: [{ field: "query/over", why }] });
    }
    const graph = await linkedNodes(store);
    const kinds = { of: kindIndexOf(of), over: kindIndexOf(over) };
    const { pairs, all } = await this.#pairs({ ...common(graph, links, limit), ...kinds, by }, signal);
    const summaries = await summariesOf(
      store,
      pairs.flatMap(({ one, other }) => [idAt(graph, one), idAt(graph, other)]),
    );
    const summaryOf = (node: number) => summaries.get(idAt(graph, node)) ?? gone();
    const rows = pairs.map(({ one, other, ...tie }) => ({ one: summaryOf(one), other: summaryOf(other), ...tie }));
    return { of, over, by, links, pairs: all, rows, datasetVersion: graph.datasetVersion };
  }

  async *#measured(question: Question, signal: AbortSignal): AsyncGenerator<Progress, Measured, undefined> {
    const leave = await this.#turns.enter(signal);
    const parts = this.#running().askForParts(question, mostTime, signal);
    try {
      for (;;) {
        const next = await parts.next();
        if (next.done) return next.value as Measured;
        yield next.value as Progress;
      }
    } finally {
      await parts.return(undefined);
      leave();
    }
  }

  async #pairs(question: SimilarQuestion | ProjectionQuestion, signal: AbortSignal): Promise<PairsFound> {
    const leave = await this.#turns.enter(signal);
    try {
      return (await this.#running().ask(question, mostTime, signal)) as PairsFound;
    } finally {
      leave();
    }
  }

  #running(): Child {
    if (this.#child === undefined || this.#child.ended)
      this.#child = new Child({ script: new URL("./measure-process", import.meta.url), args: [], heap });
    return this.#child;
  }

  close(): void {
    this.#child?.end();
  }
}

const correlationsIn = ({ meanCorrelation, leastCorrelation }: Robustness) => ({ meanCorrelation, leastCorrelation });

function common({ ids: _, datasetVersion: _version, ...graph }: LinkedNodes, links: NumbersRule["links"], limit: number) {
  return { graph, isStatedOnly: links === "stated", limit };
}

/** @throws AppError INVALID_REQUEST when a measure does not know what is asked of it */
function mustFit(measure: MeasureName, { direction, parallel, samples }: NumbersQuery): void {
  const isOfGroups = groupMeasures.includes(measure);
  const isPlain = isOfGroups || measure === "core";
  const fields = [
    ...(isPlain && direction === "directed"
      ? [{ field: "query/direction", why: `${measure} knows no directions: ask for undirected` }]
      : []),
    ...(isPlain && parallel === "each"
      ? [{ field: "query/parallel", why: `${measure} takes parallel links once: ask for once` }]
      : []),
    ...(isOfGroups && samples > 0
      ? [{ field: "query/samples", why: `${measure} puts items into groups, which have no order to compare: leave samples out` }]
      : []),
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
