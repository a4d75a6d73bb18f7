/**
 * How much a pattern could make out of nothing. A database stops a query at its time limit between two rows, but not within
 * one expression: a long list that is worked through there, with a value that grows at each item, would keep a core busy long
 * after it. So every expression is bounded before it runs, by following sizes through the query: an upper bound where it is
 * known (literals, parameters, ranges), an estimate where the data decides.
 */
import type { Given } from "../given/given.ts";
import {
  bounds,
  estimates,
  itemOf,
  largest,
  list,
  listOf,
  number,
  property,
  type Size,
  sum,
  text,
  volume,
} from "../given/size.ts";
import { textOfLiteral } from "../language/literals.ts";
import { refusePart } from "../language/refuse.ts";
import { functionNameOf, parameterNameOf, type Source, writtenAs } from "../language/source.ts";
import type { Part, Token } from "../language/syntax.ts";
import { sizeOfCall } from "./functions.ts";
import { sizeOfRange } from "./range.ts";
import { endless, slowRegex } from "./regex.ts";

/**
 * Gives how large a row could be.
 *
 * @throws AppError QUERY_REFUSED when the query could make too much
 */
export function checkSizes({ tree, tokens }: Source, given: Given): number {
  const meter = new Meter(tokens, given);
  meter.query(tree, new Map());
  return meter.row;
}

type Names = Map<string, Size>;

class Meter {
  readonly #tokens: readonly Token[];
  readonly #given: Given;
  /** Rows made out of nothing so far, and steps of all expressions. */
  #rows = 1;
  #steps = 0;
  /** Of the largest row so far: the last one is that of the answer. */
  row = 1;
  /** How often what is looked at now is done for one row, and in how many loops it lies. */
  #times = 1;
  #loops = 0;

  constructor(tokens: readonly Token[], given: Given) {
    this.#tokens = tokens;
    this.#given = given;
  }

