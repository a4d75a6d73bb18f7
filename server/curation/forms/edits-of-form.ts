import type { z } from "zod";
import { DatasetLink, DatasetNode } from "../../../model/dataset.ts";
import type { editRoute, FormEdit, GivenEvidence, NodeFields } from "../../../model/edits.ts";
import { AppError } from "../../../model/errors.ts";
import {
  type ClaimRank,
  type Evidence,
  kindOf,
  type LinkId,
  linkId,
  NodeId,
  type Source,
  SourceId,
} from "../../../model/graph.ts";
import { mayJoin } from "../../../model/kinds.ts";
import type { Stored } from "../../archive/content-hash.ts";
import { type Cells, cellsOf, claimCell, claimValue, evidenceCell, evidenceValue, fieldOfCell } from "../../dataset/cells.ts";
import type { RowOf } from "../../dataset/content.ts";
import type { Edit } from "../../dataset/edits.ts";
import { storedLink, storedNode, storedSource } from "../../dataset/stored-form.ts";
import { freeId, SourceIds } from "../preview/source-ids.ts";
import type { SourcesThere } from "../preview/there.ts";

/** What a form's edit is held against. */
export interface GraphThere {
  readonly sources: SourcesThere;
  readonly hasNode: (id: string) => boolean;
  readonly rowOf: RowOf;
  /** The day of now, as in 2026-11-28. */
  readonly today: string;
  /** The ids of all links that an item has. */
  readonly linksOf: (id: NodeId) => readonly LinkId[];
}

/** What a form asks for. */
export type FormRequest = z.output<typeof editRoute.body>;

/** The edits of rows that a form comes to, and the id of what it is about. */
export interface FormEdits {
  readonly id: NodeId | LinkId | SourceId;
  readonly edits: readonly Edit[];
}

const none: Cells = new Map();
const added = (row: Stored): Edit => ({ id: String(row.id), does: "add", seen: none, wanted: cellsOf(row) });
const wrong = (field: string, why: string) => new AppError("INVALID_REQUEST", `${field}: ${why}`, { fields: [{ field, why }] });

/** @throws AppError INVALID_REQUEST, NODE_NOT_FOUND */
export function editsOfForm(request: FormRequest, there: GraphThere): FormEdits {
  const { edit } = request;
  if (edit.is === "source") return sourceEdits(edit, there);
  if (edit.is === "confirm") return confirmation(edit.id, there);
  if (edit.is === "claim") return claimEdits(edit, request.evidence, there);
  if (edit.wanted === undefined) return removal(edit, there);
  const sources = new SourceIds(there.sources);
  const evidence = evidenceOf(request.evidence, sources, there);
  const { id, edits } =
    edit.is === "link" ? linkEdits(edit, evidence, there) : nodeEdits({ ...edit, wanted: edit.wanted }, evidence, there);
  return { id, edits: [...[...sources.fresh.values()].map((source) => added(storedSource(source))), ...edits] };
}

function evidenceOf(given: GivenEvidence | undefined, sources: SourceIds, there: GraphThere): Evidence {
  if (!given) throw wrong("body/evidence", "say which source this rests on, and whether the source says so itself");
  const { source, basis, note } = given;
  if ("id" in source && !there.sources.byId.has(source.id))
    throw wrong("body/evidence/source/id", `there is no source ${source.id}`);
  const id = "id" in source ? source.id : sources.idOf({ title: source.title, url: source.url });
  return { source: id, basis, ...(note && { note }) };
}

/** What an edit rests on is added, unless the row rests on that source already. */
const restingOn = (evidence: Evidence) => new Map([[evidenceCell(evidence.source), evidenceValue(evidence)]]);

type NodeEdit = Extract<FormEdit, { is: "node" }>;
type LinkEdit = Extract<FormEdit, { is: "link" }>;
type ClaimEdit = Extract<FormEdit, { is: "claim" }>;
type SourceEdit = Extract<FormEdit, { is: "source" }>;

