import type { NodeId } from "../../../model/graph.ts";
import { CompressedRows } from "./compressed-rows.ts";
import {
  GraphIndex,
  type IndexedLink,
  type IndexedNode,
  kindCount,
  kindNumber,
  type LinkColumns,
  type NodeAndKind,
} from "./graph-index.ts";
import type { LinkIndex, NodeIndex } from "./indices.ts";
import { allAtOnce, type Steps } from "./steps.ts";

/** So many links there is room for at first; it doubles whenever it is full. */
const firstRoom = 1_024;
/** So many entries are gone through in one step. */
const inStep = 100_000;

/** Takes in nodes and links in any order, page by page, and puts them in order. Links to nodes that are not there are left out. */
export class GraphBuilder {
  readonly #indexOf: ReadonlyMap<NodeId, NodeIndex>;
  readonly #nodes: IndexedNode[];
  #links = columnsFor(firstRoom);
  #count = 0;
  #newestYear = 0;

  /** @param ids of all nodes, in order */
  constructor(ids: readonly NodeId[]) {
    this.#indexOf = new Map(ids.map((id, index) => [id, index as NodeIndex]));
    this.#nodes = new Array<IndexedNode>(ids.length);
  }

  /** To be called once for each of the ids. @throws RangeError for a node that is none of them */
  addNode(node: IndexedNode): void {
    const index = this.#indexOf.get(node.id);
    if (index === undefined) throw new RangeError(`No place for node ${node.id}`);
    this.#nodes[index] = node;
    this.#newestYear = Math.max(this.#newestYear, node.lastYear ?? 0);
  }

  /** @throws RangeError for a kind of link that there is not */
  addLink({ from, kind, to, derived, contested, lastYear = 0 }: IndexedLink): void {
    const number = kindNumber(kind);
    if (number === undefined) throw new RangeError(`No kind of link ${kind}`);
    const [first, last] = [this.#indexOf.get(from), this.#indexOf.get(to)];
    if (first === undefined || last === undefined) return;
    if (this.#count === this.#links.from.length) this.#links = copied(this.#links, columnsFor(2 * this.#count));
    const columns = this.#links;
    const at = this.#count++;
    columns.from[at] = first;
    columns.to[at] = last;
    columns.kind[at] = number;
    columns.derived[at] = derived ? 1 : 0;
    columns.contested[at] = contested ? 1 : 0;
    columns.lastYear[at] = lastYear;
    this.#newestYear = Math.max(this.#newestYear, lastYear);
  }

  *finishInSteps(): Steps<GraphIndex> {
    const nodes = this.#nodes;
    const rows = nodes.length * kindCount;
    const given = this.#links;
    const fromRows = CompressedRows.byRow<NodeAndKind, number>(yield* rowsOf(given.from, given.kind, this.#count), rows);
    yield;
    const links = columnsFor(this.#count);
    let link = 0;
    for (const row of fromRows.ranges.rows()) {
      if (row % inStep === 0) yield;
      if (fromRows.ranges.sizeOf(row) === 0) continue;
      const inRow = Array.from(fromRows.rowOf(row)).sort((a, b) => given.to[a]! - given.to[b]!);
      for (const at of inRow) {
        links.from[link] = given.from[at]!;
        links.to[link] = given.to[at]!;
        links.kind[link] = given.kind[at]!;
        links.derived[link] = given.derived[at]!;
        links.contested[link] = given.contested[at]!;
        links.lastYear[link] = given.lastYear[at]!;
        link++;
      }
    }
    const outgoing = CompressedRows.byRow<NodeAndKind, LinkIndex>(yield* rowsOf(links.from, links.kind, link), rows);
    yield;
    const incoming = CompressedRows.byRow<NodeAndKind, LinkIndex>(yield* rowsOf(links.to, links.kind, link), rows);
    yield;
    return new GraphIndex({ nodes, indexOf: this.#indexOf, links, outgoing, incoming, newestYear: this.#newestYear });
  }
}

const columnsFor = (room: number): LinkColumns => ({
  from: new Int32Array(room),
  to: new Int32Array(room),
  kind: new Uint8Array(room),
  derived: new Uint8Array(room),
  contested: new Uint8Array(room),
  lastYear: new Int32Array(room),
});

function copied(from: LinkColumns, to: LinkColumns): LinkColumns {
  for (const name of Object.keys(to) as (keyof LinkColumns)[]) to[name].set(from[name]);
  return to;
}

/** The row of each link, by one of its ends and its kind. */
function* rowsOf(ends: Int32Array, kinds: Uint8Array, count: number): Steps<Int32Array> {
  const rows = new Int32Array(count);
  for (let link = 0; link < count; link++) {
    rows[link] = ends[link]! * kindCount + kinds[link]!;
    if (link % inStep === inStep - 1) yield;
  }
  return rows;
}

/** Puts nodes and links in order, in one go. */
export function indexGraph(nodes: readonly IndexedNode[], links: readonly IndexedLink[]): GraphIndex {
  const builder = new GraphBuilder(nodes.map(({ id }) => id).sort());
  for (const node of nodes) builder.addNode(node);
  for (const link of links) builder.addLink(link);
  return allAtOnce(builder.finishInSteps());
}
