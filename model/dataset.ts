import { z } from "zod";
import { Claim, Evidence, LinkKindName, LinkProperties, NodeId, propertiesOf, type Source } from "./graph.ts";
import { type NodeKind, nodeKinds } from "./kinds.ts";

/** A node as a data file holds it: what it is, in both languages, and what it rests on. */
export const DatasetNode = (kind: NodeKind) =>
  z.strictObject({
    id: NodeId.refine((id) => id.startsWith(`${kind}:`), `an id in this file starts with ${kind}:`),
    name: z.string().min(1),
    nameEn: z.string().min(1),
    description: z.string().default(""),
    descriptionEn: z.string().default(""),
    otherNames: z.array(z.string().min(1)).optional(),
    properties: propertiesOf(nodeKinds[kind].properties).optional(),
    claims: z.array(Claim).optional(),
    evidence: z.array(Evidence).min(1),
  });
export type DatasetNode = z.infer<ReturnType<typeof DatasetNode>>;

/** A link as a data file holds it. */
export const DatasetLink = z.strictObject({
  from: NodeId,
  kind: LinkKindName,
  to: NodeId,
  properties: LinkProperties.optional(),
  evidence: z.array(Evidence).min(1),
});
export type DatasetLink = z.infer<typeof DatasetLink>;

/** Words that search treats as one, each list in one language; see docs/methods.md. */
export const Synonyms = z.array(
  z.strictObject({ language: z.enum(["nl", "en", "nl-en"]), words: z.array(z.string().min(1)).min(2) }),
);
export type Synonyms = z.infer<typeof Synonyms>;

/** A whole data set, as read from a folder. */
export interface Dataset {
  readonly sources: readonly Source[];
  readonly nodes: readonly DatasetNode[];
  readonly links: readonly DatasetLink[];
  readonly synonyms: Synonyms;
}
