import { z } from "zod";
import { LinkKindName, NodeId, NodeKindName } from "../../model/graph.ts";
import type { Query } from "../store/store.ts";

type None = Record<never, never>;

const year = z.number().int().optional();
const text = z.string().optional();

const NodeRow = z.object({
  id: NodeId,
  kind: NodeKindName,
  name: z.string(),
  nameEn: z.string(),
  contested: z.boolean(),
  properties: z.object({ year, until: year, sector: text, website: text, type: text, city: text }),
});
/** Every node with what a profile needs of it. */
export const profileNodes: Query<None, z.output<typeof NodeRow>> = {
  name: "profileNodes",
  row: NodeRow,
  cypher: `
    MATCH (n:Entity)
    RETURN n.id AS id, n.kind AS kind, n.name AS name, n.name_en AS nameEn, n.contested AS contested,
           n {.year, .until, .sector, .website, .type, .city} AS properties`,
};

/** Checked when it was written; a whole check of every end would be half of the time of reading. */
const storedId = z.custom<NodeId>((id) => typeof id === "string");

const LinkRow = z.object({
  linkKind: LinkKindName,
  from: storedId,
  to: storedId,
  link: z.looseObject({ basis: z.string(), contested: z.boolean(), until: year }),
});
/** Every link as it is stored, in the columns of rows.ts, so that those that an answer shows can be read in full later. */
export const profileLinks: Query<None, z.output<typeof LinkRow>> = {
  name: "profileLinks",
  row: LinkRow,
  cypher: "MATCH (a:Entity)-[r]->(b:Entity) RETURN type(r) AS linkKind, a.id AS from, b.id AS to, properties(r) AS link",
};
