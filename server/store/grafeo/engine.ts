/** The only file that speaks to Grafeo, the embedded engine: opening, closing, and its values as plain ones. */
import grafeo, { type GrafeoValue } from "@grafeo-db/js";
import { AppError } from "../../../model/errors.ts";
import type { Params, PatternLink, PatternNode, PatternPath } from "../../../model/patterns.ts";
import { answerScale, type EngineRows, patternLink, patternNode, sorted } from "../pattern-values.ts";
import { plainTime } from "../plain-time.ts";

const { GrafeoDB } = grafeo;

export type Grafeo = InstanceType<typeof GrafeoDB>;

/** In memory, or the file at `path`, which is made when it is not there. Only one process can hold a file. */
export const openDatabase = (path?: string): Grafeo => GrafeoDB.create(path);

/** A file that nobody has open for writing. The engine refuses to change it, but not to read other files: see gate.ts. */
export const openDatabaseReadOnly = (path: string): Grafeo => GrafeoDB.openReadOnly(path);

/**
 * Makes the indexes that every query counts on, and the constraint that an id stands for one thing; those that are there stay.
 * The index on `id` is what makes MERGE and look-ups fast. The constraint alone does not: loading took 3,000 times longer.
 */
export async function makeIndexes(db: Grafeo): Promise<void> {
  for (const label of ["Entity", "Source", "Dataset"]) {
    const name = label.toLowerCase();
    await db.executeCypher(`CREATE INDEX ${name}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`);
    await db.executeCypher(`CREATE CONSTRAINT ${name}_once IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
  }
  await db.createTextIndex("Entity", "terms", { tokenizer: "standard", stopWords: [] });
}

/** A value as plain JSON: large integers and what JSON cannot hold as strings, temporals as ISO 8601, nulls in maps left out. */
export function plainValue(value: GrafeoValue): unknown {
  switch (typeof value) {
    case "bigint":
      return value.toString();
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "object":
      return value === null ? null : plainObject(value);
    default:
      return value;
  }
}

function plainObject(value: GrafeoValue & object): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Date) return localDateTime(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Float32Array) return Array.from(value);
  const plain: Record<string, unknown> = {};
  for (const [key, inside] of Object.entries(value)) if (inside !== null) plain[key] = plainValue(inside);
  return plain;
}

/** Rows of a stranger's query, at most `most`, with nodes, links and paths as model/patterns.ts says. @throws AppError QUERY_REFUSED */
export async function patternRows(db: Grafeo, cypher: string, params: Params, most: number): Promise<EngineRows> {
  const result = await db.executeCypher(cypher, params).catch((cause: Error) => {
    throw new AppError("QUERY_REFUSED", reasonOf(cause), { cause });
  });
  const rows = result.rows().slice(0, most);
  const weigh = answerScale();
  for (const row of rows) weigh(row);
  return { columns: result.columns, rows: rows.map((row) => row.map((value) => patternValue(value, db))) };
}

/** What the engine says, without its codes, and without the picture of a text that was written anew. */
export const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n", 1)[0]?.replace(/^[\w ]*: GRAFEO-\w+: /, "") ?? "";

type Map = { readonly [key: string]: GrafeoValue };

/** As `plainValue`, but with nulls, and the engine's nodes, links and paths told from maps. */
function patternValue(value: GrafeoValue, db: Grafeo): unknown {
  if (Array.isArray(value)) return value.map((inside) => patternValue(inside, db));
  if (!isMap(value)) return plainValue(value);
  if (isNode(value)) return nodeOf(value);
  if (isLink(value)) return linkOf(value, db);
  if (Array.isArray(value.nodes) && Array.isArray(value.edges) && value.nodes.every((node) => isMap(node) && isNode(node)))
    return {
      $type: "path",
      nodes: value.nodes.map((node) => patternValue(node, db)),
      links: value.edges.map((edge) => patternValue(edge, db)),
    } satisfies { [Key in keyof PatternPath]: unknown };
  return sorted(Object.entries(value).map(([key, inside]) => [key, patternValue(inside, db)]));
}

const isMap = (value: GrafeoValue): value is Map =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isNode = ({ _id, _labels }: Map): boolean => typeof _id === "number" && Array.isArray(_labels);
const isLink = ({ _id, _source, _target, _type }: Map): boolean =>
  typeof _id === "number" && typeof _source === "number" && typeof _target === "number" && typeof _type === "string";

function nodeOf({ _id, _labels, ...properties }: Map): PatternNode {
  return patternNode(_labels as string[], plainMap(properties));
}

function linkOf({ _id, _source, _target, _type, ...properties }: Map, db: Grafeo): PatternLink {
  const idOf = (end: GrafeoValue | undefined) => String(db.getNode(Number(end))?.get("id") ?? "");
  return patternLink(String(_type), idOf(_source), idOf(_target), plainMap(properties));
}

const plainMap = (map: Map): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, plainValue(value)]));

/** The engine gives moments with a zone as text, and those without one as a Date. */
const localDateTime = (value: Date): string => plainTime(value.toISOString().slice(0, -1));
