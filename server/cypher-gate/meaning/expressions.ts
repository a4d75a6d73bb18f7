import type { Given } from "../given/given.ts";
import { refusePart } from "../language/refuse.ts";
import { functionNameOf, isAggregate, nameIn, parameterNameOf, writtenAs } from "../language/source.ts";
import type { Part, Token } from "../language/syntax.ts";
import {
  anyList,
  anything,
  decimal,
  either,
  fits,
  holder,
  itemOf,
  type Kind,
  kinds,
  link,
  listOf,
  map,
  nameOf,
  node,
  number,
  path,
  stored,
  text,
  truth,
  whole,
} from "./kinds.ts";
import type { Scope } from "./scope.ts";
import { signatures } from "./signatures.ts";

/** What an expression may hold where it stands. */
export interface Place {
  /** Only in a column of WITH and RETURN, and in what these are ordered by. */
  readonly aggregates: boolean;
  /** Within an aggregate, where there is no room for another. */
  readonly gathered?: boolean;
}

/** Looks at patterns and subqueries, which lie within expressions and hold expressions themselves. */
export interface Around {
  /** Adds the names of a pattern, or refuses them where a pattern may not bring new ones. */
  pattern(part: Part, scope: Scope, mayBringNames: boolean): void;
  subquery(part: Part, scope: Scope): void;
}

/** Finds what an expression gives, and refuses one that cannot give anything. */
export class Expressions {
  readonly #tokens: readonly Token[];
  readonly #given: Given;
  readonly #around: Around;

  constructor(tokens: readonly Token[], given: Given, around: Around) {
    this.#tokens = tokens;
    this.#given = given;
    this.#around = around;
  }

  /** An expression that is true or not. A pattern may stand here as a test. */
  condition(part: Part, scope: Scope, place: Place): void {
    if (part.rule === "patternExpression") this.#around.pattern(part, scope.inside(), false);
    else this.expect(truth, part, scope, place, "condition");
  }

