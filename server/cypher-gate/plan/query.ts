/** A plan from the parse tree: queries, their clauses, and what these hold. */
import type { Clause, Projection, Query } from "../../interpreter/plan.ts";
import { allParts, nameIn, type Source, writtenAs } from "../language/source.ts";
import type { Part } from "../language/syntax.ts";
import { expressionOf, optionalExpression } from "./expressions.ts";
import { allOfRule, hasWord, inner, type Making, notHere, ofRule } from "./parts.ts";
import { labelTestOf, pathOf } from "./paths.ts";

/** The query that a part holds, also where it is written without MATCH, as in `EXISTS { (a)--(b) }`. */
export function queryIn(part: Part, make: Making): Query {
  const regular = ofRule(part, "regularQuery");
  if (regular) return { ...queryOf(regular, make), keepsOuter: true };
  const where = ofRule(part, "whereClause");
  const paths = allOfRule(ofRule(part, "patternList"), "pattern").map((path) => pathOf(path, make));
  const condition = where && optionalExpression(inner(where)[0], make);
  return {
    parts: [[{ is: "match", optional: false, paths, ...(condition && { where: condition }) }]],
    keepsEqual: true,
  };
}

export function queryOf(regular: Part, make: Making): Query {
  const union = ofRule(regular, "union") ?? regular;
  const parts = allOfRule(union, "singleQuery").map((query) => clausesOf(query, make));
  if (parts.length === 0) return notHere(regular, make);
  return { parts, keepsEqual: parts.length === 1 || hasWord(union, "ALL") };
}

function clausesOf(part: Part, make: Making): Clause[] {
  if (part.parts.some(({ rule }) => rule === "useClause")) return notHere(part, make);
  return inner(part).map((clause) => clauseOf(clause, make));
}

function clauseOf(part: Part, make: Making): Clause {
  switch (part.rule) {
    case "matchClause": {
      if (ofRule(part, "hint", "matchMode")) return notHere(ofRule(part, "hint", "matchMode") ?? part, make);
      const paths = allOfRule(ofRule(part, "patternList"), "pattern").map((path) => pathOf(path, make));
      const where = ofRule(part, "whereClause");
      const condition = where && optionalExpression(inner(where)[0], make);
      return { is: "match", optional: hasWord(part, "OPTIONAL"), paths, ...(condition && { where: condition }) };
    }
    case "unwindClause": {
      const [list, variable] = inner(part);
      if (!list || !variable) return notHere(part, make);
      return { is: "unwind", list: expressionOf(list, make), name: nameIn(variable) };
    }
    case "withClause":
    case "returnClause": {
      const where = ofRule(part, "whereClause");
      const condition = where && optionalExpression(inner(where)[0], make);
      const projection = projectionOf(ofRule(part, "returnBody") ?? part, make);
      return {
        is: part.rule === "withClause" ? "with" : "return",
        projection: { ...projection, ...(condition && { where: condition }) },
      };
    }
    case "subqueryClause":
      return subqueryOf(part, make);
    default:
      return notHere(part, make);
  }
}

function projectionOf(part: Part, make: Making): Projection {
  const items = ofRule(part, "returnItems");
  const [skip, limit] = [amountIn(ofRule(part, "skip"), make), amountIn(ofRule(part, "limit"), make)];
  return {
    distinct: hasWord(part, "DISTINCT"),
    everything: items?.parts[0]?.text === "*",
    items: allOfRule(items, "returnItem").map((item) => itemOf(item, make)),
    order: allOfRule(ofRule(part, "orderBy"), "orderItem").map((item) => ({
      value: expressionOf(inner(item)[0] ?? item, make),
      descending: ofRule(item, "descToken") !== undefined,
    })),
    ...(skip && { skip }),
    ...(limit && { limit }),
  };
}

const amountIn = (part: Part | undefined, make: Making) => part && optionalExpression(inner(part)[0], make);

function itemOf(item: Part, make: Making) {
  const [expression, variable] = inner(item);
  if (!expression) return notHere(item, make);
  const name = variable ? nameIn(variable) : expression.rule === "variable" ? nameIn(expression) : written(expression, make);
  return { name, value: expressionOf(expression, make) };
}

const written = (part: Part, make: Making): string => writtenAs(part, make.tokens).trim();

function subqueryOf(part: Part, make: Making): Clause {
  if (ofRule(part, "subqueryInTransactionsParameters")) return notHere(part, make);
  const regular = ofRule(part, "regularQuery");
  if (!regular) return notHere(part, make);
  const scope = ofRule(part, "subqueryScope");
  const query = queryOf(regular, make);
  const optional = hasWord(part, "OPTIONAL");
  if (scope) {
    const imports = hasWord(scope, "*") ? ("everything" as const) : allOfRule(scope, "variable").map(nameIn);
    return { is: "subquery", optional, imports, query: { ...query, keepsOuter: true } };
  }
  // without a scope, each part of it names what it takes along in a WITH at its beginning
  const imports = query.parts.flatMap(([first]) =>
    first?.is === "with"
      ? first.projection.everything
        ? ["*"]
        : first.projection.items.flatMap(({ value }) => (value.is === "variable" ? [value.name] : []))
      : [],
  );
  return { is: "subquery", optional, imports: imports.includes("*") ? "everything" : imports, query };
}

/** The whole of what was asked, as the interpreter runs it. @throws AppError QUERY_REFUSED when it has no word for a part */
export function planOf({ tree, tokens }: Source): Query {
  const make: Making = {
    tokens,
    expression: (part) => expressionOf(part, make),
    path: (part) => pathOf(part, make),
    labels: (part) => labelTestOf(part, make),
    query: (part) => queryIn(part, make),
  };
  const regular = [...allParts(tree)].find(({ rule }) => rule === "regularQuery");
  return regular ? queryOf(regular, make) : notHere(tree, make);
}
