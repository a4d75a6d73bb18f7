/** An expression of a plan as a function of a row. */
import { AppError } from "../../../model/errors.ts";
import { functionOf } from "../functions/functions.ts";
import type { CallContext } from "../functions/kinds.ts";
import type { Evaluate, Machine, Row } from "../machine.ts";
import { Duration } from "../moments/duration.ts";
import type { BinaryOperator, ComparisonOperator, Expression } from "../plan.ts";
import { placed, refuseAt } from "../refuse.ts";
import { comparison, equals, isIn, not, type Truth } from "../values/compare.ts";
import {
  add,
  and,
  concatenate,
  divide,
  divideWritten,
  multiply,
  named,
  negate,
  or,
  power,
  remainder,
  subtract,
  truth,
  xor,
} from "../values/operators.ts";
import { GraphLink, GraphNode, isList, isMap, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";
import { itemAt, propertyOf, sliceOf } from "./access.ts";
import { fits } from "./labels.ts";
import { regexOf } from "./regex.ts";
import { isOfType } from "./types.ts";

type Of<Is extends Expression["is"]> = Extract<Expression, { readonly is: Is }>;

export function compileExpression(expression: Expression, machine: Machine): Evaluate {
  const compile = (one: Expression) => compileExpression(one, machine);
  const optional = (one: Expression | undefined) => one && compile(one);
  switch (expression.is) {
    case "constant":
      return constant(expression.value);
    case "integer":
      return constant(BigInt(expression.digits));
    case "float":
      return constant(Number(expression.digits));
    case "parameter": {
      const value = machine.params.get(expression.name);
      if (value === undefined) refuseAt(expression.at, `There is no value for $${expression.name}`);
      return constant(value);
    }
    case "variable":
      return (row) => row.get(expression.name) ?? null;
    case "property": {
      const of = compile(expression.of);
      const { key } = expression;
      return placed(expression.at, (row: Row) => propertyOf(of(row), key, machine.graph));
    }
    case "index": {
      const [of, by] = [compile(expression.of), compile(expression.by)];
      return placed(expression.at, (row: Row) => itemAt(of(row), by(row), machine.graph));
    }
    case "slice": {
      const [of, from, to] = [compile(expression.of), optional(expression.from), optional(expression.to)];
      return placed(expression.at, (row: Row) => sliceOf(of(row), from?.(row), to?.(row)));
    }
    case "list": {
      const items = expression.items.map(compile);
      return (row) => items.map((item) => item(row));
    }
    case "map": {
      const entries = expression.entries.map(([key, value]) => [key, compile(value)] as const);
      return (row) => new Map(entries.map(([key, value]) => [key, value(row)]));
    }
    case "projection":
      return projection(expression, machine);
    case "not": {
      const value = compile(expression.value);
      return placed(expression.at, (row: Row) => not(truth(value(row))));
    }
    case "minus": {
      const value = compile(expression.value);
      return placed(expression.at, (row: Row) => negate(value(row)));
    }
    case "plus":
      return compile(expression.value);
    case "binary":
      return binary(expression, machine);
    case "comparison":
      return compared(expression, machine);
    case "isNull": {
      const value = compile(expression.value);
      return (row) => value(row) === null;
    }
    case "hasType": {
      const value = compile(expression.value);
      return (row) => isOfType(value(row), expression.test);
    }
    case "hasLabel":
      return labelled(expression, machine);
    case "case":
      return cases(expression, machine);
    case "comprehension":
      return comprehension(expression, machine);
    case "quantifier":
      return quantifier(expression, machine);
    case "reduce":
      return reduction(expression, machine);
    case "patternComprehension": {
      const [where, value] = [optional(expression.where), compile(expression.value)];
      const matches = machine.matches([expression.path]);
      return placed(expression.at, (row: Row) =>
        [...matches(row)].filter((found) => !where || truth(where(found)) === true).map((found) => value(found)),
      );
    }
    case "pathExists": {
      const matches = machine.matches([expression.path]);
      return (row) => hasAny(matches(row));
    }
    case "pathValue":
      return pathValue(expression, machine);
    case "exists": {
      const rows = machine.rows(expression.query);
      return (row) => hasAny(rows(row));
    }
    case "count": {
      const rows = machine.rows(expression.query);
      return (row) => BigInt([...rows(row)].length);
    }
    case "collect": {
      const rows = machine.rows(expression.query);
      return (row) => [...rows(row)].map((found) => [...found.values()][0] ?? null);
    }
    case "call":
      return called(expression, machine);
    case "aggregate":
      return refuseAt(expression.at, `${expression.name}() can only stand in WITH, RETURN and ORDER BY`);
  }
}

const constant = (value: Value): Evaluate => {
  return () => value;
};

const hasAny = (rows: Iterable<unknown>): boolean => {
  for (const _ of rows) return true;
  return false;
};

const withName = (row: Row, name: string, value: Value): Row => new Map(row).set(name, value);

type Operation = (left: Value, right: Value) => Value;

const operations: Readonly<Record<Exclude<BinaryOperator, "AND" | "OR" | "IN">, Operation>> = {
  XOR: xor,
  "+": add,
  "||": concatenate,
  "-": subtract,
  "*": multiply,
  "/": divide,
  "%": remainder,
  "^": power,
  "=~": (text, regex) => (typeof text === "string" && typeof regex === "string" ? regexOf(regex).test(text) : null),
  "STARTS WITH": ofTexts((text, start) => text.startsWith(start)),
  "ENDS WITH": ofTexts((text, end) => text.endsWith(end)),
  CONTAINS: ofTexts((text, part) => text.includes(part)),
};

function ofTexts(test: (text: string, other: string) => boolean): Operation {
  return (left, right) => (typeof left === "string" && typeof right === "string" ? test(left, right) : null);
}

function binary({ at, operator, left, right }: Of<"binary">, machine: Machine): Evaluate {
  const [one, other] = [compileExpression(left, machine), compileExpression(right, machine)];
  if (operator === "AND" || operator === "OR") return placed(at, decidedBy(operator === "OR", one, other));
  if (operator === "IN") return placed(at, contained(one, other));
  const operation = operator === "/" && isWritten(left) && isWritten(right) ? divideWritten : operations[operator];
  return placed(at, (row: Row) => operation(one(row), other(row)));
}

/** Made of nothing but numbers that stand in the text. */
function isWritten(expression: Expression): boolean {
  if (expression.is === "minus" || expression.is === "plus") return isWritten(expression.value);
  if (expression.is === "binary")
    return /^[-+*/%^]$/.test(expression.operator) && isWritten(expression.left) && isWritten(expression.right);
  return expression.is === "integer" || expression.is === "float";
}

/** IN: what is looked for is only worked out when there is something that it could be. */
function contained(one: Evaluate, other: Evaluate): Evaluate {
  return (row) => {
    const list = other(row);
    if (list === null) return null;
    if (!isList(list)) throw new WrongValue(`IN needs a list, and this is ${named(list)}`);
    return list.length === 0 ? false : isIn(one(row), list);
  };
}

/** AND and OR: whatever goes wrong on one side does not matter when the other side decides. */
function decidedBy(deciding: boolean, one: Evaluate, other: Evaluate): Evaluate {
  const combine = deciding ? or : and;
  return (row) => {
    let first: Value;
    try {
      first = one(row);
    } catch (error) {
      if (isRefusal(error) && truth(other(row)) === deciding) return deciding;
      throw error;
    }
    return combine(first, () => other(row));
  };
}

const isRefusal = (error: unknown): boolean => error instanceof AppError || error instanceof WrongValue;

export function compareBy(operator: ComparisonOperator, left: Value, right: Value): Truth {
  if (operator === "=") return equals(left, right);
  if (operator === "<>") return not(equals(left, right));
  const result = comparison(left, right);
  if (result === undefined) return null;
  if (left instanceof Duration && !operator.endsWith("=")) return null;
  if (operator === "<") return result < 0;
  if (operator === "<=") return result <= 0;
  return operator === ">" ? result > 0 : result >= 0;
}

/** a < b <= c: each with the one after it. */
function compared({ first, rest }: Of<"comparison">, machine: Machine): Evaluate {
  const start = compileExpression(first, machine);
  const others = rest.map(([operator, value]) => [operator, compileExpression(value, machine)] as const);
  const pairs = others.map(([operator, right], index): Evaluate => {
    const left = others[index - 1]?.[1] ?? start;
    return (row) => compareBy(operator, left(row), right(row));
  });
  return pairs.reduce((sofar, pair) => decidedBy(false, sofar, pair));
}

function labelled({ at, value, test }: Of<"hasLabel">, machine: Machine): Evaluate {
  const of = compileExpression(value, machine);
  const { graph } = machine;
  return placed(at, (row: Row) => {
    const found = of(row);
    if (found === null) return null;
    if (found instanceof GraphNode)
      return fits(test, (name) => graph.hasLabel(found.node, name), graph.labelsOf(found.node).length > 0);
    if (found instanceof GraphLink) return fits(test, (name) => graph.kindOf(found.link) === name, true);
    throw new WrongValue(`Only nodes and links have labels, and this is ${named(found)}`);
  });
}

function cases({ subject, branches, otherwise }: Of<"case">, machine: Machine): Evaluate {
  const of = subject && compileExpression(subject, machine);
  const ways = branches.map(({ when, value: given }) => ({
    when: when.map(({ operator, value }) => ({ operator, value: compileExpression(value, machine) })),
    make: compileExpression(given, machine),
  }));
  const last = otherwise && compileExpression(otherwise, machine);
  return (row) => {
    const compare = of?.(row);
    const way = ways.find(({ when }) =>
      when.some(({ operator, value }) =>
        compare === undefined ? value(row) === true : compareBy(operator, compare, value(row)) === true,
      ),
    );
    return way ? way.make(row) : (last?.(row) ?? null);
  };
}

/** @throws WrongValue when it is no list */
function listIn(value: Value): readonly Value[] {
  if (!isList(value)) throw new WrongValue(`A list is needed here, and this is ${named(value)}`);
  return value;
}

function comprehension({ at, variable, list, where, value }: Of<"comprehension">, machine: Machine): Evaluate {
  const of = compileExpression(list, machine);
  const [condition, make] = [where && compileExpression(where, machine), value && compileExpression(value, machine)];
  return placed(at, (row: Row) => {
    const from = of(row);
    if (from === null) return null;
    const made: Value[] = [];
    for (const item of listIn(from)) {
      const inside = withName(row, variable, item);
      if (!condition || truth(condition(inside)) === true) made.push(make ? make(inside) : item);
    }
    return made;
  });
}

function quantifier({ at, word, variable, list, where }: Of<"quantifier">, machine: Machine): Evaluate {
  const [of, condition] = [compileExpression(list, machine), compileExpression(where, machine)];
  return placed(at, (row: Row) => {
    const from = of(row);
    if (from === null) return null;
    const counts = { yes: 0, no: 0, unknown: 0 };
    for (const item of listIn(from)) {
      const result = truth(condition(withName(row, variable, item)));
      counts[result === null ? "unknown" : result ? "yes" : "no"]++;
    }
    return verdict(word, counts);
  });
}

function verdict(word: Of<"quantifier">["word"], { yes, no, unknown }: Record<"yes" | "no" | "unknown", number>): Truth {
  switch (word) {
    case "all":
      return no > 0 ? false : unknown > 0 ? null : true;
    case "any":
      return yes > 0 ? true : unknown > 0 ? null : false;
    case "none":
      return yes > 0 ? false : unknown > 0 ? null : true;
    case "single":
      return yes > 1 ? false : unknown > 0 ? null : yes === 1;
  }
}

function reduction({ at, accumulator, start, variable, list, value }: Of<"reduce">, machine: Machine): Evaluate {
  const [first, of, step] = [start, list, value].map((one) => compileExpression(one, machine)) as [Evaluate, Evaluate, Evaluate];
  return placed(at, (row: Row) => {
    const from = of(row);
    if (from === null) return null;
    return listIn(from).reduce((sum, item) => step(new Map(row).set(accumulator, sum).set(variable, item)), first(row));
  });
}

function projection({ at, of, parts }: Of<"projection">, machine: Machine): Evaluate {
  const subject = compileExpression(of, machine);
  const makers = parts.map((part) => (part === "everything" ? part : ([part[0], compileExpression(part[1], machine)] as const)));
  const { graph } = machine;
  return placed(at, (row: Row) => {
    const value = subject(row);
    if (value === null) return null;
    const all =
      value instanceof GraphNode
        ? () => graph.nodeProperties(value.node)
        : value instanceof GraphLink
          ? () => graph.linkProperties(value.link)
          : isMap(value)
            ? () => value
            : undefined;
    if (!all) throw new WrongValue(`${named(value)} has no properties`);
    const map = new Map<string, Value>();
    for (const maker of makers) {
      if (maker === "everything") for (const [key, inside] of all()) map.set(key, inside);
      else map.set(maker[0], maker[1](row));
    }
    return map;
  });
}

function pathValue({ path }: Of<"pathValue">, machine: Machine): Evaluate {
  const find = machine.paths(path);
  return (row) => {
    const found = [...find(row)].map((one) => one.path);
    return path.shortest === "all" ? found : (found[0] ?? null);
  };
}

function called({ at, name, values }: Of<"call">, machine: Machine): Evaluate {
  const evaluates = values.map((value) => compileExpression(value, machine));
  const context: CallContext = { graph: machine.graph, now: machine.now };
  if (name === "coalesce") return (row) => firstKnown(evaluates, row);
  const work = functionOf(name, values.length);
  if (!work) return refuseAt(at, `${name}() with ${values.length} values is not known`);
  return placed(at, (row: Row) =>
    work(
      evaluates.map((evaluate) => evaluate(row)),
      context,
    ),
  );
}

/** What comes after the first value that is there is never looked at: it may be wrong. */
function firstKnown(evaluates: readonly Evaluate[], row: Row): Value {
  for (const evaluate of evaluates) {
    const value = evaluate(row);
    if (value !== null) return value;
  }
  return null;
}
