import type { z } from "zod";
import {
  type ImportPreview,
  type ImportResult,
  importLimits,
  type importRoute,
  meaningCode,
  type previewRoute,
} from "../../model/curation.ts";
import { AppError } from "../../model/errors.ts";
import { kindOf, type NodeId } from "../../model/graph.ts";
import type { Actor } from "../../model/roles.ts";
import type { Archive } from "../archive/archive.ts";
import { makeVersion } from "../dataset/change.ts";
import { planLoad } from "../dataset/plan.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { type ReadSheet, readHeads } from "./heads/read-heads.ts";
import { type Outcome, outcomeOf } from "./preview/outcome.ts";
import { nameOfKind, type There } from "./preview/there.ts";
import { readLinks, readThere } from "./read-there.ts";
import type { Drafts } from "./rows/drafts.ts";
import { readRows } from "./rows/read-rows.ts";
import type { SheetReader } from "./sheets/read-sheets.ts";

type Asked = z.output<typeof previewRoute.body>;

interface Looked {
  readonly version: string;
  readonly sheets: readonly ReadSheet[];
  readonly drafts: Drafts;
  readonly outcome: Outcome;
}

/** What a file comes to beside the graph of now. @throws AppError FILE_REFUSED, REQUEST_CANCELLED */
async function look(
  store: GraphStore,
  reader: SheetReader,
  { file, choices, decisions }: Asked,
  signal: AbortSignal,
): Promise<Looked> {
  const read = await reader.read(file, signal);
  // The name of a file says something of its only sheet.
  const fileName = read.length === 1 ? file.name : "";
  const sheets = read.map((sheet) => readHeads(sheet, fileName, choices));
  const { version, there } = await readThere(store);
  const isThere = (kind: Parameters<typeof nameOfKind>[0], name: string) => there.byName.has(nameOfKind(kind, name));
  const drafts = await inTurns(readRows(sheets, choices, isThere), signal);
  const links = await readLinks(store, idsOf(drafts, there, decisions.items));
  const outcome = await inTurns(outcomeOf(drafts, there, links, decisions), signal);
  return { version, sheets, drafts, outcome };
}

/** The items that are there from which a link of the file may lead. */
function idsOf(drafts: Drafts, there: There, decided: Readonly<Record<string, string>>): NodeId[] {
  const ids = new Set<NodeId>();
  const add = (id: NodeId | undefined) => id && ids.add(id);
  for (const { kind, name } of drafts.items.values()) {
    const key = nameOfKind(kind, name);
    add(there.byName.get(key)?.id);
    add(there.byOtherName.get(key)?.id);
  }
  for (const decision of Object.values(decided)) add(there.byId.get(decision.replace(/^same:/, ""))?.id);
  return [...ids];
}

/** What a spreadsheet would bring in. Writes nothing. */
export async function preview(store: GraphStore, reader: SheetReader, asked: Asked, signal: AbortSignal): Promise<ImportPreview> {
  const { version, sheets, drafts, outcome } = await look(store, reader, asked, signal);
  const rank = { like: 0, changed: 1, new: 2, same: 3 };
  const items = [...outcome.items].sort((one, other) => rank[one.status] - rank[other.status]);
  return {
    datasetVersion: version,
    sheets: sheets.map(({ sheet, holds, headRow, columns }) => ({
      name: sheet.name,
      rows: Math.max(0, sheet.rows.length - headRow - 1),
      ...(holds && { holds }),
      headRow: headRow + 1,
      columns: columns
        .filter(({ head }) => head !== "")
        .map(({ head, means, index }) => ({
          head: head.slice(0, 300),
          ...(means && { means: meaningCode(means) }),
          example: exampleOf(sheet.rows, headRow, index),
        })),
    })),
    items: items.slice(0, importLimits.lines),
    counts: { ...outcome.counts, sources: outcome.dataset.sources.length, wrong: drafts.wrong.length },
    wrong: drafts.wrong.slice(0, importLimits.lines),
    asks: drafts.asks,
  };
}

const longestExample = 80;
const exampleOf = (rows: ReadSheet["sheet"]["rows"], headRow: number, column: number): string =>
  (rows.slice(headRow + 1, headRow + 50).find((row) => (row[column] ?? "").trim() !== "")?.[column] ?? "")
    .trim()
    .slice(0, longestExample);

/** Some of what is new. */
const mostShown = 20;

/** Brings a spreadsheet in. @throws AppError FILE_REFUSED, DATASET_CHANGED when the graph is at another version than it was looked at */
export async function bringIn(
  store: GraphStore,
  archive: Archive,
  reader: SheetReader,
  asked: z.output<typeof importRoute.body>,
  { role, initials }: Actor,
  signal: AbortSignal,
): Promise<ImportResult> {
  const { version, drafts, outcome } = await look(store, reader, asked, signal);
  if (version !== asked.datasetVersion)
    throw new AppError(
      "DATASET_CHANGED",
      `Somebody has changed the graph meanwhile: it is at version ${version}, and you looked at ${asked.datasetVersion}. Nothing was written. Look at the preview again`,
    );
  const planOn = (there: Parameters<typeof planLoad>[1]) =>
    planLoad(outcome.dataset, there, { replace: false, keepSynonyms: true });
  const made = { how: "import", by: { role, initials }, why: asked.file.name } as const;
  const plan = await makeVersion(store, planOn, { archive, seen: version, made });
  return {
    datasetVersion: plan.version,
    counts: { ...outcome.counts, sources: outcome.dataset.sources.length, wrong: drafts.wrong.length },
    added: outcome.added.slice(0, mostShown).map(({ id, name }) => ({ id, kind: kindOf(id), name })),
  };
}
