import { z } from "zod";
import {
  type LinkKind,
  linkKindNames,
  linkProperties,
  type NodeKind,
  nodeKindNames,
  type PropertyName,
  propertySpecs,
} from "./kinds.ts";

const slug = "[a-z0-9][a-z0-9-]*";

/** A node's address: its kind and a slug, as in `theme:zelfregulatie`. */
export const NodeId = z
  .string()
  .max(200)
  .regex(new RegExp(`^(${nodeKindNames.join("|")}):${slug}$`), "not an id such as theme:zelfregulatie")
  .brand<"NodeId">();
export type NodeId = z.infer<typeof NodeId>;

/** The kind that an id names. */
export const kindOf = (id: NodeId): NodeKind => id.slice(0, id.indexOf(":")) as NodeKind;

export const SourceId = z
  .string()
  .max(200)
  .regex(new RegExp(`^source:${slug}$`), "not an id such as source:han-nieuws-2023")
  .brand<"SourceId">();
export type SourceId = z.infer<typeof SourceId>;

/** A link's address: `from|KIND|to`. There is at most one link of a kind between two nodes in one direction. */
export const LinkId = z.string().max(500).brand<"LinkId">();
export type LinkId = z.infer<typeof LinkId>;
export const linkId = (from: NodeId, kind: LinkKind, to: NodeId): LinkId => `${from}|${kind}|${to}` as LinkId;
/** What a link's address says that it joins. */
export function linkEnds(id: LinkId): { readonly from: NodeId; readonly kind: LinkKind; readonly to: NodeId } {
  const [first, last] = [id.indexOf("|"), id.lastIndexOf("|")];
  return { from: id.slice(0, first) as NodeId, kind: id.slice(first + 1, last) as LinkKind, to: id.slice(last + 1) as NodeId };
}

export const NodeKindName = z.enum(nodeKindNames);
export const LinkKindName = z.enum(linkKindNames);

/** Whether a source says it itself, or the compiler concluded it from the source. */
export const Basis = z.enum(["stated", "derived"]);
export type Basis = z.infer<typeof Basis>;

/** A page or document that facts rest on. Without `url` it is a document that is not on the web. */
export const Source = z.strictObject({
  id: SourceId,
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The address holds a person's name: it is linked to, but never shown, printed or exported as text. */
  urlNamesPerson: z.literal(true).optional(),
});
export type Source = z.infer<typeof Source>;

/** What one source contributes to one fact. A derived one says how it was concluded. */
export const Evidence = z.strictObject({
  source: SourceId,
  basis: Basis,
  note: z.string().min(1).optional(),
  /** The last day on which somebody found that it still holds. */
  checkedOn: z.iso.date().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** How much a claim counts beside others about the same thing. */
export const claimRanks = ["preferred", "normal", "outdated"] as const;
export const ClaimRank = z.enum(claimRanks);
export type ClaimRank = z.infer<typeof ClaimRank>;

/** One source's word on a fact about a node. Claims about the same thing with other values make it contested, unless they are outdated. */
export const Claim = z.strictObject({
  about: z.string().min(1),
  value: z.string().min(1),
  source: SourceId,
  /** Normal when absent. */
  rank: ClaimRank.optional(),
});
export type Claim = z.infer<typeof Claim>;

const holds = {
  text: z.string().min(1),
  year: z.number().int().min(1800).max(2200),
  flag: z.boolean(),
} as const;

/** The zod shape of the properties called `names`, each of them optional. */
export const propertiesOf = (names: readonly PropertyName[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, holds[propertySpecs[name].holds].optional()])));

/** The value of any property of a node or a link. Years are numbers. */
export const PropertyValue = z.union([z.string(), z.number(), z.boolean()]);
export const Properties = z.partialRecord(z.enum(Object.keys(propertySpecs) as [PropertyName, ...PropertyName[]]), PropertyValue);
export type Properties = z.infer<typeof Properties>;
export const LinkProperties = propertiesOf(linkProperties);

/** As much of a node as a list or a drawing needs. `name` is Dutch. */
export const NodeSummary = z.object({
  id: NodeId,
  kind: NodeKindName,
  name: z.string(),
  nameEn: z.string(),
  /** Sources disagree on something about it. */
  contested: z.boolean(),
  /** How many links it has. */
  degree: z.number().int().min(0),
});
export type NodeSummary = z.infer<typeof NodeSummary>;

/** A node with all that is known of it, but its links. */
export const GraphNode = NodeSummary.extend({
  description: z.string(),
  descriptionEn: z.string(),
  properties: Properties,
  /** Names that it also goes by, or went by. */
  otherNames: z.array(z.string()),
  evidence: z.array(Evidence).min(1),
  claims: z.array(Claim),
});
export type GraphNode = z.infer<typeof GraphNode>;

/** A link with its evidence. `basis` is `stated` when at least one source states it. */
export const Link = z.object({
  id: LinkId,
  kind: LinkKindName,
  from: NodeId,
  to: NodeId,
  basis: Basis,
  contested: z.boolean(),
  properties: Properties,
  evidence: z.array(Evidence).min(1),
});
export type Link = z.infer<typeof Link>;

/** Some nodes and the links between them. */
export const Subgraph = z.object({ nodes: z.array(NodeSummary), links: z.array(Link) });
export type Subgraph = z.infer<typeof Subgraph>;

/** The same words in both languages. */
export const Text = z.object({ nl: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];
