import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { Basis, NodeId, NodeKindName, Text } from "./graph.ts";
import {
  type LinkKind,
  linkKindNames,
  linkKinds,
  type NodeKind,
  nodeKindNames,
  type PropertyName,
  propertySpecs,
} from "./kinds.ts";
import { route } from "./route.ts";

/** How large a spreadsheet may be. */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 10_000_000,
  /** Rows of all sheets together, heads among them. */
  rows: 20_000,
  /** Columns of a sheet that are looked at. */
  columns: 200,
  /** Lines of a preview that are told one by one; beyond them it counts. */
  lines: 500,
} as const;

/** What a column can mean beside a property or a link. */
export const plainMeanings = [
  "name",
  "nameEn",
  "description",
  "descriptionEn",
  "otherNames",
  "kind",
  "source",
  "sourceUrl",
  "basis",
  "basisNote",
  "from",
  "linkKind",
  "to",
  "nothing",
] as const;
export type PlainMeaning = (typeof plainMeanings)[number];

/** What a column means. */
export type ColumnMeaning =
  | { readonly is: PlainMeaning }
  | { readonly is: "property"; readonly property: PropertyName }
  | {
      readonly is: "link";
      readonly kind: LinkKind;
      /** Whether the item of the row is the link's first end (`out`) or its second. */
      readonly direction: "out" | "in";
      /** Of the items that the column names. */
      readonly other: NodeKind;
      /** The link leads from what another column of the row names, an item of this kind, and not from the row's own item. */
      readonly of?: NodeKind;
    };

/** A meaning as text, as in `name`, `property:city`, `link:ASKS:out:question` or `link:ABOUT:out:theme@question`. */
export function meaningCode(meaning: ColumnMeaning): string {
  if (meaning.is === "property") return `property:${meaning.property}`;
  if (meaning.is !== "link") return meaning.is;
  const { kind, direction, other, of } = meaning;
  return `link:${kind}:${direction}:${other}${of ? `@${of}` : ""}`;
}

/** The meaning that a text stands for; undefined for any other text. */
export function meaningOf(code: string): ColumnMeaning | undefined {
  const plain = plainMeanings.find((name) => name === code);
  if (plain) return { is: plain };
  const [is, first = "", direction, rest = ""] = code.split(":");
  if (is === "property" && Object.hasOwn(propertySpecs, first)) return { is, property: first as PropertyName };
  const [other, of] = rest.split("@").map((name) => nodeKindNames.find((kind) => kind === name));
  const kind = linkKindNames.find((name) => name === first);
  if (is !== "link" || !kind || !other || (direction !== "out" && direction !== "in")) return undefined;
  if (rest.includes("@") && !of) return undefined;
  const fits = linkKinds[kind].ends.some(([from, to]) => (direction === "out" ? to : from) === other);
  return fits ? { is, kind, direction, other, ...(of && { of }) } : undefined;
}

const MeaningCode = z
  .string()
  .max(100)
  .refine((code) => meaningOf(code) !== undefined, "not a meaning of a column");

/** What the rows of a sheet are: items of a kind, or something else. */
export const sheetHolds = [...nodeKindNames, "links", "sources", "nothing"] as const;
export const SheetHolds = z.enum(sheetHolds);
export type SheetHolds = z.infer<typeof SheetHolds>;

const shortText = z.string().trim().min(1).max(300);

