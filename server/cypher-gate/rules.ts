/** What a pattern's words and shape must be like. Each check refuses with a reason. How much it may cost: cost/meter.ts. */

import { allowedRules, refusedFunctions, refusedRules, wordsThatAreNoNames } from "./allow-list.ts";
import { knownFunction } from "./language/functions.ts";
import { refuse, refusePart } from "./language/refuse.ts";
import { allParts, functionAsWritten, functionNameOf, type Source, writtenAs } from "./language/source.ts";
import type { Part, Token } from "./language/syntax.ts";

/** Most characters, brackets within one another, and relationships in one pattern. */
export const most = { characters: 10_000, brackets: 40, relationships: 40 } as const;

/** Refuses, before a query is parsed, whatever two parsers could read in different ways. */
export function checkText(text: string): void {
  if (text.length > most.characters) refuse(`A pattern has at most ${most.characters} characters`);
  if (/\\u/i.test(text))
    refuse("Unicode escapes such as \\u0041 are refused: write the character itself, or pass it as a parameter");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/u.test(text))
    refuse("A control character, or half a character, is refused");
}

export function checkTokens(tokens: readonly Token[]): void {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === "/" && tokens[index + 1]?.text === "*") refuse("A comment that begins with /* must end with */", token);
    if (token.kind === "ErrorChar") refuse(`${token.text} is not part of Cypher here, or is not closed`, token);
    if (isSyntax(token) && /[^\x20-\x7e]/.test(token.text))
      refuse(`Outside texts and \`names\` only plain letters are allowed: ${token.text}`, token);
    if (/^[([{]$/.test(token.text) && ++depth > most.brackets)
      refuse(`At most ${most.brackets} brackets may stand within one another`, token);
    if (/^[)\]}]$/.test(token.text)) depth--;
  }
}

const isSyntax = ({ kind, hidden }: Token): boolean =>
  !hidden && kind !== "STRING_LITERAL1" && kind !== "STRING_LITERAL2" && kind !== "ESCAPED_SYMBOLIC_NAME";

/** Only parts that are named as allowed, in one statement. */
export function checkRules({ tree, tokens }: Source): void {
  const statements = tree.parts.filter(({ rule }) => rule !== "");
  const [, second] = statements;
  if (second) refusePart("One statement at a time", second, tokens);
  for (const part of allParts(tree)) {
    const why = refusedRules[part.rule];
    if (why) refusePart(why, part, tokens);
    if (part.rule === "" || allowedRules.has(part.rule)) continue;
    const written = writtenAs(part, tokens).slice(0, 60);
    if (written === "") refuse("There is no pattern here: only comments");
    refusePart(`${written} is not part of what a pattern may hold`, part, tokens);
  }
}

/** What the parts may hold, by their rule. */
export function checkParts({ tree, tokens }: Source): void {
  visit(tree, []);
  const relationships = [...allParts(tree)].filter(({ rule }) => rule === "relationshipPattern").length;
  if (relationships > most.relationships) refuse(`A pattern has at most ${most.relationships} relationships`);

  function visit(part: Part, above: readonly string[]): void {
    checks[part.rule]?.(part, above, tokens);
    const path = [...above, part.rule];
    for (const inside of part.parts) visit(inside, path);
  }
}

const plainNumber = /^-? ?(0x[\da-f]+|0o[0-7]+|\d[\d_]*|(\d[\d_]*)?\.\d+(e[+-]?\d+)?[fd]?|\d[\d_]*\.?(e[+-]?\d+)[fd]?|\d+[fd])$/i;

type Check = (part: Part, above: readonly string[], tokens: readonly Token[]) => void;

const checks: Readonly<Record<string, Check>> = {
  name(part, _, tokens) {
    const quoted = tokens[part.first]?.kind === "ESCAPED_SYMBOLIC_NAME";
    if (quoted && !/^[^`\\\p{Cc}]+$/u.test(part.text))
      refusePart("A name in backticks may hold no backtick, no \\ and no control character", part, tokens);
    if (!quoted && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(part.text)) refusePart(`${part.text} is not a plain name`, part, tokens);
    if (!quoted && wordsThatAreNoNames.has(part.text.toLowerCase()))
      refusePart(`${part.text} is a word of Cypher: as a name, put it in backticks`, part, tokens);
  },

  relationshipPattern(part, _, tokens) {
    const labels = part.parts.find(({ rule }) => rule === "labelExpression");
    const again = labels && tokens.slice(labels.first, labels.last + 1).some(({ text }, index) => index > 0 && text === ":");
    const others = part.parts.some(({ rule }) => ["variable", "properties", "pathLength"].includes(rule));
    if (again && others) refusePart("Write [r:ASKS|MADE], with one colon: Neo4j no longer takes [r:ASKS|:MADE]", part, tokens);
  },

  numberLiteral(part, _, tokens) {
    if (!plainNumber.test(writtenAs(part, tokens))) refusePart("That is not a number", part, tokens);
  },

  withClause(part, _, tokens) {
    const items = [...allParts(part)].find(({ rule }) => rule === "returnItems")?.parts ?? [];
    const nameless = items.find(
      ({ rule, parts }) => rule === "returnItem" && parts.length === 1 && parts[0]?.rule !== "variable",
    );
    if (nameless) refusePart("In WITH, an expression needs a name: WITH … AS name", nameless, tokens);
  },
};

/** Only functions that are named as allowed, with as many values as they take. */
export function checkFunctions({ tree, tokens }: Source): void {
  for (const part of allParts(tree)) {
    if (part.rule !== "functionInvocation") continue;
    const name = functionNameOf(part);
    const known = knownFunction(name);
    const count = part.parts.filter(({ rule }) => rule === "functionArgument").length;
    if (known === undefined)
      refusePart(
        refusedFunctions.get(name) ?? `The function ${functionAsWritten(part)}() is not one that a pattern may use`,
        part,
        tokens,
      );
    if (count < known.least || count > known.most)
      refusePart(`${known.name}() takes ${known.least} to ${known.most} values, and here it gets ${count}`, part, tokens);
  }
}
