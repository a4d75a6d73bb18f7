/** A query as tokens and as a tree: each is made once. */
import {
  CharStreams,
  CommonTokenStream,
  CypherLexer,
  CypherParser,
  ErrorListener,
  type GrammarToken,
  Token as GrammarTokens,
  NoViableAltException,
  type Parser,
  PredictionMode,
  type TokenStream,
  type Tree,
} from "./grammar.ts";

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

/** What is wrong with a query, and where. */
export interface Complaint {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A query that was taken apart into tokens, and can be parsed. */
export interface Words {
  /** In order, without the end. */
  readonly tokens: readonly Token[];
  readonly stream: TokenStream;
}

/** Rules that say nothing by themselves: an expression without an operator goes through twelve of them. */
const passing = /^(expression\d*|labelExpression[2-4]|symbolicAliasName|statementOrCommand|clause)$/;
const naming = /^(symbolicNameString|symbolicVariableNameString)$/;
const isPassing = CypherParser.ruleNames.map((rule) => passing.test(rule));
const isNaming = CypherParser.ruleNames.map((rule) => naming.test(rule));

export function wordsOf(text: string): Words {
  const lexer = new CypherLexer(CharStreams.fromString(text));
  lexer.removeErrorListeners();
  const stream = new CommonTokenStream(lexer);
  stream.fill();
  const tokens = stream.tokens.slice(0, -1).map((token) => ({
    kind: CypherLexer.symbolicNames[token.type] ?? "",
    text: token.text,
    hidden: token.channel !== 0,
    line: token.line,
    column: token.column + 1,
  }));
  return { tokens, stream };
}

/** A query as a tree, and the first place where it is not Cypher, if there is one. */
export interface Parsed {
  readonly tree: Part;
  readonly wrong: Complaint | undefined;
}

/** The grammar is first followed in a way that is several times as fast, and seldom finds an error where there is none. */
export function parse(words: Words): Parsed {
  const quick = parseIn(PredictionMode.SLL, words);
  return quick.wrong ? parseIn(PredictionMode.LL, words) : quick;
}

function parseIn(mode: number, { stream }: Words): Parsed {
  const parser = new CypherParser(stream);
  parser.reset();
  parser._interp.predictionMode = mode;
  const errors = new FirstError();
  parser.removeErrorListeners();
  parser.addErrorListener(errors);
  return { tree: partOf(parser.statementsOrCommands()), wrong: errors.first };
}

class FirstError extends ErrorListener {
  first: Complaint | undefined;

  syntaxError(parser: Parser, token: GrammarToken, line: number, column: number, _: string, error: unknown): void {
    // where no way leads on, the parser only knows what could have stood further back
    const expected = error instanceof NoViableAltException ? [] : expectedBy(parser);
    this.first ??= { message: messageFor(token, expected), line, column: column + 1 };
  }
}

/** Most words that a message names. */
const named = 6;

/** The words that would be right, those first that begin like the one that is wrong. */
function messageFor({ type, text }: GrammarToken, expected: readonly string[]): string {
  const what = type === GrammarTokens.EOF ? "The query ends too early" : `Invalid input '${text}'`;
  const nearest = [...expected].sort((one, other) => sameStart(other, text) - sameStart(one, text)).slice(0, named);
  if (nearest.length === 0) return what;
  return `${what}: expected ${nearest.join(", ")}${expected.length > named ? " or something else" : ""}`;
}

/** With how many of the same letters two words begin. */
function sameStart(word: string, other: string): number {
  const letters = other.toUpperCase();
  let same = 0;
  while (same < word.length && word[same] === letters[same]) same++;
  return same;
}

const marks: Readonly<Record<string, string>> = {
  LPAREN: "(",
  RPAREN: ")",
  LBRACKET: "[",
  RBRACKET: "]",
  LCURLY: "{",
  RCURLY: "}",
  COMMA: ",",
  COLON: ":",
  DOT: ".",
  EQ: "=",
  BAR: "|",
  ARROW_LINE: "-",
  DOLLAR: "$",
  TIMES: "*",
  PLUS: "+",
  MINUS: "-",
};

/** Words of the grammar that no pattern may hold, and that would lead nowhere. */
const leadsNowhere =
  /^(EOF|SEMICOLON|EXPLAIN|PROFILE|CYPHER|FOREACH|FILTER|FINISH|LET|NEXT|USE|INSERT|CREATE|MERGE|DELETE|DETACH|NODETACH|SET|REMOVE|SHOW|TERMINATE|START|STOP|DROP|ALTER|GRANT|REVOKE|DENY|RENAME|ENABLE|DRYRUN|REALLOCATE|DEALLOCATE|LOAD)$/;

/** Marks and words of Cypher that could stand where the parser is; where any name could, no words. */
function expectedBy(parser: Parser): string[] {
  const kinds = parser
    .getExpectedTokens()
    .intervals.flatMap(({ start, stop }) => CypherParser.symbolicNames.slice(Math.max(0, start), stop))
    .filter((kind) => kind !== null);
  const anyName = kinds.includes("IDENTIFIER");
  const words = anyName
    ? ["a name"]
    : kinds.filter((kind) => !marks[kind] && /^[A-Z]{2,}$/.test(kind) && !leadsNowhere.test(kind));
  return [...words, ...kinds.flatMap((kind) => marks[kind] ?? [])];
}

function partOf(tree: Tree): Part {
  const { ruleIndex } = tree;
  if (ruleIndex === undefined) {
    const at = tree.symbol?.tokenIndex ?? 0;
    return { rule: "", first: at, last: at, text: tree.symbol?.text ?? "", parts: [] };
  }
  const children = tree.children ?? [];
  const [only] = children;
  if (isPassing[ruleIndex] && children.length === 1 && only?.ruleIndex !== undefined) return partOf(only);
  const rule = CypherParser.ruleNames[ruleIndex] ?? "";
  const first = tree.start?.tokenIndex ?? 0;
  const span = { first, last: tree.stop?.tokenIndex ?? first };
  if (isNaming[ruleIndex]) return { rule: "name", ...span, text: unquoted(textOf(tree)), parts: [] };
  return { rule, ...span, text: "", parts: children.map(partOf) };
}

const textOf = (tree: Tree): string => tree.symbol?.text ?? (tree.children ?? []).map(textOf).join("");

const unquoted = (name: string): string => (name.startsWith("`") ? name.slice(1, -1).replaceAll("``", "`") : name);
