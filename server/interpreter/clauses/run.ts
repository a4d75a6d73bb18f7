/** A query, clause by clause: each takes rows and gives rows, and makes them only as they are asked for. */
import { compileExpression } from "../expressions/compile.ts";
import type { Machine, Row, Rows } from "../machine.ts";
import { matchesOf, pathsOf } from "../matching/match.ts";
import { namesIn } from "../matching/names.ts";
import type { Clause, Query } from "../plan.ts";
import { groupKey } from "../values/group-key.ts";
import { type Graph, isList, type Value } from "../values/value.ts";
import { projectionOf } from "./project.ts";

/** @param outer the names that stay known after WITH */
type Step = (rows: Rows, outer: Row) => Rows;

const nothing: Row = new Map();

export function machineOf(graph: Graph, params: ReadonlyMap<string, Value>, now: number): Machine {
  const machine: Machine = {
    graph,
    params,
    now,
    compile: (expression) => compileExpression(expression, machine),
    matches: (paths) => matchesOf(paths, undefined, machine),
    paths: (path) => pathsOf(path, machine),
    rows: (query) => rowsOf(query, machine),
  };
  return machine;
}

/** The rows of a query that begins with one row. */
export function rowsOf({ parts, keepsEqual, keepsOuter }: Query, machine: Machine): (row: Row) => Rows {
  const steps = parts.map((clauses) => clauses.map((clause) => stepOf(clause, machine)));
  return function* (row) {
    const seen = new Set<string>();
    let names: readonly string[] | undefined;
    for (const part of steps) {
      let rows: Rows = [row];
      for (const step of part) rows = step(rows, keepsOuter ? row : nothing);
      for (const one of rows) {
        names ??= [...one.keys()];
        if (!keepsEqual) {
          const key = names.map((name) => groupKey(one.get(name) ?? null)).join("\n");
          if (seen.has(key)) continue;
          seen.add(key);
        }
        yield parts.length === 1 ? one : new Map(names.map((name) => [name, one.get(name) ?? null]));
      }
    }
  };
}

function stepOf(clause: Clause, machine: Machine): Step {
  switch (clause.is) {
    case "match":
      return matchStep(clause, machine);
    case "unwind":
      return unwindStep(clause, machine);
    case "return":
      return projectionOf(clause.projection, machine);
    case "with": {
      const project = projectionOf(clause.projection, machine);
      return (rows, outer) => (outer.size === 0 ? project(rows) : withOuter(project(rows), outer));
    }
    case "subquery":
      return subqueryStep(clause, machine);
  }
}

function* withOuter(rows: Rows, outer: Row): Rows {
  for (const row of rows) yield new Map([...outer, ...row]);
}

function matchStep({ paths, where, optional }: Extract<Clause, { is: "match" }>, machine: Machine): Step {
  const matches = matchesOf(paths, where, machine);
  const names = namesIn(paths);
  return function* (rows) {
    for (const row of rows) {
      let found = false;
      for (const match of matches(row)) {
        found = true;
        yield match;
      }
      if (optional && !found) yield new Map([...names.map((name) => [name, null] as const), ...row]);
    }
  };
}

/** Null gives no row, and one value that is no list gives one. */
function unwindStep({ list, name }: Extract<Clause, { is: "unwind" }>, machine: Machine): Step {
  const evaluate = machine.compile(list);
  return function* (rows) {
    for (const row of rows) {
      const value = evaluate(row);
      if (value === null) continue;
      for (const item of isList(value) ? value : [value]) yield new Map(row).set(name, item);
    }
  };
}

function subqueryStep({ imports, query, optional }: Extract<Clause, { is: "subquery" }>, machine: Machine): Step {
  const run = rowsOf(query, machine);
  const endsInReturn = query.parts.every((clauses) => clauses.at(-1)?.is === "return");
  const names = query.parts.flatMap((clauses) => {
    const last = clauses.at(-1);
    return last?.is === "return" ? last.projection.items.map(({ name }) => name) : [];
  });
  return function* (rows) {
    for (const row of rows) {
      const taken = imports === "everything" ? row : new Map([...row].filter(([name]) => imports.includes(name)));
      let found = false;
      for (const one of run(taken)) {
        found = true;
        yield endsInReturn ? new Map([...row, ...one]) : row;
      }
      if (optional && !found) yield new Map([...row, ...names.map((name) => [name, null] as const)]);
    }
  };
}
