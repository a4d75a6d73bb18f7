/**
 * The only file that loads Neo4j's own lexer and parser of Cypher. The entry of their package also brings a semantic check along
 * that takes 200 MB, over a second to load and 50 ms for a query; these two files are the grammar alone, at a tenth of that.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import * as antlr from "antlr4";

/** As much of ANTLR as is used here: its own types do not hold together in a module. */
interface Antlr {
  readonly CharStreams: { fromString(text: string): object };
  readonly CommonTokenStream: new (lexer: Lexer) => TokenStream;
  readonly ErrorListener: new () => object;
  readonly NoViableAltException: new () => object;
  readonly PredictionMode: { readonly SLL: number; readonly LL: number };
  readonly Token: { readonly EOF: number };
}

interface Lexer {
  removeErrorListeners(): void;
}

export interface TokenStream {
  readonly tokens: readonly GrammarToken[];
  fill(): void;
}

export interface GrammarToken {
  readonly type: number;
  readonly text: string;
  readonly channel: number;
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

export interface Parser {
  readonly _interp: { predictionMode: number };
  reset(): void;
  removeErrorListeners(): void;
  addErrorListener(listener: object): void;
  getExpectedTokens(): { readonly intervals: readonly { readonly start: number; readonly stop: number }[] };
  statementsOrCommands(): Tree;
}

export interface Tree {
  readonly ruleIndex?: number;
  readonly children?: readonly Tree[] | null;
  readonly symbol?: { readonly tokenIndex: number; readonly text: string };
  readonly start?: { readonly tokenIndex: number };
  readonly stop?: { readonly tokenIndex: number } | null;
}

interface LexerClass {
  new (input: object): Lexer;
  readonly symbolicNames: readonly (string | null)[];
}

interface ParserClass {
  new (tokens: TokenStream): Parser;
  readonly ruleNames: readonly string[];
  readonly symbolicNames: readonly (string | null)[];
}

const entry = pathToFileURL(createRequire(import.meta.url).resolve("@neo4j-cypher/language-support"));

const load = async <Class>(name: string): Promise<Class> => {
  const file = new URL(`../esm/project/language-support/src/generated-parser/${name}.js`, entry);
  const { default: made } = (await import(file.href)) as { default: Class };
  return made;
};

export const CypherLexer = await load<LexerClass>("CypherCmdLexer");
export const CypherParser = await load<ParserClass>("CypherCmdParser");
export const { CharStreams, CommonTokenStream, ErrorListener, NoViableAltException, PredictionMode, Token } =
  antlr as unknown as Antlr;
