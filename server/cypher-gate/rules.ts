/** What a pattern's words and shape must be like. Each check refuses with a reason. How much it may cost: cost/meter.ts. */

import { allowedRules, functions, refusedFunctions, refusedRules, wordsThatAreNoNames } from "./allow-list.ts";
import { refuse, refusePart } from "./language/refuse.ts";
import { allParts, functionNameOf, isAggregate, nameIn, type Source, writtenAs } from "./language/source.ts";
import type { Part, Token } from "./language/syntax.ts";

/** Most steps of a path of variable length, brackets within one another, and relationships in one pattern. */
export const most = { characters: 10_000, steps: 8, brackets: 40, relationships: 40 } as const;

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
    if (part.rule !== "" && !allowedRules.has(part.rule))
      refusePart(`${writtenAs(part, tokens).slice(0, 60)} is not part of what a pattern may hold`, part, tokens);
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

type Check = (part: Part, above: readonly string[], tokens: readonly Token[]) => void;

const alike = "an engine does not have it, and a pattern must give the same on every engine";

const checks: Readonly<Record<string, Check>> = {
  name(part, _, tokens) {
    const quoted = tokens[part.first]?.kind === "ESCAPED_SYMBOLIC_NAME";
    if (quoted && !/^[\p{L}\p{N}_ .,:;()?!%&/+-]+$/u.test(part.text))
      refusePart("A name in backticks may hold letters, digits, spaces and . , : ; ( ) ? ! % & / + -", part, tokens);
    if (!quoted && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(part.text)) refusePart(`${part.text} is not a plain name`, part, tokens);
    if (!quoted && wordsThatAreNoNames.has(part.text.toLowerCase()))
      refusePart(`${part.text} is a word of Cypher: as a name, put it in backticks`, part, tokens);
  },

  numberLiteral(part, _, tokens) {
    if (!/^-? ?(\d+|\d*\.\d+|(\d+|\d*\.\d+)[eE]-?\d+|0x[0-9A-Fa-f]+|0o[0-7]+)$/.test(writtenAs(part, tokens)))
      refusePart("That is not a plain number", part, tokens);
  },

  literal(part, _, tokens) {
    const [only] = part.parts;
    if (only?.rule === "" && !/^(true|false|null)$/i.test(only.text))
      refusePart(`${only.text} is refused: ${alike}`, part, tokens);
  },

  labelExpression(part, above, tokens) {
    const between = [...allParts(part)].filter(({ rule }) => rule === "").map(({ text }) => text);
    const [first, ...others] = between;
    const separator = above.at(-1) === "relationshipPattern" ? "|" : ":";
    if (first === ":" && others.every((text) => text === separator)) return;
    const instead = separator === "|" ? "-[:ASKS|MADE]->" : "(n:Entity:Theme), or WHERE n:Theme OR n:Network";
    refusePart(`This way of naming labels is refused: ${alike}. Write ${instead}`, part, tokens);
  },

  nodePattern: refuseWhereInside,
  relationshipPattern: refuseWhereInside,

  pattern(part, _, tokens) {
    const isNamed = part.parts.some(({ text }) => text === "=");
    if (isNamed && ![...allParts(part)].some(({ rule }) => rule === "relationshipPattern"))
      refusePart(`A path of one node is refused: ${alike}. Name the node: MATCH (n)`, part, tokens);
  },

  matchClause(part, _, tokens) {
    const isOptional = /^optional$/i.test(part.parts[0]?.text ?? "");
    const where = part.parts.find(({ rule }) => rule === "whereClause");
    const inWhere = where ? [...allParts(where)] : [];
    const graphTest = isOptional ? inWhere.find(({ rule }) => graphTests.has(rule)) : undefined;
    if (graphTest)
      refusePart(
        "EXISTS { … }, COUNT { … } or a pattern in the WHERE of an OPTIONAL MATCH is refused, for engines take it differently: make it part of the pattern",
        graphTest,
        tokens,
      );
    const shortest = [...allParts(part)].find(({ rule }) => rule === "shortestPathPattern");
    if (!shortest) return;
    const patterns = part.parts.find(({ rule }) => rule === "patternList")?.parts.filter(({ rule }) => rule === "pattern") ?? [];
    if (patterns.length > 1)
      refusePart("Give a shortest path a MATCH of its own, after the one that finds its ends", shortest, tokens);
    const path = nameIn(patterns[0]?.parts.find(({ rule }) => rule === "variable"));
    if (where && path !== "" && inWhere.some((inside) => inside.rule === "variable" && nameIn(inside) === path))
      refusePart(
        `A condition on a shortest path is refused, for engines take it differently. Filter afterwards: WITH ${path} WHERE …`,
        where,
        tokens,
      );
  },

  pathLength(part, above, tokens) {
    if (above.includes("shortestPathPattern")) return;
    const written = part.parts.map(({ text }) => text).join("");
    const highest = /^\*(\d+)$/.exec(written) ?? /^\*\d*\.\.(\d+)$/.exec(written);
    if (!highest || Number(highest[1]) > most.steps)
      refusePart(
        `A path of variable length needs an upper bound of at most ${most.steps}, as in [:BROADER*1..${most.steps}]`,
        part,
        tokens,
      );
  },

  existsExpression: refuseReturnInside,
  countExpression: refuseReturnInside,
  countStar: refuseWrappedAggregate,
  functionInvocation: refuseWrappedAggregate,

  subqueryClause(part, _, tokens) {
    if (/^optional$/i.test(part.parts[0]?.text ?? "")) refusePart(`OPTIONAL CALL is refused: ${alike}`, part, tokens);
  },

  patternComprehension(part, above, tokens) {
    if (above.includes("whereClause") || above.includes("orderBy"))
      refusePart(
        `A pattern comprehension in WHERE or ORDER BY is refused: ${alike}. Use COUNT { … } or EXISTS { … }, or put it in WITH first`,
        part,
        tokens,
      );
  },

  returnBody(part, _, tokens) {
    const inside = [...allParts(part)];
    const comprehension = inside.find(({ rule }) => rule === "patternComprehension");
    if (comprehension && inside.some(isAggregate))
      refusePart(
        `A pattern comprehension beside count(), collect() and the like is refused: ${alike}. Put it in WITH first`,
        comprehension,
        tokens,
      );
  },

  skip(part, _, tokens) {
    if (/^offset$/i.test(part.parts[0]?.text ?? "")) refusePart(`OFFSET is refused: ${alike}. Use SKIP`, part, tokens);
  },

  expression4(part, _, tokens) {
    if (part.parts.length > 3)
      refusePart("a ^ b ^ c is refused, for engines group it differently: write parentheses", part, tokens);
  },

  expression6(part, _, tokens) {
    if (part.parts.some(({ text }) => text === "||")) refusePart(`|| is refused: ${alike}. Use +`, part, tokens);
  },

  comparisonExpression6(part, _, tokens) {
    const words = part.parts.map(({ text }) => text.toLowerCase());
    if (words.includes("typed") || words.includes("::") || words.includes("normalized"))
      refusePart(`This test is refused: ${alike}`, part, tokens);
  },

  postFix(part, _, tokens) {
    const bounds = part.parts.filter(({ rule }) => rule !== "");
    const isSlice = part.parts.some(({ text }) => text === "..");
    if (isSlice && bounds.some((bound) => writtenAs(bound, tokens).startsWith("-")))
      refusePart("A slice with a negative bound is refused, for engines take it differently: use size(list) - 1", part, tokens);
  },

  expression2(part, _, tokens) {
    const [base, postfix] = part.parts;
    if (base?.rule !== "functionInvocation" || !postfix) return;
    const name = functionNameOf(base);
    if (name === "labels") refusePart("The labels of a node have no order: use 'Theme' IN labels(n)", part, tokens);
    if (moments.has(name)) refusePart(`A part of a moment is refused: ${alike}`, part, tokens);
  },

  unwindClause(part, _, tokens) {
    const [, list] = part.parts;
    const isValue = list?.rule === "literal" && !/^(map|)$/.test(list.parts[0]?.rule ?? "");
    if (isValue) refusePart("UNWIND of one value is refused, for engines take it differently: write a list", part, tokens);
  },

  expression8(part, _, tokens) {
    const kinds = new Set(part.parts.filter(({ rule }) => rule === "literal").map(({ parts }) => parts[0]?.rule));
    if (kinds.has("stringLiteral") && kinds.has("numberLiteral"))
      refusePart(
        "A text compared with a number is refused, for engines take it differently: use toString() or toInteger()",
        part,
        tokens,
      );
  },

  extendedCaseAlternative(part, _, tokens) {
    if (part.parts.some(({ text }) => text === ",")) refusePart(`WHEN with several values is refused: ${alike}`, part, tokens);
  },
  extendedWhen(part, _, tokens) {
    if (part.parts.length > 1 || part.parts[0]?.rule === "comparisonExpression6")
      refusePart(`WHEN with a comparison is refused: ${alike}. Use CASE WHEN a < b THEN …`, part, tokens);
  },

  returnItems(part, _, tokens) {
    if (part.parts.length > 1 && part.parts[0]?.text === "*" && !isWith(part, tokens))
      refusePart("RETURN * with more beside it is refused: name the columns", part, tokens);
  },

  trimFunction(part, _, tokens) {
    if (part.parts.filter(({ rule }) => rule !== "").length !== 1 || part.parts.length !== 4)
      refusePart(`trim(… FROM …) is refused: ${alike}`, part, tokens);
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
    const counts = functions[name];
    const count = part.parts.filter(({ rule }) => rule === "functionArgument").length;
    if (counts === undefined)
      refusePart(refusedFunctions[name] ?? `The function ${name}() is not one that a pattern may use`, part, tokens);
    if (count < counts[0] || count > counts[1]) refusePart(`${name}() with ${count} values is refused: ${alike}`, part, tokens);
  }
}

