import { type ImportChoices, importLimits } from "../../../model/curation.ts";
import { linkKinds, type NodeKind, nodeKindNames, propertySpecs } from "../../../model/kinds.ts";
import type { Steps } from "../../analysis/graph/steps.ts";
import { kindMeant } from "../heads/head-words.ts";
import { linkNamed } from "../heads/link-meant.ts";
import type { ReadSheet } from "../heads/read-heads.ts";
import { type DraftEvidence, type DraftField, Drafts, type ItemDraft, itemKey } from "./drafts.ts";
import { type Cell, Row } from "./row.ts";
import { addressIn, flagOf, namesOf, onOneLine, partsOf, yearOf } from "./values.ts";

const longestName = 300;
const longestText = 5_000;
/** Rows that are read in one step. */
const stepSize = 20;

/** What names are known to be names, when a comma may stand between two of them; by kind and as they are compared. */
export type IsName = (kind: NodeKind, name: string) => boolean;

/** Everything that the sheets tell, in the order in which they do: sheets of items first, then the links between those. */
export function* readRows(sheets: readonly ReadSheet[], choices: ImportChoices, isThere: IsName): Steps<Drafts> {
  const drafts = new Drafts();
  const named = yield* namesIn(sheets);
  const isName: IsName = (kind, name) => named.has(itemKey(kind, name)) || isThere(kind, name);
  const last = (sheet: ReadSheet) => (sheet.holds === "links" ? 1 : 0);
  for (const sheet of [...sheets].sort((one, other) => last(one) - last(other))) {
    if (sheet.holds === undefined || sheet.holds === "nothing") continue;
    for (let index = sheet.headRow + 1; index < sheet.sheet.rows.length; index++) {
      if (index % stepSize === 0) yield;
      if (!hasSomething(sheet, index)) continue;
      const row = new Row(sheet, index, drafts);
      if (hasMoreCells(sheet, index)) {
        row.wrong((words) => words.moreCells);
        continue;
      }
      const refusal =
        sheet.holds === "sources"
          ? readSource(row, drafts)
          : sheet.holds === "links"
            ? readLink(row, choices, drafts, isThere)
            : readItem(row, sheet.holds, choices, drafts, isName);
      if (refusal) row.wrong(...refusal);
    }
  }
  return drafts;
}

const hasSomething = ({ sheet, columns }: ReadSheet, index: number): boolean =>
  columns.some(({ index: at, means }) => means && means.is !== "nothing" && (sheet.rows[index]?.[at] ?? "").trim() !== "");

/** A mark between cells that stands in a cell has shifted all that follows it. */
const hasMoreCells = ({ sheet, columns }: ReadSheet, index: number): boolean =>
  (sheet.rows[index] ?? []).slice(columns.length, importLimits.columns).some((cell) => cell.trim() !== "");

/** The names that rows of their own have, and those that stand alone in a cell which names items. */
function* namesIn(sheets: readonly ReadSheet[]): Steps<Set<string>> {
  const names = new Set<string>();
  for (const { sheet, holds, headRow, columns } of sheets) {
    if (!holds || holds === "links" || holds === "sources" || holds === "nothing") continue;
    const naming = columns.flatMap(({ means, index }) => {
      if (means?.is === "link") return [{ index, kind: means.other }];
      return means?.is === "name" ? [{ index, kind: holds }] : [];
    });
    for (const [row, cells] of sheet.rows.entries()) {
      if (row % 200 === 0) yield;
      if (row <= headRow) continue;
      for (const { index, kind } of naming) {
        const cell = cells[index] ?? "";
        if (cell !== "" && !cell.includes(",")) for (const name of partsOf(cell)) names.add(itemKey(kind, name));
      }
    }
  }
  return names;
}

/** What keeps a whole row from being taken in. */
type Refusal = Parameters<Row["wrong"]> | undefined;

function readSource(row: Row, drafts: Drafts): Refusal {
  const title = onOneLine(row.text("name"));
  const url = row.text("sourceUrl");
  if (title === "") return [(words) => words.noName, row.headOf("name")];
  if (url !== "" && !addressIn(url)) row.wrong((words) => words.noAddress(url), row.headOf("sourceUrl"));
  drafts.source(title.slice(0, longestName), addressIn(url));
  return undefined;
}

