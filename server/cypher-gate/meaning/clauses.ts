import type { Given } from "../given/given.ts";
import { refusePart } from "../language/refuse.ts";
import { allParts, nameIn, type Source } from "../language/source.ts";
import type { Part, Token } from "../language/syntax.ts";
import { Columns } from "./columns.ts";
import { Expressions, type Place } from "./expressions.ts";
import { anyList, anything, fits, itemOf } from "./kinds.ts";
import { Paths } from "./paths.ts";
import { Scope } from "./scope.ts";

/**
 * Refuses what has no meaning: names that nothing has, or that two things have; values of a kind that cannot stand where they
 * do; aggregates where there is nothing to gather. Neo4j refuses the same, but the embedded engine takes much of it in silence.
 *
 * @throws AppError QUERY_REFUSED
 */
export function checkMeaning({ tree, tokens }: Source, given: Given): void {
  const query = [...allParts(tree)].find(({ rule }) => rule === "regularQuery");
  if (query) new Clauses(tokens, given).query(query, new Scope(), new Scope());
}

const alone: Place = { aggregates: false };

class Clauses {
  readonly #tokens: readonly Token[];
  readonly #expressions: Expressions;
  readonly #paths: Paths;
  readonly #columns: Columns;

  constructor(tokens: readonly Token[], given: Given) {
    this.#tokens = tokens;
    this.#expressions = new Expressions(tokens, given, {
      pattern: (part, scope, mayBringNames) => this.#paths.expression(part, scope, mayBringNames),
      subquery: (part, scope) => this.#within(part, scope),
    });
    this.#paths = new Paths(tokens, this.#expressions);
    this.#columns = new Columns(tokens, given, this.#expressions);
  }

  /**
   * Queries joined by UNION. Gives the columns.
   *
   * @param outer what WITH at the beginning may bring in
   * @param kept what stays known after a WITH that does not name it
   */
  query(part: Part, scope: Scope, outer: Scope, kept = new Scope(), mayEndOpen = false): Scope {
    const union = part.parts.find(({ rule }) => rule === "union") ?? part;
    const singles = union.parts.filter(({ rule }) => rule === "singleQuery");
    const [first, ...others] = singles.map((single) => {
      return this.#single(single, scope.inside(), outer, kept, mayEndOpen && singles.length === 1);
    });
    const names = (columns: Scope) => [...columns.names].sort().join("\n");
    for (const [index, other] of others.entries())
      if (first && names(other) !== names(first))
        refusePart(
          "All sub queries in an UNION must have the same return column names",
          singles[index + 1] ?? part,
          this.#tokens,
        );
    const isAll = union.parts.flatMap(({ text }, index) =>
      /^union$/i.test(text) ? [/^all$/i.test(union.parts[index + 1]?.text ?? "")] : [],
    );
    if (new Set(isAll).size > 1) refusePart("Invalid combination of UNION and UNION ALL", union, this.#tokens);
    return first ?? new Scope();
  }

  #single(part: Part, scope: Scope, outer: Scope, kept: Scope, mayEndOpen: boolean): Scope {
    const clauses = part.parts.filter(({ rule }) => rule !== "");
    const last = clauses.at(-1);
    if (last && last.rule !== "returnClause" && !mayEndOpen)
      refusePart(`Query cannot conclude with ${this.#tokens[last.first]?.text} (must be a RETURN clause)`, last, this.#tokens);
    let known = scope;
    for (const [index, clause] of clauses.entries()) {
      if (clause.rule === "returnClause" && clause !== last)
        refusePart("RETURN can only be used at the end of the query", clause, this.#tokens);
      const isImport = index === 0 && clause.rule === "withClause" && outer.names.length > 0;
      known = this.#clause(clause, isImport ? merged(outer, known) : known, kept);
    }
    return known;
  }

  /** Gives the names after it. */
  #clause(clause: Part, scope: Scope, kept: Scope): Scope {
    switch (clause.rule) {
      case "matchClause":
        this.#match(clause, scope);
        return scope;
      case "unwindClause": {
        const [, from, , variable] = clause.parts;
        if (!from || !variable) return scope;
        const kind = this.#expressions.kindOf(from, scope, alone);
        scope.declare(nameIn(variable), fits(kind, anyList) ? itemOf(kind) : anything, variable, this.#tokens);
        return scope;
      }
      case "withClause":
      case "returnClause":
        return this.#columns.after(clause, scope, kept);
      case "subqueryClause":
        this.#subquery(clause, scope);
        return scope;
      default:
        return scope;
    }
  }

  #match(clause: Part, scope: Scope): void {
    const list = clause.parts.find(({ rule }) => rule === "patternList");
    const patterns = list?.parts.filter(({ rule }) => rule === "pattern") ?? [];
    this.#paths.match(patterns, scope);
    const where = clause.parts.find(({ rule }) => rule === "whereClause")?.parts[1];
    if (where) this.#expressions.condition(where, scope, alone);
  }

  /** EXISTS { … }, COUNT { … } and COLLECT { … }: what is known outside is known inside. */
  #within(part: Part, outer: Scope): void {
    const query = part.parts.find(({ rule }) => rule === "regularQuery");
    if (!query) {
      this.#match(part, outer.inside());
      return;
    }
    const isList = part.rule === "collectExpression";
    const columns = this.query(query, outer.inside(), new Scope(), outer, !isList);
    if (isList && columns.names.length !== 1)
      refusePart("A Collect Expression must end with a single return column", part, this.#tokens);
  }

  #subquery(clause: Part, scope: Scope): void {
    const query = clause.parts.find(({ rule }) => rule === "regularQuery");
    const brought = clause.parts.find(({ rule }) => rule === "subqueryScope");
    if (!query) return;
    const own = brought ? this.#brought(brought, scope) : new Scope();
    const columns = brought ? this.query(query, own, new Scope(), own) : this.query(query, own, scope);
    for (const [name, kind] of columns) {
      if (scope.has(name)) refusePart(`Variable \`${name}\` already declared in outer scope`, query, this.#tokens);
      scope.set(name, kind);
    }
  }

  #brought(part: Part, scope: Scope): Scope {
    if (part.parts.some(({ text }) => text === "*")) return scope.inside();
    const variables = part.parts.filter(({ rule }) => rule === "variable");
    return new Scope(variables.map((one) => [nameIn(one), this.#expressions.kindOf(one, scope, alone)] as const));
  }
}

const merged = (one: Scope, other: Scope): Scope => new Scope([...one, ...other]);