function nodeEdits(edit: NodeEdit & { wanted: NodeFields }, evidence: Evidence, there: GraphThere): FormEdits {
  const { kind, wanted } = edit;
  if (edit.id !== undefined) {
    const { id } = edit;
    if (kindOf(id) !== kind) throw wrong("body/edit/kind", `${id} is no ${kind}`);
    mustBeThere([id], there);
    const seen = edit.seen ? cellsOf(nodeRow(id, edit.seen)) : none;
    checkedNode(kind, id, wanted, evidence);
    return { id, edits: [{ id, does: "change", seen, wanted: cellsOf(nodeRow(id, wanted)), also: restingOn(evidence) }] };
  }
  const id = NodeId.parse(freeId(kind, wanted.name, { has: there.hasNode, add: () => {} }));
  const links = edit.links.map(({ kind: linkKind, direction, other }) => {
    const [from, to] = direction === "out" ? [id, other] : [other, id];
    mustBeThere([other], there);
    return linkRow({ from, kind: linkKind, to, properties: {} }, evidence);
  });
  return { id, edits: [added(storedNode(checkedNode(kind, id, wanted, evidence))), ...links.map(added)] };
}

/** An item's row without what it rests on. */
const nodeRow = (id: NodeId, fields: NodeFields): Stored => storedNode({ ...datasetNode(id, fields), evidence: [] });

/** English is what Dutch is, until somebody translates it. */
const datasetNode = (id: NodeId, fields: NodeFields) =>
  ({ ...fields, id, nameEn: fields.nameEn || fields.name }) as Omit<DatasetNode, "evidence">;

/** Holds what is wanted against the shape of its kind. */
function checkedNode(kind: NodeEdit["kind"], id: NodeId, wanted: NodeFields, evidence: Evidence): DatasetNode {
  const parsed = DatasetNode(kind).safeParse({ ...datasetNode(id, wanted), evidence: [evidence] });
  if (!parsed.success) throw unfitting(parsed.error);
  return parsed.data;
}

function unfitting({ issues }: z.ZodError): AppError {
  const fields = issues.map(({ path, message }) => ({ field: ["body", "edit", "wanted", ...path].join("/"), why: message }));
  return new AppError("INVALID_REQUEST", fields.map(({ field, why }) => `${field}: ${why}`).join("; "), { fields });
}

function mustBeThere(ids: readonly NodeId[], { hasNode }: GraphThere): void {
  const missing = ids.filter((id) => !hasNode(id));
  if (missing.length > 0) throw notThere(missing);
}

const notThere = (ids: readonly string[]) =>
  new AppError("NODE_NOT_FOUND", `No item ${ids.join(", ")}`, {
    fields: ids.map((id) => ({ field: id, why: "there is no such item" })),
  });

interface LinkWanted {
  readonly from: NodeId;
  readonly kind: LinkEdit["kind"];
  readonly to: NodeId;
  readonly properties: Readonly<Record<string, unknown>>;
}

function linkRow({ from, kind, to, properties }: LinkWanted, evidence: Evidence): Stored {
  if (from === to) throw wrong("body/edit/to", "a link cannot lead from an item to itself");
  if (!mayJoin(kind, kindOf(from), kindOf(to)))
    throw wrong("body/edit/kind", `${kind} cannot lead from ${kindOf(from)} to ${kindOf(to)}`);
  const parsed = DatasetLink.safeParse({ from, kind, to, properties, evidence: [evidence] });
  if (!parsed.success) throw unfitting(parsed.error);
  return storedLink(parsed.data).properties;
}

