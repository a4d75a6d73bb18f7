/** The only file that speaks to Neo4j's own lexer, parser and semantic check of Cypher. Loading it takes most of a second and 200 MB. */
import { createRequire } from "node:module";
import type { Params } from "../../../model/patterns.ts";

const { antlrUtils, CypherLexer, CypherParser, lintCypherQuery } = createRequire(import.meta.url)(
  "@neo4j-cypher/language-support",
) as LanguageSupport;

/** As much of the package as is used here; its own types leave out what it takes from antlr4. */
interface LanguageSupport {
  readonly antlrUtils: {
    readonly CharStreams: { fromString(text: string): object };
    readonly CommonTokenStream: new (lexer: Lexer) => object;
  };
  readonly CypherLexer: { new (input: object): Lexer; readonly symbolicNames: readonly (string | null)[] };
  readonly CypherParser: { new (tokens: object): Parser; readonly ruleNames: readonly string[] };
  lintCypherQuery(text: string, schema: object, consoleCommands: boolean): Diagnostic[];
}

interface Lexer {
  removeErrorListeners(): void;
  getAllTokens(): { type: number; text: string; channel: number; line: number; column: number }[];
}

interface Parser {
  removeErrorListeners(): void;
  statementsOrCommands(): Tree;
}

interface Diagnostic {
  /** 1 is an error. */
  readonly severity: number;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

export interface Token {
  /** Its name in the grammar, as in `RETURN` or `STRING_LITERAL1`. */
  readonly kind: string;
  readonly text: string;
  /** White space and comments. */
  readonly hidden: boolean;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A part of a query as the grammar sees it. A single token is a part without a rule. */
export interface Part {
  /** The grammar's name for it, as in `matchClause`; empty for a token, `name` for any name. */
  readonly rule: string;
  /** Where its first and last tokens stand in the list of tokens. */
  readonly first: number;
  readonly last: number;
  /** Of a token; of a name without its backticks. */
  readonly text: string;
  readonly parts: readonly Part[];
}

/** What the grammar, or the rules on names and kinds of value, have against a query. */
interface Complaint {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

interface Tree {
  readonly ruleIndex?: number;
  readonly children?: readonly Tree[] | null;
  readonly symbol?: { readonly tokenIndex: number; readonly text: string };
  readonly start?: { readonly tokenIndex: number };
  readonly stop?: { readonly tokenIndex: number } | null;
}

/** Rules that say nothing by themselves: an expression without an operator goes through twelve of them. */
const passing = /^(expression\d*|labelExpression[2-4]|symbolicAliasName|statementOrCommand|clause)$/;
const naming = /^(symbolicNameString|symbolicVariableNameString)$/;

/** The tokens of a query, in order, without the end. */
export function tokensOf(text: string): Token[] {
  const lexer = new CypherLexer(antlrUtils.CharStreams.fromString(text));
  lexer.removeErrorListeners();
  return lexer.getAllTokens().map((token) => ({
    kind: CypherLexer.symbolicNames[token.type] ?? "",
    text: token.text,
    hidden: token.channel !== 0,
    line: token.line,
    column: token.column + 1,
  }));
}

/** The query as a tree. It may be wrong: see `complaintsAbout`. */
export function treeOf(text: string): Part {
  const lexer = new CypherLexer(antlrUtils.CharStreams.fromString(text));
  lexer.removeErrorListeners();
  const parser = new CypherParser(new antlrUtils.CommonTokenStream(lexer));
  parser.removeErrorListeners();
  return partOf(parser.statementsOrCommands());
}

function partOf(tree: Tree): Part {
  if (tree.ruleIndex === undefined) {
    const at = tree.symbol?.tokenIndex ?? 0;
    return { rule: "", first: at, last: at, text: tree.symbol?.text ?? "", parts: [] };
  }
  const rule = CypherParser.ruleNames[tree.ruleIndex] ?? "";
  const children = tree.children ?? [];
  const [only] = children;
  if (passing.test(rule) && children.length === 1 && only?.ruleIndex !== undefined) return partOf(only);
  const first = tree.start?.tokenIndex ?? 0;
  const span = { first, last: tree.stop?.tokenIndex ?? first };
  if (naming.test(rule)) return { rule: "name", ...span, text: unquoted(textOf(tree)), parts: [] };
  return { rule, ...span, text: "", parts: children.map(partOf) };
}

const textOf = (tree: Tree): string => tree.symbol?.text ?? (tree.children ?? []).map(textOf).join("");

const unquoted = (name: string): string => (name.startsWith("`") ? name.slice(1, -1).replaceAll("``", "`") : name);

/** What Neo4j itself would say against a query before it runs: syntax, names that nothing has, values of the wrong kind. */
export function complaintsAbout(text: string, params: Params): Complaint[] {
  return lintCypherQuery(text, { parameters: params }, false)
    .filter(({ severity }) => severity === 1)
    .map(({ message, range }) => ({ message, line: range.start.line + 1, column: range.start.character + 1 }));
}
