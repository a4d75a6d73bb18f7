import { type Aspect, aspectNames, type Effect } from "../../model/discovery.ts";
import type { LinkKind } from "../../model/kinds.ts";
import { type FactGraph, nodeAt } from "./facts.ts";
import { type ThemeWay, themesOf, type Way, waysOf } from "./ways.ts";

/** What every institution is tied to, in arrays; read once for each state of the data. See docs/methods.md. */
export interface Profiles {
  readonly graph: FactGraph;
  /** The places of the institutions among the nodes; an institution is known by its place in this list. */
  readonly institutions: Int32Array;
  /** What can be shared: an aspect and a node. */
  readonly items: { readonly aspect: Uint8Array; readonly node: Int32Array; readonly isTheme: Uint8Array };
  /** An institution tied to an item. Those of one institution stand together, in the order of their items. */
  readonly ties: { readonly starts: Int32Array; readonly item: Int32Array; readonly institution: Int32Array };
  /** The ways behind each tie, with what makes them count for less. */
  readonly ways: {
    readonly starts: Int32Array;
    readonly thing: Int32Array;
    readonly basis: Float64Array;
    readonly contested: Float64Array;
    readonly age: Float64Array;
  };
  /** The ties to each item. */
  readonly tiesTo: { readonly starts: Int32Array; readonly ties: Int32Array };
  /** For each institution, the institution that it merged into or is part of; -1 when none. */
  readonly partOf: Int32Array;
  readonly themes: (thing: number) => readonly ThemeWay[];
  readonly rarity: Rarity;
}

/** How much each item tells when two institutions share it, in (0, 1]; with rarity switched off, themes keep their depth. */
export interface Rarity {
  readonly on: Float64Array;
  readonly off: Float64Array;
}

/** What each effect takes off; docs/methods.md says why these. */
export const factors = {
  /** For each link that no source states, of what an institution asks, does or has. */
  derived: 0.4,
  /** For each theme or question that the compiler tied to something: nearly all such links were made so, which tells little. */
  derivedTie: 0.8,
  /** For each link that sources disagree on. */
  contested: 0.6,
  /** Years after which something counts for half. */
  halfLife: 10,
} as const;

/** What makes a way count for less; 1 where nothing does. */
export interface Doubts {
  readonly basis: number;
  readonly contested: number;
  readonly age: number;
  /** How close the tie is; not an effect to switch off. */
  readonly closeness: number;
}

/** How many years ago something was is counted from the newest year in the data; when unknown, it takes nothing off. */
export function doubtsOf(graph: FactGraph, { links, year, closeness = 1 }: Pick<Way, "links" | "year" | "closeness">): Doubts {
  let basis = 1;
  let contested = 1;
  for (const link of links) {
    if (graph.contested[link] === 1) contested *= factors.contested;
    if (graph.derived[link] === 1) basis *= compiled.has(graph.kindOf(link)) ? factors.derivedTie : factors.derived;
  }
  return { basis, contested, age: year === 0 ? 1 : 0.5 ** (Math.max(0, graph.newestYear - year) / factors.halfLife), closeness };
}

const compiled: ReadonlySet<LinkKind> = new Set(["ABOUT", "BROADER", "ADDRESSES"]);

/** What a way is worth, in (0, 1], with some effects switched off. */
export const worthOf = ({ basis, contested, age, closeness }: Doubts, off: readonly Effect[]): number =>
  closeness * (off.includes("basis") ? 1 : basis) * (off.includes("contested") ? 1 : contested) * (off.includes("age") ? 1 : age);

/** Reads every institution's ways and puts them in order. */
export function profilesOf(graph: FactGraph): Profiles {
  const institutions = Int32Array.from(graph.nodes.keys()).filter((place) => nodeAt(graph, place).kind === "institution");
  const themes = kept((thing: number) => themesOf(graph, thing));
  const items = new Items();
  const table = new Table();
  for (const [institution, place] of institutions.entries()) {
    const ways = waysOf(graph, place, themes);
    const byItem = new Map<number, Way[]>();
    for (const way of ways) {
      const item = items.of(way.aspect, way.item);
      const group = byItem.get(item);
      if (group) group.push(way);
      else byItem.set(item, [way]);
    }
    table.add(institution, byItem, graph);
  }
  return finish(graph, institutions, items, table, themes);
}

function kept<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** Numbers for pairs of an aspect and a node, in the order in which they are first met. */
class Items {
  readonly aspect: number[] = [];
  readonly node: number[] = [];
  readonly #places = new Map<number, number>();

  of(aspect: Aspect, node: number): number {
    const key = node * aspectNames.length + aspectNames.indexOf(aspect);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.node.length);
    this.aspect.push(aspectNames.indexOf(aspect));
    return this.node.push(node) - 1;
  }
}

