/** SHORTEST and ANY: of the ways in which a path lies between two nodes, some of the shortest. */
import type { Machine, Row } from "../machine.ts";
import { type Expression, isGroup, type LinkPattern, type NodePattern, type PathPattern } from "../plan.ts";
import { GraphLink, GraphNode, GraphPath } from "../values/value.ts";
import { type Conditions, conditionsOf } from "./conditions.ts";
import { conjunctsOf, namesIn, namesMentioned } from "./names.ts";
import { pairsOf, quickestRounds, quickestWays, type Way } from "./quickest.ts";
import { linkStep } from "./steps.ts";
import { type Limit, PathWalk } from "./walk.ts";

interface Found {
  readonly row: Row;
  readonly path: () => GraphPath;
}

/** Names that no query can give, for ends that have none. */
const unnamed = ["\nfirst", "\nlast"] as const;

export class ChosenWalk {
  readonly #pattern: PathPattern;
  readonly #machine: Machine;
  readonly #ends: readonly [NodePattern, NodePattern];
  readonly #before: Conditions;
  readonly #after: readonly ((row: Row) => boolean)[];
  readonly #limit: Limit = { most: 0, wasReached: false };
  readonly #walk: PathWalk;
  readonly #count: number;
  readonly #lengths: boolean;

  constructor(given: PathPattern, where: Expression | undefined, machine: Machine) {
    const { choose } = given;
    const [first, last] = [given.nodes[0], given.nodes.at(-1)];
    if (!choose || !first || !last) throw new Error("There is nothing to choose from");
    const start = { ...first, name: first.name ?? unnamed[0] };
    const end = { ...last, name: last.name ?? unnamed[1] };
    const pattern = { ...given, nodes: [start, ...given.nodes.slice(1, -1), end] };
    const others = new Set(namesIn([pattern]).filter((name) => name !== start.name && name !== end.name));
    // what is said of the ends alone, chooses among the ends; what is said of the path, among the paths that were chosen
    const isOfEnds = (condition: Expression) => ![...namesMentioned(condition)].some((name) => others.has(name));
    const all = conjunctsOf(where);
    this.#pattern = pattern;
    this.#machine = machine;
    this.#ends = [start, end];
    this.#before = conditionsOf([pattern], allOf(all.filter(isOfEnds)), machine);
    this.#after = conditionsOf([pattern], allOf(all.filter((one) => !isOfEnds(one))), machine).conditions.map(
      ({ holds }) => holds,
    );
    this.#walk = new PathWalk(pattern, this.#before, machine, this.#limit);
    this.#count = choose.count;
    this.#lengths = choose.lengths;
  }

  costFrom(): number {
    return 0;
  }

  *from(row: Row): Iterable<Found> {
    for (const { from, to, row: ended } of pairsOf(this.#ends, row, this.#before, this.#machine))
      for (const found of this.#chosen(from, to, ended))
        if (this.#after.every((holds) => holds(found.row))) yield { ...found, row: visible(found.row) };
  }

  *#chosen(from: number, to: number, row: Row): Iterable<Found> {
    let [taken, length] = [0, -1];
    for (const found of this.#ways(from, to, row)) {
      const links = found.path().links.length;
      if (!this.#lengths || links !== length) taken++;
      if (taken > this.#count) return;
      length = links;
      yield found;
    }
  }

  /** From the shortest on. */
  #ways(from: number, to: number, row: Row): Iterable<Found> {
    const { nodes, links, where } = this.#pattern;
    const [link] = links;
    const isSimple = nodes.length === 2 && link && !isGroup(link) && link.length && link.length.least <= 1 && !where;
    return isSimple && this.#count === 1 ? this.#quickest(link, from, to, row) : this.#deeper(row);
  }

  *#quickest(link: LinkPattern, from: number, to: number, row: Row): Iterable<Found> {
    const { least, most = Number.POSITIVE_INFINITY } = link.length ?? { least: 1 };
    const search = { step: linkStep(link, this.#machine), from, row, most };
    const ways = from === to && least > 0 ? quickestRounds(search) : quickestWays({ ...search, to });
    for (const way of ways) yield this.#found(way, link, row);
  }

  #found(way: Way, link: LinkPattern, row: Row): Found {
    const links = way.links.map((one) => new GraphLink(one));
    const path = new GraphPath(
      way.nodes.map((node) => new GraphNode(node)),
      links,
    );
    const made = new Map(row);
    if (this.#pattern.name !== undefined) made.set(this.#pattern.name, path);
    if (link.name !== undefined) made.set(link.name, links);
    return { row: made, path: () => path };
  }

  /** Every way of so many links, then of one more, until no way could be longer. */
  *#deeper(row: Row): Iterable<Found> {
    for (let most = 0; ; most++) {
      this.#limit.most = most;
      this.#limit.wasReached = false;
      for (const found of this.#walk.from(row, new Set())) if (found.path().links.length === most) yield found;
      if (!this.#limit.wasReached) return;
    }
  }
}

/** Another path may have ends without a name, too. */
const visible = (row: Row): Row => new Map([...row].filter(([name]) => name !== unnamed[0] && name !== unnamed[1]));

const allOf = (conditions: readonly Expression[]): Expression | undefined =>
  conditions.length === 0
    ? undefined
    : conditions.reduce((left, right) => ({ is: "binary", operator: "AND", left, right, at: left.at }));