  /** @throws AppError QUERY_REFUSED when a part gives something else than what is expected of it */
  expect(expected: Kind, part: Part, scope: Scope, place: Place, as: "condition" | "value" = "value"): Kind {
    const kind = this.#kindOf(part, scope, place, as);
    if (!fits(kind, expected))
      refusePart(`Type mismatch: expected ${nameOf(expected)} but was ${nameOf(kind)}`, part, this.#tokens);
    return kind;
  }

  kindOf(part: Part, scope: Scope, place: Place): Kind {
    return this.#kindOf(part, scope, place, "value");
  }

  #kindOf(part: Part, scope: Scope, place: Place, as: "condition" | "value"): Kind {
    const parts = part.parts.filter(({ rule }) => rule !== "");
    const [first, second] = parts;
    const all = (expected: Kind): void => {
      for (const one of parts) this.expect(expected, one, scope, place);
    };
    switch (part.rule) {
      case "variable":
        return this.#variable(part, scope);
      case "parameter":
        if (!this.#given.has(parameterNameOf(part)))
          refusePart(`Parameter ${writtenAs(part, this.#tokens)} is not defined`, part, this.#tokens);
        return anything;
      case "literal":
        return this.#literal(part, scope, place);
      case "listLiteral":
        return parts.length === 0 ? anyList : listOf(either(...parts.map((one) => this.kindOf(one, scope, place))));
      case "map":
        for (const one of parts) if (one.rule !== "propertyKeyName") this.kindOf(one, scope, place);
        return map;
      case "mapProjection":
        return this.#projection(part, scope, place);
      case "parenthesizedExpression":
        return first ? this.#kindOf(first, scope, place, as) : anything;
      case "expression":
      case "expression11":
      case "expression10":
      case "expression9":
        for (const one of parts) this.condition(one, scope, place);
        return truth;
      case "expression8":
        all(anything);
        return truth;
      case "expression7":
        return this.#tested(part, scope, place);
      case "expression6":
      case "expression5":
      case "expression4":
        return this.#arithmetic(part, scope, place);
      case "expression3":
        return first ? this.expect(number, first, scope, place) : number;
      case "expression2":
        return this.#postfixed(part, scope, place);
      case "caseExpression":
      case "extendedCaseExpression":
        return this.#chosen(part, scope, place);
      case "listComprehension":
      case "listItemsPredicate":
        return this.#loop(part, scope, place);
      case "reduceExpression":
        return this.#reduced(parts, scope, place);
      case "patternComprehension":
        return this.#patternList(part, scope);
      case "patternExpression":
        return this.#patternTest(part, scope, as);
      case "existsExpression":
        this.#around.subquery(part, scope);
        return truth;
      case "countExpression":
        this.#around.subquery(part, scope);
        return whole;
      case "collectExpression":
        this.#around.subquery(part, scope);
        return anyList;
      case "shortestPathExpression":
        this.#around.pattern(part, scope, false);
        return anything;
      case "countStar":
        this.#aggregate(part, place);
        return whole;
      case "trimFunction":
        all(text);
        return text;
      case "functionInvocation":
        return this.#called(part, scope, place);
      default:
        if (first) this.kindOf(first, scope, place);
        if (second) this.kindOf(second, scope, place);
        return anything;
    }
  }

  #variable(part: Part, scope: Scope): Kind {
    const name = nameIn(part);
    return scope.get(name) ?? refusePart(`Variable \`${name}\` not defined`, part, this.#tokens);
  }

  #literal(part: Part, scope: Scope, place: Place): Kind {
    const [only] = part.parts;
    if (only?.rule === "map") return this.kindOf(only, scope, place);
    if (only?.rule === "stringLiteral") return text;
    if (only?.rule !== "numberLiteral") return /^null$/i.test(only?.text ?? "") ? anything : truth;
    const written = writtenAs(only, this.#tokens).replaceAll(/[ _]/g, "");
    const isDecimal = /^-?(\d*\.|\d+e|\d+[fd]$)/i.test(written);
    if (isDecimal && !Number.isFinite(Number(written))) refusePart("floating point number is too large", part, this.#tokens);
    if (!isDecimal && !isLong(written)) refusePart("integer is too large", part, this.#tokens);
    return isDecimal ? decimal : whole;
  }

  #projection(part: Part, scope: Scope, place: Place): Kind {
    const [variable, ...elements] = part.parts.filter(({ rule }) => rule !== "");
    if (variable) this.expect(either(map, node, link), variable, scope, place);
    for (const { parts } of elements)
      for (const one of parts) if (!["", "property", "propertyKeyName"].includes(one.rule)) this.kindOf(one, scope, place);
    return map;
  }

  #tested(part: Part, scope: Scope, place: Place): Kind {
    const [tested, test] = part.parts;
    const [word = "", label] = [test?.parts[0]?.text.toLowerCase(), test?.parts.find(({ rule }) => rule === "labelExpression")];
    const other = test?.parts.find(({ rule }) => rule !== "" && rule !== "labelExpression");
    if (tested) this.expect(label ? either(node, link) : word === "=~" ? text : anything, tested, scope, place);
    if (other) this.expect(word === "in" ? anyList : word === "=~" ? text : anything, other, scope, place);
    return truth;
  }

  #arithmetic(part: Part, scope: Scope, place: Place): Kind {
    const operands = part.parts.filter(({ rule }) => rule !== "");
    const operators = part.parts.filter(({ rule }) => rule === "").map((one) => one.text);
    const [first, ...others] = operands;
    let sofar = first ? this.expect(addable(operators[0]), first, scope, place) : anything;
    for (const [index, operand] of others.entries()) {
      const operator = operators[index] ?? "";
      const next = this.expect(addable(operator), operand, scope, place);
      const result =
        operator === "+" ? added(sofar, next) : operator === "||" ? joined(sofar, next) : combined(sofar, next, operator);
      if (!result)
        refusePart(`Type mismatch: ${nameOf(sofar)} ${operator} ${nameOf(next)} is not possible`, operand, this.#tokens);
      sofar = result;
    }
    return sofar;
  }

  #postfixed(part: Part, scope: Scope, place: Place): Kind {
    const [base, ...postfixes] = part.parts;
    let kind = base ? this.kindOf(base, scope, place) : anything;
    for (const postfix of postfixes) {
      const inside = postfix.parts.filter(({ rule }) => rule !== "" && rule !== "property");
      const isSlice = postfix.parts.some((one) => one.text === "..");
      const isProperty = postfix.rule === "property" || postfix.parts.some(({ rule }) => rule === "property");
      const expected = isProperty ? holder : isSlice ? anyList : either(anyList, map, node, link);
      if (!fits(kind, expected))
        refusePart(`Type mismatch: expected ${nameOf(expected)} but was ${nameOf(kind)}`, base ?? part, this.#tokens);
      for (const one of inside) this.expect(isSlice ? whole : indexOf(kind), one, scope, place);
      if (isSlice) kind = listOf(itemOf(kind));
      else kind = kind.can === kinds.List ? itemOf(kind) : isEntity(kind) ? stored : anything;
    }
    return kind;
  }

  #chosen(part: Part, scope: Scope, place: Place): Kind {
    const results: Kind[] = [];
    for (const one of part.parts.filter(({ rule }) => rule !== "")) {
      const inside = one.parts.filter(({ rule }) => rule !== "");
      if (one.rule === "caseAlternative") {
        const [when, then] = inside;
        if (when) this.condition(when, scope, place);
        if (then) results.push(this.kindOf(then, scope, place));
      } else if (one.rule === "extendedCaseAlternative") {
        const then = inside.pop();
        for (const { parts } of inside) for (const when of parts) if (when.rule !== "") this.kindOf(when, scope, place);
        if (then) results.push(this.kindOf(then, scope, place));
      } else {
        const kind = this.kindOf(one, scope, place);
        if (one !== part.parts[1]) results.push(kind); // what CASE compares is no result
      }
    }
    return either(...results);
  }

  #loop(part: Part, scope: Scope, place: Place): Kind {
    const [variable, from, ...rest] = part.parts.filter(({ rule }) => rule !== "");
    if (!variable || !from) return anything;
    const over = this.expect(anyList, from, scope, place);
    const own = scope.inside();
    own.set(nameIn(variable), itemOf(over));
    const where = part.parts.findIndex((one) => /^where$/i.test(one.text));
    let result = itemOf(over);
    for (const one of rest) {
      if (part.parts[where + 1] === one && where >= 0) this.condition(one, own, nowhere);
      else result = this.kindOf(one, own, nowhere);
    }
    return part.rule === "listItemsPredicate" ? truth : listOf(result);
  }

