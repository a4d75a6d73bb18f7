import type { VersionChanges } from "../../model/versions.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import { ContentHash, type Stored, type Whole } from "../archive/content-hash.ts";
import { sectionOf } from "../archive/version-file.ts";
import { everySource, storedLinksFrom, storedNodes } from "../queries/dataset.ts";
import { idsInOrder, inPages, wholeGraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { sorted } from "./sorted.ts";
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

/** So many rows are read, hashed and written at a time, so that others have their turns. */
const rowsInPage = 500;

/**
 * All that the graph holds now, with the state that was read before it. It is read in many parts: what somebody else writes meanwhile
 * is partly in it, so whoever builds on it has to write from the version of that state.
 */
export async function contentOf(
  store: GraphStore,
  state: Omit<GraphContent, "sources" | "nodes" | "links">,
): Promise<GraphContent> {
  const sources = await store.read(everySource, {}, wholeGraph);
  const nodes = new Map<string, Stored>();
  const links = new Map<string, StoredLink>();
  const ids = await idsInOrder(store);
  for (const page of inPages(ids, rowsInPage)) {
    for (const { properties } of await store.read(storedNodes, { ids: page }, wholeGraph))
      nodes.set(String(properties.id), properties);
    for (const link of await store.read(storedLinksFrom, { ids: page }, wholeGraph)) links.set(String(link.properties.id), link);
  }
  return { ...state, sources: new Map(sources.map(({ properties }) => [String(properties.id), properties])), nodes, links };
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

/** All rows in the order in which they are hashed and written, a page after another; nothing where it stops in between. */
export function* rowsOf({ sources, nodes, links }: Content): Generator<readonly Stored[]> {
  yield* inOrder(sources, (row) => row);
  yield* inOrder(nodes, (row) => row);
  yield* inOrder(links, ({ properties }) => properties);
}

function* inOrder<Row>(rows: ReadonlyMap<string, Row>, propertiesOf: (row: Row) => Stored): Generator<readonly Stored[]> {
  const sorting = sorted([...rows.keys()]);
  let ids = sorting.next();
  for (; !ids.done; ids = sorting.next()) yield [];
  for (const page of inPages(ids.value, rowsInPage))
    yield page.flatMap((id) => {
      const row = rows.get(id);
      return row ? [propertiesOf(row)] : [];
    });
}

/** SHA-256 over everything that was loaded. */
export function* hashOf(content: Content): Steps<string> {
  const hash = new ContentHash();
  for (const page of rowsOf(content)) {
    for (const row of page) hash.add(row);
    yield;
  }
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