const isWith = (part: Part, tokens: readonly Token[]): boolean => {
  const before = tokens.slice(0, part.first).filter(({ hidden, kind }) => !hidden && kind !== "DISTINCT");
  return before.at(-1)?.kind === "WITH";
};

function refuseWhereInside(part: Part, _: readonly string[], tokens: readonly Token[]): void {
  const where = part.parts.find(({ rule, text }) => rule === "" && /^where$/i.test(text));
  if (where) refusePart(`WHERE inside (…) or […] is refused: ${alike}. Write it after the pattern`, where, tokens);
}

/** What an engine cannot compute around an aggregate. */
const wrappings: ReadonlySet<string> = new Set(
  "listComprehension reduceExpression listItemsPredicate map mapProjection listLiteral expression2".split(" "),
);

function refuseWrappedAggregate(part: Part, above: readonly string[], tokens: readonly Token[]): void {
  if (isAggregate(part) && above.slice(above.lastIndexOf("returnItem") + 1).some((rule) => wrappings.has(rule)))
    refusePart(
      `${writtenAs(part, tokens)} within a list, a map or […] is refused: ${alike}. Give it a name in WITH first`,
      part,
      tokens,
    );
}

function refuseReturnInside(part: Part, _: readonly string[], tokens: readonly Token[]): void {
  const other = [...allParts(part)].find(({ rule }) => notInSubquery.has(rule));
  if (other) refusePart(`In EXISTS { … } and COUNT { … } only MATCH and WHERE are allowed: ${alike}`, other, tokens);
}

const notInSubquery: ReadonlySet<string> = new Set(["returnClause", "withClause", "unwindClause", "subqueryClause"]);

const graphTests: ReadonlySet<string> = new Set(["existsExpression", "countExpression", "patternExpression"]);

const moments: ReadonlySet<string> = new Set("date datetime localdatetime time localtime duration".split(" "));
