/** Expressions of a plan from the parse tree. */
import type { BinaryOperator, Branch, ComparisonOperator, Expression } from "../../interpreter/plan.ts";
import { knownFunction } from "../language/functions.ts";
import { textOfLiteral } from "../language/literals.ts";
import { refusePart } from "../language/refuse.ts";
import { functionNameOf, isAggregate, nameIn, parameterNameOf, writtenAs } from "../language/source.ts";
import type { Part } from "../language/syntax.ts";
import { after, allOfRule, hasWord, inner, type Making, notHere, ofRule, placeOf, variableIn } from "./parts.ts";
import { typeOf } from "./types.ts";

type Unplaced<E> = E extends unknown ? Omit<E, "at"> : never;

export function expressionOf(part: Part, make: Making): Expression {
  const made = makers[part.rule]?.(part, make);
  if (!made) return notHere(part, make);
  return { at: placeOf(part, make), ...made } as Expression;
}

export const optionalExpression = (part: Part | undefined, make: Making): Expression | undefined =>
  part && expressionOf(part, make);

type Maker = (part: Part, make: Making) => Unplaced<Expression> | undefined;

const makers: Readonly<Record<string, Maker>> = {
  expression: (part, make) => folded(part, make),
  expression10: (part, make) => folded(part, make),
  expression11: (part, make) => folded(part, make),
  expression6: (part, make) => folded(part, make),
  expression5: (part, make) => folded(part, make),
  expression4: (part, make) => folded(part, make),
  expression9: (part, make) => prefixed(part, make),
  expression3: (part, make) => prefixed(part, make),
  expression8: compared,
  expression7: tested,
  expression2: postfixed,
  parenthesizedExpression: (part, make) => inner(part)[0] && expressionOf(inner(part)[0] as Part, make),
  variable: (part) => ({ is: "variable", name: nameIn(part) }),
  parameter: (part) => ({ is: "parameter", name: parameterNameOf(part) }),
  literal: literalOf,
  numberLiteral: numberOf,
  stringLiteral: (part, make) => ({ is: "constant", value: textOfLiteral(writtenAs(part, make.tokens)) }),
  listLiteral: (part, make) => ({ is: "list", items: inner(part).map((one) => expressionOf(one, make)) }),
  map: (part, make) => ({ is: "map", entries: entriesOf(part, make) }),
  mapProjection: projectionOf,
  caseExpression: caseOf,
  extendedCaseExpression: caseOf,
  listComprehension: comprehensionOf,
  listItemsPredicate: (part, make) => {
    const [variable, list, where] = inner(part);
    const word = (part.parts[0]?.text.toLowerCase() ?? "") as "all" | "any" | "none" | "single";
    if (!variable || !list) return undefined;
    const condition: Expression = where
      ? expressionOf(where, make)
      : { is: "variable", name: nameIn(variable), at: placeOf(variable, make) };
    return { is: "quantifier", word, variable: nameIn(variable), list: expressionOf(list, make), where: condition };
  },
  reduceExpression: (part, make) => {
    const [accumulator, start, variable, list, value] = inner(part);
    if (!accumulator || !start || !variable || !list || !value) return undefined;
    return {
      is: "reduce",
      accumulator: nameIn(accumulator),
      start: expressionOf(start, make),
      variable: nameIn(variable),
      list: expressionOf(list, make),
      value: expressionOf(value, make),
    };
  },
  patternComprehension: (part, make) => {
    const [path, value, where] = [ofRule(part, "pathPatternNonEmpty"), after(part, "|"), after(part, "WHERE")];
    if (!path || !value) return undefined;
    const name = hasWord(part, "=") ? variableIn(part) : undefined;
    return {
      is: "patternComprehension",
      path: { ...make.path(path), ...(name !== undefined && { name }) },
      ...(where && { where: expressionOf(where, make) }),
      value: expressionOf(value, make),
    };
  },
  patternExpression: (part, make) => inner(part)[0] && { is: "pathExists", path: make.path(inner(part)[0] as Part) },
  shortestPathExpression: (part, make) => {
    const pattern = ofRule(part, "shortestPathPattern") ?? part;
    return { is: "pathValue", path: make.path(pattern) };
  },
  existsExpression: (part, make) => ({ is: "exists", query: make.query(part) }),
  countExpression: (part, make) => ({ is: "count", query: make.query(part) }),
  collectExpression: (part, make) => ({ is: "collect", query: make.query(part) }),
  countStar: () => ({ is: "aggregate", name: "count", distinct: false, values: [] }),
  functionInvocation: callOf,
  trimFunction: trimOf,
  normalizeFunction: (part, make) => {
    const value = inner(part)[0];
    const form = ofRule(part, "normalForm");
    return value && { is: "call", name: "normalize", values: [expressionOf(value, make), ...formOf(form, make)] };
  },
};

