import type { Given } from "../given/given.ts";
import { refusePart } from "../language/refuse.ts";
import { isAggregate, nameIn, parameterNameOf, writtenAs } from "../language/source.ts";
import type { Part, Token } from "../language/syntax.ts";
import type { Expressions } from "./expressions.ts";
import { type Kind, whole } from "./kinds.ts";
import { Scope } from "./scope.ts";

interface Column {
  readonly name: string;
  readonly expression: Part;
  readonly kind: Kind;
  readonly gathers: boolean;
  readonly part: Part;
}

/** What stands around an aggregate. */
interface Around {
  readonly columns: readonly Column[];
  readonly scope: Scope;
  /** All names that there are are columns as well. */
  readonly all: Scope | undefined;
}

/** WITH and RETURN: their columns, what these are grouped by, ordered by and cut off at. */
export class Columns {
  readonly #tokens: readonly Token[];
  readonly #given: Given;
  readonly #expressions: Expressions;

  constructor(tokens: readonly Token[], given: Given, expressions: Expressions) {
    this.#tokens = tokens;
    this.#given = given;
    this.#expressions = expressions;
  }

  /** The names after the clause. @param kept those that stay known after a WITH that does not name them */
  after(clause: Part, scope: Scope, kept: Scope): Scope {
    const body = clause.parts.find(({ rule }) => rule === "returnBody");
    const items = body?.parts.find(({ rule }) => rule === "returnItems");
    if (!body || !items) return scope;
    const isAll = items.parts[0]?.text === "*";
    if (isAll && clause.rule === "returnClause" && scope.names.length === 0)
      refusePart("RETURN * is not allowed when there are no variables in scope", items, this.#tokens);
    const columns = items.parts.filter(({ rule }) => rule === "returnItem").map((item) => this.#column(item, scope));
    const after = new Scope(isAll ? scope : []);
    for (const { name, kind, part, expression } of columns) {
      if (kept.has(name) && !(expression.rule === "variable" && nameIn(expression) === name))
        refusePart(
          `The variable \`${name}\` is shadowing a variable with the same name from the outer scope and needs to be renamed`,
          part,
          this.#tokens,
        );
      if (after.has(name)) refusePart("Multiple result columns with the same name are not supported", part, this.#tokens);
      after.set(name, kind);
    }
    if (clause.rule === "withClause") for (const [name, kind] of kept) after.set(name, kind);
    const gathers = columns.some((column) => column.gathers);
    if (gathers)
      for (const column of columns)
        if (column.gathers) this.#grouped(column.expression, { columns, scope, all: isAll ? scope : undefined });
    const isCut = gathers || body.parts.some(({ text }) => /^distinct$/i.test(text));
    for (const part of body.parts.find(({ rule }) => rule === "orderBy")?.parts ?? [])
      if (part.rule === "orderItem" && part.parts[0]) this.#afterwards(part.parts[0], scope, after, columns, isCut, gathers);
    for (const part of body.parts) if (part.rule === "skip" || part.rule === "limit") this.#cut(part);
    const where = clause.parts.find(({ rule }) => rule === "whereClause")?.parts[1];
    if (where) this.#afterwards(where, scope, after, columns, isCut, false, true);
    return after;
  }

  #column(part: Part, scope: Scope): Column {
    const [expression = part, , variable] = part.parts;
    const kind = this.#expressions.kindOf(expression, scope, { aggregates: true });
    const name =
      nameIn(variable) || (expression.rule === "variable" ? nameIn(expression) : writtenAs(expression, this.#tokens).trim());
    return { name, expression, kind, gathers: gathersIn(expression), part };
  }

  /** Beside an aggregate only what the rows are grouped by may stand, or what is the same for all. */
  #grouped(part: Part, around: Around, inner: readonly string[] = []): void {
    const { columns, scope, all } = around;
    if (isAggregate(part)) return;
    const written = this.#written(part);
    const keys = columns.filter(({ gathers, expression }) => !gathers && isPlain(expression));
    if (keys.some(({ expression }) => this.#written(expression) === written)) return;
    if (part.rule === "variable") {
      const name = nameIn(part);
      if (all?.has(name) || inner.includes(name) || !scope.has(name)) return;
      refusePart(
        `Aggregation column contains implicit grouping expressions: \`${name}\` is neither gathered nor a column of its own`,
        part,
        this.#tokens,
      );
    }
    const own = [...inner, ...ownNames(part)];
    for (const inside of part.parts) this.#grouped(inside, around, own);
  }

  /** ORDER BY and WHERE stand after the columns, but may look back at what was there before, when each row came from one row. */
  #afterwards(
    part: Part,
    before: Scope,
    after: Scope,
    columns: readonly Column[],
    isCut: boolean,
    gathers: boolean,
    isCondition = false,
  ): void {
    const known = new Scope([...before, ...after]);
    const place = { aggregates: gathers };
    if (isCondition) this.#expressions.condition(part, known, place);
    else this.#expressions.kindOf(part, known, place);
    if (isCut) this.#shown(part, before, after, columns);
  }

  #shown(part: Part, before: Scope, after: Scope, columns: readonly Column[], inner: readonly string[] = []): void {
    const written = this.#written(part);
    if (columns.some(({ expression }) => this.#written(expression) === written)) return;
    if (isAggregate(part))
      refusePart(
        `Illegal aggregation expression(s) in order by: ${writtenAs(part, this.#tokens)}. It must be a column as well`,
        part,
        this.#tokens,
      );
    const name = part.rule === "variable" ? nameIn(part) : "";
    if (name !== "" && !after.has(name) && !inner.includes(name) && before.has(name))
      refusePart(
        `In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: ${name}`,
        part,
        this.#tokens,
      );
    const own = [...inner, ...ownNames(part)];
    for (const inside of part.parts) this.#shown(inside, before, after, columns, own);
  }

  /** SKIP and LIMIT: a number that is known before the query runs. */
  #cut(part: Part): void {
    const [word, count] = part.parts;
    if (!count) return;
    const variable = firstVariable(count);
    const name = word?.text.toUpperCase() ?? "";
    if (variable)
      refusePart(
        `It is not allowed to refer to variables in ${name}, so that the value for ${name} can be statically calculated`,
        variable,
        this.#tokens,
      );
    this.#expressions.expect(whole, count, new Scope(), { aggregates: false });
    const written = this.#written(count);
    const given = count.rule === "parameter" ? this.#given.whole(parameterNameOf(count)) : undefined;
    const isNumber = count.rule === "parameter" ? (given ?? -1) >= 0 : !/^-/.test(written);
    if (!isNumber)
      refusePart(
        `Invalid input. '${given ?? written}' is not a valid value. Must be a non-negative integer`,
        count,
        this.#tokens,
      );
  }

  #written = (part: Part): string => writtenAs(part, this.#tokens).replaceAll(/\s+/g, "");
}

/** What rows are grouped by when it is written again beside an aggregate: a name, or a property of one. */
const isPlain = ({ rule, parts }: Part): boolean =>
  rule === "variable" || (rule === "expression2" && parts[0]?.rule === "variable" && parts.slice(1).every(isProperty));
const isProperty = ({ rule, parts }: Part): boolean => rule === "property" || parts.every((one) => one.rule === "property");

const graphParts: ReadonlySet<string> = new Set([
  "existsExpression",
  "countExpression",
  "collectExpression",
  "patternExpression",
  "patternComprehension",
]);

const gathersIn = (part: Part): boolean => isAggregate(part) || (!graphParts.has(part.rule) && part.parts.some(gathersIn));

/** The names that a loop over a list has for itself. */
function ownNames({ rule, parts }: Part): string[] {
  return ["listComprehension", "listItemsPredicate", "reduceExpression", "patternComprehension"].includes(rule)
    ? parts.filter((one) => one.rule === "variable").map(nameIn)
    : [];
}

function firstVariable(part: Part): Part | undefined {
  if (part.rule === "variable") return part;
  for (const inside of part.parts) {
    const found = firstVariable(inside);
    if (found) return found;
  }
  return undefined;
}
