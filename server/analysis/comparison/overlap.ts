import type { Aspect } from "../../../model/discovery.ts";
import type { Basis, Text } from "../../../model/graph.ts";
import { type FactGraph, nodeAt } from "../graph/graph-index.ts";
import { aspectAt } from "../peers/score.ts";
import type { Way } from "../profile/chains.ts";
import { worthOf } from "../profile/discounts.ts";
import { type Profiles, tiesOf, waysBehind } from "../profile/profiles.ts";
import { doubtsIn } from "../reasons/meeting.ts";
import { counted, ended, inBoth, listed, named } from "../wording/sentences.ts";
import { type Block, clusteredOrder, largestBlock, rowOrder } from "./seriation.ts";

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
  /** How many more there are. */
  readonly left: { readonly rows: number; readonly shared: number };
}

/** What one answer holds at most: what most institutions share comes first. */
const mostRows = 300;
const mostShared = 200;
const mostLinks = 100;

/** Links that say what an institution asks or does, not what that is about. */
const isOwn = (graph: FactGraph, link: number) => !["ABOUT", "BROADER"].includes(graph.kindOf(link));
const isStated = (graph: FactGraph, { links }: Way) => links.every((link) => !isOwn(graph, link) || graph.derived[link] === 0);

function cellOf(profiles: Profiles, institution: number, row: number, ways: readonly Way[]): Cell {
  const { graph } = profiles;
  return {
    institution,
    row,
    count: new Set(ways.map(({ links }) => links.join())).size,
    strength: Math.max(...ways.map((way) => worthOf(doubtsIn({ profiles }, way), ["age"]))),
    basis: ways.some((way) => isStated(graph, way)) ? "stated" : "derived",
    links: [...new Set(ways.flatMap(({ links }) => links))].slice(0, mostLinks),
  };
}

/** A row with its cells. */
interface Row {
  readonly node: number;
  readonly cells: readonly Cell[];
}

/** Which institutions share which questions or themes, through their teams and narrower themes too. */
export function overlapOf(profiles: Profiles, compared: Compared): Overlap {
  const found = rowsOf(profiles, compared).filter(({ cells }) => isShown(compared, cells));
  const kept = [...found].sort((a, b) => b.cells.length - a.cells.length || a.node - b.node).slice(0, mostRows);
  const columns = compared.institutions.map(
    (institution) =>
      new Set(kept.flatMap(({ cells }, row) => (cells.some((cell) => cell.institution === institution) ? [row] : []))),
  );
  const institutions = clusteredOrder(columns).map((at) => compared.institutions[at] ?? 0);
  const columnsIn = ({ cells }: Row) => new Set(cells.map(({ institution }) => institutions.indexOf(institution)));
  const inOrder = rowOrder(kept.map(columnsIn), [...institutions.keys()]).flatMap((at) => kept[at] ?? []);
  const block = largestBlock(inOrder.map(columnsIn));
  const rows = blockFirst(inOrder, block);
  const shared = sharedBy(profiles, compared.institutions);
  return {
    institutions,
    rows: rows.map(({ node }) => node),
    cells: rows.flatMap(({ cells }) => cells),
    sentence: blockSentence(profiles, compared, institutions, inOrder, block),
    shared: shared.slice(0, mostShared),
    left: { rows: found.length - kept.length, shared: Math.max(0, shared.length - mostShared) },
  };
}

/** The rows of the block that the sentence names stand at the top, where a reader looks for them. */
function blockFirst(rows: readonly Row[], block: Block | undefined): readonly Row[] {
  const inBlock = new Set(block?.rows);
  const placed = rows.map((row, at) => ({ row, first: inBlock.has(at) }));
  return [...placed.filter(({ first }) => first), ...placed.filter(({ first }) => !first)].map(({ row }) => row);
}

function rowsOf(profiles: Profiles, { institutions, rows, theme, basis }: Compared): Row[] {
  const aspect: Aspect = rows === "question" ? "questions" : "themes";
  const byNode = new Map<number, Cell[]>();
  for (const institution of institutions) {
    for (const tie of tiesOf(profiles, institution)) {
      const item = profiles.ties.item[tie] ?? 0;
      const node = profiles.items.node[item] ?? 0;
      if (aspectAt(profiles, item) !== aspect || !isUnder(profiles, node, theme)) continue;
      const ways = waysBehind(profiles, tie).filter(
        (way) => basis === undefined || isStated(profiles.graph, way) === (basis === "stated"),
      );
      if (ways.length === 0) continue;
      const known = byNode.get(node);
      const cell = cellOf(profiles, institution, node, ways);
      if (known) known.push(cell);
      else byNode.set(node, [cell]);
    }
  }
  return [...byNode].map(([node, cells]) => ({ node, cells }));
}

/** Whether a row is about a theme: a question by its themes, a theme by those above it. */
function isUnder({ themes, graph, broader }: Profiles, row: number, theme: number | undefined): boolean {
  if (theme === undefined || row === theme) return true;
  return nodeAt(graph, row).kind === "question" ? themes(row).some((way) => way.theme === theme) : broader(row).has(theme);
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
  rows: readonly Row[],
  block: Block | undefined,
): Text {
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
    const first = block.rows.slice(0, mostNamed).map((row) => named(profiles, rows[row]?.node ?? 0, language));
    const more = block.rows.length - first.length;
    const [one = "", many = ""] = words[language];
    const rest =
      more === 0 ? [] : [language === "nl" ? `nog ${counted(more, [one, many])}` : `${counted(more, [one, many])} more`];
    const total = counted(block.rows.length, [one, many]);
    const what = listed([...first, ...rest], language);
    return ended(
      language === "nl"
        ? `Het grootste blok: ${who} delen ${total}: ${what}`
        : `The largest block: ${who} share ${total}: ${what}`,
    );
  });
}

/** Everything that two or more share: things themselves, and the themes of what they ask. */
function sharedBy(profiles: Profiles, institutions: readonly number[]): Overlap["shared"] {
  const { items, ties } = profiles;
  const found = new Map<number, { readonly institution: number; readonly tie: number }[]>();
  for (const institution of institutions) {
    for (const tie of tiesOf(profiles, institution)) {
      const item = ties.item[tie] ?? 0;
      if (items.isTheme[item] === 1 && aspectAt(profiles, item) !== "themes") continue;
      const node = items.node[item] ?? 0;
      found.set(node, [...(found.get(node) ?? []), { institution, tie }]);
    }
  }
  return [...found]
    .filter(([, who]) => who.length > 1)
    .sort(([a, one], [b, other]) => other.length - one.length || a - b)
    .map(([item, who]) => ({
      item,
      institutions: who.map(({ institution }) => institution),
      links: [...new Set(who.flatMap(({ tie }) => waysBehind(profiles, tie).flatMap(({ links }) => links)))].slice(0, mostLinks),
    }));
}
