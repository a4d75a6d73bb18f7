/** The names that paths bring into a query, and what stands in these paths. */
import { refusePart } from "../language/refuse.ts";
import { allParts, nameIn, writtenAs } from "../language/source.ts";
import type { Part, Token } from "../language/syntax.ts";
import type { Expressions, Place } from "./expressions.ts";
import { type Kind, link, listOf, map, node, path } from "./kinds.ts";
import { Scope } from "./scope.ts";

const alone: Place = { aggregates: false };

/** A node, a relationship, or a path in parentheses that may be gone along several times. */
interface Element {
  readonly part: Part;
  /** A quantifier stands behind it. */
  readonly isRepeated: boolean;
}

export class Paths {
  readonly #tokens: readonly Token[];
  readonly #expressions: Expressions;

  constructor(tokens: readonly Token[], expressions: Expressions) {
    this.#tokens = tokens;
    this.#expressions = expressions;
  }

  /** Adds the names of the paths of one MATCH. */
  match(patterns: readonly Part[], scope: Scope): void {
    const before = scope.inside();
    const links = new Set<string>();
    this.#lengths(patterns.flatMap((pattern) => [...allParts(pattern)]));
    for (const pattern of patterns) {
      this.#shape(pattern, patterns.length);
      for (const element of elementsOf(pattern)) this.#bind(element, scope, before, links);
      const named = pattern.parts.find(({ rule }) => rule === "variable");
      if (named) scope.declare(nameIn(named), path, named, this.#tokens);
    }
    for (const pattern of patterns) for (const element of elementsOf(pattern)) this.#within(element, scope, before);
  }

  /** Adds the names of a path within an expression, where it may bring any. */
  expression(pattern: Part, scope: Scope, mayBringNames: boolean): void {
    const before = scope.inside();
    const links = new Set<string>();
    for (const element of elementsOf(pattern)) {
      const variable = variableOf(element.part);
      if (variable && !mayBringNames && !scope.has(nameIn(variable)))
        refusePart(
          `PatternExpressions are not allowed to introduce new variables: \`${nameIn(variable)}\` not defined`,
          variable,
          this.#tokens,
        );
      this.#bind(element, scope, before, links);
    }
    for (const element of elementsOf(pattern)) this.#within(element, scope, before);
  }

  #bind(element: Element, scope: Scope, before: Scope, links: Set<string>): void {
    const { part, isRepeated } = element;
    if (part.rule === "parenthesizedPath") {
      const own = this.#ofGroup(part, before);
      for (const inside of elementsIn(part)) {
        const variable = variableOf(inside.part);
        const kind = variable && own.get(nameIn(variable));
        if (variable && kind && !isKnownTwice(part, variable)) this.#declareMany(variable, kind, scope);
      }
      return;
    }
    const variable = variableOf(part);
    if (!variable) return;
    const name = nameIn(variable);
    if (part.rule === "nodePattern") {
      scope.bind(name, node, variable, this.#tokens);
      return;
    }
    if (isRepeated) this.#declareMany(variable, link, scope);
    else scope.bind(name, part.parts.some(({ rule }) => rule === "pathLength") ? listOf(link) : link, variable, this.#tokens);
    if (links.has(name))
      refusePart(`Cannot use the same relationship variable \`${name}\` for multiple relationships`, variable, this.#tokens);
    links.add(name);
  }

  #declareMany(variable: Part, kind: Kind, scope: Scope): void {
    scope.declare(nameIn(variable), listOf(kind), variable, this.#tokens);
  }

  /** The names within a path in parentheses: each stands for one node or relationship there. */
  #ofGroup(group: Part, before: Scope): Scope {
    const own = new Scope();
    const links = new Set<string>();
    for (const element of elementsIn(group)) {
      const variable = variableOf(element.part);
      if (variable && before.has(nameIn(variable)))
        refusePart(`Variable \`${nameIn(variable)}\` already declared`, variable, this.#tokens);
      this.#bind(element, own, before, links);
    }
    return own;
  }

  /** What stands between { and }, and after WHERE, in a path. */
  #within(element: Element, scope: Scope, before: Scope): void {
    const { part, isRepeated } = element;
    if (part.rule === "parenthesizedPath") {
      const own = new Scope([...before, ...this.#ofGroup(part, before)]);
      for (const inside of elementsIn(part)) this.#within(inside, own, before);
      this.#condition(part, own);
      return;
    }
    const variable = variableOf(part);
    const known = isRepeated ? new Scope([...before, ...(variable ? [[nameIn(variable), link] as const] : [])]) : scope;
    const given = part.parts.find(({ rule }) => rule === "properties")?.parts[0];
    if (given?.rule === "parameter")
      refusePart("A parameter cannot stand for all properties here: write {id: $id}", given, this.#tokens);
    if (given) this.#expressions.expect(map, given, known, alone);
    const length = part.parts.find(({ rule }) => rule === "pathLength");
    if (length && wordIn(part, "WHERE") >= 0)
      refusePart(
        "WHERE is not supported within a variable-length relationship: write -[r WHERE …]->{1,3}, or all(x IN r WHERE …) after it",
        length,
        this.#tokens,
      );
    this.#condition(part, known);
  }

  #condition(part: Part, scope: Scope): void {
    const condition = part.parts[wordIn(part, "WHERE") + 1];
    if (wordIn(part, "WHERE") >= 0 && condition) this.#expressions.condition(condition, scope, alone);
  }

  /** What a path may be made of. */
  #shape(pattern: Part, many: number): void {
    const parts = [...allParts(pattern)];
    const inside = parts.find(({ rule }) => rule === "patternElement")?.parts ?? [];
    const selector = pattern.parts.find(({ rule }) => rule === "selector");
    const isChoosing =
      selector && !(selector.parts[0]?.text.toUpperCase() === "ALL" && selector.parts[1]?.text.toUpperCase() !== "SHORTEST");
    if (isChoosing && many > 1)
      refusePart(
        "Multiple path patterns cannot be used in the same clause in combination with SHORTEST or ANY",
        selector,
        this.#tokens,
      );
    const amount = parts.find(({ rule }) => rule === "nonNegativeIntegerSpecification");
    if (amount?.parts.some(({ rule }) => rule === "parameter"))
      refusePart("SHORTEST and ANY take a number that is written out", amount, this.#tokens);
    if (amount && !/[1-9]/.test(writtenAs(amount, this.#tokens)))
      refusePart("SHORTEST and ANY take a whole number above 0", amount, this.#tokens);
    for (const part of parts) {
      if (part.rule === "quantifier") this.#bounds(part);
      if (part.rule === "shortestPathPattern") this.#shortest(part);
      if (part.rule === "parenthesizedPath") this.#group(part, inside.length === 1);
    }
  }

  #lengths(parts: readonly Part[]): void {
    const [quantifier, length] = ["quantifier", "pathLength"].map((rule) => parts.find((one) => one.rule === rule));
    if (quantifier && length)
      refusePart(
        "Mixing variable-length relationships, as in -[*]-, with quantified ones, as in (()-->())+, is not allowed",
        quantifier,
        this.#tokens,
      );
  }

  #bounds(part: Part): void {
    const [, from = "0", comma, to] = /^\{(\d+)?(,)?(\d+)?\}$/.exec(part.parts.map(({ text }) => text).join("")) ?? [];
    const most = part.parts.length === 1 ? undefined : comma ? to : from;
    if (most === undefined) return;
    if (Number(most) === 0) refusePart("A quantifier for a path pattern must not be limited by 0", part, this.#tokens);
    if (Number(from) > Number(most))
      refusePart("A quantifier for a path pattern must not have a lower bound which exceeds its upper bound", part, this.#tokens);
  }

  #group(part: Part, isWhole: boolean): void {
    if (!isQuantified(part)) {
      if (!isWhole) refusePart("A path in parentheses without a quantifier must be the whole of a pattern", part, this.#tokens);
      return;
    }
    const inside = [...allParts(part)].filter((one) => one !== part);
    const own = part.parts.find(({ rule }) => rule === "pattern");
    if (inside.some((one) => one.rule === "parenthesizedPath" || (one.rule === "quantifier" && !part.parts.includes(one))))
      refusePart("Quantified path patterns are not allowed to be nested", part, this.#tokens);
    if (!inside.some(({ rule }) => rule === "relationshipPattern"))
      refusePart("A quantified path pattern needs to have at least one relationship", part, this.#tokens);
    if (own?.parts.some(({ rule, text }) => rule === "variable" || rule === "selector" || text === "="))
      refusePart("Assigning or choosing a path in a quantified path pattern is not supported", own, this.#tokens);
  }

  #shortest(part: Part): void {
    const steps = [...allParts(part)].filter(({ rule }) => rule === "relationshipPattern");
    const length = steps[0]?.parts.find(({ rule }) => rule === "pathLength");
    const [, least = "0"] = /^\*(\d+)/.exec(length?.parts.map(({ text }) => text).join("") ?? "") ?? [];
    if (steps.length !== 1 || [...allParts(part)].some(({ rule }) => rule === "parenthesizedPath" || rule === "quantifier"))
      refusePart("shortestPath(…) must contain a single relationship", part, this.#tokens);
    if (Number(least) > 1)
      refusePart("shortestPath(…) does not support a minimal length different from 0 or 1", part, this.#tokens);
  }
}

const isQuantified = (part: Part): boolean =>
  part.rule === "parenthesizedPath" && part.parts.some(({ rule }) => rule === "quantifier");

const variableOf = (part: Part): Part | undefined =>
  part.rule === "parenthesizedPath" ? undefined : part.parts.find(({ rule }) => rule === "variable");

const wordIn = (part: Part, word: string): number =>
  part.parts.findIndex(({ rule, text }) => rule === "" && text.toUpperCase() === word);

/** The elements of a path, but not those within its values or within paths in parentheses that have a quantifier. */
function elementsOf(part: Part, isRepeated = false): Element[] {
  if (part.rule === "nodePattern" || part.rule === "relationshipPattern" || isQuantified(part)) return [{ part, isRepeated }];
  return part.parts.flatMap((inside, index) => elementsOf(inside, part.parts[index + 1]?.rule === "quantifier"));
}

/** The elements within a path in parentheses. */
const elementsIn = (group: Part): Element[] =>
  group.parts.filter(({ rule }) => rule === "pattern").flatMap((one) => elementsOf(one));

/** Whether a name stands before this place in the same path, too. */
const isKnownTwice = (group: Part, variable: Part): boolean =>
  elementsIn(group).some(({ part }) => {
    const other = variableOf(part);
    return other !== undefined && other.first < variable.first && nameIn(other) === nameIn(variable);
  });