/** Ties and ways as they are gathered, institution by institution. */
class Table {
  readonly starts: number[] = [0];
  readonly item: number[] = [];
  readonly institution: number[] = [];
  readonly wayStarts: number[] = [0];
  readonly thing: number[] = [];
  readonly basis: number[] = [];
  readonly contested: number[] = [];
  readonly age: number[] = [];

  add(institution: number, byItem: ReadonlyMap<number, readonly Way[]>, graph: FactGraph): void {
    for (const [item, ways] of [...byItem].sort(([a], [b]) => a - b)) {
      this.item.push(item);
      this.institution.push(institution);
      for (const way of ways) {
        this.thing.push(way.thing);
        const doubts = doubtsOf(graph, way);
        this.basis.push(doubts.basis);
        this.contested.push(doubts.contested);
        this.age.push(doubts.age);
      }
      this.wayStarts.push(this.thing.length);
    }
    this.starts.push(this.item.length);
  }
}

function finish(graph: FactGraph, institutions: Int32Array, items: Items, table: Table, themes: Profiles["themes"]): Profiles {
  const partOf = Int32Array.from(institutions, (place) => wholeOf(graph, place, institutions));
  const tiesTo = byItem(table.item, items.node.length);
  const isTheme = Uint8Array.from(items.node, (node) => (nodeAt(graph, node).kind === "theme" ? 1 : 0));
  const made = { aspect: Uint8Array.from(items.aspect), node: Int32Array.from(items.node), isTheme };
  return {
    graph,
    institutions,
    items: made,
    ties: {
      starts: Int32Array.from(table.starts),
      item: Int32Array.from(table.item),
      institution: Int32Array.from(table.institution),
    },
    ways: {
      starts: Int32Array.from(table.wayStarts),
      thing: Int32Array.from(table.thing),
      basis: Float64Array.from(table.basis),
      contested: Float64Array.from(table.contested),
      age: Float64Array.from(table.age),
    },
    tiesTo,
    partOf,
    themes,
    rarity: rarityOf(graph, made, table, tiesTo, partOf),
  };
}

/** The institution that one is part of; the first by id when there are several. */
function wholeOf(graph: FactGraph, place: number, institutions: Int32Array): number {
  const wholes = [...graph.out(place, "PART_OF")].map((link) => graph.to[link] ?? -1);
  return wholes.map((whole) => institutions.indexOf(whole)).find((whole) => whole >= 0) ?? -1;
}

function byItem(item: readonly number[], count: number): Profiles["tiesTo"] {
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

/**
 * How much sharing an item tells: ln 2 / ln n when n institutions have it, so 1 when only two do (Adamic & Adar 2003, scaled). A
 * theme counts for what it adds to the most telling of its broader themes, so that a theme and all that is above it together count
 * once, and a narrow one for more than a broad one (the information content of Resnik 1995; Pesquita et al. 2007).
 */
function rarityOf(
  graph: FactGraph,
  items: Profiles["items"],
  table: Table,
  tiesTo: Profiles["tiesTo"],
  partOf: Int32Array,
): Rarity {
  const rare = (item: number) => {
    const ties = tiesTo.ties.subarray(tiesTo.starts[item], tiesTo.starts[item + 1]);
    const n = ties.reduce((sum, tie) => sum + ((partOf[table.institution[tie] ?? -1] ?? -1) < 0 ? 1 : 0), 0);
    return Math.LN2 / Math.log(Math.max(2, n));
  };
  const count = items.node.length;
  const rarity = Float64Array.from({ length: count }, (_, item) => rare(item));
  const placeOf = new Map(Array.from(items.node, (node, item) => [node * aspectNames.length + (items.aspect[item] ?? 0), item]));
  const depthOf = kept((theme: number): number => depth(graph, theme, []));
  const detail = (theme: number) => 1 - 0.5 ** (depthOf(theme) + 1);
  const added = (item: number, worth: (item: number) => number) => {
    const node = items.node[item] ?? 0;
    if (items.isTheme[item] === 0) return worth(item);
    const above = [...graph.out(node, "BROADER")].map((link) => graph.to[link] ?? 0);
    const broader = above.flatMap((theme) => placeOf.get(theme * aspectNames.length + (items.aspect[item] ?? 0)) ?? []);
    const most = Math.max(0, ...broader.map((one) => worth(one) * detail(items.node[one] ?? 0)));
    return Math.max(0, worth(item) * detail(node) - most);
  };
  return {
    on: Float64Array.from({ length: count }, (_, item) => added(item, (one) => rarity[one] ?? 0)),
    off: Float64Array.from({ length: count }, (_, item) => added(item, () => 1)),
  };
}

/** How many themes stand above one, by the longest chain. */
function depth(graph: FactGraph, theme: number, passed: readonly number[]): number {
  const above = [...graph.out(theme, "BROADER")]
    .map((link) => graph.to[link] ?? 0)
    .filter((one) => one !== theme && !passed.includes(one));
  return passed.length > 8 ? 0 : Math.max(0, ...above.map((one) => 1 + depth(graph, one, [...passed, theme])));
}