  /** Goes through clauses in their order, so that a name has the size it was last given. */
  query(part: Part, names: Names): void {
    if (part.rule === "singleQuery") {
      const own = new Map(names);
      for (const clause of part.parts) this.#clause(clause, own);
      for (const [name, size] of own) if (!names.has(name)) names.set(name, size);
    } else if (part.rule === "returnItems") {
      const items = part.parts.filter(({ rule }) => rule === "returnItem").map((item) => this.#item(item, names));
      this.row = Math.max(this.row, sum(items.map(volume)));
      if (sum(items.filter(({ made }) => made).map(volume)) > bounds.value)
        refusePart(`A row of more than ${bounds.value} characters or items could come out of this`, part, this.#tokens);
    } else if (isExpression(part)) this.size(part, names);
    else for (const inside of part.parts) this.query(inside, names);
  }

  #clause(clause: Part, names: Names): void {
    if (clause.rule !== "unwindClause") {
      this.query(clause, names);
      return;
    }
    const [, from, , variable] = clause.parts;
    if (!from || !variable) return;
    const unwound = this.size(from, names);
    if (unwound.made) this.#rows *= Math.max(1, unwound.most);
    if (this.#rows > bounds.rows)
      refusePart(
        `Lists made from nothing may give ${bounds.rows} rows at most, and these could give ${this.#rows}`,
        clause,
        this.#tokens,
      );
    names.set(nameOf(variable), itemOf(unwound));
  }

  #item(item: Part, names: Names): Size {
    const [expression, , variable] = item.parts;
    if (!expression) return number;
    const size = this.size(expression, names);
    names.set(variable ? nameOf(variable) : writtenAs(expression, this.#tokens), size);
    return size;
  }

  /** An upper bound of what an expression gives. Refuses when it, or the way to it, is too large. */
  size(part: Part, names: Names): Size {
    const size = this.#measured(part, names);
    if (volume(size) > bounds.value)
      refusePart(`A value of more than ${bounds.value} characters or items could come out of this`, part, this.#tokens);
    if (size.nesting > bounds.nesting)
      refusePart(`At most ${bounds.nesting} lists and maps may lie within one another`, part, this.#tokens);
    return size;
  }

  #spend(steps: number, part: Part): void {
    this.#steps += steps * this.#times;
    if (this.#steps > bounds.steps)
      refusePart(
        "Lists would take too many steps here, and a database cannot stop them: use UNWIND, smaller ranges or fewer loops",
        part,
        this.#tokens,
      );
  }

  #measured(part: Part, names: Names): Size {
    this.#spend(1, part);
    const inside = () => part.parts.filter(isExpression).map((one) => this.size(one, names));
    switch (part.rule) {
      case "variable":
        return names.get(nameOf(part)) ?? property;
      case "parameter":
        return this.#given.size(parameterNameOf(part));
      case "literal":
        return this.#literal(part, names);
      case "listLiteral":
        return listOf(inside());
      case "map":
      case "mapProjection":
        return this.#map(part, names);
      case "parenthesizedExpression":
      case "trimFunction":
        return largest(inside());
      case "expression2":
        return this.#postfixed(part, names);
      case "expression6":
        return this.#added(part, inside());
      case "caseExpression":
      case "extendedCaseExpression":
      case "caseAlternative":
      case "extendedCaseAlternative":
      case "extendedWhen":
        return largest(inside());
      case "listComprehension":
      case "listItemsPredicate":
        return this.#loop(part, names);
      case "reduceExpression":
        return this.#reduce(part, names);
      case "patternComprehension":
        return list(estimates.collected, largest(inside()), false);
      case "functionInvocation":
        return this.#called(part, names);
      case "existsExpression":
      case "countExpression":
        this.query({ ...part, rule: "" }, new Map(names));
        return number;
      case "collectExpression":
        this.query({ ...part, rule: "" }, new Map(names));
        return list(estimates.collected, property, false);
      case "expression7":
        this.#compared(part, inside());
        return number;
      default:
        inside(); // comparisons, logic and arithmetic: one number or truth
        return number;
    }
  }

  #literal(part: Part, names: Names): Size {
    const [only] = part.parts;
    if (only?.rule === "stringLiteral") return text(writtenAs(only, this.#tokens).length - 2);
    return only?.rule === "map" ? this.size(only, names) : number;
  }

  #map(part: Part, names: Names): Size {
    const values = part.parts
      .flatMap((one) => (one.rule === "mapProjectionElement" ? one.parts : [one]))
      .filter(isExpression)
      .map((one) => this.size(one, names));
    return part.rule === "map" ? listOf(values) : listOf([...values, property]);
  }

  #postfixed(part: Part, names: Names): Size {
    const [base, ...postfixes] = part.parts;
    let size = base ? this.size(base, names) : property;
    for (const postfix of postfixes) {
      for (const bound of postfix.parts.filter(isExpression)) this.size(bound, names);
      const isSlice = postfix.parts.some(({ text }) => text === "..");
      if (!isSlice) size = size.kind === "unknown" ? property : itemOf(size);
    }
    return size;
  }

  #added(part: Part, sizes: readonly Size[]): Size {
    const joins = part.parts.some(({ rule, text }) => rule === "" && (text === "+" || text === "||"));
    if (!joins || sizes.every(({ kind }) => kind === "number")) return number;
    const kinds = new Set(sizes.map(({ kind }) => kind));
    const isList = kinds.has("list");
    const total = sum(sizes.map(({ most }) => most));
    this.#spend(isList ? total : total / 1_000, part);
    return {
      most: total,
      each: Math.max(...sizes.map(({ each }) => each)),
      nesting: Math.max(...sizes.map(({ nesting }) => nesting)),
      kind: isList ? "list" : kinds.has("unknown") ? "unknown" : "text",
      made: sizes.some(({ made }) => made),
    };
  }

  #loop(part: Part, names: Names): Size {
    const [variable, from, ...rest] = part.parts.filter(({ rule }) => rule !== "");
    if (!variable || !from) return property;
    const over = this.size(from, names);
    const own = new Map(names).set(nameOf(variable), itemOf(over));
    const sizes = this.#repeated(over.most, part, () => rest.map((one) => this.size(one, own)));
    if (part.rule === "listItemsPredicate") return number;
    const hasProjection = part.parts.some(({ text }) => text === "|");
    return list(over.most, (hasProjection ? sizes.at(-1) : undefined) ?? itemOf(over), over.made);
  }

  #repeated<T>(times: number, part: Part, work: () => T): T {
    const before = this.#times;
    this.#times *= Math.max(1, times);
    if (++this.#loops > bounds.loops)
      refusePart(`At most ${bounds.loops} loops over lists may lie within one another`, part, this.#tokens);
    const result = work();
    this.#loops--;
    this.#times = before;
    return result;
  }

  /** What one more step adds is found by taking two steps. When the second adds more than the first, it grows without bound. */
  #reduce(part: Part, names: Names): Size {
    const [accumulator, start, variable, from, body] = part.parts.filter(({ rule }) => rule !== "");
    if (!accumulator || !start || !variable || !from || !body) return property;
    const first = this.size(start, names);
    const over = this.size(from, names);
    const step = (sizeSoFar: Size) =>
      this.size(body, new Map(names).set(nameOf(variable), itemOf(over)).set(nameOf(accumulator), sizeSoFar));
    return this.#repeated(over.most, part, () => {
      const second = step(first);
      const third = step(second);
      const grows = volume(third) - volume(second);
      if (grows > Math.max(0, volume(second) - volume(first)) || third.nesting > second.nesting)
        refusePart("reduce would make its value larger and larger: add to it once, as in s + x", part, this.#tokens);
      const result = { ...third, most: third.most + Math.max(0, grows) * over.most };
      if (grows > 0) this.#spend(result.most / 1_000, part); // each step copies what there is
      return result;
    });
  }

