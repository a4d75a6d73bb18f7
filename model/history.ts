import { z } from "zod";
import { EditClash, Why } from "./edits.ts";
import { DatasetVersion } from "./explore.ts";
import { LinkId, NodeId, Text } from "./graph.ts";
import { Initials, Role } from "./roles.ts";
import { limitOf, route } from "./route.ts";
import { ChangeKind, RowChange, VersionChanges, VersionName, VersionRef } from "./versions.ts";

/** What was done to make a version. */
export const ChangeEntry = z.object({
  version: VersionName,
  number: z.number().int().min(1),
  /** ISO 8601. */
  madeAt: z.string(),
  how: ChangeKind,
  /** Absent for a command on the server's own machine. Initials are told to editors alone. */
  by: z.object({ role: Role, initials: Initials.optional() }).optional(),
  /** In the words of whoever did it; the name of the file of an import. */
  why: z.string(),
  changes: VersionChanges,
  text: Text,
  /** Of an undo: the version whose change it took back. */
  undoes: VersionName.optional(),
  /** It can be taken back: there was something before it. */
  canUndo: z.boolean(),
});
export type ChangeEntry = z.infer<typeof ChangeEntry>;

const ChangeList = z.object({
  present: z.string(),
  /** The latest first. */
  entries: z.array(ChangeEntry),
  /** There are earlier ones. */
  hasMore: z.boolean(),
});

export const historyRoute = route({
  method: "GET",
  url: "/api/history",
  table: "entries",
  summary: "What was done to the data, by whom and why, the latest first.",
  query: z.object({
    /** Only versions with a lower number. */
    before: z.coerce.number().int().min(1).max(999_999_999).optional(),
    limit: limitOf(200, 30),
  }),
  response: ChangeList,
});

export const changeRoute = route({
  method: "GET",
  url: "/api/history/:version",
  table: "rows",
  summary: "What one change did: each item, link and source before and after.",
  params: z.object({ version: VersionRef }),
  query: z.object({ limit: limitOf(5_000, 200) }),
  response: z.object({
    entry: ChangeEntry,
    rows: z.array(RowChange),
    /** Rows that are not told. */
    more: z.number().int().min(0),
  }),
});

export const nodeHistoryRoute = route({
  method: "GET",
  url: "/api/nodes/:id/history",
  summary: "What was done to an item and its links, the latest first, also of one that is not there any more.",
  params: z.object({ id: NodeId }),
  query: z.object({ limit: limitOf(200, 30) }),
  response: z.object({
    /** As it is called now, or was called last; absent when nothing is known of it. */
    name: Text.optional(),
    entries: z.array(z.object({ entry: ChangeEntry, rows: z.array(RowChange) })),
    hasMore: z.boolean(),
  }),
});
export type NodeHistory = z.infer<typeof nodeHistoryRoute.response>;

const UndoRequest = z.strictObject({
  /** The version whose change is to be taken back. */
  version: VersionName,
  /** Of this item or link alone; an item that came or went with its links. */
  only: z.union([NodeId, LinkId]).optional(),
  why: Why,
});

const Undone = z.object({
  datasetVersion: DatasetVersion,
  /** At most 200. */
  rows: z.array(RowChange),
  more: z.number().int().min(0),
  /** What stays as it is, since somebody has changed it afterwards or rests on it. At most 200. */
  stays: z.array(EditClash),
});

export const previewUndoRoute = route({
  method: "POST",
  url: "/api/undo/preview",
  summary: "What taking back a change would come to now. Nothing is written.",
  needs: "editor",
  body: UndoRequest,
  response: Undone,
});
export type Undone = z.infer<typeof previewUndoRoute.response>;

export const undoRoute = route({
  method: "POST",
  url: "/api/undo",
  summary: "Takes back a change, as a new version. What was changed again afterwards stays as it is.",
  needs: "editor",
  body: UndoRequest,
  response: Undone,
});
