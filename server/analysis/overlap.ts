import type { Aspect } from "../../model/discovery.ts";
import type { Basis, Text } from "../../model/graph.ts";
import { type FactGraph, nodeAt } from "./facts.ts";
import { clusteredOrder, largestBlock, rowOrder } from "./order.ts";
import { doubtsOf, type Profiles, worthOf } from "./profiles.ts";
import { itemKey, type WaysByItem, waysByItem } from "./reasons.ts";
import { counted, inBoth, listed, named } from "./sentences.ts";
import type { Way } from "./ways.ts";

/** What a comparison asks for; institutions by their places among the profiles. */
export interface Compared {
  readonly institutions: readonly number[];
  readonly rows: "question" | "theme";
  /** Only rows that are about this theme, or that it is above. */
  readonly theme?: number | undefined;
  readonly basis?: Basis | undefined;
  readonly show: "all" | "shared" | "differences" | "only";
}

/** How an institution is tied to a row, with links by their places. */
export interface Cell {
  readonly institution: number;
  readonly row: number;
  readonly count: number;
  readonly strength: number;
  readonly basis: Basis;
  readonly links: readonly number[];
}

export interface Overlap {
  /** In an order in which blocks show. */
  readonly institutions: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly Cell[];
  readonly sentence: Text;
  readonly shared: readonly {
    readonly item: number;
    readonly institutions: readonly number[];
    readonly links: readonly number[];
  }[];
}

/** Links that say what an institution asks or does, not what that is about. */
const isOwn = (graph: FactGraph, link: number) => !["ABOUT", "BROADER"].includes(graph.kindOf(link));
const isStated = (graph: FactGraph, { links }: Way) => links.every((link) => !isOwn(graph, link) || graph.derived[link] === 0);

function cellOf(profiles: Profiles, institution: number, row: number, ways: readonly Way[]): Cell {
  const { graph } = profiles;
  return {
    institution,
    row,
    count: new Set(ways.map(({ links }) => links.join())).size,
    strength: Math.max(...ways.map((way) => worthOf(doubtsOf(graph, way), ["age"]))),
    basis: ways.some((way) => isStated(graph, way)) ? "stated" : "derived",
    links: [...new Set(ways.flatMap(({ links }) => links))],
  };
}

/** Which institutions share which questions or themes, through their teams and narrower themes too. */
export function overlapOf(profiles: Profiles, compared: Compared): Overlap {
  const { graph } = profiles;
  const ways = new Map(compared.institutions.map((institution) => [institution, waysByItem(profiles, institution)]));
  const fits = (way: Way) => compared.basis === undefined || isStated(graph, way) === (compared.basis === "stated");
  const aspect: Aspect = compared.rows === "question" ? "questions" : "themes";
  const found = compared.institutions.flatMap((institution) =>
    [...(ways.get(institution) ?? [])].flatMap(([key, all]) => {
      const row = all[0]?.item ?? 0;
      const here = key === itemKey(aspect, row) && isUnder(profiles, row, compared.theme) ? all.filter(fits) : [];
      return here.length > 0 ? [cellOf(profiles, institution, row, here)] : [];
    }),
  );
  const byRow = new Map<number, Cell[]>();
  for (const cell of found) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const rows = [...byRow].filter(([, cells]) => isShown(compared, cells)).sort(([a], [b]) => a - b);
  const columns = compared.institutions.map(
    (institution) =>
      new Set(rows.filter(([, cells]) => cells.some((cell) => cell.institution === institution)).map(([row]) => row)),
  );
  const order = clusteredOrder(columns);
  const institutions = order.map((at) => compared.institutions[at] ?? 0);
  const sets = rows.map(([, cells]) => new Set(cells.map(({ institution }) => institutions.indexOf(institution))));
  const sorted = rowOrder(sets, [...institutions.keys()]).map((at) => rows[at]);
  return {
    institutions,
    rows: sorted.map((row) => row?.[0] ?? 0),
    cells: sorted.flatMap((row) => row?.[1] ?? []),
    sentence: blockSentence(
      profiles,
      compared,
      institutions,
      sorted.map((row) => row?.[0] ?? 0),
      sorted.map((row) => new Set((row?.[1] ?? []).map(({ institution }) => institutions.indexOf(institution)))),
    ),
    shared: sharedBy(profiles, ways),
  };
}

/** Whether a row is about a theme: a question by its themes, a theme by those above it. */
function isUnder({ themes, graph }: Profiles, row: number, theme: number | undefined): boolean {
  if (theme === undefined || row === theme) return true;
  if (nodeAt(graph, row).kind === "question") return themes(row).some((way) => way.theme === theme);
  const above = (place: number, passed: readonly number[]): boolean =>
    [...graph.out(place, "BROADER")]
      .map((link) => graph.to[link] ?? 0)
      .some((up) => up === theme || (!passed.includes(up) && above(up, [...passed, up])));
  return above(row, [row]);
}

function isShown({ show, institutions }: Compared, cells: readonly Cell[]): boolean {
  if (show === "shared") return cells.length > 1;
  if (show === "differences") return cells.length < institutions.length;
  if (show === "only") return cells.length === 1 && cells[0]?.institution === institutions[0];
  return true;
}

const mostNamed = 3;

function blockSentence(
  profiles: Profiles,
  { rows: kind }: Compared,
  institutions: readonly number[],
  rows: readonly number[],
  sets: readonly ReadonlySet<number>[],
): Text {
  const block = largestBlock(sets);
  const words =
    kind === "question"
      ? { nl: ["vraag", "vragen"], en: ["question", "questions"] }
      : { nl: ["thema", "thema’s"], en: ["theme", "themes"] };
  if (!block)
    return {
      nl: `Voor zover wij weten delen deze instellingen geen ${words.nl[1]}.`,
      en: `As far as we know these institutions share no ${words.en[1]}.`,
    };
  return inBoth((language) => {
    const who = listed(
      block.columns.map((column) => named(profiles, profiles.institutions[institutions[column] ?? 0] ?? 0, language)),
      language,
    );
    const first = block.rows.slice(0, mostNamed).map((row) => named(profiles, rows[row] ?? 0, language));
    const more = block.rows.length - first.length;
    const [one = "", many = ""] = words[language];
    const rest =
      more === 0 ? [] : [language === "nl" ? `nog ${counted(more, [one, many])}` : `${counted(more, [one, many])} more`];
    const total = counted(block.rows.length, [one, many]);
    return language === "nl"
      ? `Het grootste blok: ${who} delen ${total}: ${listed([...first, ...rest], language)}.`
      : `The largest block: ${who} share ${total}: ${listed([...first, ...rest], language)}.`;
  });
}

/** Everything that two or more share: things themselves, and the themes of what they ask. */
function sharedBy({ graph }: Profiles, ways: ReadonlyMap<number, WaysByItem>): Overlap["shared"] {
  const found = new Map<number, Map<number, Set<number>>>();
  for (const [institution, items] of ways) {
    for (const all of items.values()) {
      const [first] = all;
      if (!first || (nodeAt(graph, first.item).kind === "theme" && first.aspect !== "themes")) continue;
      const who = found.get(first.item) ?? new Map<number, Set<number>>();
      found.set(first.item, who.set(institution, new Set(all.flatMap(({ links }) => links))));
    }
  }
  return [...found]
    .filter(([, who]) => who.size > 1)
    .sort(([a, one], [b, other]) => other.size - one.size || a - b)
    .map(([item, who]) => ({
      item,
      institutions: [...who.keys()],
      links: [...new Set([...who.values()].flatMap((links) => [...links]))],
    }));
}
