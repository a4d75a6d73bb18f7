/** A dataset version out of its file, as the interpreter reads it: the same nodes, links and properties that the graph had. */

import { type LinkId, linkEnds } from "../../../model/graph.ts";
import { type NodeKind, nodeKinds } from "../../../model/kinds.ts";
import type { Stored } from "../../archive/content-hash.ts";
import { sectionOf, type VersionFile } from "../../archive/version-file.ts";
import type { Value, ValueMap } from "../../interpreter/values/value.ts";
import { ShapedGraph } from "./shaped-graph.ts";

export class VersionGraph extends ShapedGraph {
  readonly #nodes: ValueMap[] = [];
  readonly #byId = new Map<string, number>();
  readonly #links: ValueMap[] = [];

  private constructor() {
    super();
  }

  /** @throws AppError VERSION_DAMAGED when the file does not hold exactly what its hash says */
  static async of(file: VersionFile): Promise<VersionGraph> {
    const graph = new VersionGraph();
    for await (const page of file.checkedRows()) for (const row of page) graph.#add(row);
    const { number, hash, version } = file.head;
    const { synonyms } = await file.whole();
    graph.#addNode({ id: "dataset", number, hash, version, synonyms: JSON.stringify(synonyms) }, ["Dataset"]);
    return graph;
  }

  #add(row: Stored): void {
    const section = sectionOf(String(row.id));
    if (section === "sources") this.#addNode(row, ["Source"]);
    else if (section === "nodes") this.#addNode(row, ["Entity", nodeKinds[row.kind as NodeKind].label]);
    else this.#addLink(row);
  }

  #addNode(row: Stored, labels: readonly string[]): void {
    this.#nodes.push(valuesOf(row));
    this.#byId.set(String(row.id), this.addNode(labels));
  }

  #addLink(row: Stored): void {
    const { from, kind, to } = linkEnds(row.id as LinkId);
    this.#links.push(valuesOf(row));
    this.addLink(kind, this.#byId.get(from) ?? -1, this.#byId.get(to) ?? -1);
  }

  nodesWhere(property: string, value: string): readonly number[] | undefined {
    if (property !== "id") return undefined;
    const node = this.#byId.get(value);
    return node === undefined ? [] : [node];
  }

  nodeProperty(node: number, key: string): Value {
    return this.#nodes[node]?.get(key) ?? null;
  }

  nodeProperties(node: number): ValueMap {
    return this.#nodes[node] ?? new Map();
  }

  linkProperty(link: number, key: string): Value {
    return this.#links[link]?.get(key) ?? null;
  }

  linkProperties(link: number): ValueMap {
    return this.#links[link] ?? new Map();
  }
}

const valuesOf = (row: Stored): ValueMap =>
  new Map(
    Object.entries(row)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, asValue(value)]),
  );

/** A data file holds texts, whole numbers, flags and lists of texts. */
function asValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(asValue);
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}
