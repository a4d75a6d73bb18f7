import type { Aspect } from "../../../model/discovery.ts";
import type { Basis } from "../../../model/graph.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import {
  type InstitutionIndex,
  indicesUpTo,
  type LinkIndex,
  type NodeIndex,
  outOfRange,
  type TieIndex,
} from "../graph/indices.ts";
import { weightOf } from "../profile/discounts.ts";
import { chainsBehind, tiesOf } from "../profile/profiles.ts";
import type { Chain, Profiles } from "../profile/types.ts";
import { type ColumnIndex, IncidenceMatrix, type RowIndex } from "./incidence-matrix.ts";
import { clusteredOrder, largestBlock, rowOrder } from "./seriation.ts";

/** What a comparison asks for. */
export interface Compared {
  /** Each once. */
  readonly institutions: readonly InstitutionIndex[];
  readonly rows: "question" | "theme";
  /** Only rows that are this theme, are about it, or fall under it. */
  readonly theme?: NodeIndex | undefined;
  readonly basis?: Basis | undefined;
  readonly show: "all" | "shared" | "differences" | "only";
}

/** How an institution is tied to a question or theme. */
export interface Cell {
  readonly institution: InstitutionIndex;
  readonly node: NodeIndex;
  /** How many different chains of links tie them; 1 or more. */
  readonly count: number;
  /** The weight of the heaviest chain, age aside, in (0, 1]. */
  readonly strength: number;
  readonly basis: Basis;
  /** Of all chains, each link once; at most 100. */
  readonly links: readonly LinkIndex[];
}

/** Institutions that share every one of some questions or themes. */
export interface SharedBlock {
  /** Two or more, in the order in which they are shown. */
  readonly institutions: readonly InstitutionIndex[];
  readonly nodes: readonly NodeIndex[];
}

/** Something that two or more institutions are tied to. */
export interface SharedNode {
  readonly node: NodeIndex;
  /** In the order asked. */
  readonly institutions: readonly InstitutionIndex[];
  readonly links: readonly LinkIndex[];
}

export interface Overlap {
  /** In an order in which blocks show. */
  readonly institutions: readonly InstitutionIndex[];
  /** The question or theme of each row, those of the block first. */
  readonly rows: readonly NodeIndex[];
  readonly cells: readonly Cell[];
  /** The largest; undefined when nothing is shared. */
  readonly block: SharedBlock | undefined;
  /** What most institutions share first, then by node; at most 200. */
  readonly shared: readonly SharedNode[];
  /** How many more there are. */
  readonly left: { readonly rows: number; readonly shared: number };
}

/** What one answer holds at most: what most institutions share comes first. */
const mostRows = 300;
const mostShared = 200;
const mostLinks = 100;

/** A question or theme with its cells, one for each institution that is tied to it. */
interface Row {
  readonly node: NodeIndex;
  readonly cells: readonly Cell[];
}

/** Which institutions share which questions or themes, through their teams and narrower themes too. */
export function overlapOf(profiles: Profiles, compared: Compared): Overlap {
  const found = rowsOf(profiles, compared).filter(({ cells }) => isShown(compared, cells));
  const widest = [...found].sort((a, b) => b.cells.length - a.cells.length || a.node - b.node).slice(0, mostRows);
  const { columns, rows, block } = arranged(compared.institutions, widest);
  const institutionOf = (column: ColumnIndex) => at(compared.institutions, column);
  const rowOf = (row: RowIndex) => at(widest, row);
  const inBlock = new Set(block?.rows);
  const shown = [...rows.filter((row) => inBlock.has(row)), ...rows.filter((row) => !inBlock.has(row))].map(rowOf);
  const shared = sharedBy(profiles, compared.institutions);
  return {
    institutions: columns.map(institutionOf),
    rows: shown.map(({ node }) => node),
    cells: shown.flatMap(({ cells }) => cells),
    block: block && {
      institutions: columns.filter((column) => block.columns.includes(column)).map(institutionOf),
      nodes: block.rows.map((row) => rowOf(row).node),
    },
    shared: shared.slice(0, mostShared).map(([node, tied]) => ({
      node,
      institutions: tied.map(({ institution }) => institution),
      links: linksOn(tied.flatMap(({ tie }) => chainsBehind(profiles, tie))),
    })),
    left: { rows: found.length - widest.length, shared: Math.max(0, shared.length - mostShared) },
  };
}

