import type { Given } from "../given/given.ts";
import { refusePart } from "../language/refuse.ts";
import { allParts, nameIn, type Source } from "../language/source.ts";
import type { Part, Token } from "../language/syntax.ts";
import { Columns } from "./columns.ts";
import { Expressions, type Place } from "./expressions.ts";
import { anyList, anything, fits, itemOf, link, listOf, map, node, path } from "./kinds.ts";
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
  readonly #columns: Columns;

  constructor(tokens: readonly Token[], given: Given) {
    this.#tokens = tokens;
    this.#expressions = new Expressions(tokens, given, {
      pattern: (part, scope, mayBringNames) => this.#pattern(part, scope, mayBringNames),
      subquery: (part, scope) => this.#test(part, scope),
    });
    this.#columns = new Columns(tokens, given, this.#expressions);
  }

  /** Queries joined by UNION. Gives the columns. `outer` is what WITH at the beginning may bring in. */
  query(part: Part, scope: Scope, outer: Scope): Scope {
    const union = part.parts.find(({ rule }) => rule === "union") ?? part;
    const singles = union.parts.filter(({ rule }) => rule === "singleQuery");
    const [first, ...others] = singles.map((single) => this.#single(single, scope.inside(), outer));
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

  #single(part: Part, scope: Scope, outer: Scope): Scope {
    const clauses = part.parts.filter(({ rule }) => rule !== "");
    const last = clauses.at(-1);
    if (last && last.rule !== "returnClause")
      refusePart(`Query cannot conclude with ${this.#tokens[last.first]?.text} (must be a RETURN clause)`, last, this.#tokens);
    let known = scope;
    for (const [index, clause] of clauses.entries()) {
      if (clause.rule === "returnClause" && clause !== last)
        refusePart("RETURN can only be used at the end of the query", clause, this.#tokens);
      const isImport = index === 0 && clause.rule === "withClause" && outer.names.length > 0;
      known = this.#clause(clause, isImport ? merged(outer, known) : known);
    }
    return known;
  }

  /** Gives the names after it. */
  #clause(clause: Part, scope: Scope): Scope {
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
        return this.#columns.after(clause, scope);
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
    const links = new Set<string>();
    for (const pattern of patterns) this.#named(pattern, scope, links);
    for (const pattern of patterns) this.#properties(pattern, scope);
    const where = clause.parts.find(({ rule }) => rule === "whereClause")?.parts[1];
    if (where) this.#expressions.condition(where, scope, alone);
  }

  /** The names of a pattern of MATCH, and of its path. */
  #named(pattern: Part, scope: Scope, links: Set<string>): void {
    const named = pattern.parts.find(({ rule }) => rule === "variable");
    for (const part of allParts(pattern)) {
      if (part.rule === "shortestPathPattern") this.#shortest(part);
      if (part.rule === "nodePattern" || part.rule === "relationshipPattern") this.#bind(part, scope, links);
    }
    if (named) scope.declare(nameIn(named), path, named, this.#tokens);
  }

  #bind(part: Part, scope: Scope, links: Set<string>): void {
    const variable = part.parts.find(({ rule }) => rule === "variable");
    if (!variable) return;
    const name = nameIn(variable);
    const isMany = part.parts.some(({ rule }) => rule === "pathLength");
    scope.bind(name, part.rule === "nodePattern" ? node : isMany ? listOf(link) : link, variable, this.#tokens);
    if (part.rule === "nodePattern") return;
    if (links.has(name))
      refusePart(`Cannot use the same relationship variable \`${name}\` for multiple relationships`, variable, this.#tokens);
    links.add(name);
  }

  #shortest(part: Part): void {
    const steps = [...allParts(part)].filter(({ rule }) => rule === "relationshipPattern");
    const length = steps[0]?.parts.find(({ rule }) => rule === "pathLength");
    const [, least = "0"] = /^\*(\d+)/.exec(length?.parts.map(({ text }) => text).join("") ?? "") ?? [];
    if (steps.length !== 1) refusePart("shortestPath(…) must contain a single relationship", part, this.#tokens);
    if (Number(least) > 1)
      refusePart("shortestPath(…) does not support a minimal length different from 0 or 1", part, this.#tokens);
  }

  /** The values between { and } in a pattern, which may hold any of its names. */
  #properties(pattern: Part, scope: Scope): void {
    for (const part of patternParts(pattern)) {
      const given = part.parts.find(({ rule }) => rule === "properties")?.parts[0];
      if (given?.rule === "parameter")
        refusePart("A parameter cannot stand for all properties here: write {id: $id}", given, this.#tokens);
      if (given) this.#expressions.expect(map, given, scope, alone);
    }
  }

  /** A pattern within an expression. */
  #pattern(pattern: Part, scope: Scope, mayBringNames: boolean): void {
    const links = new Set<string>();
    for (const part of patternParts(pattern)) {
      const variable = part.parts.find(({ rule }) => rule === "variable");
      if (variable && !mayBringNames && !scope.has(nameIn(variable)))
        refusePart(
          `PatternExpressions are not allowed to introduce new variables: \`${nameIn(variable)}\` not defined`,
          variable,
          this.#tokens,
        );
      this.#bind(part, scope, links);
    }
    this.#properties(pattern, scope);
  }

  /** EXISTS { … } and COUNT { … }: what is known outside is known inside. */
  #test(part: Part, outer: Scope): void {
    const scope = outer.inside();
    const single = [...allParts(part)].find(({ rule }) => rule === "singleQuery");
    if (single) for (const clause of single.parts) this.#clause(clause, scope);
    else this.#match(part, scope);
  }

  #subquery(clause: Part, scope: Scope): void {
    const query = clause.parts.find(({ rule }) => rule === "regularQuery");
    const brought = clause.parts.find(({ rule }) => rule === "subqueryScope");
    if (!query) return;
    const own = brought ? this.#brought(brought, scope) : new Scope();
    const columns = this.query(query, own, brought ? new Scope() : scope);
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

/** The nodes and relationships of one pattern, but not of those within its values. */
function patternParts(pattern: Part): Part[] {
  if (pattern.rule === "nodePattern" || pattern.rule === "relationshipPattern") return [pattern];
  return pattern.parts.flatMap(patternParts);
}
