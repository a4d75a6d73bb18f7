import { AppError } from "../../model/errors.ts";
import type { Link, LinkId, NodeId, Source, SourceId } from "../../model/graph.ts";
import { datasetOf } from "../dataset/state.ts";
import { graphSize, linksOf } from "../queries/explore.ts";
import { byId, idsInOrder, inOrderOfLinks, inPages, notFound, sourcesOf } from "../queries/reads.ts";
import type { WholeNode } from "../queries/rows.ts";
import { linksFrom, wholeNodes } from "../queries/whole.ts";
import type { GraphStore } from "../store/store.ts";
import { type About, type Content, shownSources } from "./content/content.ts";

/** So many nodes are read at a time: what is in memory does not grow with the graph. */
const nodesInPage = 500;

/** More links than any node has. */
const mostLinks = 1_000_000;

export type Told = Pick<About, "title" | "licence" | "base">;

/** Everything there is. @throws AppError STORE_UNAVAILABLE while it is read, when somebody loads another data set meanwhile */
export async function everything(store: GraphStore, told: Told): Promise<Content> {
  const { version, synonyms } = await datasetOf(store);
  const ids = await idsInOrder(store);
  const [sources, sizes] = [await sourcesOf(store), await store.read(graphSize, {})];
  const links = sizes.find(({ what }) => what === "links")?.count ?? 0;
  const isStill = () => sameVersion(store, version);
  return {
    about: { ...told, of: "everything", datasetVersion: version, nodes: ids.length, links, missing: [] },
    sources: shownSources(sources),
    synonyms,
    ids,
    nodes: () => pages(ids, isStill, (page) => store.read(wholeNodes, { ids: page })),
    links: () => pages(inOrderOfLinks(ids), isStill, (page) => store.read(linksFrom, { ids: page })),
  };
}

/** What a selection is of: these nodes, and of the links among them all, or the named ones. */
export interface Chosen {
  readonly ids: readonly NodeId[];
  readonly links?: ReadonlySet<LinkId>;
  readonly pattern?: NonNullable<About["pattern"]>;
}

/** Some nodes and links among them, with the sources that these rest on. */
export async function selection(store: GraphStore, told: Told, { ids, links: wanted, pattern }: Chosen): Promise<Content> {
  const { version } = await datasetOf(store);
  const asked = [...new Set(ids)].sort();
  const isStill = () => sameVersion(store, version);
  const nodes: WholeNode[] = [];
  for await (const page of pages(asked, isStill, (some) => store.read(wholeNodes, { ids: some }))) nodes.push(...page);
  const there = new Set(nodes.map(({ id }) => id));
  const links: Link[] = [];
  for await (const page of pages(asked, isStill, (some) => store.read(linksFrom, { ids: some })))
    links.push(...page.filter(({ id, to }) => there.has(to) && (wanted?.has(id) ?? true)));
  const sources = await sourcesOf(store, [...sourcesBeneath(nodes, links)]);
  return selected({ ...told, datasetVersion: version }, { ids, ...(pattern && { pattern }) }, { nodes, links, sources });
}

/** What was chosen of a graph, as far as it is there. */
export interface Found {
  readonly nodes: readonly WholeNode[];
  readonly links: readonly Link[];
  /** At least those that the rest rests on. */
  readonly sources: readonly Source[];
}

/** A file's content out of what was found of what was chosen. */
export function selected(
  told: Told & Pick<About, "datasetVersion">,
  { ids, pattern }: Omit<Chosen, "links">,
  { nodes, links, sources }: Found,
): Content {
  const there = new Set(nodes.map(({ id }) => id));
  const beneath = sourcesBeneath(nodes, links);
  const missing = [...new Set(ids)].sort().filter((id) => !there.has(id));
  const counted = { nodes: nodes.length, links: links.length, missing };
  return {
    about: { ...told, of: pattern ? "pattern" : "selection", ...counted, ...(pattern && { pattern }) },
    sources: shownSources(sources.filter(({ id }) => beneath.has(id))),
    synonyms: [],
    ids: nodes.map(({ id }) => id),
    nodes: () => inMemory(nodes),
    links: () => inMemory(links),
  };
}

/** A node with its links, and what is at their other ends. @throws AppError NODE_NOT_FOUND */
export async function aroundNode(store: GraphStore, told: Told, id: NodeId): Promise<Content> {
  const around = await store.read(linksOf, { id, most: mostLinks });
  const chosen = { ids: [id, ...around.map(({ node }) => node.id)], links: new Set(around.map(({ link }) => link.id)) };
  const content = await selection(store, told, chosen);
  if (content.about.missing.includes(id)) throw notFound([id]);
  return content;
}

/** Its properties by name: the engines give them in orders of their own. */
export const ordered = <Row extends Pick<Link, "properties">>(row: Row): Row => ({
  ...row,
  properties: Object.fromEntries(Object.entries(row.properties).sort(([one], [other]) => (one < other ? -1 : 1))),
});

async function* pages<Row extends Pick<Link, "properties"> & { readonly id: string }>(
  ids: readonly NodeId[],
  isStill: () => Promise<void>,
  read: (page: readonly NodeId[]) => Promise<Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (const page of inPages(ids, nodesInPage)) yield (await read(page)).sort(byId).map(ordered);
  // A file of two states would be worse than none: it ends here, before its last bytes.
  await isStill();
}

async function* inMemory<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield* inPages(rows, nodesInPage);
}

async function sameVersion(store: GraphStore, version: string): Promise<void> {
  if ((await datasetOf(store)).version !== version)
    throw new AppError("STORE_UNAVAILABLE", "The data were replaced while this file was made: ask again");
}

function sourcesBeneath(nodes: readonly WholeNode[], links: readonly Link[]): Set<SourceId> {
  const ids = new Set<SourceId>();
  for (const { evidence } of [...nodes, ...links]) for (const { source } of evidence) ids.add(source);
  for (const { claims } of nodes) for (const { source } of claims) ids.add(source);
  return ids;
}
