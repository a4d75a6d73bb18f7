import type { Graph, Value, ValueMap } from "../../interpreter/values/value.ts";

/** A graph as the interpreter reads it whose labels, and whose links from node to node, are held in memory; what nodes and links have beside that, each store knows. */
export abstract class ShapedGraph implements Graph {
  readonly #labels: (readonly string[])[] = [];
  readonly #withLabel = new Map<string, number[]>();
  readonly #outgoing: number[][] = [];
  readonly #incoming: number[][] = [];
  readonly #kinds: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** Those that come again and again, each once. */
  readonly #knownLabels = new Map<string, readonly string[]>();
  readonly #knownKinds = new Map<string, string>();

  abstract nodesWhere(property: string, value: string): readonly number[] | undefined;
  abstract nodeProperty(node: number, key: string): Value;
  abstract nodeProperties(node: number): ValueMap;
  abstract linkProperty(link: number, key: string): Value;
  abstract linkProperties(link: number): ValueMap;

  /** @returns its index, from 0 */
  protected addNode(found: readonly string[]): number {
    const names = found.join("\n");
    const labels = this.#knownLabels.get(names) ?? found;
    this.#knownLabels.set(names, labels);
    const node = this.#labels.push(labels) - 1;
    this.#outgoing.push([]);
    this.#incoming.push([]);
    for (const label of labels) {
      const others = this.#withLabel.get(label);
      if (others) others.push(node);
      else this.#withLabel.set(label, [node]);
    }
    return node;
  }

  /** @returns its index, from 0 */
  protected addLink(found: string, from: number, to: number): number {
    const kind = this.#knownKinds.get(found) ?? found;
    this.#knownKinds.set(kind, kind);
    const link = this.#kinds.push(kind) - 1;
    this.#from.push(from);
    this.#to.push(to);
    this.#outgoing[from]?.push(link);
    this.#incoming[to]?.push(link);
    return link;
  }

  get nodeCount(): number {
    return this.#labels.length;
  }

  nodesWith(label: string): readonly number[] {
    return this.#withLabel.get(label) ?? [];
  }

  countWith(label: string): number {
    return this.nodesWith(label).length;
  }

  labelsOf(node: number): readonly string[] {
    return this.#labels[node] ?? [];
  }

  hasLabel(node: number, label: string): boolean {
    return this.labelsOf(node).includes(label);
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
}
