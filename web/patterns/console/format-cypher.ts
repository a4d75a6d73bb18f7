/** Words that begin a line of their own. */
const starts = new Set([
  "MATCH",
  "OPTIONAL",
  "WHERE",
  "WITH",
  "UNWIND",
  "CALL",
  "UNION",
  "RETURN",
  "ORDER",
  "SKIP",
  "OFFSET",
  "LIMIT",
]);
/** Words that begin a line within WHERE, at the outermost level. */
const joins = new Set(["AND", "OR", "XOR"]);
/** Words that are written in capitals. */
const capitals = new Set([
  ...starts,
  ...joins,
  ..."BY ALL NOT IN AS DISTINCT CONTAINS STARTS ENDS IS NULL DESC ASC CASE WHEN THEN ELSE END EXISTS ANY NONE SINGLE".split(" "),
]);
/** Capital words that may also be the name of a function or a variable: they stay as they are typed. */
const mayBeName = new Set(["ALL", "ANY", "NONE", "SINGLE", "NULL", "OFFSET", "END", "EXISTS"]);

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\$?[\p{L}_][\p{L}\p{N}_]*|\s+|[\s\S]/gu;

/**
 * A pattern with each clause on a line of its own, and its keywords in capitals. Nothing but spaces and the capitals of keywords
 * changes, and what stands within brackets or braces stays on its line; a text that it made stays the same.
 */
export function formatCypher(cypher: string): string {
  const parts = cypher.match(token) ?? [];
  let [out, depth, clause, last] = ["", 0, "", ""];
  for (const [index, part] of parts.entries()) {
    if (/^\s+$/.test(part)) {
      if (out && !/\s$/.test(out)) out += last.startsWith("//") ? "\n" : " ";
      continue;
    }
    const word = keywordOf(part, last, parts.slice(index + 1, index + 3));
    if (/^[([{]$/.test(part)) depth += 1;
    if (/^[)\]}]$/.test(part)) depth -= 1;
    const isOwnLine = depth === 0 && starts.has(word) && !followsOn(last, word);
    if (isOwnLine) clause = word;
    if (isOwnLine && out.trim()) out = `${out.trimEnd()}\n`;
    else if (depth === 0 && joins.has(word) && clause === "WHERE") out = `${out.trimEnd()}\n  `;
    last = word || part;
    out += last;
  }
  return out.trim();
}

/** A keyword in capitals; empty for what may be a name: a property, a kind, a parameter, a key of a map, what stands behind AS. */
function keywordOf(part: string, last: string, next: readonly string[]): string {
  const word = part.toUpperCase();
  if (!/^[A-Za-z]+$/.test(part) || !capitals.has(word)) return "";
  if (/^[.:$|&!]$/.test(last) || last === "AS" || next.join("").trimStart().startsWith(":")) return "";
  if (word === "BY") return last === "ORDER" ? word : "";
  return mayBeName.has(word) && part !== word ? "" : word;
}

/** Whether a word belongs to the one before it: OPTIONAL MATCH, STARTS WITH. */
const followsOn = (last: string, word: string): boolean =>
  (last === "OPTIONAL" && word === "MATCH") || ((last === "STARTS" || last === "ENDS") && word === "WITH");
