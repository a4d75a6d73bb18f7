import { searchRoute } from "../../model/explore.ts";
import { type NodeKind, nodeKindNames, nodeKinds, type PropertyName, propertySpecs } from "../../model/kinds.ts";
import { patternsRoute } from "../../model/patterns.ts";
import { call } from "../app/api.ts";

/** A value to choose, and what it stands for. */
export interface Suggestion {
  readonly value: string;
  readonly detail?: string;
}

/** Values that are held on to at most, of one property. */
const mostValues = 200;
/** Values that are shown at a time. */
const shown = 20;

const cached = new Map<string, Promise<readonly string[]>>();

/**
 * Values that a property has in the data and that hold what is typed, the most frequent first. Empty where nothing is known of the
 * property, or the data cannot be reached.
 */
export async function suggestedValues(property: string, begin: string, kind?: NodeKind): Promise<readonly Suggestion[]> {
  try {
    if (property === "id" || property === "ids" || property === "name") return await itemsNamed(begin, kind, property === "name");
    const values = await valuesOf(property, kind);
    const typed = begin.toLowerCase();
    return values
      .filter((value) => value.toLowerCase().includes(typed))
      .slice(0, shown)
      .map((value) => ({ value }));
  } catch {
    return [];
  }
}

async function itemsNamed(begin: string, kind: NodeKind | undefined, isByName: boolean): Promise<readonly Suggestion[]> {
  const words = begin.replace(/^\w+:/, "").replaceAll("-", " ").trim() || (kind ? nodeKinds[kind].nl.one : "mbo");
  const { results } = await call(searchRoute, { query: { q: words, limit: shown, ...(kind && { kinds: [kind] }) } });
  return results.map(({ node }) => (isByName ? { value: node.name, detail: node.id } : { value: node.id, detail: node.name }));
}

function valuesOf(property: string, kind: NodeKind | undefined): Promise<readonly string[]> {
  if (property === "basis") return Promise.resolve(["stated", "derived"]);
  if (property === "kind") return Promise.resolve(nodeKindNames);
  if (!Object.hasOwn(propertySpecs, property)) return Promise.resolve([]);
  const label = kind ? nodeKinds[kind].label : "Entity";
  const key = `${label}.${property}`;
  const before = cached.get(key);
  if (before) return before;
  const read = readValues(property as PropertyName, label);
  read.catch(() => cached.delete(key));
  cached.set(key, read);
  return read;
}

/** Both names are of the model's own tables: nothing that was typed comes into the text. */
async function readValues(property: PropertyName, label: string): Promise<readonly string[]> {
  const cypher = `MATCH (n:${label}) WHERE n.${property} IS NOT NULL RETURN n.${property} AS value, count(*) AS items ORDER BY items DESC, value`;
  const { rows } = await call(patternsRoute, { body: { cypher, limits: { rows: mostValues } } });
  return rows.map(([value]) => String(value));
}
