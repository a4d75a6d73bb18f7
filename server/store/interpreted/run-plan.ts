/** Runs a plan on the embedded engine's graph, and gives its rows as an answer has them. */

import { AppError } from "../../../model/errors.ts";
import type { Params, PatternLink, PatternNode } from "../../../model/patterns.ts";
import { machineOf, rowsOf } from "../../interpreter/clauses/run.ts";
import type { Query } from "../../interpreter/plan.ts";
import { kindOfValue } from "../../interpreter/values/kind.ts";
import {
  type Graph,
  GraphLink,
  GraphNode,
  GraphPath,
  isList,
  isMap,
  type Value,
  type ValueMap,
} from "../../interpreter/values/value.ts";
import { WrongValue } from "../../interpreter/values/wrong-value.ts";
import {
  answerOf,
  type Cell,
  floatCell,
  graphCell,
  integerCell,
  listCell,
  mapCell,
  momentCell,
  nullCell,
  plainCell,
  RowLines,
} from "../cells.ts";
import { answerScale, type EngineRows, patternLink, patternNode } from "../pattern-values.ts";
import type { RowBatch, RowsEnd } from "../store.ts";

/**
 * @param most rows, after which no more are made
 * @throws AppError QUERY_REFUSED
 */
export function runPlan(graph: Graph, plan: Query, params: Params, most: number): EngineRows {
  try {
    return rowsFor(graph, plan, params, most);
  } catch (error) {
    throw refusalOf(error);
  }
}

const refusalOf = (error: unknown): unknown =>
  error instanceof WrongValue ? new AppError("QUERY_REFUSED", error.message) : error;

function rowsFor(graph: Graph, plan: Query, params: Params, most: number): EngineRows {
  const rows = foundBy(graph, plan, params);
  const weigh = answerScale();
  const columns = columnsOf(plan);
  const cells: Cell[][] = [];
  let names = columns;
  if (most > 0)
    for (const row of rows) {
      names ??= [...row.keys()];
      const made = names.map((name) => cellOf(row.get(name) ?? null, graph));
      weigh(made.map(({ json }) => json));
      if (cells.push(made) >= most) break;
    }
  return { columns: names ?? [], ...answerOf(names?.length ?? 0, cells) };
}

/**
 * The same in batches; no more rows are made than are taken.
 *
 * @param most rows; whether there are more is told
 * @param names of the columns as the query gives them; those of `RETURN *` stand in the order of the alphabet
 * @throws AppError QUERY_REFUSED
 */
export function* runPlanInBatches(
  graph: Graph,
  plan: Query,
  params: Params,
  most: number,
  names: readonly string[] | undefined,
): Generator<RowBatch, RowsEnd, undefined> {
  const lines = new RowLines();
  let keys = columnsOf(plan);
  let truncated = false;
  const columns = () => names ?? keys ?? [];
  try {
    for (const row of foundBy(graph, plan, params)) {
      if (lines.rows === most) {
        truncated = true;
        break;
      }
      keys ??= [...row.keys()].sort();
      const cells = keys.map((key) => cellOf(row.get(key) ?? null, graph));
      answerScale()(cells.map(({ json }) => json));
      if (lines.add(cells)) yield { columns: columns(), lines: lines.take() };
    }
  } catch (error) {
    throw refusalOf(error);
  }
  yield { columns: columns(), lines: lines.take() };
  return { columns: columns(), kinds: lines.kindsOf(columns().length), rows: lines.rows, truncated };
}

function foundBy(graph: Graph, plan: Query, params: Params) {
  const values = new Map(Object.entries(params).map(([name, value]) => [name, paramOf(value)]));
  return rowsOf(plan, machineOf(graph, values, Date.now()))(new Map());
}

function columnsOf({ parts }: Query): readonly string[] | undefined {
  const last = parts[0]?.at(-1);
  if (last?.is !== "return" || last.projection.everything) return undefined;
  return last.projection.items.map(({ name }) => name);
}

/** A parameter: whole numbers as integers. */
function paramOf(value: unknown): Value {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(paramOf);
  return new Map(Object.entries(value).map(([key, inside]) => [key, paramOf(inside)]));
}

function cellOf(value: Value, graph: Graph): Cell {
  if (value === null) return nullCell;
  if (typeof value === "bigint") return integerCell(value);
  if (typeof value === "number") return floatCell(value);
  if (typeof value === "string") return plainCell("string", value);
  if (typeof value === "boolean") return plainCell("boolean", value);
  if (isList(value)) return listCell(value.map((inside) => cellOf(inside, graph)));
  if (isMap(value)) return mapCell([...value].map(([key, inside]) => [key, cellOf(inside, graph)]));
  if (value instanceof GraphNode) return graphCell("node", nodeOf(value, graph));
  if (value instanceof GraphLink) return graphCell("link", linkOf(value, graph));
  if (value instanceof GraphPath)
    return graphCell("path", {
      $type: "path",
      nodes: value.nodes.map((node) => nodeOf(node, graph)),
      links: value.links.map((link) => linkOf(link, graph)),
    });
  return momentCell(kindOfValue(value), value.toString());
}

function nodeOf({ node }: GraphNode, graph: Graph): PatternNode {
  return patternNode(graph.labelsOf(node), jsonOf(graph.nodeProperties(node), graph));
}

function linkOf({ link }: GraphLink, graph: Graph): PatternLink {
  const idOf = (node: number): string => {
    const id = graph.nodeProperty(node, "id");
    return typeof id === "string" ? id : "";
  };
  const properties = jsonOf(graph.linkProperties(link), graph);
  return patternLink(graph.kindOf(link), idOf(graph.from(link)), idOf(graph.to(link)), properties);
}

const jsonOf = (properties: ValueMap, graph: Graph): Record<string, unknown> =>
  Object.fromEntries([...properties].map(([key, value]) => [key, cellOf(value, graph).json]));
