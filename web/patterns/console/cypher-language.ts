import type { StreamParser } from "@codemirror/language";
import { clauseWords, innerWords } from "./cypher-words.ts";

const keywords = new Set([...clauseWords, ...innerWords].flatMap((words) => words.toUpperCase().split(" ")));
const atoms = new Set(["TRUE", "FALSE", "NULL"]);

interface InComment {
  /** Within a comment that goes on on the next line. */
  comment: boolean;
  /** The last sign but spaces. */
  last: string;
}

/**
 * The words of Cypher, told apart for their colours. Our own: the mode for Cypher in CodeMirror's collection is of 2015, takes every
 * word behind a colon for a piece of a map, and knows neither parameters nor the keywords since.
 */
export const cypherWords: StreamParser<InComment> = {
  name: "cypher",
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    closeBrackets: { brackets: ["(", "[", "{", "'", '"'] },
  },
  startState: () => ({ comment: false, last: "" }),
  token(stream, state) {
    if (state.comment) {
      state.comment = !stream.match(/^.*?\*\//);
      if (state.comment) stream.skipToEnd();
      return "comment";
    }
    if (stream.eatSpace()) return null;
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match("/*")) {
      state.comment = true;
      return "comment";
    }
    const { last } = state;
    const told = tokenOf(stream, last);
    state.last = stream.current().at(-1) ?? "";
    return told;
  },
};

function tokenOf(stream: Parameters<StreamParser<InComment>["token"]>[0], last: string): string | null {
  if (stream.match(/^'(?:[^'\\]|\\.)*'?/) || stream.match(/^"(?:[^"\\]|\\.)*"?/)) return "string";
  if (stream.match(/^`(?:[^`]|``)*`?/)) return "variableName";
  if (stream.match(/^\$\w+/)) return "variableName.special";
  if (stream.match(/^(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)/i)) return "number";
  if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u)) {
    const word = stream.current().toUpperCase();
    if (/[:|&!]/.test(last)) return "typeName";
    if (last === ".") return "propertyName";
    if (atoms.has(word)) return "atom";
    if (stream.match(/^\s*\(/, false) && !["WHERE", "IN", "AND", "OR", "NOT", "MATCH", "WITH", "CALL", "XOR"].includes(word))
      return "variableName.function";
    return keywords.has(word) ? "keyword" : "variableName";
  }
  stream.next();
  return null;
}