  #compared(part: Part, sizes: readonly Size[]): void {
    const comparison = part.parts.find(({ rule }) => rule === "comparisonExpression6");
    for (const one of comparison?.parts.filter(isExpression) ?? []) this.#regex(one, comparison, sizes);
  }

  #regex(part: Part, comparison: Part | undefined, sizes: readonly Size[]): void {
    if (comparison?.parts[0]?.text !== "=~") return;
    const regex = this.#constant(part);
    if (regex === undefined)
      refusePart("A regular expression must be a text or a parameter, so that it can be checked", part, this.#tokens);
    const why = slowRegex(regex);
    if (why) refusePart(`This regular expression could take too long: ${why}`, part, this.#tokens);
    this.#spend((sizes[0]?.most ?? 1) ** endless(regex), part);
  }

  /** The text that a literal or parameter is, if it is one. */
  #constant(part: Part): string | undefined {
    if (part.rule === "literal" && part.parts[0]?.rule === "stringLiteral") return textOfLiteral(writtenAs(part, this.#tokens));
    return part.rule === "parameter" ? this.#given.text(parameterNameOf(part)) : undefined;
  }

  #called(part: Part, names: Names): Size {
    const name = functionNameOf(part);
    const given = part.parts.filter(({ rule }) => rule === "functionArgument").flatMap(({ parts }) => parts);
    const sizes = given.map((one) => this.size(one, names));
    const [first = number] = sizes;
    if (name === "range") return this.#range(part, given, names);
    if (name === "collect") return list(Math.max(estimates.collected, this.#rows), first, false);
    if (name === "head" || name === "last") return itemOf(first);
    return sizeOfCall(name, sizes);
  }

  #range(part: Part, given: readonly Part[], names: Names): Size {
    const range = sizeOfRange(given, {
      numberOf: (one) => this.#number(one),
      sizeOf: (one) => this.size(one, names),
    });
    if (!range) {
      const why = "The bounds of range() must be whole numbers, parameters, size(…) or length(…), so that its size is known";
      refusePart(why, part, this.#tokens);
    }
    if (range.made && range.most > bounds.range)
      refusePart(`A range has at most ${bounds.range} items, and this one could have ${range.most}`, part, this.#tokens);
    this.#spend(range.most, part);
    return range;
  }

  #number(part: Part): number | undefined {
    if (part.rule === "parameter") return this.#given.whole(parameterNameOf(part));
    const value = part.rule === "literal" ? Number(writtenAs(part, this.#tokens)) : Number.NaN;
    return Number.isSafeInteger(value) ? value : undefined;
  }
}

const isExpression = ({ rule }: Part): boolean =>
  /^(expression\d*|comparisonExpression6|literal|parameter|variable|functionInvocation|trimFunction|countStar|map|mapProjection)$|Expression$|Comprehension$|listLiteral|listItemsPredicate|caseAlternative|extendedCaseAlternative|extendedWhen/.test(
    rule,
  );

const nameOf = (part: Part): string => (part.rule === "name" ? part.text : part.parts.map(nameOf).join(""));
