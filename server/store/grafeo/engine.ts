/** The only file that speaks to Grafeo, the embedded engine: opening, closing, and its values as plain ones. */
import grafeo, { type GrafeoValue } from "@grafeo-db/js";
import { plainTime } from "../plain-time.ts";

const { GrafeoDB } = grafeo;

export type Grafeo = InstanceType<typeof GrafeoDB>;
export type { GrafeoValue } from "@grafeo-db/js";

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
  // what earlier versions kept for search, see ADR 12; it takes 7 ms at 100,000 nodes that have none
  await db.dropTextIndex("Entity", "terms");
  await db.executeCypher("MATCH (n:Entity) WHERE n.terms IS NOT NULL REMOVE n.terms");
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

/** What the engine says, without its codes, and without the picture of a text that was written anew. */
export const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n", 1)[0]?.replace(/^[\w ]*: GRAFEO-\w+: /, "") ?? "";

/** The engine gives moments with a zone as text, and those without one as a Date. */
const localDateTime = (value: Date): string => plainTime(value.toISOString().slice(0, -1));
