import { AppError } from "../../model/errors.ts";
import { nodeKinds } from "../../model/kinds.ts";
import type { PatternLink, PatternNode } from "../../model/patterns.ts";
import type { PatternRows } from "./store.ts";

/** What a stranger's query gave, with the engine's own names for the columns. */
export interface EngineRows {
  readonly columns: readonly string[];
  readonly kinds: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const kindOfLabel = new Map<string, string>(Object.entries(nodeKinds).map(([kind, { label }]) => [label, kind]));

/** A map with its keys in order, so that engines give the same text. */
export const sorted = (entries: [string, unknown][]): Record<string, unknown> =>
  Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));

/** A node without an `id` of its own has an empty one; a kind that the model does not know is its label in lower case. */
export function patternNode(labels: readonly string[], properties: Record<string, unknown>): PatternNode {
  const own = labels.find((label) => label !== "Entity") ?? labels[0] ?? "";
  return {
    $type: "node",
    id: textOr(properties.id, ""),
    kind: textOr(properties.kind, kindOfLabel.get(own) ?? own.toLowerCase()),
    labels: [...labels].sort(),
    properties: sorted(Object.entries(properties)),
  };
}

export function patternLink(kind: string, from: string, to: string, properties: Record<string, unknown>): PatternLink {
  const id = textOr(properties.id, `${from}|${kind}|${to}`);
  return { $type: "link", id, kind, from, to, properties: sorted(Object.entries(properties)) };
}

/** Characters, about, that an answer may hold: the server keeps all of it in memory before it can send it. */
const largestAnswer = 20_000_000;

/** Weighs an answer row by row. The function that it gives throws AppError QUERY_REFUSED as soon as the answer is too large. */
export function answerScale(): (row: readonly unknown[]) => void {
  let weight = 0;
  return (row) => {
    weight += weightOf(row);
    if (weight > largestAnswer)
      throw new AppError(
        "QUERY_REFUSED",
        "The answer is too large: ask for fewer rows, or only for the properties that you need",
      );
  };
}

function weightOf(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 8;
  let weight = 2;
  for (const [key, inside] of Object.entries(value)) weight += key.length + 2 + weightOf(inside);
  return weight;
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

/** The rows that are shown, whatever engine they come from. */
export type Page = Omit<PatternRows, "engine" | "elsewhere" | "names">;

/**
 * The first `most` rows, and whether there are more. Columns have the names that the query gives them; those of `RETURN *`
 * stand in the order of the alphabet.
 */
export function pageOf(given: EngineRows, names: readonly string[] | undefined, most: number): Page {
  const order = given.columns.map((_, index) => index);
  const shown = given.rows.length > most ? given.rows.slice(0, most) : given.rows;
  if (!names) order.sort((one, other) => ((given.columns[one] ?? "") < (given.columns[other] ?? "") ? -1 : 1));
  return {
    columns: names ?? order.map((index) => given.columns[index] ?? ""),
    kinds: order.map((index) => given.kinds[index] ?? "null"),
    rows: Buffer.from(JSON.stringify(names ? shown : shown.map((row) => order.map((index) => row[index])))),
    truncated: given.rows.length > most,
  };
}