  #reduced([accumulator, start, variable, from, body]: readonly Part[], scope: Scope, place: Place): Kind {
    if (!accumulator || !start || !variable || !from || !body) return anything;
    const first = this.kindOf(start, scope, place);
    const own = scope.inside();
    const sofar = first.can === kinds.List ? anyList : fits(first, number) ? either(first, number) : first;
    own.set(nameIn(accumulator), sofar);
    own.set(nameIn(variable), itemOf(this.expect(anyList, from, scope, place)));
    this.expect(sofar, body, own, nowhere);
    return sofar;
  }

  #patternList(part: Part, scope: Scope): Kind {
    const own = scope.inside();
    const pattern = part.parts.find(({ rule }) => rule === "pathPatternNonEmpty");
    if (pattern) this.#around.pattern(pattern, own, true);
    const named = part.parts.some((one) => one.text === "=") ? part.parts.find(({ rule }) => rule === "variable") : undefined;
    if (named) own.declare(nameIn(named), path, named, this.#tokens);
    const expressions = part.parts.filter((one) => one.rule !== "" && one !== named && one.rule !== "pathPatternNonEmpty");
    const result = expressions.pop();
    for (const where of expressions) this.condition(where, own, nowhere);
    return listOf(result ? this.kindOf(result, own, nowhere) : anything);
  }

  #patternTest(part: Part, scope: Scope, as: "condition" | "value"): Kind {
    if (as === "value")
      refusePart(
        "A pattern expression should only be used in order to test the existence of a pattern, as in WHERE: use COUNT { … } or [ … | … ]",
        part,
        this.#tokens,
      );
    this.#around.pattern(part, scope.inside(), false);
    return truth;
  }

  #aggregate(part: Part, place: Place): void {
    if (place.gathered) refusePart("Can't use aggregate functions inside of aggregate functions", part, this.#tokens);
    if (!place.aggregates)
      refusePart(
        `Invalid use of aggregating function ${writtenAs(part, this.#tokens)} in this context: give it a name in WITH first`,
        part,
        this.#tokens,
      );
  }

  #called(part: Part, scope: Scope, place: Place): Kind {
    const aggregate = isAggregate(part);
    if (aggregate) this.#aggregate(part, place);
    if (place.gathered && atRandom.has(functionNameOf(part)))
      refusePart(
        `Can't use ${writtenAs(part, this.#tokens)} inside of aggregate functions: give it a name in WITH first`,
        part,
        this.#tokens,
      );
    const { takes, gives } = signatures[functionNameOf(part)] ?? { takes: [], gives: () => anything };
    const given = part.parts.filter(({ rule }) => rule === "functionArgument").flatMap(({ parts }) => parts);
    return gives(
      given.map((one, index) =>
        this.expect(takes[Math.min(index, takes.length - 1)] ?? anything, one, scope, aggregate ? gathered : place),
      ),
    );
  }
}

