import type { EditClash, EditPreview, EditResult } from "../../model/edits.ts";
import { AppError } from "../../model/errors.ts";
import { type LinkId, linkEnds, linkId, type NodeId, type Source, type Text } from "../../model/graph.ts";
import type { Actor } from "../../model/roles.ts";
import type { RowChange } from "../../model/versions.ts";
import type { Archive } from "../archive/archive.ts";
import type { Stored } from "../archive/content-hash.ts";
import { sectionOf } from "../archive/version-file.ts";
import { makeVersion } from "../dataset/change.ts";
import { type GraphContent, type RowOf, rowIn } from "../dataset/content.ts";
import { type Clash, type Edited, edited, planRows, unfit } from "../dataset/edits.ts";
import { inLine } from "../dataset/in-line.ts";
import { endsAmong, nameOfRow, rowChange } from "../dataset/row-change.ts";
import { storedSource } from "../dataset/stored-form.ts";
import { storedLinksFrom, storedLinksOf, storedNodes } from "../queries/dataset.ts";
import { wholeGraph } from "../queries/reads.ts";
import { SourceRow } from "../queries/rows.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { editsOfForm, type FormRequest } from "./forms/edits-of-form.ts";
import { compareItems } from "./preview/compare.ts";
import { sourcesThere, type There } from "./preview/there.ts";
import { readThere } from "./read-there.ts";
import { Drafts } from "./rows/drafts.ts";

/** What a form's edit comes to beside what is there now. Writes nothing. @throws AppError INVALID_REQUEST, NODE_NOT_FOUND */
export async function previewEdit(store: GraphStore, request: FormRequest, signal: AbortSignal): Promise<EditPreview> {
  const { version, there } = await readThere(store);
  const near = await rowsNear(store, request);
  const rowNow: RowOf = (id) => {
    const source = there.sources.byId.get(id);
    return source ? storedSource(source) : near.get(id);
  };
  const { edits } = editsOfForm(request, {
    sources: there.sources,
    rowOf: rowNow,
    today: today(),
    hasNode: (id) => there.byId.has(id),
    linksOf: () => [...near.keys()].filter((id): id is LinkId => sectionOf(id) === "links"),
  });
  const outcome = edited(edits, rowNow);
  const nameNow = (id: string): Text | undefined => {
    const node = there.byId.get(id);
    return node && { nl: node.name, en: node.nameEn };
  };
  return {
    datasetVersion: version,
    rows: changesIn(outcome, rowNow, nameNow),
    clashes: outcome.clashes.map((clash) => toldClash(clash, rowNow, nameNow)),
    like: await likeOf(request, there, signal),
  };
}

/** The rows of the graph that a form may be about, but its sources. */
async function rowsNear(store: GraphStore, { edit }: FormRequest): Promise<ReadonlyMap<string, Stored>> {
  if (edit.is === "source") return new Map();
  const asked = edit.is === "link" ? linkId(edit.from, edit.kind, edit.to) : edit.id;
  if (asked === undefined) return new Map();
  const isLink = sectionOf(asked) === "links";
  const ids = [isLink ? linkEnds(asked as LinkId).from : asked];
  const nodes = isLink ? [] : await store.read(storedNodes, { ids });
  const goes = edit.is === "node" && edit.wanted === undefined;
  const links = isLink || goes ? await store.read(isLink ? storedLinksFrom : storedLinksOf, { ids }, wholeGraph) : [];
  return new Map([...nodes, ...links].map(({ properties }) => [String(properties.id), properties]));
}

/** Items that a new one may be the same as. */
async function likeOf({ edit }: FormRequest, there: There, signal: AbortSignal): Promise<EditPreview["like"]> {
  if (edit.is !== "node" || edit.id !== undefined || !edit.wanted) return [];
  const drafts = new Drafts();
  const place = { sheet: "", row: 1 };
  const draft = drafts.item(edit.kind, edit.wanted.name, place, [], true);
  const { website } = edit.wanted.properties;
  if (website !== undefined) draft.fields.set("website", { value: website, place });
  for (const name of edit.wanted.otherNames) draft.otherNames.add(name);
  const compared = await inTurns(compareItems(drafts, there, { items: {}, changed: "take" }), signal);
  return [...compared.values()].flatMap(({ there: same, like }) => [
    ...(same ? [{ id: same.id, name: same.name, why: "name" as const }] : []),
    ...like.map(({ as, name, why }) => ({ id: as as NodeId, name, why })),
  ]);
}

