import { z } from "zod";
import { Text } from "./graph.ts";
import { fileRoute, limitOf, route } from "./route.ts";

/** A dataset version's whole name: its number, and the first signs of the hash of all it holds. */
export const VersionName = z.string().regex(/^[1-9]\d{0,8}-[0-9a-f]{12}$/, "not a version such as 3-0123456789ab");

/** A version by its whole name, or by its number alone. */
export const VersionRef = z.string().regex(/^[1-9]\d{0,8}(-[0-9a-f]{12})?$/, "not a version such as 3 or 3-0123456789ab");

const count = z.number().int().min(0);

/** How much a version holds. */
export const VersionCounts = z.object({ sources: count, nodes: count, links: count });
export type VersionCounts = z.infer<typeof VersionCounts>;

const Changed = z.object({ added: count, changed: count, removed: count });

/** How much is new, other or gone. */
export const VersionChanges = z.object({ sources: Changed, nodes: Changed, links: Changed });
export type VersionChanges = z.infer<typeof VersionChanges>;

/** In which way a version was made. */
export const ChangeKind = z.enum(["form", "import", "load", "restore", "undo"]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** A version that a server holds on to. */
export const KeptVersion = z.object({
  number: z.number().int().min(1),
  version: VersionName,
  /** The graph is in this state now. */
  isPresent: z.boolean(),
  /** Its file cannot be read; then nothing more is known of it. */
  isDamaged: z.boolean(),
  /** SHA-256 of all it holds. */
  hash: z.string().optional(),
  /** When this server wrote it, ISO 8601. */
  keptAt: z.string().optional(),
  counts: VersionCounts.optional(),
  /** The version that it was made from, where that is known. */
  from: VersionName.optional(),
  changes: VersionChanges.optional(),
  /** What was done, in words. */
  text: Text,
});
export type KeptVersion = z.infer<typeof KeptVersion>;

/** The name of the header in which a restore says what its file is called. */
export const restoreHeader = "x-file-name";

export const restoreRoute = route({
  method: "POST",
  url: "/api/restore",
  needs: "editor",
  summary:
    "Brings back a backup, sent as bytes (application/octet-stream): all its versions, and the present one of then into the graph.",
  /** Its bytes are no JSON, so there is nothing to hold against a shape. */
  body: z.null(),
  response: z.object({
    version: VersionName,
    /** SHA-256 of the content, read back from the graph. */
    hash: z.string(),
    hasChanged: z.boolean(),
  }),
});

export const backupRoute = fileRoute({
  method: "GET",
  url: "/api/backup",
  needs: "editor",
  summary: "All dataset versions that are kept, in one file, which `npm run restore` brings back.",
  media: ["application/zip"],
});

export const versionsRoute = route({
  method: "GET",
  url: "/api/versions",
  table: "versions",
  summary: "The dataset versions that this server holds on to, the latest first, with what was done in each.",
  response: z.object({
    /** The version that the graph is in. */
    present: z.string(),
    /** So many versions stay; the oldest go first. */
    most: z.number().int().min(1),
    versions: z.array(KeptVersion),
  }),
});

/** What became of one property; an absent side had none. */
export const FieldChange = z.object({ field: z.string(), before: z.string().optional(), after: z.string().optional() });
export type FieldChange = z.infer<typeof FieldChange>;

/** A source, a node or a link that is not the same in two versions. */
export const RowChange = z.object({
  id: z.string(),
  is: z.enum(["source", "node", "link"]),
  change: z.enum(["added", "changed", "removed"]),
  /** What it is called: a link by its ends. */
  name: Text,
  /** Of what was changed alone. */
  fields: z.array(FieldChange),
});
export type RowChange = z.infer<typeof RowChange>;

export const compareVersionsRoute = route({
  method: "GET",
  url: "/api/versions/compare",
  table: "rows",
  summary: "What is in one dataset version and not in another, and what is not the same in both, in words and row by row.",
  query: z.object({ from: VersionRef, to: VersionRef, limit: limitOf(5_000, 500) }),
  response: z.object({
    from: VersionName,
    to: VersionName,
    changes: VersionChanges,
    /** Words that search treats as one are not the same. */
    synonymsChanged: z.boolean(),
    text: Text,
    /** Nodes first, then links, then sources, each by id; `limit` at most. */
    rows: z.array(RowChange),
    /** Rows that are not told. */
    more: count,
  }),
});
