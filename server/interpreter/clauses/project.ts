/** WITH and RETURN: what goes on of each row, or of each group of rows. */

import type { Evaluate, Machine, Row, Rows } from "../machine.ts";
import type { Expression, Projection } from "../plan.ts";
import { placed, refuseAt } from "../refuse.ts";
import { order } from "../values/compare.ts";
import { groupKey } from "../values/group-key.ts";
import { truth } from "../values/operators.ts";
import type { Value } from "../values/value.ts";
import { type Gathering, gathering } from "./aggregate.ts";

type Aggregate = Extract<Expression, { is: "aggregate" }>;

/** A row as it goes on, and the row in which WHERE and ORDER BY are looked at: there the names before are known, too. */
interface Projected {
  readonly row: Row;
  readonly around: Row;
}

export function projectionOf(projection: Projection, machine: Machine): (rows: Rows) => Rows {
  const aggregates: Aggregate[] = [];
  const taken = (value: Expression) => withoutAggregates(value, aggregates) as Expression;
  const items = projection.items.map(({ name, value }) => {
    const before = aggregates.length;
    const rest = taken(value);
    return { name, evaluate: machine.compile(rest), isGrouping: aggregates.length === before };
  });
  const sorting = projection.order.map(({ value, descending }) => ({ evaluate: machine.compile(taken(value)), descending }));
  const where = projection.where;
  const condition = where && machine.compile(taken(where));
  const holds = where && condition && placed(where.at, ({ around }: Projected) => truth(condition(around)) === true);
  const [skip, limit] = [amount(projection.skip, machine), amount(projection.limit, machine)];
  const values = aggregates.map((one) => one.values.map((value) => machine.compile(value)));

  const project = (row: Row, more: Row): Projected => {
    const made = new Map<string, Value>(projection.everything ? visible(row) : []);
    const given = more.size === 0 ? row : new Map([...row, ...more]);
    for (const { name, evaluate } of items) made.set(name, evaluate(given));
    return { row: made, around: new Map([...given, ...made]) };
  };

  function* grouped(rows: Rows): Iterable<Projected> {
    const grouping = items.filter(({ isGrouping }) => isGrouping);
    const groups = new Map<string, { first: Row; gatherings: Gathering[] }>();
    const begin = (first: Row) => ({ first, gatherings: aggregates.map(({ name, distinct }) => gathering(name, distinct)) });
    for (const row of rows) {
      const own = grouping.map(({ evaluate }) => groupKey(evaluate(row)));
      const all = projection.everything ? [...visible(row)].map(([, value]) => groupKey(value)) : [];
      const key = [...own, ...all].join("\n");
      const group = groups.get(key) ?? begin(row);
      groups.set(key, group);
      for (const [index, one] of group.gatherings.entries()) {
        const at = aggregates[index]?.at ?? { line: 1, column: 1 };
        placed(at, () => one.add((values[index] ?? []).map((evaluate) => evaluate(row))))();
      }
    }
    if (groups.size === 0 && grouping.length === 0 && !projection.everything) groups.set("", begin(new Map()));
    for (const { first, gatherings } of groups.values())
      yield project(first, new Map(gatherings.map((one, index) => [hidden(index), one.result()])));
  }

  function* each(rows: Rows): Iterable<Projected> {
    const nothing = new Map<string, Value>();
    for (const row of rows) yield project(row, nothing);
  }

  return function* (rows) {
    let projected = aggregates.length > 0 ? grouped(rows) : each(rows);
    if (projection.distinct) projected = distinct(projected);
    if (sorting.length > 0) projected = sorted(projected, sorting);
    if (skip !== undefined || limit !== undefined) projected = cut(projected, skip ?? 0, limit ?? Number.POSITIVE_INFINITY);
    for (const one of projected) if (!holds || holds(one)) yield one.row;
  };
}

/** A name that no query can give: it stands for what an aggregate gave. */
const hidden = (index: number): string => `\n${index}`;
const visible = (row: Row): [string, Value][] => [...row].filter(([name]) => !name.startsWith("\n"));

/** The same expression with names in the place of its aggregates, which are added to a list. */
function withoutAggregates(something: unknown, into: Aggregate[]): unknown {
  if (Array.isArray(something)) return something.map((one) => withoutAggregates(one, into));
  if (typeof something !== "object" || something === null) return something;
  if ("is" in something && something.is === "aggregate") {
    const { at } = something as Aggregate;
    into.push(something as Aggregate);
    return { is: "variable", name: hidden(into.length - 1), at };
  }
  if ("parts" in something && "keepsEqual" in something) return something; // a query within has aggregates of its own
  return Object.fromEntries(Object.entries(something).map(([key, value]) => [key, withoutAggregates(value, into)]));
}

function* distinct(rows: Iterable<Projected>): Iterable<Projected> {
  const seen = new Set<string>();
  for (const one of rows) {
    const key = [...one.row.values()].map(groupKey).join("\n");
    if (seen.has(key)) continue;
    seen.add(key);
    yield one;
  }
}

function* sorted(rows: Iterable<Projected>, by: readonly { evaluate: Evaluate; descending: boolean }[]): Iterable<Projected> {
  const keyed = [...rows].map((one) => ({ one, keys: by.map(({ evaluate }) => evaluate(one.around)) }));
  keyed.sort((left, right) => {
    for (const [index, { descending }] of by.entries()) {
      const result = order(left.keys[index] ?? null, right.keys[index] ?? null);
      if (result !== 0) return descending ? -result : result;
    }
    return 0;
  });
  for (const { one } of keyed) yield one;
}

function* cut(rows: Iterable<Projected>, skip: number, limit: number): Iterable<Projected> {
  if (limit <= 0) return;
  let seen = 0;
  for (const one of rows) {
    seen++;
    if (seen > skip) yield one;
    if (seen >= skip + limit) return;
  }
}

/** Of SKIP and LIMIT: a whole number that no row decides. */
function amount(expression: Expression | undefined, machine: Machine): number | undefined {
  if (!expression) return undefined;
  const value = machine.compile(expression)(new Map());
  if (typeof value !== "bigint") return refuseAt(expression.at, "SKIP and LIMIT take a whole number");
  if (value < 0n) return refuseAt(expression.at, "SKIP and LIMIT take a number that is not below zero");
  return Number(value);
}