/** Operators of one rank, from left to right. */
function folded(part: Part, make: Making): Unplaced<Expression> | undefined {
  const [first, ...rest] = part.parts;
  if (!first) return undefined;
  let left = expressionOf(first, make);
  for (let index = 0; index < rest.length; index += 2) {
    const [sign, right] = [rest[index], rest[index + 1]];
    if (!sign || !right) return undefined;
    const operator = sign.text.toUpperCase() as BinaryOperator;
    left = { is: "binary", operator, left, right: expressionOf(right, make), at: placeOf(sign, make) };
  }
  return left;
}

function prefixed(part: Part, make: Making): Unplaced<Expression> | undefined {
  const value = part.parts.at(-1);
  if (!value) return undefined;
  return part.parts
    .slice(0, -1)
    .reverse()
    .reduce<Expression>(
      (inside, { text }) => {
        const is = text === "-" ? "minus" : text === "+" ? "plus" : "not";
        return { is, value: inside, at: placeOf(part, make) };
      },
      expressionOf(value, make),
    );
}

const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  "=": "=",
  "<>": "<>",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

function compared(part: Part, make: Making): Unplaced<Expression> | undefined {
  const [first, ...others] = part.parts;
  if (!first) return undefined;
  const rest: [ComparisonOperator, Expression][] = [];
  for (let index = 0; index < others.length; index += 2) {
    const [sign, value] = [others[index], others[index + 1]];
    const operator = comparisons[sign?.text ?? ""];
    if (!operator || !value) return undefined;
    rest.push([operator, expressionOf(value, make)]);
  }
  return { is: "comparison", first: expressionOf(first, make), rest };
}

function tested(part: Part, make: Making): Unplaced<Expression> | undefined {
  const [value, ...tests] = part.parts;
  const [test] = tests;
  if (!value || !test || tests.length > 1) return undefined;
  const subject = expressionOf(value, make);
  const labels = ofRule(test, "labelExpression");
  if (labels) return { is: "hasLabel", value: subject, test: make.labels(labels) };
  const words = test.parts
    .filter(({ rule }) => rule === "")
    .map(({ text }) => text.toUpperCase())
    .join(" ");
  if (words === "IS NULL") return { is: "isNull", value: subject };
  if (words === "IS NOT NULL") return { is: "not", value: { is: "isNull", value: subject, at: placeOf(test, make) } };
  const type = ofRule(test, "type");
  if (type) {
    const is: Expression = { is: "hasType", value: subject, test: typeOf(type, make), at: placeOf(test, make) };
    return hasWord(test, "NOT") ? { is: "not", value: is } : is;
  }
  if (hasWord(test, "NORMALIZED")) {
    const form = ofRule(test, "normalForm");
    const is: Expression = {
      is: "call",
      name: "isNormalized",
      values: [subject, ...formOf(form, make)],
      at: placeOf(test, make),
    };
    return hasWord(test, "NOT") ? { is: "not", value: is } : is;
  }
  const operand = inner(test)[0];
  if (!operand || !["IN", "=~", "STARTS WITH", "ENDS WITH", "CONTAINS"].includes(words)) return undefined;
  return { is: "binary", operator: words as BinaryOperator, left: subject, right: expressionOf(operand, make) };
}

function postfixed(part: Part, make: Making): Unplaced<Expression> | undefined {
  const [base, ...postfixes] = part.parts;
  if (!base) return undefined;
  return postfixes.reduce<Expression>(
    (of, postfix) => {
      const at = placeOf(postfix, make);
      const property = ofRule(postfix, "property");
      if (property) return { is: "property", of, key: nameIn(property), at };
      if (!hasWord(postfix, "..")) {
        const by = inner(postfix)[0];
        return by ? { is: "index", of, by: expressionOf(by, make), at } : notHere(postfix, make);
      }
      const dots = postfix.parts.findIndex(({ text }) => text === "..");
      const [from, to] = [postfix.parts.slice(0, dots), postfix.parts.slice(dots)].map((side) =>
        side.find(({ rule }) => rule !== ""),
      );
      return {
        is: "slice",
        of,
        ...(from && { from: expressionOf(from, make) }),
        ...(to && { to: expressionOf(to, make) }),
        at,
      };
    },
    expressionOf(base, make),
  );
}

function literalOf(part: Part, make: Making): Unplaced<Expression> | undefined {
  const [only] = part.parts;
  if (!only) return undefined;
  if (only.rule !== "") return expressionOf(only, make);
  switch (only.text.toLowerCase()) {
    case "true":
      return { is: "constant", value: true };
    case "false":
      return { is: "constant", value: false };
    case "null":
      return { is: "constant", value: null };
    case "nan":
      return { is: "float", digits: "NaN" };
    case "inf":
    case "infinity":
      return { is: "float", digits: "Infinity" };
    default:
      return undefined;
  }
}

