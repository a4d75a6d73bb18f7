/** A path in parentheses, gone along several times: each time begins where the one before ended. */
import type { Machine, Row } from "../machine.ts";
import type { GroupPattern } from "../plan.ts";
import type { GraphPath, Value } from "../values/value.ts";
import { type Conditions, conditionsOf } from "./conditions.ts";
import { namesIn } from "./names.ts";

/** A walk along the path once. */
interface Once {
  /** The ways that begin, or end, at a node. */
  fromEnd(
    node: number,
    isLast: boolean,
    row: Row,
    used: Set<number>,
  ): Iterable<{ readonly row: Row; readonly path: () => GraphPath }>;
}

/** What was gone along so far, in the order in which it was. */
interface Gone {
  readonly times: number;
  readonly node: number;
  readonly links: readonly number[];
  /** What each name of the path stood for, one row each time. */
  readonly rows: readonly Row[];
}

export interface GroupWay {
  readonly node: number;
  readonly links: readonly number[];
  readonly lists: readonly (readonly [name: string, values: readonly Value[]])[];
}

export class GroupWalk {
  readonly #length: GroupPattern["length"];
  readonly #walk: Once;
  readonly #names: readonly string[];
  readonly #always: readonly ((row: Row) => boolean)[];

  constructor({ path, length }: GroupPattern, machine: Machine, once: (conditions: Conditions) => Once) {
    const conditions = conditionsOf([path], undefined, machine);
    this.#length = length;
    this.#walk = once(conditions);
    this.#names = namesIn([path]);
    this.#always = conditions.conditions.filter(({ needs }) => needs.length === 0).map(({ holds }) => holds);
  }

  /** @param used links that are taken already; those of each way are in it while the way is looked at */
  *from(node: number, row: Row, backwards: boolean, used: Set<number>): Iterable<GroupWay> {
    const begun = { times: 0, node, links: [], rows: [] };
    for (const { node: end, links, rows } of this.#again(begun, row, backwards, used)) {
      const inOrder = backwards ? [...rows].reverse() : rows;
      const lists = this.#names.map((name) => [name, inOrder.map((one) => one.get(name) ?? null)] as const);
      yield { node: end, links: backwards ? [...links].reverse() : links, lists };
    }
  }

  *#again(gone: Gone, row: Row, backwards: boolean, used: Set<number>): Iterable<Gone> {
    const { least, most = Number.POSITIVE_INFINITY } = this.#length;
    const { times, node, links, rows } = gone;
    if (times >= least) yield gone;
    if (times >= most || !this.#always.every((holds) => holds(row))) return;
    for (const { row: found, path } of this.#walk.fromEnd(node, backwards, row, used)) {
      const { nodes, links: passed } = path();
      const end = backwards ? nodes[0] : nodes.at(-1);
      const more = passed.map(({ link }) => link);
      const next = { times: times + 1, node: end?.node ?? node, links: [...links, ...(backwards ? more.reverse() : more)] };
      yield* this.#again({ ...next, rows: [...rows, found] }, row, backwards, used);
    }
  }
}
