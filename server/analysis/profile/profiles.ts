import { type Aspect, aspectNames, type Effect } from "../../../model/discovery.ts";
import { type FactGraph, nodeAt } from "../graph/graph-index.ts";
import { Table } from "./builder.ts";
import { broaderOf, type ThemeWay, themesOf, type Way, waysOf } from "./chains.ts";
import { worthOf } from "./discounts.ts";
import { type Rarity, rarityOf } from "./rarity.ts";

/** What every institution is tied to, in arrays; read once for each state of the data. See docs/methods.md. */
export interface Profiles {
  readonly graph: FactGraph;
  /** The places of the institutions among the nodes; an institution is known by its place in this list. */
  readonly institutions: Int32Array;
  readonly items: Items;
  readonly ties: Ties;
  readonly ways: Ways;
  /** For each institution, the institution that it merged into or is part of; -1 when none. */
  readonly partOf: Int32Array;
  /** Every theme that a node is about, broader ones too. */
  readonly themes: (thing: number) => readonly ThemeWay[];
  /** The themes above a theme. */
  readonly broader: (theme: number) => ReadonlySet<number>;
  readonly rarity: Rarity;
}

/** What can be shared: an aspect and a node. */
export interface Items {
  readonly aspect: Uint8Array;
  readonly node: Int32Array;
  readonly isTheme: Uint8Array;
  /** The place of an item; undefined when nobody is tied to it. */
  readonly at: (aspect: Aspect, node: number) => number | undefined;
}

/** Institutions tied to items. Those of one institution stand together, in the order of their items; `to` lists those to one item. */
export interface Ties {
  readonly starts: Int32Array;
  readonly item: Int32Array;
  readonly institution: Int32Array;
  readonly to: { readonly starts: Int32Array; readonly ties: Int32Array };
}

/** The ways behind each tie: the thing that each goes by, its links, and what makes it count for less. */
export interface Ways {
  readonly starts: Int32Array;
  readonly thing: Int32Array;
  readonly basis: Float64Array;
  readonly contested: Float64Array;
  readonly age: Float64Array;
  readonly linkStarts: Int32Array;
  readonly links: Int32Array;
}

/** Reads every institution's ways and puts them in order. */
export function profilesOf(graph: FactGraph): Profiles {
  const institutions = Int32Array.from(graph.nodes.keys()).filter((place) => nodeAt(graph, place).kind === "institution");
  const themes = kept((thing: number) => themesOf(graph, thing));
  const broader = kept(
    (theme: number) =>
      new Set(
        broaderOf(graph, theme, [], [])
          .map((way) => way.theme)
          .filter((one) => one !== theme),
      ),
  );
  const table = new Table(graph);
  for (const [institution, place] of institutions.entries()) table.add(institution, waysOf(graph, place, themes));
  const partOf = Int32Array.from(institutions, (place) => wholeOf(graph, place, institutions));
  const { items, ties, ways } = table.finish();
  return { graph, institutions, items, ties, ways, partOf, themes, broader, rarity: rarityOf(graph, items, ties, partOf) };
}

function kept<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** The institution that one is part of; the first by id when there are several. */
function wholeOf(graph: FactGraph, place: number, institutions: Int32Array): number {
  const wholes = [...graph.out(place, "PART_OF")].map((link) => graph.to[link] ?? -1);
  return wholes.map((whole) => institutions.indexOf(whole)).find((whole) => whole >= 0) ?? -1;
}

/** The places of an institution's ties. */
export function* tiesOf({ ties }: Pick<Profiles, "ties">, institution: number): Generator<number> {
  for (let tie = ties.starts[institution] ?? 0; tie < (ties.starts[institution + 1] ?? 0); tie++) yield tie;
}

/** The places of the ties to an item. */
export const tiesTo = ({ ties }: Pick<Profiles, "ties">, item: number): Int32Array =>
  ties.to.ties.subarray(ties.to.starts[item], ties.to.starts[item + 1]);

/** So many ways of one tie are looked into, the strongest first. */
const mostWays = 100;

/** The ways behind a tie with their links, the strongest first when there are very many. */
export function waysBehind({ ways, ties, items }: Profiles, tie: number, off: readonly Effect[] = []): Way[] {
  const item = ties.item[tie] ?? 0;
  const doubtsAt = (way: number) => ({
    basis: ways.basis[way] ?? 0,
    contested: ways.contested[way] ?? 0,
    age: ways.age[way] ?? 0,
    closeness: 1,
  });
  const first = ways.starts[tie] ?? 0;
  const all = Array.from({ length: (ways.starts[tie + 1] ?? 0) - first }, (_, at) => first + at);
  const worth = (way: number) => worthOf(doubtsAt(way), off);
  const looked = all.length <= mostWays ? all : all.sort((a, b) => worth(b) - worth(a) || a - b).slice(0, mostWays);
  return looked.map((way) => ({
    aspect: aspectNames[items.aspect[item] ?? 0] ?? "questions",
    item: items.node[item] ?? 0,
    thing: ways.thing[way] ?? 0,
    links: linksAt(ways, way),
    year: 0,
    doubts: doubtsAt(way),
  }));
}

/** The links of a way: a few, for which a loop is five times as fast as spreading a part of the array. */
function linksAt({ linkStarts, links }: Ways, way: number): number[] {
  const found: number[] = [];
  for (let at = linkStarts[way] ?? 0; at < (linkStarts[way + 1] ?? 0); at++) found.push(links[at] ?? 0);
  return found;
}
