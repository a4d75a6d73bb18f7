import { textOfLiteral } from "./language/literals.ts";
import { allParts, nameIn, type Source, writtenAs } from "./language/source.ts";
import type { Part, Token } from "./language/syntax.ts";

/** Writes a query anew: without comments, with plain white space, and with texts in one way of quoting. */
export const writtenAnew = ({ tokens }: Source): string => tokens.map(plain).join("").trim();

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
