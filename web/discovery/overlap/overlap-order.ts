import type { OverlapAnswer, OverlapCell } from "../../../model/discovery.ts";
import type { Language, NodeId, NodeSummary } from "../../../model/graph.ts";
import { nameOf } from "../../ui/format.ts";

/** In which order the rows stand: as blocks show best, by name, most shared first, or by one institution. */
export type RowOrder = "blocks" | "name" | "shared" | { readonly institution: NodeId };

/** The cells by their keys. */
export type CellsByKey = ReadonlyMap<string, OverlapCell>;

/** How a cell is called: by the ids of its row and its institution. */
export const cellKey = (row: NodeId, institution: NodeId): string => `${row} ${institution}`;

export const cellsByKey = ({ cells }: OverlapAnswer): CellsByKey =>
  new Map(cells.map((cell) => [cellKey(cell.row, cell.institution), cell]));

/** The rows in another order; ties keep the order of blocks. */
export function orderedRows({ rows, cells }: OverlapAnswer, order: RowOrder, language: Language): NodeSummary[] {
  if (order === "blocks") return rows;
  if (order === "name") {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return rows.toSorted((one, other) => compare(nameOf(one, language), nameOf(other, language)));
  }
  const weights = new Map<NodeId, number>();
  for (const { row, institution, strength } of cells)
    if (order === "shared") weights.set(row, (weights.get(row) ?? 0) + 1);
    else if (institution === order.institution) weights.set(row, strength);
  return rows.toSorted((one, other) => (weights.get(other.id) ?? 0) - (weights.get(one.id) ?? 0));
}

/** How strong a cell is, in the four steps of its shade. */
export const levelOf = (strength: number): 1 | 2 | 3 | 4 => (strength > 0.75 ? 4 : strength > 0.5 ? 3 : strength > 0.25 ? 2 : 1);

/** The same in a word. */
export const strengthWord = (strength: number): "weak" | "middle" | "strong" =>
  strength > 0.66 ? "strong" : strength > 0.33 ? "middle" : "weak";
