import { type Aspect, aspectNames } from "../../../model/discovery.ts";
import { type FactGraph, nodeAt } from "../graph/graph-index.ts";
import type { Way } from "./chains.ts";
import { doubtsOf } from "./discounts.ts";
import type { Items, Ties, Ways } from "./profiles.ts";

/** Items, ties and ways as they are gathered, institution by institution. */
export class Table {
  readonly #graph: FactGraph;
  readonly #places = new Map<number, number>();
  readonly #items = { aspect: [] as number[], node: [] as number[] };
  readonly #ties = { starts: [0], item: [] as number[], institution: [] as number[] };
  readonly #ways = {
    starts: [0],
    thing: [] as number[],
    basis: [] as number[],
    contested: [] as number[],
    age: [] as number[],
    linkStarts: [0],
    links: [] as number[],
  };

  constructor(graph: FactGraph) {
    this.#graph = graph;
  }

  add(institution: number, ways: readonly Way[]): void {
    const byItem = new Map<number, Way[]>();
    for (const way of ways) {
      const item = this.#itemOf(way.aspect, way.item);
      const group = byItem.get(item);
      if (group) group.push(way);
      else byItem.set(item, [way]);
    }
    for (const [item, group] of [...byItem].sort(([a], [b]) => a - b)) {
      this.#ties.item.push(item);
      this.#ties.institution.push(institution);
      for (const way of group) this.#addWay(way);
      this.#ways.starts.push(this.#ways.thing.length);
    }
    this.#ties.starts.push(this.#ties.item.length);
  }

  #itemOf(aspect: Aspect, node: number): number {
    const key = keyOf(aspect, node);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#items.node.length);
    this.#items.aspect.push(aspectNames.indexOf(aspect));
    return this.#items.node.push(node) - 1;
  }

  #addWay(way: Way): void {
    const { basis, contested, age } = doubtsOf(this.#graph, way);
    this.#ways.thing.push(way.thing);
    this.#ways.basis.push(basis);
    this.#ways.contested.push(contested);
    this.#ways.age.push(age);
    this.#ways.links.push(...way.links);
    this.#ways.linkStarts.push(this.#ways.links.length);
  }

  finish(): { items: Items; ties: Ties; ways: Ways } {
    const { aspect, node } = this.#items;
    const { starts, item, institution } = this.#ties;
    const places = this.#places;
    return {
      items: {
        aspect: Uint8Array.from(aspect),
        node: Int32Array.from(node),
        isTheme: Uint8Array.from(node, (place) => (nodeAt(this.#graph, place).kind === "theme" ? 1 : 0)),
        at: (of, place) => places.get(keyOf(of, place)),
      },
      ties: {
        starts: Int32Array.from(starts),
        item: Int32Array.from(item),
        institution: Int32Array.from(institution),
        to: byItem(item, node.length),
      },
      ways: {
        starts: Int32Array.from(this.#ways.starts),
        thing: Int32Array.from(this.#ways.thing),
        basis: Float64Array.from(this.#ways.basis),
        contested: Float64Array.from(this.#ways.contested),
        age: Float64Array.from(this.#ways.age),
        linkStarts: Int32Array.from(this.#ways.linkStarts),
        links: Int32Array.from(this.#ways.links),
      },
    };
  }
}

const keyOf = (aspect: Aspect, node: number) => node * aspectNames.length + aspectNames.indexOf(aspect);

function byItem(item: readonly number[], count: number): Ties["to"] {
  const starts = new Int32Array(count + 1);
  for (const one of item) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let at = 0; at < count; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const ties = new Int32Array(item.length);
  for (const [tie, one] of item.entries()) {
    ties[next[one] ?? 0] = tie;
    next[one] = (next[one] ?? 0) + 1;
  }
  return { starts, ties };
}