function readItem(row: Row, holds: NodeKind, choices: ImportChoices, drafts: Drafts, isName: IsName): Refusal {
  const name = onOneLine(row.text("name"));
  if (name === "") return [(words) => words.noName, row.headOf("name")];
  if (name.length > longestName) return [(words) => words.tooLong, row.headOf("name")];
  const said = row.text("kind");
  const kind = said === "" ? holds : kindMeant(said);
  if (!kind) return [(words) => words.noKind(said), row.headOf("kind")];
  const evidence = row.evidence(choices);
  const item = drafts.item(kind, name, row.place, evidence, true);
  for (const cell of row.cells) readField(row, cell, item);
  const others = new Map<NodeKind, ItemDraft[]>();
  const links = row.cells.filter((cell): cell is LinkCell => cell.means.is === "link");
  for (const cell of links) others.set(cell.means.other, named(cell, row, evidence, drafts, isName));
  for (const { means, head } of links) {
    const { kind: link, direction, other, of } = means;
    const own = of ? (others.get(of) ?? []) : [item];
    // Without a question in the row, what it is about is the item's own.
    for (const one of of && own.length === 0 ? [item] : own)
      for (const another of others.get(other) ?? []) {
        const [from, to] = direction === "out" ? [one, another] : [another, one];
        if (from === to) row.wrong((words) => words.itself(from.name), head);
        else drafts.link(from.key, link, to.key, row.placeOf(head), evidence);
      }
  }
  return undefined;
}

type LinkCell = Cell<Extract<Cell["means"], { readonly is: "link" }>>;

/** The items that a cell names. */
function named({ means, text, head }: LinkCell, row: Row, evidence: readonly DraftEvidence[], drafts: Drafts, isName: IsName) {
  return namesOf(text, (name) => isName(means.other, name)).flatMap((name) => {
    if (name.length <= longestName) return [drafts.item(means.other, name, row.placeOf(head), evidence, false)];
    row.wrong((words) => words.tooLong, head);
    return [];
  });
}

function readField(row: Row, { means, text, head }: Cell, item: ItemDraft): void {
  if (text === "") return;
  if (means.is === "otherNames") for (const name of partsOf(text)) item.otherNames.add(name);
  if (means.is === "nameEn" || means.is === "description" || means.is === "descriptionEn") {
    if (text.length > longestText) row.wrong((words) => words.tooLong, head);
    else setField(row, head, item, means.is, onOneLine(text));
  }
  if (means.is !== "property") return;
  const { property } = means;
  const { holds } = propertySpecs[property];
  if (holds === "year") {
    const year = yearOf(text);
    if (year === undefined) row.wrong((words) => words.noYear(text), head);
    else setField(row, head, item, property, year);
  } else if (holds === "flag") {
    const flag = flagOf(text);
    if (flag === undefined) row.wrong((words) => words.noFlag(text), head);
    else setField(row, head, item, property, flag);
  } else if (property === "website" && !addressIn(text)) row.wrong((words) => words.noAddress(text), head);
  else if (text.length > longestText) row.wrong((words) => words.tooLong, head);
  else setField(row, head, item, property, property === "website" ? (addressIn(text) ?? text) : onOneLine(text));
}

/** The first row that says something counts; one that says something else is told. */
function setField(row: Row, head: string, item: ItemDraft, field: DraftField, value: string | number | boolean): void {
  const before = item.fields.get(field);
  if (!before) item.fields.set(field, { value, place: row.placeOf(head) });
  else if (before.value !== value) row.wrong((words) => words.twice(String(value), String(before.value), before.place.row), head);
}

function readLink(row: Row, choices: ImportChoices, drafts: Drafts, isThere: IsName): Refusal {
  const [from, said, to] = [onOneLine(row.text("from")), onOneLine(row.text("linkKind")), onOneLine(row.text("to"))];
  if (from === "" || to === "") return [(words) => words.noName, row.headOf(from === "" ? "from" : "to")];
  const link = linkNamed(said);
  if (!link) return [(words) => words.noLinkKind(said), row.headOf("linkKind")];
  const ends = linkKinds[link.kind].ends.map((pair) => (link.direction === "out" ? pair : ([pair[1], pair[0]] as const)));
  const isKnown = (kind: NodeKind, name: string) => drafts.items.has(itemKey(kind, name)) || isThere(kind, name);
  const fitting = ends.find(([one, other]) => isKnown(one, from) && isKnown(other, to));
  if (!fitting) {
    const fromKnown = nodeKindNames.some((kind) => isKnown(kind, from));
    const toKnown = nodeKindNames.some((kind) => isKnown(kind, to));
    if (fromKnown && toKnown) return [(words) => words.cannotJoin(from, said, to), row.headOf("linkKind")];
    return [(words) => words.unknownEnd(fromKnown ? to : from), row.headOf(fromKnown ? "to" : "from")];
  }
  const evidence = row.evidence(choices);
  const [one, other] = [
    drafts.item(fitting[0], from, row.place, evidence, false),
    drafts.item(fitting[1], to, row.place, evidence, false),
  ];
  if (one === other) return [(words) => words.itself(from), row.headOf("to")];
  const [first, second] = link.direction === "out" ? [one, other] : [other, one];
  drafts.link(first.key, link.kind, second.key, row.place, evidence);
  return undefined;
}