const largest = 2n ** 63n;

function numberOf(part: Part, make: Making): Unplaced<Expression> | undefined {
  const written = writtenAs(part, make.tokens).replaceAll(/[\s_]/g, "");
  const [negative, size] = [written.startsWith("-"), written.replace(/^-/, "").toLowerCase()];
  if (/^(\d+|0x[\da-f]+|0o[0-7]+)$/.test(size)) {
    const value = negative ? -BigInt(size) : BigInt(size);
    if (value >= largest || value < -largest) refusePart(`The whole number ${written} is too large`, part, make.tokens);
    return { is: "integer", digits: String(value) };
  }
  if (!/^(\d*\.\d+|\d+\.?)(e[+-]?\d+)?[fd]?$/.test(size)) return undefined;
  const digits = written.replace(/[fd]$/i, "");
  if (!Number.isFinite(Number(digits))) refusePart(`The number ${written} is too large`, part, make.tokens);
  return { is: "float", digits };
}

function entriesOf(part: Part, make: Making): [string, Expression][] {
  const keys = allOfRule(part, "propertyKeyName");
  const values = inner(part).filter(({ rule }) => rule !== "propertyKeyName");
  return keys.map((key, index) => [nameIn(key), expressionOf(values[index] ?? part, make)]);
}

function projectionOf(part: Part, make: Making): Unplaced<Expression> | undefined {
  const variable = ofRule(part, "variable");
  if (!variable) return undefined;
  const of = expressionOf(variable, make);
  const parts = allOfRule(part, "mapProjectionElement").map((element): "everything" | [string, Expression] => {
    const at = placeOf(element, make);
    const property = ofRule(element, "property");
    if (property) return [nameIn(property), { is: "property", of, key: nameIn(property), at }];
    const key = ofRule(element, "propertyKeyName");
    const value = key && inner(element)[1];
    if (key && value) return [nameIn(key), expressionOf(value, make)];
    const name = variableIn(element);
    return name === undefined ? "everything" : [name, { is: "variable", name, at }];
  });
  return { is: "projection", of, parts };
}

function caseOf(part: Part, make: Making): Unplaced<Expression> | undefined {
  const branches = inner(part).filter(({ rule }) => /Alternative$/.test(rule));
  const [subject] = part.rule === "extendedCaseExpression" ? inner(part) : [];
  const otherwise = optionalExpression(after(part, "ELSE"), make);
  return {
    is: "case",
    ...(subject && { subject: expressionOf(subject, make) }),
    branches: branches.map((branch) => branchOf(branch, make)),
    ...(otherwise && { otherwise }),
  };
}

function branchOf(part: Part, make: Making): Branch {
  const then = after(part, "THEN");
  if (!then) return notHere(part, make);
  const tests = part.rule === "caseAlternative" ? inner(part).slice(0, 1) : allOfRule(part, "extendedWhen");
  const when = tests.map((test) => {
    if (test.rule !== "extendedWhen") return { operator: "=" as const, value: expressionOf(test, make) };
    const [value, ...more] = inner(test);
    const operator = comparisons[test.parts[0]?.text ?? ""] ?? (test.parts.length === 1 ? "=" : undefined);
    if (!operator || !value || more.length > 0 || value.rule === "comparisonExpression6") return notHere(test, make);
    return { operator, value: expressionOf(value, make) };
  });
  return { when, value: expressionOf(then, make) };
}

function comprehensionOf(part: Part, make: Making): Unplaced<Expression> | undefined {
  const [variable, list] = inner(part);
  if (!variable || !list) return undefined;
  const where = optionalExpression(after(part, "WHERE"), make);
  const value = optionalExpression(after(part, "|"), make);
  return {
    is: "comprehension",
    variable: nameIn(variable),
    list: expressionOf(list, make),
    ...(where && { where }),
    ...(value && { value }),
  };
}

function callOf(part: Part, make: Making): Unplaced<Expression> {
  const called = functionNameOf(part);
  const name = knownFunction(called)?.name ?? called;
  const values = allOfRule(part, "functionArgument").map((argument) => expressionOf(argument.parts[0] ?? argument, make));
  const distinct = hasWord(part, "DISTINCT");
  if (isAggregate(part)) return { is: "aggregate", name, distinct, values };
  if (distinct) return notHere(part, make);
  return { is: "call", name, values };
}

const formOf = (part: Part | undefined, make: Making): Expression[] =>
  part ? [{ is: "constant", value: writtenAs(part, make.tokens).toUpperCase(), at: placeOf(part, make) }] : [];

function trimOf(part: Part, make: Making): Unplaced<Expression> {
  const values = inner(part).map((one) => expressionOf(one, make));
  const name = hasWord(part, "LEADING") ? "ltrim" : hasWord(part, "TRAILING") ? "rtrim" : "btrim";
  return { is: "call", name, values: values.reverse() };
}