const today = (): string => new Date().toISOString().slice(0, 10);

type NameNow = (id: string) => Text | undefined;

function changesIn({ rows }: Edited, rowNow: RowOf, nameNow: NameNow): RowChange[] {
  const names = new Map<string, Text>();
  for (const id of endsAmong(rows.keys())) {
    const row = rows.get(id);
    const name = nameNow(id) ?? (row && nameOfRow(row));
    if (name) names.set(id, name);
  }
  return [...rows].flatMap(([id, after]) => {
    const before = rowNow(id);
    const change = rowChange(id, before, after, names);
    return before && after && change.fields.length === 0 ? [] : [change];
  });
}

function toldClash({ id, why, field, now }: Clash, rowNow: RowOf, nameNow: NameNow): EditClash {
  const row = rowNow(id);
  const name = nameNow(id) ?? (row ? nameOfRow(row) : { nl: id, en: id });
  const isPlain = typeof now === "string" || typeof now === "number" || typeof now === "boolean";
  return { id, why, name, ...(field && { field: nameInForm(field) }), ...(isPlain && { now }) };
}

/** As a form has it: `nameEn` for `name_en`. */
const nameInForm = (field: string): string => field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * Publishes a form's edit as a new version, on whatever is there when it is its turn.
 *
 * @throws AppError INVALID_REQUEST, NODE_NOT_FOUND; EDIT_CLASHES when somebody else has changed the same meanwhile: then nothing is written
 */
export async function publishEdit(
  store: GraphStore,
  archive: Archive,
  request: FormRequest,
  { role, initials }: Actor,
): Promise<EditResult> {
  return inLine(store, async () => {
    let told: Omit<EditResult, "datasetVersion"> | undefined;
    const planOn = (there: GraphContent) => {
      const { id, outcome } = outcomeOn(there, request);
      const nameNow = (one: string) => {
        const row = there.nodes.get(one);
        return row && nameOfRow(row);
      };
      told = { id, rows: changesIn(outcome, rowIn(there), nameNow) };
      return planRows(outcome.rows, there);
    };
    const made = { how: "form", by: { role, initials }, why: request.why } as const;
    const { version } = await makeVersion(store, planOn, { archive, made });
    if (!told) throw new Error("The change was not planned");
    return { datasetVersion: version, ...told };
  });
}

function outcomeOn(there: GraphContent, request: FormRequest) {
  const sources = [...there.sources.values()].map((source): Source => SourceRow.parse({ source }));
  const { id, edits } = editsOfForm(request, {
    sources: sourcesThere(sources),
    rowOf: rowIn(there),
    today: today(),
    hasNode: (one) => there.nodes.has(one),
    linksOf: (one) => [...there.links].flatMap(([link, { from, to }]) => (from === one || to === one ? [link as LinkId] : [])),
  });
  const outcome = edited(edits, rowIn(there));
  const clashes = [...outcome.clashes, ...unfit(outcome.rows, there)];
  if (clashes.length > 0) throw clashing(clashes);
  return { id, outcome };
}

const reasons: Readonly<Record<Clash["why"], string>> = {
  changed: "somebody else has changed it meanwhile",
  gone: "somebody else has taken it away meanwhile",
  inUse: "others rest on it",
  missing: "what it leads to or rests on is not there any more",
};

function clashing(clashes: readonly Clash[]): AppError {
  const fields = clashes.map(({ id, why, field }) => ({ field: field ? `${id} ${nameInForm(field)}` : id, why: reasons[why] }));
  return new AppError(
    "EDIT_CLASHES",
    `Nothing was written: ${fields.map(({ field, why }) => `${field}: ${why}`).join("; ")}. Ask for the preview again, and choose`,
    { fields },
  );
}
