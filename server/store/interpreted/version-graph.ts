/** A dataset version out of its file, as the interpreter reads it: the same nodes, links and properties that the graph had. */

import { type LinkId, linkEnds } from "../../../model/graph.ts";
import { type NodeKind, nodeKinds } from "../../../model/kinds.ts";
import type { Stored } from "../../archive/content-hash.ts";
import { sectionOf, type VersionFile } from "../../archive/version-file.ts";
import type { Graph, Value, ValueMap } from "../../interpreter/values/value.ts";

export class VersionGraph implements Graph {
  readonly #nodes: ValueMap[] = [];
  readonly #labels: (readonly string[])[] = [];
  readonly #withLabel = new Map<string, number[]>();
  readonly #byId = new Map<string, number>();
  readonly #outgoing: number[][] = [];
  readonly #incoming: number[][] = [];
  readonly #links: ValueMap[] = [];
  readonly #kinds: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  private constructor() {}

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
    const node = this.#nodes.push(valuesOf(row)) - 1;
    this.#byId.set(String(row.id), node);
    this.#labels.push(labels);
    this.#outgoing.push([]);
    this.#incoming.push([]);
    for (const label of labels) {
      const others = this.#withLabel.get(label);
      if (others) others.push(node);
      else this.#withLabel.set(label, [node]);
    }
  }

  #addLink(row: Stored): void {
    const { from, kind, to } = linkEnds(row.id as LinkId);
    const link = this.#links.push(valuesOf(row)) - 1;
    const [start = -1, end = -1] = [this.#byId.get(from), this.#byId.get(to)];
    this.#kinds.push(kind);
    this.#from.push(start);
    this.#to.push(end);
    this.#outgoing[start]?.push(link);
    this.#incoming[end]?.push(link);
  }

  get nodeCount(): number {
    return this.#nodes.length;
  }

  nodesWith(label: string): readonly number[] {
    return this.#withLabel.get(label) ?? [];
  }

  countWith(label: string): number {
    return this.nodesWith(label).length;
  }

  nodesWhere(property: string, value: string): readonly number[] | undefined {
    if (property !== "id") return undefined;
    const node = this.#byId.get(value);
    return node === undefined ? [] : [node];
  }

  labelsOf(node: number): readonly string[] {
    return this.#labels[node] ?? [];
  }

  hasLabel(node: number, label: string): boolean {
    return this.labelsOf(node).includes(label);
  }

  nodeProperty(node: number, key: string): Value {
    return this.#nodes[node]?.get(key) ?? null;
  }

  nodeProperties(node: number): ValueMap {
    return this.#nodes[node] ?? new Map();
  }

  outgoing(node: number): readonly number[] {
    return this.#outgoing[node] ?? [];
  }

  incoming(node: number): readonly number[] {
    return this.#incoming[node] ?? [];
  }

  kindOf(link: number): string {
    return this.#kinds[link] ?? "";
  }

  from(link: number): number {
    return this.#from[link] ?? -1;
  }

  to(link: number): number {
    return this.#to[link] ?? -1;
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
