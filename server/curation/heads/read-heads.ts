import {
  type ColumnMeaning,
  type ImportChoices,
  importLimits,
  meaningCode,
  meaningOf,
  type SheetHolds,
} from "../../../model/curation.ts";
import { type NodeKind, nodeKindNames, nodeKinds, type PropertyName } from "../../../model/kinds.ts";
import type { Sheet } from "../sheets/sheet.ts";
import { kindMeant, plainMeant, propertyMeant } from "./head-words.ts";
import { linkBetween, linkMeant, othersOf } from "./link-meant.ts";

/** A column of a sheet. */
export interface Column {
  /** From 0. */
  readonly index: number;
  readonly head: string;
  readonly means: ColumnMeaning | undefined;
}

/** A sheet with what is known of it. */
export interface ReadSheet {
  readonly sheet: Sheet;
  readonly holds: SheetHolds | undefined;
  /** From 0; -1 when there is none. */
  readonly headRow: number;
  readonly columns: readonly Column[];
}

/** Among so many rows the heads are looked for: above them may be a title, remarks or nothing. */
const rowsLookedAt = 15;

/** What the rows of each sheet are and what its columns mean: as was chosen, or else as their words say. */
export function readHeads(sheet: Sheet, fileName: string, choices: ImportChoices): ReadSheet {
  const headRow = headRowOf(sheet);
  const heads = headsOf(sheet, headRow);
  const holds = choices.holds[sheet.name] ?? holdsOf(sheet.name, fileName, heads);
  return { sheet, holds, headRow, columns: columnsOf(heads, holds, choices) };
}

/** Whether a head is one that somebody would write above a column. */
const isKnown = (head: string): boolean =>
  plainMeant(head) !== undefined ||
  kindMeant(head) !== undefined ||
  propertyMeant(head) !== undefined ||
  nodeKindNames.some((kind) => linkMeant(head, kind));

/** The row with the most heads that are known, the first of several; or else the first row with more than one cell. */
function headRowOf({ rows }: Sheet): number {
  const first = rows.slice(0, rowsLookedAt);
  const known = first.map((row) => row.filter((cell) => cell.trim() !== "" && isKnown(cell)).length);
  const most = Math.max(0, ...known);
  if (most > 0) return known.indexOf(most);
  return first.findIndex((row) => row.filter((cell) => cell.trim() !== "").length > 1);
}

/** Heads of each column. One that a merged cell above stretches over several is said in full where the column's own says nothing. */
function headsOf({ rows }: Sheet, headRow: number): string[] {
  if (headRow < 0) return [];
  const own = (rows[headRow] ?? []).slice(0, importLimits.columns).map((head) => head.replace(/\s+/g, " ").trim());
  const above = rows[headRow - 1] ?? [];
  // A title stands in one cell; what is stretched over columns stands beside others like it.
  if (above.filter((cell) => cell.trim() !== "").length < 2) return own;
  let group = "";
  return own.map((head, index) => {
    group = above[index]?.trim() || group;
    if (head === "") return above[index]?.trim() ?? "";
    return isKnown(head) || group === "" || !isKnown(`${group} ${head}`) ? head : `${group} ${head}`;
  });
}

/** What a sheet's own name says, its first column, or the name of the file. */
function holdsOf(sheetName: string, fileName: string, heads: readonly string[]): SheetHolds | undefined {
  const plain = heads.map(plainMeant);
  if (plain.includes("from") && plain.includes("to")) return "links";
  const named = (name: string): SheetHolds | undefined => {
    if (plainMeant(name) === "source") return "sources";
    return kindMeant(name);
  };
  const byName = named(sheetName) ?? named(fileName.replace(/\.\w+$/, "").replace(/[_-]+/g, " "));
  if (byName) return byName;
  const firstKind = heads.map(kindMeant).find((kind) => kind !== undefined);
  const firstNamed = heads.find((head) => plainMeant(head) === "name" || kindMeant(head));
  return firstNamed !== undefined && plainMeant(firstNamed) === "name" ? undefined : firstKind;
}

function columnsOf(heads: readonly string[], holds: SheetHolds | undefined, { heads: chosen }: ImportChoices): Column[] {
  const hasName = heads.some((head) => meaningOf(chosen[head] ?? "")?.is === "name" || plainMeant(head) === "name");
  const questions = heads.some((head) => kindMeant(head) === "question");
  const meaning = (head: string): ColumnMeaning | undefined => {
    const said = head === "" ? undefined : meaningOf(chosen[head] ?? "");
    if (said && fits(said, holds)) return said;
    return head === "" || holds === undefined ? undefined : guess(head, holds, { hasName, questions });
  };
  const columns = heads.map((head, index) => ({ index, head, means: meaning(head) }));
  return withoutSecond(columns);
}

/** Of two columns that would mean the same thing which there is one of, the second is not read. */
function withoutSecond(columns: readonly Column[]): Column[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const { means } = column;
    if (!means || means.is === "link" || ["otherNames", "source", "sourceUrl", "nothing"].includes(means.is)) return column;
    const code = meaningCode(means);
    if (seen.has(code)) return { ...column, means: undefined };
    seen.add(code);
    return column;
  });
}

interface Around {
  readonly hasName: boolean;
  /** There is a column with questions. */
  readonly questions: boolean;
}

function guess(head: string, holds: SheetHolds, around: Around): ColumnMeaning | undefined {
  const plain = plainMeant(head);
  if (holds === "nothing") return undefined;
  if (holds === "links" || holds === "sources") return plainOn(holds, head);
  const kind = kindMeant(head);
  if (kind === holds && !around.hasName) return { is: "name" };
  const property = propertyMeant(head);
  if (property && hasProperty(holds, property)) return { is: "property", property };
  const link = linkMeant(head, holds) ?? (kind && linkBetween(holds, kind));
  // In a list of who asks what about which theme, the theme is that of the question.
  if (link && kind === "theme" && holds === "institution" && around.questions) return { is: "link", ...link, of: "question" };
  if (link) return { is: "link", ...link };
  return plain && !onLinks.includes(plain) ? { is: plain } : undefined;
}

const onLinks: readonly string[] = ["from", "to", "linkKind"];

function plainOn(holds: "links" | "sources", head: string): ColumnMeaning | undefined {
  const plain = plainMeant(head);
  if (holds === "links") {
    if (plain === "kind") return { is: "linkKind" };
    return plain && [...onLinks, "source", "sourceUrl", "basis", "basisNote"].includes(plain) ? { is: plain } : undefined;
  }
  if (plain === "source" || plain === "name") return { is: "name" };
  return plain === "sourceUrl" || propertyMeant(head) === "website" ? { is: "sourceUrl" } : undefined;
}

const hasProperty = (kind: NodeKind, property: PropertyName) =>
  (nodeKinds[kind].properties as readonly PropertyName[]).includes(property);

/** Whether a column can mean that on a sheet that holds this. */
function fits(meaning: ColumnMeaning, holds: SheetHolds | undefined): boolean {
  if (holds === undefined || holds === "nothing") return false;
  const isOfItems = holds !== "links" && holds !== "sources";
  if (meaning.is === "property") return isOfItems && hasProperty(holds, meaning.property);
  if (meaning.is !== "link") return true;
  const { kind, direction, other, of } = meaning;
  if (!isOfItems) return false;
  const own = of ?? holds;
  return othersOf(kind, direction, own).includes(other);
}
