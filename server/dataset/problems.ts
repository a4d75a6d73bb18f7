import { findNodeAtLocation, getLocation, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

/** One thing that is wrong with a data set, and where. */
export interface Problem {
  /** Relative to the data set's folder. */
  readonly file: string;
  /** Counted from 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** Into the file's JSON, as in `3.evidence.0.source`; absent when the file is not JSON. */
  readonly path?: string;
  readonly why: string;
}

/** A problem as one line that editors can jump to. */
export function problemText({ file, line, column, path, why }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return path ? `${place} (${path}): ${why}` : `${place}: ${why}`;
}

function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** Everything that keeps `text` from being JSON. Only to be asked when it does not parse: it is slow. */
export function syntaxProblems(file: string, text: string): Problem[] {
  const errors: ParseError[] = [];
  parseTree(text, errors, strict);
  if (errors.length === 0) return [{ file, why: "not JSON" }];
  return errors.map(({ error, offset }) => {
    const { path } = getLocation(text, offset);
    return { file, ...positionAt(text, offset), path: path.join("."), why: `not JSON: ${words(printParseErrorCode(error))}` };
  });
}

/** `CommaExpected` as "comma expected". */
const words = (code: string) => code.replace(/\B([A-Z])/g, " $1").toLowerCase();

/** Finds the line and column of values in one file's JSON; parses it once, and only when asked. */
export function placesIn(file: string, text: string): (path: readonly PropertyKey[], why: string) => Problem {
  let tree: ReturnType<typeof parseTree> | null = null;
  return (path, why) => {
    tree ??= parseTree(text);
    const steps = path.map((step) => (typeof step === "symbol" ? String(step) : step));
    const whole = { file, path: steps.join("."), why };
    // A key that is missing has no place of its own: what should have held it has.
    for (let length = steps.length; tree && length >= 0; length--) {
      const node = findNodeAtLocation(tree, steps.slice(0, length));
      if (node) return { ...whole, ...positionAt(text, node.offset) };
    }
    return whole;
  };
}
