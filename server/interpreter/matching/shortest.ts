/** Shortest paths between two nodes. */
import type { Machine, Row } from "../machine.ts";
import { isGroup, type LinkPattern, type PathPattern } from "../plan.ts";
import { refuseAt } from "../refuse.ts";
import { GraphLink, GraphNode, GraphPath, type Value } from "../values/value.ts";
import type { Conditions } from "./conditions.ts";
import { pairsOf, quickestWays, type Way } from "./quickest.ts";
import { linkStep } from "./steps.ts";

export class ShortestWalk {
  readonly #pattern: PathPattern;
  readonly #link: LinkPattern;
  readonly #machine: Machine;
  readonly #conditions: Conditions;

  constructor(pattern: PathPattern, conditions: Conditions, machine: Machine) {
    const [link] = pattern.links;
    if (pattern.links.length !== 1 || !link || isGroup(link))
      refuseAt(pattern.at, "A shortest path has one link between two nodes, as in shortestPath((a)-[*..8]-(b))");
    const least = link.length ? link.length.least : 1;
    if (least > 1) refuseAt(pattern.at, "A shortest path begins at 0 or 1 steps");
    this.#pattern = pattern;
    this.#link = link;
    this.#machine = machine;
    this.#conditions = conditions;
  }

  costFrom(row: Row): number {
    return this.#pattern.nodes.every(({ name }) => name !== undefined && row.has(name)) ? 0 : Number.MAX_SAFE_INTEGER;
  }

  *from(row: Row): Iterable<{ readonly row: Row; readonly path: () => GraphPath }> {
    const [start, end] = this.#pattern.nodes;
    if (!start || !end) return;
    for (const { from, to, row: ended } of pairsOf([start, end], row, this.#conditions, this.#machine))
      yield* this.#between(from, to, ended);
  }

  *#between(from: number, to: number, row: Row): ReturnType<ShortestWalk["from"]> {
    const link = this.#link;
    const { least, most = Number.POSITIVE_INFINITY } = link.length ?? { least: 1, most: 1 };
    if (from === to && least > 0)
      refuseAt(this.#pattern.at, "A shortest path needs two different ends: say WHERE a <> b before it");
    const names = [this.#pattern.name, link.name].filter((name) => name !== undefined);
    const conditions = this.#conditions.conditions.filter(({ needs }) => names.some((name) => needs.includes(name)));
    const fitting = (way: Way) => {
      const found = this.#rowOf(way, row);
      return conditions.every(({ needs, holds }) => !needs.every((one) => found.row.has(one)) || holds(found.row))
        ? found
        : undefined;
    };
    const ways =
      conditions.length > 0 ? this.#everyWay(from, to, row, most) : quickestWays({ step: this.#step(), from, to, row, most });
    let length: number | undefined;
    for (const way of ways) {
      if (length !== undefined && way.links.length > length) return;
      const found = fitting(way);
      if (!found) continue;
      yield found;
      if (this.#pattern.shortest !== "all") return;
      length = way.links.length;
    }
  }

  #rowOf({ links, nodes }: Way, row: Row): { row: Row; path: () => GraphPath } {
    const link = this.#link;
    const passed = links.map((one) => new GraphLink(one));
    const path = new GraphPath(
      nodes.map((node) => new GraphNode(node)),
      passed,
    );
    const found = new Map(row);
    if (this.#pattern.name !== undefined) found.set(this.#pattern.name, path);
    const value: Value = link.length ? passed : (passed[0] ?? null);
    if (link.name !== undefined) found.set(link.name, value);
    return { row: found, path: () => path };
  }

  /** Every path that does not take a link twice, the shorter ones first: a condition may refuse the first ones. */
  *#everyWay(from: number, to: number, row: Row, most: number): Iterable<Way> {
    const step = this.#step();
    let ways: Way[] = [{ links: [], nodes: [from] }];
    for (let length = 0; ways.length > 0; length++) {
      for (const way of ways) if (way.nodes.at(-1) === to) yield way;
      if (length >= most) return;
      ways = ways.flatMap((way) => {
        const at = way.nodes.at(-1) ?? from;
        return [...step.from(at, row, false)]
          .filter(([link]) => !way.links.includes(link))
          .map(([link, node]): Way => ({ links: [...way.links, link], nodes: [...way.nodes, node] }));
      });
    }
  }

  #step() {
    const link = this.#link;
    // the condition on each link is checked here, also where there is one link
    return linkStep({ ...link, length: link.length ?? { least: 1, most: 1 } }, this.#machine);
  }
}
