import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import {
  Basis,
  ClaimRank,
  LinkId,
  LinkKindName,
  NodeId,
  NodeKindName,
  Properties,
  PropertyValue,
  SourceId,
  Text,
} from "./graph.ts";
import { route } from "./route.ts";
import { RowChange } from "./versions.ts";

const text = (most: number) => z.string().trim().max(most);
const url = z.url({ protocol: /^https?$/ }).max(2_000);

/** What a form holds of an item; an empty text says nothing. */
export const NodeFields = z.strictObject({
  name: text(300).min(1),
  nameEn: text(300).default(""),
  description: text(5_000).default(""),
  descriptionEn: text(5_000).default(""),
  otherNames: z.array(text(300).min(1)).max(50).default([]),
  properties: Properties.default({}),
});
export type NodeFields = z.infer<typeof NodeFields>;

/** The same as it was read: the graph may hold what a form would not take. */
const SeenFields = z.strictObject({
  name: z.string(),
  nameEn: z.string().default(""),
  description: z.string().default(""),
  descriptionEn: z.string().default(""),
  otherNames: z.array(z.string()).default([]),
  properties: Properties.default({}),
});

/** What a form holds of a link. */
export const LinkFields = z.strictObject({ properties: Properties.default({}) });

/** What a form holds of a source. */
export const SourceFields = z.strictObject({ title: text(300).min(1), url: url.optional() });

/** What an edit rests on: a source that is there or a new one, and whether it says so itself. */
export const GivenEvidence = z.strictObject({
  source: z.union([z.strictObject({ id: SourceId }), SourceFields]),
  basis: Basis,
  /** How it was concluded, of what is derived. */
  note: text(1_000).min(1).optional(),
});
export type GivenEvidence = z.infer<typeof GivenEvidence>;

const NodeEdit = z.strictObject({
  is: z.literal("node"),
  kind: NodeKindName,
  /** Absent for an item that is new. */
  id: NodeId.optional(),
  /** As whoever edits it has read it. */
  seen: SeenFields.optional(),
  /** Absent to take it away, with its links. */
  wanted: NodeFields.optional(),
  /** Of an item that is new: links that it comes with, which rest on the same. */
  links: z
    .array(z.strictObject({ kind: LinkKindName, direction: z.enum(["out", "in"]), other: NodeId }))
    .max(20)
    .default([]),
});

const LinkEdit = z.strictObject({
  is: z.literal("link"),
  from: NodeId,
  kind: LinkKindName,
  to: NodeId,
  /** Absent for a link that is new. */
  seen: LinkFields.optional(),
  /** Absent to take it away. */
  wanted: LinkFields.optional(),
});

const SourceEdit = z.strictObject({
  is: z.literal("source"),
  id: SourceId.optional(),
  seen: SourceFields.optional(),
  wanted: SourceFields,
});

const ConfirmEdit = z.strictObject({
  is: z.literal("confirm"),
  /** An item or a link of which somebody has found today that it still holds. */
  id: z.union([NodeId, LinkId]),
});

const ClaimEdit = z.strictObject({
  is: z.literal("claim"),
  id: NodeId,
  /** Another source's word; what it rests on is the evidence of the request. */
  says: z
    .strictObject({
      about: text(100).min(1),
      value: text(1_000).min(1),
      rank: ClaimRank.default("normal"),
      /** What is there already about the same, and the source that says so: it becomes a claim, too. */
      beside: z.strictObject({ value: z.string().min(1).max(5_000), source: SourceId }).optional(),
    })
    .optional(),
  /** How much claims that are there are to count. */
  ranks: z
    .array(z.strictObject({ about: z.string(), value: z.string(), source: SourceId, seen: ClaimRank, rank: ClaimRank }))
    .max(100)
    .default([]),
});

export const FormEdit = z.discriminatedUnion("is", [NodeEdit, LinkEdit, SourceEdit, ConfirmEdit, ClaimEdit]);
export type FormEdit = z.infer<typeof FormEdit>;

/** Why something is changed, in the words of whoever does it. */
export const Why = text(500).default("");

const EditRequest = z.strictObject({
  edit: FormEdit,
  /** Of an item and a link, unless they are taken away. */
  evidence: GivenEvidence.optional(),
  why: Why,
});

/** A field that somebody else has changed meanwhile. */
export const EditClash = z.object({
  id: z.string(),
  why: z.enum(["changed", "gone", "inUse", "missing"]),
  /** By its name in a data file; absent when all of it is meant. */
  field: z.string().optional(),
  /** What is there now; absent where there is nothing. */
  now: PropertyValue.optional(),
  name: Text,
});
export type EditClash = z.infer<typeof EditClash>;

export const previewEditRoute = route({
  method: "POST",
  url: "/api/edits/preview",
  summary: "What a change of an item, a link or a source comes to beside what is there now. Nothing is written.",
  needs: "editor",
  body: EditRequest,
  response: z.object({
    datasetVersion: DatasetVersion,
    /** Empty when it is all so already. */
    rows: z.array(RowChange),
    clashes: z.array(EditClash),
    /** Items that a new one may be the same as. */
    like: z.array(z.object({ id: NodeId, name: z.string(), why: z.enum(["name", "otherName", "website", "spelling"]) })),
  }),
});
export type EditPreview = z.infer<typeof previewEditRoute.response>;

export const editRoute = route({
  method: "POST",
  url: "/api/edits",
  summary:
    "Changes an item, a link or a source, and publishes that as a new version. What somebody else has changed meanwhile is not overwritten: then it answers 409.",
  needs: "editor",
  body: EditRequest,
  response: z.object({
    datasetVersion: DatasetVersion,
    /** Of what was changed. */
    id: z.union([NodeId, LinkId, SourceId]),
    rows: z.array(RowChange),
  }),
});
export type EditResult = z.infer<typeof editRoute.response>;
