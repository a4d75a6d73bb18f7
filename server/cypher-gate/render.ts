import type { Given } from "./given/given.ts";
import { textOfLiteral } from "./language/literals.ts";
import { refusePart } from "./language/refuse.ts";
import { allParts, functionNameOf, nameIn, type Source, writtenAs } from "./language/source.ts";
import type { Part, Token } from "./language/syntax.ts";
import { most } from "./rules.ts";

/** A query that came through the gate, as each engine is to be told. */
export interface Rendered {
  readonly neo4j: string;
  readonly grafeo: string;
  /** The names of the columns; undefined for `RETURN *`, whose columns are the names in the order of the alphabet. */
  readonly columns: readonly string[] | undefined;
  /** It is one query without a LIMIT of its own, so that one can be added at the end. */
  readonly endless: boolean;
  /** Characters and items, about, that a row could have; an estimate where the data decides. */
  readonly row: number;
}

/** Text that replaces a token, by where the token stands. */
type Instead = ReadonlyMap<number, string>;

/** Writes a query anew: without comments, with plain white space, and with texts in one way of quoting. */
export function render({ tree, tokens }: Source, given: Given, row: number): Rendered {
  const plainly = written(tokens, 0, tokens.length - 1, new Map());
  const instead = alikeOnGrafeo(tree, tokens, given);
  const grafeo = written(tokens, 0, tokens.length - 1, instead);
  return { neo4j: plainly, grafeo, columns: columnsOf(tree, tokens), endless: isEndless(tree), row };
}

const written = (tokens: readonly Token[], first: number, last: number, instead: Instead): string =>
  tokens
    .slice(first, last + 1)
    .map((token, index) => instead.get(first + index) ?? plain(token))
    .join("")
    .trim();

function plain({ kind, text, hidden }: Token): string {
  if (hidden) return text.replaceAll(/[^\n]/g, " "); // as long as it was, so that an engine names the place that the researcher sees
  if (kind === "SEMICOLON") return "";
  return kind === "STRING_LITERAL1" || kind === "STRING_LITERAL2" ? quoted(textOfLiteral(text)) : text;
}

/** With the two escapes that every engine reads alike; all other characters stand as they are. */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, "\\$&")}'`;

/** What Grafeo counts otherwise than Neo4j, said so that it counts the same. Each takes one value. */
const saidOnGrafeo: Readonly<Record<string, (value: string, name: string) => string>> = {
  sum: (value, name) => `coalesce(${name}(${value}), 0)`, // of no rows: 0, not null
  stdev: (value, name) => `coalesce(${name}(${value}), 0)`,
  stdevp: (value, name) => `coalesce(${name}(${value}), 0)`,
  round: (value) => `floor(0.5 + (${value}))`, // -2.5 to -2, not to -3
  tointeger: (value, name) => `coalesce(${name}(${value}), ${name}(toFloat(${value})))`, // of '4.7': 4, not null
};

function alikeOnGrafeo(tree: Part, tokens: readonly Token[], given: Given): Instead {
  const instead = new Map<number, string>();
  const say = (part: Part, text: string): void => {
    for (let index = part.first; index <= part.last; index++) instead.set(index, index === part.first ? text : "");
  };
  const visit = (part: Part): void => {
    for (const inside of part.parts) visit(inside);
    if (isInNothing(part, given)) say(part, "false"); // null is not in an empty list either
    const name = part.rule === "functionInvocation" ? functionNameOf(part) : "";
    const said = saidOnGrafeo[name];
    const opening = part.parts.find(({ text }) => text === "(");
    if (!said || !opening) return;
    const text = said(written(tokens, opening.last + 1, part.last - 1, instead), name);
    if (text.length > 4 * most.characters) refusePart(`Too many ${name}(…) within one another`, part, tokens);
    say(part, text);
  };
  visit(tree);
  return instead;
}

/** `x IN []`, or with a parameter that is an empty list. */
function isInNothing({ rule, parts }: Part, given: Given): boolean {
  const [word, list] = rule === "expression7" ? (parts[1]?.parts ?? []) : [];
  if (!list || !/^in$/i.test(word?.text ?? "")) return false;
  if (list.rule === "listLiteral") return list.parts.length === 2;
  return list.rule === "parameter" && given.isEmptyList(nameIn(list));
}

function isEndless(tree: Part): boolean {
  const body = lastReturn(tree)?.parts.find(({ rule }) => rule === "returnBody");
  const isUnion = [...allParts(tree)].some(({ rule, parts }) => rule === "union" && parts.length > 1);
  return !isUnion && body !== undefined && !body.parts.some(({ rule }) => rule === "limit");
}

/** The RETURN that gives a query its columns. */
function lastReturn(tree: Part): Part | undefined {
  const query = [...allParts(tree)].find(({ rule }) => rule === "singleQuery");
  return query?.parts.find(({ rule }) => rule === "returnClause");
}

function columnsOf(tree: Part, tokens: readonly Token[]): string[] | undefined {
  const clause = lastReturn(tree);
  const items = [...(clause ? allParts(clause) : [])].find(({ rule }) => rule === "returnItems");
  if (!items || items.parts[0]?.text === "*") return undefined;
  return items.parts.filter(({ rule }) => rule === "returnItem").map((item) => columnOf(item, tokens));
}

/** The name it was given, or else how it was written. */
function columnOf({ parts: [expression, , variable] }: Part, tokens: readonly Token[]): string {
  return nameIn(variable) || (expression ? writtenAs(expression, tokens).trim() : "");
}