/** What whoever imports says about the file, where it does not say so itself, or is read wrongly. */
export const ImportChoices = z.strictObject({
  /** By the name of the sheet. */
  holds: z.record(z.string().max(300), SheetHolds).default({}),
  /** Meanings of columns by their heads, as they stand in the file. */
  heads: z.record(z.string().max(300), MeaningCode).default({}),
  /** What rows without a source rest on. */
  source: z
    .strictObject({
      title: shortText,
      url: z
        .url({ protocol: /^https?$/ })
        .max(2_000)
        .optional(),
    })
    .optional(),
  /** The basis of rows that do not say. */
  basis: Basis.optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

/**
 * What is to become of an item: `take` it as the file has it, `leave` it out, put its facts `beside` those that are there, or take it
 * for the `same` as another, which is named by its id or, in the same file, its key.
 */
export const Decision = z.string().regex(/^(take|leave|beside|same:.{1,400})$/s, "take, leave, beside or same:<id>");

export const Decisions = z.strictObject({
  /** By the key of an item in the preview. */
  items: z.record(z.string().max(500), Decision).default({}),
  /** For all that nothing was said of: what differs from what is there, and what may be there by another name. */
  changed: z.enum(["take", "leave", "beside"]).default("take"),
  like: z.enum(["take", "leave", "same"]).optional(),
});
export type Decisions = z.infer<typeof Decisions>;

const SheetFile = z.strictObject({
  /** With its ending, by which it is known. */
  name: z.string().min(1).max(300),
  /** Its bytes as base64. */
  content: z
    .string()
    .min(1)
    .max(Math.ceil((importLimits.bytes * 4) / 3) + 4),
});
export type SheetFile = z.infer<typeof SheetFile>;

const ImportRequest = z.strictObject({
  file: SheetFile,
  choices: ImportChoices.prefault({}),
  decisions: Decisions.prefault({}),
});

const count = z.number().int().min(0);

/** Where in a spreadsheet something stands. */
export const Place = z.object({
  sheet: z.string(),
  /** As the program for spreadsheets numbers it, from 1. */
  row: z.number().int().min(1),
  /** The head of the column; absent when the whole row is meant. */
  column: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** A row, or a part of it, that cannot be taken in, and what to do about it. */
export const WrongCell = z.object({ place: Place, why: Text, todo: Text });
export type WrongCell = z.infer<typeof WrongCell>;

export const itemStatuses = ["like", "changed", "new", "same"] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** An item of the file beside what is there. */
export const ImportedItem = z.object({
  /** Tells it from the other items of the file. */
  key: z.string(),
  kind: NodeKindName,
  name: z.string(),
  status: z.enum(itemStatuses),
  /** The first row that tells of it, and how many do. */
  place: Place,
  rows: count,
  /** It has no row of its own: another item only names it. */
  isOnlyNamed: z.boolean(),
  /** The item that is there already. */
  there: z.object({ id: NodeId, name: z.string() }).optional(),
  /** What it may be the same as, most likely first: `as` is what a decision names it by. */
  like: z.array(
    z.object({ as: z.string(), name: z.string(), why: z.enum(["otherName", "website", "spelling"]), isThere: z.boolean() }),
  ),
  /** What differs from what is there. */
  changes: z.array(z.object({ what: Text, before: z.string(), after: z.string() })),
  decision: z.string(),
});
export type ImportedItem = z.infer<typeof ImportedItem>;

const SheetReading = z.object({
  name: z.string(),
  rows: count,
  /** Absent when it cannot be told: then none of its rows is read. */
  holds: SheetHolds.optional(),
  /** Number of the row with the heads, from 1; 0 for none. */
  headRow: count,
  columns: z.array(
    z.object({
      head: z.string(),
      /** Absent when the head is not known; then the column is not read. */
      means: z.string().optional(),
      /** The meanings that it could have on this sheet. */
      example: z.string(),
    }),
  ),
});
export type SheetReading = z.infer<typeof SheetReading>;

const Counts = z.object({ new: count, changed: count, same: count, like: count, left: count });

export const previewRoute = route({
  method: "POST",
  url: "/api/import/preview",
  summary:
    "What a spreadsheet would bring in: new, changed, the same, perhaps the same as another, and what is wrong. Nothing is written.",
  needs: "editor",
  bodyLimit: 14_000_000,
  body: ImportRequest,
  response: z.object({
    /** On which all of it was compared. */
    datasetVersion: DatasetVersion,
    sheets: z.array(SheetReading),
    /** What asks for a decision first. At most `importLimits.lines`. */
    items: z.array(ImportedItem),
    counts: z.object({ items: Counts, links: Counts, sources: count, wrong: count }),
    /** At most `importLimits.lines`. */
    wrong: z.array(WrongCell),
    /** Rows that say nothing of where they come from, and of how; they are not taken in before somebody says so. */
    asks: z.object({ source: count, basis: count }),
  }),
});
export type ImportPreview = z.infer<typeof previewRoute.response>;

export const importRoute = route({
  method: "POST",
  url: "/api/import",
  summary:
    "Brings a spreadsheet in as its preview says: all of it or nothing, and only on the version that the preview was made on.",
  needs: "editor",
  bodyLimit: 14_000_000,
  body: ImportRequest.extend({ datasetVersion: DatasetVersion }),
  response: z.object({
    datasetVersion: DatasetVersion,
    counts: z.object({ items: Counts, links: Counts, sources: count, wrong: count }),
    /** Some of what is new, to go and look at. */
    added: z.array(z.object({ id: NodeId, kind: NodeKindName, name: z.string() })),
  }),
});
export type ImportResult = z.infer<typeof importRoute.response>;

const LoadChanges = z.object({ added: count, changed: count, same: count, removed: count });

export const loadRoute = route({
  method: "POST",
  url: "/api/load",
  summary:
    "Brings in a data set in the form of seed/, as `npm run load` does, which asks this of a server that has the database.",
  needs: "editor",
  bodyLimit: 100_000_000,
  body: z.strictObject({
    files: z
      .array(
        z.strictObject({
          /** Within the folder, with `/`, as in nodes/theme.json. */
          path: z.string().min(1).max(200),
          /** Its bytes as base64. */
          content: z.string(),
        }),
      )
      .min(1)
      .max(500),
    /** Also removes what the files do not hold. */
    replace: z.boolean().default(false),
  }),
  response: z.object({
    datasetVersion: DatasetVersion,
    hasChanged: z.boolean(),
    nodes: LoadChanges,
    links: LoadChanges,
    sources: LoadChanges,
  }),
});