function linkEdits({ from, kind, to, seen, wanted }: LinkEdit, evidence: Evidence, there: GraphThere): FormEdits {
  mustBeThere([from, to], there);
  const id = linkId(from, kind, to);
  const row = linkRow({ from, kind, to, properties: wanted?.properties ?? {} }, evidence);
  if (!seen) return { id, edits: [added(row)] };
  const cells = (properties: Readonly<Record<string, unknown>>) => new Map(Object.entries(properties));
  return {
    id,
    edits: [
      { id, does: "change", seen: cells(seen.properties), wanted: cells(wanted?.properties ?? {}), also: restingOn(evidence) },
    ],
  };
}

/** An item goes with all its links. */
function removal(edit: NodeEdit | LinkEdit, there: GraphThere): FormEdits {
  const gone = (id: string, seen: Edit["seen"]): Edit => ({ id, does: "remove", seen, wanted: none });
  if (edit.is === "link") {
    const id = linkId(edit.from, edit.kind, edit.to);
    return { id, edits: [gone(id, new Map(Object.entries(edit.seen?.properties ?? {})))] };
  }
  if (edit.id === undefined || !edit.seen) throw wrong("body/edit/id", "say which item is to go, and what you have seen of it");
  const { id } = edit;
  mustBeThere([id], there);
  return { id, edits: [...there.linksOf(id).map((link) => gone(link, none)), gone(id, cellsOf(nodeRow(id, edit.seen)))] };
}

/** All that an item or a link rests on holds today. */
function confirmation(id: NodeId | LinkId, { rowOf, today }: GraphThere): FormEdits {
  const row = rowOf(id);
  if (!row) throw notThere([id]);
  const seen = new Map([...cellsOf(row)].filter(([cell]) => fieldOfCell(cell) === "evidence"));
  const wanted = new Map([...seen].map(([cell, value]) => [cell, [...(value as readonly unknown[]).slice(0, -1), today]]));
  return { id, edits: [{ id, does: "change", seen, wanted }] };
}

/** Another source's word beside what is there, and how much each word counts. */
function claimEdits({ id, says, ranks }: ClaimEdit, given: FormRequest["evidence"], there: GraphThere): FormEdits {
  mustBeThere([id], there);
  const claims = (rankOf: (claim: ClaimEdit["ranks"][number]) => ClaimRank) =>
    new Map<string, unknown>(ranks.map((claim) => [claimCell(claim), claimValue({ ...claim, rank: rankOf(claim) })]));
  const [seen, wanted] = [claims((claim) => claim.seen), claims((claim) => claim.rank)];
  if (!says) return { id, edits: [{ id, does: "change", seen, wanted }] };
  const sources = new SourceIds(there.sources);
  const evidence = evidenceOf(given, sources, there);
  const { about, value, rank, beside } = says;
  const said = { about, value, source: evidence.source, rank };
  wanted.set(claimCell(said), claimValue(said));
  // What this very source was said to say before is corrected.
  const before = cellsOf(there.rowOf(id) ?? {}).get(claimCell(said));
  if (before !== undefined) seen.set(claimCell(said), before);
  const also = new Map<string, unknown>(restingOn(evidence));
  if (beside) also.set(claimCell({ about, ...beside }), claimValue({ about, ...beside }));
  const fresh = [...sources.fresh.values()].map((source) => added(storedSource(source)));
  return { id, edits: [...fresh, { id, does: "change", seen, wanted, also }] };
}

function sourceEdits({ id, seen, wanted }: SourceEdit, there: GraphThere): FormEdits {
  const { title, url } = wanted;
  if (id === undefined) {
    const sources = new SourceIds(there.sources);
    const known = sources.idOf({ title, url });
    return { id: known, edits: [...sources.fresh.values()].map((source) => added(storedSource(source))) };
  }
  if (!there.sources.byId.has(id)) throw wrong("body/edit/id", `there is no source ${id}`);
  const cells = (fields: Pick<Source, "title" | "url"> | undefined) =>
    fields ? cellsOf(storedSource({ id, title: fields.title, ...(fields.url && { url: fields.url }) })) : none;
  return { id: SourceId.parse(id), edits: [{ id, does: "change", seen: cells(seen), wanted: cells(wanted) }] };
}
