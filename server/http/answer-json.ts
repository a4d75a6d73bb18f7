import type { Steps } from "../analysis/graph/steps.ts";

/** So deep an answer is taken apart: its lists, what stands in these, and the lists of that. */
const deepest = 4;

/**
 * An answer of any length as JSON, in the bytes in which it is sent: a text would be measured and encoded again each time. A step is one
 * line of its lists. A list of two hundred opportunities with all their reasons is megabytes, which would keep everybody else waiting
 * when it was made in one go.
 */
export function* jsonInSteps(value: unknown): Steps<Buffer> {
  const pieces: string[] = [];
  yield* write(value, deepest, pieces);
  return Buffer.from(pieces.join(""));
}

function* write(value: unknown, depth: number, pieces: string[]): Steps<void> {
  if (depth === 0 || typeof value !== "object" || value === null || "toJSON" in value) {
    pieces.push(JSON.stringify(value) ?? "null");
    yield;
    return;
  }
  const isList = Array.isArray(value);
  let mark = "";
  pieces.push(isList ? "[" : "{");
  for (const [key, inside] of isList ? value.entries() : Object.entries(value)) {
    if (!isList && inside === undefined) continue;
    pieces.push(isList ? mark : `${mark}${JSON.stringify(key)}:`);
    yield* write(inside, depth - 1, pieces);
    mark = ",";
  }
  pieces.push(isList ? "]" : "}");
}
