import { textOfLiteral } from "./language/literals.ts";
import { allParts, functionNameOf, isAggregate, nameIn, type Source, writtenAs } from "./language/source.ts";
import type { Part, Token } from "./language/syntax.ts";

/**
 * Writes a query anew for Neo4j: without comments, with plain white space, with texts in one way of quoting, and with the calls that
 * Neo4j gets wrong said in another way.
 */
export function writtenAnew({ tokens, tree }: Source): string {
  const calls = new Map<number, Part>();
  for (const part of allParts(tree)) if (part.rule === "functionInvocation" && saidOtherwise(part)) calls.set(part.first, part);
  const name = freeName(tokens);
  const written = (first: number, last: number): string => {
    let text = "";
    for (let at = first; at <= last; at++) {
      const call = calls.get(at);
      const token = tokens[at];
      if (call)
        text +=
          saidOtherwise(call)?.(
            argumentsOf(call).map((one) => written(one.first, one.last)),
            name,
          ) ?? "";
      else if (token) text += plain(token);
      at = call?.last ?? at;
    }
    return text;
  };
  return written(0, tokens.length - 1).trim();
}

const argumentsOf = (call: Part): readonly Part[] => call.parts.filter(({ rule }) => rule === "functionArgument");

type Saying = (values: readonly string[], name: string) => string;

/** How to say a call so that Neo4j gives what it should; undefined when it does by itself. Each value is worked out once. */
function saidOtherwise(call: Part): Saying | undefined {
  const values = argumentsOf(call);
  switch (functionNameOf(call)) {
    case "range":
      return values.length === 3 ? rangeWithStep : undefined;
    case "reverse":
      return mayBeStored(values[0]?.parts[0]) ? reverseOfStored : undefined;
    default:
      return undefined;
  }
}

/** Neo4j gives the start when the end lies less than a step the other way, as in range(0, size([]) - 1, 2). */
const rangeWithStep: Saying = ([from, to, step], name) =>
  `head([${name} IN [[${from}, ${to}]] | [${name}_ IN range(${name}[0], ${name}[1], ${step}) WHERE (${name}_ <= ${name}[1]) = (${step} > 0) OR ${name}_ = ${name}[1]]])`;

/**
 * Neo4j reverses a list, but not one that is stored as a property, by whatever way it came. The 1 beside the value hides of what type it
 * is from Neo4j's own check, which would refuse the half of this that a text never comes to.
 */
const reverseOfStored: Saying = ([value], name) =>
  `head([${name} IN [${value}, 1][..1] | reverse(CASE WHEN ${name} IS :: LIST<ANY> THEN [${name}_ IN ${name} | ${name}_] ELSE ${name} END)])`;

/** Whether a value can be one that was read from the graph, and not made by the query. */
function mayBeStored(value: Part | undefined): boolean {
  if (!value || [...allParts(value)].some(isAggregate)) return false;
  return ["variable", "expression2", "functionInvocation", "caseExpression", "extendedCaseExpression"].includes(value.rule);
}

function freeName(tokens: readonly Token[]): string {
  let name = "own";
  while (tokens.some(({ text }) => text.includes(name))) name += "_";
  return name;
}

function plain({ kind, text, hidden }: Token): string {
  if (hidden) return text.replaceAll(/[^\n]/g, " "); // as long as it was, so that an engine names the place that the researcher sees
  if (kind === "SEMICOLON") return "";
  return kind === "STRING_LITERAL1" || kind === "STRING_LITERAL2" ? quoted(textOfLiteral(text)) : text;
}

/** With the two escapes that every engine reads alike; all other characters stand as they are. */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, "\\$&")}'`;

export function isEndless({ tree }: Source): boolean {
  const body = lastReturn(tree)?.parts.find(({ rule }) => rule === "returnBody");
  const isUnion = [...allParts(tree)].some(({ rule, parts }) => rule === "union" && parts.length > 1);
  return !isUnion && body !== undefined && !body.parts.some(({ rule }) => rule === "limit");
}

/** The RETURN that gives a query its columns. */
function lastReturn(tree: Part): Part | undefined {
  const query = [...allParts(tree)].find(({ rule }) => rule === "singleQuery");
  return query?.parts.find(({ rule }) => rule === "returnClause");
}

/** The names of the columns; undefined for `RETURN *`, whose columns are the names in the order of the alphabet. */
export function columnsOf({ tree, tokens }: Source): string[] | undefined {
  const clause = lastReturn(tree);
  const items = [...(clause ? allParts(clause) : [])].find(({ rule }) => rule === "returnItems");
  if (!items || items.parts[0]?.text === "*") return undefined;
  return items.parts.filter(({ rule }) => rule === "returnItem").map((item) => columnOf(item, tokens));
}

/** The name it was given, or else how it was written. */
function columnOf({ parts: [expression, , variable] }: Part, tokens: readonly Token[]): string {
  return nameIn(variable) || (expression ? writtenAs(expression, tokens).trim() : "");
}
