import { z } from "zod";
import { type LinkId, type NodeId, NodeKindName } from "../../model/graph.ts";
import { type NodeKind, nodeKinds } from "../../model/kinds.ts";
import type { Query } from "../store/store.ts";
import { LinkRow, linkColumn } from "./rows.ts";

type None = Record<never, never>;
/** The nodes of a page: so few that nobody waits long while they are taken in. */
type Page = { readonly ids: readonly NodeId[] };

const year = z.number().int().optional();
const text = z.string().optional();

/** Checked when it was written; a whole check of every id would be half of the time of reading. */
const storedId = z.custom<NodeId>((id) => typeof id === "string");
/** The same for a column that an engine gathered. */
const column = <Value>() => z.custom<readonly Value[]>(Array.isArray);

const IdsRow = z.object({ ids: column<NodeId>() });
/** The ids of every node of a kind, in one row: as rows of their own they take four times as long. */
export const idsOfKind = (kind: NodeKind): Query<None, z.output<typeof IdsRow>> => ({
  name: "idsOfKind",
  row: IdsRow,
  cypher: `MATCH (n:${nodeKinds[kind].label}) RETURN collect(n.id) AS ids`,
});

const NodeRow = z.object({
  id: storedId,
  kind: NodeKindName,
  name: z.string(),
  nameEn: z.string(),
  contested: z.boolean(),
  year,
  until: year,
  sector: text,
  website: text,
  type: text,
  city: text,
});
/** Some nodes with what a profile needs of each. */
export const profileNodes: Query<Page, z.output<typeof NodeRow>> = {
  name: "profileNodes",
  row: NodeRow,
  cypher: `
    UNWIND $ids AS id MATCH (n:Entity {id: id})
    RETURN n.id AS id, n.kind AS kind, n.name AS name, n.name_en AS nameEn, n.contested AS contested, n.year AS year,
           n.until AS until, n.sector AS sector, n.website AS website, n.type AS type, n.city AS city`,
};

const LinksRow = z.object({
  ids: column<LinkId>(),
  bases: column<string>(),
  contested: column<boolean>(),
  /** 0 where none is known. */
  untils: column<number>(),
});
/** The links that lead from some nodes, in one row of columns of equal length. */
export const profileLinks: Query<Page, z.output<typeof LinksRow>> = {
  name: "profileLinks",
  row: LinksRow,
  cypher: `
    UNWIND $ids AS id MATCH (:Entity {id: id})-[r]->(:Entity)
    RETURN collect(r.id) AS ids, collect(r.basis) AS bases, collect(r.contested) AS contested,
           collect(coalesce(r.until, 0)) AS untils`,
};

/** Links in full, by the node that they lead from. */
export const linksOfNodes: Query<{ wanted: readonly { from: NodeId; links: readonly LinkId[] }[] }, z.output<typeof LinkRow>> = {
  name: "linksOfNodes",
  row: LinkRow,
  cypher: `
    UNWIND $wanted AS one MATCH (:Entity {id: one.from})-[r]->(:Entity) WHERE r.id IN one.links
    RETURN ${linkColumn("r")}`,
};
