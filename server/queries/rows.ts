import { z } from "zod";
import {
  Basis,
  ClaimRank,
  type Evidence,
  GraphNode,
  Link,
  linkEnds,
  NodeId,
  NodeSummary,
  type Properties,
  Source,
} from "../../model/graph.ts";
import { propertySpecs } from "../../model/kinds.ts";

const texts = z.array(z.string()).default([]);

const propertyNames = new Set(Object.keys(propertySpecs));

/** The properties of model/kinds.ts among everything that a node or a link holds. */
function namedProperties(stored: Readonly<Record<string, unknown>>): Properties {
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(stored)) if (propertyNames.has(name)) properties[name] = value;
  return properties as Properties;
}

const storedEvidence = { sources: z.array(Source.shape.id).min(1), bases: z.array(Basis), notes: texts, checked_on: texts };

/** Evidence out of the three lists in which nodes and links keep it. */
const evidenceOf = ({ sources, bases, notes, checked_on: checkedOn }: z.output<z.ZodObject<typeof storedEvidence>>): Evidence[] =>
  sources.map((source, index) => ({
    source,
    basis: bases[index] ?? "derived",
    ...(notes[index] && { note: notes[index] }),
    ...(checkedOn[index] && { checkedOn: checkedOn[index] }),
  }));

/** The columns of a `NodeSummary`, for the node called `name` in a query. */
export const summaryColumns = (name: string) =>
  `${name}.id AS id, ${name}.kind AS kind, ${name}.name AS name, ${name}.name_en AS nameEn,
   ${name}.contested AS contested, COUNT { (${name})--() } AS degree`;
export const SummaryRow = NodeSummary;

/** The column of a link, for the relationship called `name`. Its id says what it joins, so that the ends need no columns. */
export const linkColumn = (name: string) => `properties(${name}) AS link`;

const StoredLink = z.looseObject({ id: Link.shape.id, basis: Basis, contested: z.boolean(), ...storedEvidence });

function linkOf(link: z.output<typeof StoredLink>): Link {
  return {
    id: link.id,
    ...linkEnds(link.id),
    basis: link.basis,
    contested: link.contested,
    properties: namedProperties(link),
    evidence: evidenceOf(link),
  };
}

/** A row with the column of a link. */
export const LinkRow = z.object({ link: StoredLink }).transform(({ link }) => linkOf(link));

const StoredNode = z.looseObject({
  id: NodeId,
  kind: NodeSummary.shape.kind,
  name: z.string(),
  name_en: z.string(),
  description: z.string().default(""),
  description_en: z.string().default(""),
  other_names: texts,
  contested: z.boolean(),
  claim_about: texts,
  claim_value: texts,
  claim_source: z.array(Source.shape.id).default([]),
  claim_rank: z.array(ClaimRank).default([]),
  ...storedEvidence,
});

/** All that is known of a node, but how many links it has in the whole graph. */
export type WholeNode = Omit<GraphNode, "degree">;

const nodeOf = (node: z.output<typeof StoredNode>): WholeNode => ({
  id: node.id,
  kind: node.kind,
  name: node.name,
  nameEn: node.name_en,
  contested: node.contested,
  description: node.description,
  descriptionEn: node.description_en,
  properties: namedProperties(node),
  otherNames: node.other_names,
  evidence: evidenceOf(node),
  claims: node.claim_source.map((source, index) => ({
    about: node.claim_about[index] ?? "",
    value: node.claim_value[index] ?? "",
    source,
    ...((node.claim_rank[index] ?? "normal") !== "normal" && { rank: node.claim_rank[index] }),
  })),
});

/** A row of `properties(n) AS node` and the node's `degree`. */
export const NodeRow = z
  .object({ node: StoredNode, degree: GraphNode.shape.degree })
  .transform(({ node, degree }): GraphNode => ({ ...nodeOf(node), degree }));

/** A row of `properties(n) AS node`. */
export const WholeNodeRow = z.object({ node: StoredNode }).transform(({ node }) => nodeOf(node));

/** A row of `properties(s) AS source`. */
export const SourceRow = z
  .object({
    source: z.object({
      id: Source.shape.id,
      title: z.string(),
      url: z.string().optional(),
      url_names_person: z.literal(true).optional(),
    }),
  })
  .transform(
    ({ source: { id, title, url, url_names_person } }): Source => ({
      id,
      title,
      ...(url && { url }),
      ...(url_names_person && { urlNamesPerson: true }),
    }),
  );