const atRandom: ReadonlySet<string> = new Set(["rand", "randomuuid"]);

/** Where no aggregate may stand. */
const nowhere: Place = { aggregates: false };
const gathered: Place = { aggregates: false, gathered: true };

const isLong = (written: string): boolean => {
  const negative = written.startsWith("-");
  const size = BigInt(negative ? written.slice(1) : written);
  return size <= 2n ** 63n - (negative ? 0n : 1n);
};

const { Temporal, Duration, List, String: Text, Boolean: Truth, Map: MapBit, Integer, Float } = kinds;
const numeric = Integer | Float;
const measured: Kind = { can: numeric | Temporal | Duration };

/** What an operator can have on either side. */
const addable = (operator = ""): Kind =>
  operator === "+"
    ? { can: numeric | Text | List | Temporal | Duration | (kinds.Node | kinds.Relationship | kinds.Path | MapBit | Truth) }
    : operator === "^" || operator === "%"
      ? number
      : operator === "||"
        ? { can: Text | List }
        : { can: numeric | Temporal | Duration };

/** What `||` gives: a text of texts, or a list of lists. */
function joined(one: Kind, other: Kind): Kind | undefined {
  const both = one.can & other.can & (Text | List);
  return both === 0 ? undefined : { can: both };
}

/** What `+` gives: a list takes anything, a text a number. Undefined when it gives nothing. */
function added(one: Kind, other: Kind): Kind | undefined {
  if (one.can === List || other.can === List) return anyList;
  if ((one.can | other.can) & List) return one.can === Text || other.can === Text ? either(text, anyList) : stored;
  const scalar = numeric | Text;
  if (one.can & scalar && other.can & scalar) {
    if (!((one.can | other.can) & ~numeric)) return number;
    return !(one.can & ~scalar) && !(other.can & ~scalar) && (one.can === Text || other.can === Text) ? text : stored;
  }
  return one.can & (Temporal | Duration) && other.can & (Temporal | Duration) ? stored : undefined;
}

function combined(one: Kind, other: Kind, operator: string): Kind | undefined {
  if (one.can & numeric && other.can & numeric) return (one.can | other.can) & ~numeric ? measured : number;
  const timed = Temporal | Duration;
  if (operator === "-" && one.can & timed && other.can & Duration) return measured;
  return one.can & Duration && other.can & numeric ? measured : operator === "*" && other.can & Duration ? measured : undefined;
}

const isEntity = ({ can }: Kind): boolean => (can & ~(kinds.Node | kinds.Relationship)) === 0;

/** What stands between the brackets after a list or a map. */
const indexOf = ({ can }: Kind): Kind => (can === List ? whole : can & List ? either(whole, text) : text);
