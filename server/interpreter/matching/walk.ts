/** Every way in which one path of a pattern lies in the graph. */
import type { Machine, Row } from "../machine.ts";
import { isGroup, type PathPattern } from "../plan.ts";
import { GraphLink, GraphNode, GraphPath, type Value } from "../values/value.ts";
import type { Conditions } from "./conditions.ts";
import { GroupWalk } from "./group.ts";
import { type LinkStep, linkIn, linkStep, linksIn, type NodeTest, nodeIn, nodeTest } from "./steps.ts";

/** What one walk has found so far. */
interface Found {
  readonly row: Row;
  /** By their places in the pattern; between two nodes there may be many links, of which the inner nodes are not kept. */
  readonly nodes: readonly (number | undefined)[];
  readonly links: readonly (readonly number[] | undefined)[];
}

/** How many links may be taken at most, and whether a way was left because of that. */
export interface Limit {
  most: number;
  wasReached: boolean;
}

const noLimit: Limit = { most: Number.POSITIVE_INFINITY, wasReached: false };

export class PathWalk {
  readonly #pattern: PathPattern;
  readonly #machine: Machine;
  readonly #conditions: Conditions;
  readonly #nodes: readonly NodeTest[];
  readonly #links: readonly (LinkStep | GroupWalk)[];
  readonly #limit: Limit;