const at = <Value>(values: readonly Value[], index: ColumnIndex | RowIndex): Value =>
  values[index] ?? outOfRange(index, values.length);

/** Columns and rows in an order in which blocks show, and the largest block. Columns and rows are those given, by their position. */
function arranged(institutions: readonly InstitutionIndex[], rows: readonly Row[]) {
  const given = [...indicesUpTo<ColumnIndex>(institutions.length)];
  const columnsOf = ({ cells }: Row) => {
    const tied = new Set(cells.map(({ institution }) => institution));
    return given.filter((column) => tied.has(at(institutions, column)));
  };
  const matrix = new IncidenceMatrix(institutions.length, rows.map(columnsOf));
  const columns = clusteredOrder(matrix);
  const inOrder = rowOrder(matrix, columns);
  return { columns, rows: inOrder, block: largestBlock(matrix, inOrder) };
}

function rowsOf(profiles: Profiles, { institutions, rows, theme, basis }: Compared): Row[] {
  const { graph, ties, features } = profiles;
  const aspect: Aspect = rows === "question" ? "questions" : "themes";
  const byNode = new Map<NodeIndex, Cell[]>();
  for (const institution of institutions) {
    for (const tie of tiesOf(profiles, institution)) {
      const feature = ties.feature.at(tie);
      const node = features.node.at(feature);
      if (features.aspect(feature) !== aspect || !isUnder(profiles, node, theme)) continue;
      const chains = chainsBehind(profiles, tie).filter(
        (chain) => basis === undefined || isStated(graph, chain) === (basis === "stated"),
      );
      if (chains.length === 0) continue;
      const cell = cellOf(graph, institution, node, chains);
      const known = byNode.get(node);
      if (known) known.push(cell);
      else byNode.set(node, [cell]);
    }
  }
  return [...byNode].map(([node, cells]) => ({ node, cells }));
}

const cellOf = (graph: GraphIndex, institution: InstitutionIndex, node: NodeIndex, chains: readonly Chain[]): Cell => ({
  institution,
  node,
  count: new Set(chains.map(({ links }) => links.join())).size,
  strength: Math.max(...chains.map(({ discounts }) => weightOf(discounts, ["age"]))),
  basis: chains.some((chain) => isStated(graph, chain)) ? "stated" : "derived",
  links: linksOn(chains),
});

/** Each link on some chains once, in their order. */
const linksOn = (chains: readonly Chain[]): LinkIndex[] => [...new Set(chains.flatMap(({ links }) => links))].slice(0, mostLinks);

/** Whether sources state what an institution asks or does; what that is about may be derived. */
const isStated = (graph: GraphIndex, { links }: Chain): boolean =>
  links.every((link) => ["ABOUT", "BROADER"].includes(graph.kindOf(link)) || !graph.isDerived(link));

/** Whether a row falls under a theme: a question by its themes, a theme by those above it. */
function isUnder({ themes, graph, broader }: Profiles, row: NodeIndex, theme: NodeIndex | undefined): boolean {
  if (theme === undefined || row === theme) return true;
  return graph.node(row).kind === "question" ? themes(row).some((chain) => chain.theme === theme) : broader(row).has(theme);
}

function isShown({ show, institutions }: Compared, cells: readonly Cell[]): boolean {
  if (show === "shared") return cells.length > 1;
  if (show === "differences") return cells.length < institutions.length;
  if (show === "only") return cells.length === 1 && cells[0]?.institution === institutions[0];
  return true;
}

/** An institution with its tie to something. */
interface Tied {
  readonly institution: InstitutionIndex;
  readonly tie: TieIndex;
}

/** Everything that two or more share, what most share first: things themselves, and the themes of what they ask. */
function sharedBy(profiles: Profiles, institutions: readonly InstitutionIndex[]): [NodeIndex, readonly Tied[]][] {
  const { features, ties } = profiles;
  const tiedTo = new Map<NodeIndex, Tied[]>();
  for (const institution of institutions) {
    for (const tie of tiesOf(profiles, institution)) {
      const feature = ties.feature.at(tie);
      if (features.isTheme(feature) && features.aspect(feature) !== "themes") continue;
      const node = features.node.at(feature);
      const known = tiedTo.get(node);
      if (known) known.push({ institution, tie });
      else tiedTo.set(node, [{ institution, tie }]);
    }
  }
  return [...tiedTo].filter(([, tied]) => tied.length > 1).sort(([a, one], [b, other]) => other.length - one.length || a - b);
}
