import type { VersionChanges } from "../../model/versions.ts";
import { ContentHash, type Stored, type Whole } from "../archive/content-hash.ts";
import { sectionOf } from "../archive/version-file.ts";
import { everyLink, everyNode, everySource } from "../queries/dataset.ts";
import { wholeGraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import type { StoredLink } from "./stored-form.ts";

/** All that a dataset version holds, by id. */
export interface Content extends Whole {
  readonly sources: ReadonlyMap<string, Stored>;
  readonly nodes: ReadonlyMap<string, Stored>;
  readonly links: ReadonlyMap<string, StoredLink>;
}

/** What a graph holds; `number` is 0 when nothing was ever loaded. */
export interface GraphContent extends Content {
  readonly number: number;
  readonly version: string;
}

/** All that the graph holds now, with the state that was read before it. */
export async function contentOf(
  store: GraphStore,
  state: Omit<GraphContent, "sources" | "nodes" | "links">,
): Promise<GraphContent> {
  const [sources, nodes, links] = await Promise.all([
    store.read(everySource, {}, wholeGraph),
    store.read(everyNode, {}, wholeGraph),
    store.read(everyLink, {}, wholeGraph),
  ]);
  return {
    ...state,
    sources: new Map(sources.map(({ id, properties }) => [id, properties])),
    nodes: new Map(nodes.map(({ id, properties }) => [id, properties])),
    links: new Map(links.map((link) => [String(link.properties.id), link])),
  };
}

/** The row with that id; nothing where there is none. */
export type RowOf = (id: string) => Stored | undefined;

/** The row of a graph's content with that id. */
export const rowIn =
  ({ sources, nodes, links }: Content): RowOf =>
  (id) => {
    const section = sectionOf(id);
    return section === "links" ? links.get(id)?.properties : (section === "nodes" ? nodes : sources).get(id);
  };

/** Rows at a time, so that others have their turns while they are written. */
const rowsAtOnce = 500;

/** All rows in the order in which they are hashed and written. */
export function* rowsOf({ sources, nodes, links }: Content): Generator<readonly Stored[]> {
  yield* inOrder(sources, (row) => row);
  yield* inOrder(nodes, (row) => row);
  yield* inOrder(links, ({ properties }) => properties);
}

function* inOrder<Row>(rows: ReadonlyMap<string, Row>, propertiesOf: (row: Row) => Stored): Generator<readonly Stored[]> {
  const ids = [...rows.keys()].sort();
  for (let first = 0; first < ids.length; first += rowsAtOnce)
    yield ids.slice(first, first + rowsAtOnce).flatMap((id) => {
      const row = rows.get(id);
      return row ? [propertiesOf(row)] : [];
    });
}

/** SHA-256 over everything that was loaded. */
export function hashOf(content: Content): string {
  const hash = new ContentHash();
  for (const page of rowsOf(content)) for (const row of page) hash.add(row);
  return hash.finish(content);
}

/** How many rows of each sort there are. */
export const countsOf = ({ sources, nodes, links }: Content) => ({
  sources: sources.size,
  nodes: nodes.size,
  links: links.size,
});

/** Of counts that also tell what stays the same, those that a version tells. */
export const changesIn = (counts: VersionChanges): VersionChanges => {
  const told = ({ added, changed, removed }: VersionChanges["nodes"]) => ({ added, changed, removed });
  return { sources: told(counts.sources), nodes: told(counts.nodes), links: told(counts.links) };
};