  constructor(pattern: PathPattern, conditions: Conditions, machine: Machine, limit = noLimit) {
    this.#pattern = pattern;
    this.#machine = machine;
    this.#conditions = conditions;
    this.#nodes = pattern.nodes.map((node) => nodeTest(node, machine));
    this.#links = pattern.links.map((link) =>
      isGroup(link)
        ? new GroupWalk(link, machine, (within) => new PathWalk(link.path, within, machine, limit))
        : linkStep(link, machine),
    );
    this.#limit = limit;
  }

  /** How many nodes it would begin with, about: the fewer, the better. */
  costFrom(row: Row): number {
    return this.#start(row).cost;
  }

  /** @param used links that are taken already; those of each way are in it while the way is looked at */
  *from(row: Row, used: Set<number>): Iterable<{ readonly row: Row; readonly path: () => GraphPath }> {
    const { anchor, candidates } = this.#start(row);
    for (const node of candidates()) {
      const begun = this.#atNode(anchor, node, { row, nodes: [], links: [] });
      if (begun) yield* this.#right(anchor, anchor, begun, used);
    }
  }

  /** The ways that begin, or end, at a node. */
  *fromEnd(node: number, isLast: boolean, row: Row, used: Set<number>): ReturnType<PathWalk["from"]> {
    const anchor = isLast ? this.#pattern.nodes.length - 1 : 0;
    const begun = this.#atNode(anchor, node, { row, nodes: [], links: [] });
    if (begun) yield* this.#right(anchor, anchor, begun, used);
  }

  #start(row: Row): { anchor: number; cost: number; candidates: () => Iterable<number> } {
    const { graph } = this.#machine;
    let best = { anchor: 0, cost: graph.nodeCount + 1, candidates: (): Iterable<number> => allNodes(graph.nodeCount) };
    for (const [anchor, { name, labels }] of this.#pattern.nodes.entries()) {
      if (name !== undefined && row.has(name)) {
        const node = nodeIn(row.get(name) ?? null);
        return { anchor, cost: 0, candidates: () => (node === undefined ? [] : [node]) };
      }
      const known = this.#conditions.known.find((one) => one.name === name && name !== undefined);
      const value = known?.value(row);
      const indexed = known && typeof value === "string" ? graph.nodesWhere(known.key, value) : undefined;
      if (indexed && indexed.length < best.cost) best = { anchor, cost: indexed.length, candidates: () => indexed };
      else if (labels?.is === "label" || labels?.is === "and") {
        const label = labels.is === "label" ? labels : labels.tests.find(({ is }) => is === "label");
        const many = label?.is === "label" ? graph.countWith(label.name) : best.cost;
        if (label?.is === "label" && many < best.cost)
          best = { anchor, cost: many, candidates: () => graph.nodesWith(label.name) };
      }
    }
    return this.#startAtLink(row) ?? best;
  }

  #startAtLink(row: Row) {
    for (const [anchor, pattern] of this.#pattern.links.entries()) {
      if (isGroup(pattern) || pattern.name === undefined || !row.has(pattern.name)) continue;
      const { name, length } = pattern;
      const value = row.get(name) ?? null;
      const link = length ? linksIn(value)?.[0] : linkIn(value);
      if (length && link === undefined && value !== null) continue; // no links: the two nodes are one
      const { graph } = this.#machine;
      const ends = link === undefined ? [] : [...new Set([graph.from(link), graph.to(link)])];
      return { anchor, cost: 1, candidates: () => ends };
    }
    return undefined;
  }

  #atNode(index: number, node: number, found: Found): Found | undefined {
    const test = this.#nodes[index];
    if (!test?.(node, found.row)) return undefined;
    const nodes = [...found.nodes];
    nodes[index] = node;
    const name = this.#pattern.nodes[index]?.name;
    return this.#named(name, new GraphNode(node), { ...found, nodes });
  }

  /** With a value for a name; nothing when a condition that can now be checked does not hold. */
  #named(name: string | undefined, value: Value, found: Found): Found | undefined {
    if (name === undefined || found.row.has(name)) return found;
    const row = new Map(found.row).set(name, value);
    const holds = this.#conditions.conditions.every(
      ({ needs, holds }) => !needs.includes(name) || !needs.every((one) => row.has(one)) || holds(row),
    );
    return holds ? { ...found, row } : undefined;
  }

  *#right(index: number, anchor: number, found: Found, used: Set<number>): ReturnType<PathWalk["from"]> {
    if (index === this.#pattern.links.length) yield* this.#left(anchor, found, used);
    else for (const next of this.#along(index, index, index + 1, found, used)) yield* this.#right(index + 1, anchor, next, used);
  }

  *#left(index: number, found: Found, used: Set<number>): ReturnType<PathWalk["from"]> {
    if (index === 0) yield* this.#whole(found);
    else for (const next of this.#along(index - 1, index, index - 1, found, used)) yield* this.#left(index - 1, next, used);
  }

  *#whole(found: Found): ReturnType<PathWalk["from"]> {
    const path = () => this.#pathOf(found);
    const { name } = this.#pattern;
    const ended = name === undefined ? found : this.#named(name, path(), found);
    if (ended) yield { row: ended.row, path };
  }

  *#along(index: number, from: number, to: number, found: Found, used: Set<number>): Iterable<Found> {
    const pattern = this.#pattern.links[index];
    const step = this.#links[index];
    const start = found.nodes[from];
    if (!pattern || !step || start === undefined) return;
    const backwards = to < from;
    if (isGroup(pattern) || step instanceof GroupWalk) {
      if (step instanceof GroupWalk) yield* this.#alongGroup(step, { index, start, to, backwards }, found, used);
      return;
    }
    const given = (taken: readonly number[], node: number): Found | undefined => {
      const links = [...found.links];
      links[index] = backwards ? [...taken].reverse() : taken;
      const inOrder = links[index] ?? [];
      const [only = -1] = inOrder;
      const value = pattern.length ? inOrder.map((link) => new GraphLink(link)) : new GraphLink(only);
      if (pattern.length && !this.#isBound(pattern.name, inOrder, found.row)) return undefined;
      const named = this.#named(pattern.name, value, { ...found, links });
      return named && this.#atNode(to, node, named);
    };
    if (pattern.length) {
      const { least, most = Number.POSITIVE_INFINITY } = pattern.length;
      yield* this.#deep([], start, { least, most, step, backwards, given, row: found.row, used });
      return;
    }
    for (const [link, node] of step.from(start, found.row, backwards)) {
      if (used.has(link) || this.#isTooLong(used)) continue;
      const next = given([link], node);
      if (!next) continue;
      used.add(link);
      yield next;
      used.delete(link);
    }
  }

  *#alongGroup(walk: GroupWalk, { index, start, to, backwards }: Turn, found: Found, used: Set<number>): Iterable<Found> {
    for (const { node, links: taken, lists } of walk.from(start, found.row, backwards, used)) {
      const links = [...found.links];
      links[index] = taken;
      let named: Found | undefined = { ...found, links };
      for (const [name, values] of lists) named = named && this.#named(name, values, named);
      const next = named && this.#atNode(to, node, named);
      if (next) yield next;
    }
  }

  #isTooLong(used: Set<number>): boolean {
    if (used.size < this.#limit.most) return false;
    this.#limit.wasReached = true;
    return true;
  }

  /** A name that already stands for a list of links must stand for these. */
  #isBound(name: string | undefined, links: readonly number[], row: Row): boolean {
    if (name === undefined || !row.has(name)) return true;
    const bound = linksIn(row.get(name) ?? null);
    return bound !== undefined && bound.length === links.length && bound.every((link, index) => link === links[index]);
  }

  *#deep(taken: readonly number[], node: number, search: Search): Iterable<Found> {
    const { least, most, step, backwards, given, row, used } = search;
    if (taken.length >= least && taken.length <= most) {
      const next = given(taken, node);
      if (next) yield next;
    }
    if (taken.length >= most || this.#isTooLong(used)) return;
    for (const [link, other] of step.from(node, row, backwards)) {
      if (used.has(link)) continue;
      used.add(link);
      yield* this.#deep([...taken, link], other, search);
      used.delete(link);
    }
  }

  #pathOf({ nodes, links }: Found): GraphPath {
    const { graph } = this.#machine;
    let at = nodes[0] ?? 0;
    const passed = [new GraphNode(at)];
    const along = links.flat().filter((link) => link !== undefined);
    for (const link of along) {
      at = graph.from(link) === at ? graph.to(link) : graph.from(link);
      passed.push(new GraphNode(at));
    }
    return new GraphPath(
      passed,
      along.map((link) => new GraphLink(link)),
    );
  }
}

interface Turn {
  readonly index: number;
  readonly start: number;
  readonly to: number;
  readonly backwards: boolean;
}

interface Search {
  readonly least: number;
  readonly most: number;
  readonly step: LinkStep;
  readonly backwards: boolean;
  readonly given: (taken: readonly number[], node: number) => Found | undefined;
  readonly row: Row;
  readonly used: Set<number>;
}

function* allNodes(count: number): Iterable<number> {
  for (let node = 0; node < count; node++) yield node;
}
