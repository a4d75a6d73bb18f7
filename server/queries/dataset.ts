import { z } from "zod";
import { Synonyms } from "../../model/dataset.ts";
import { LinkKindName, NodeId, SourceId } from "../../model/graph.ts";
import type { Query } from "../store/store.ts";

type None = Record<never, never>;

const StateRow = z.object({
  number: z.number().int(),
  version: z.string(),
  synonyms: z.string().transform((text) => Synonyms.parse(JSON.parse(text))),
});
/** Which state the graph is in; no row when nothing was ever loaded. */
export const datasetState: Query<None, z.output<typeof StateRow>> = {
  name: "datasetState",
  row: StateRow,
  cypher: "MATCH (d:Dataset {id: 'dataset'}) RETURN d.number AS number, d.version AS version, d.synonyms AS synonyms",
};

const VersionRow = StateRow.pick({ version: true });
/** The version alone, which every cached answer is checked against. */
export const datasetVersion: Query<None, z.output<typeof VersionRow>> = {
  name: "datasetVersion",
  row: VersionRow,
  cypher: "MATCH (d:Dataset {id: 'dataset'}) RETURN d.version AS version",
};

const HashRow = z.object({ hash: z.string() });
/** The hash of the graph's state, whole. */
export const datasetHash: Query<None, z.output<typeof HashRow>> = {
  name: "datasetHash",
  row: HashRow,
  cypher: "MATCH (d:Dataset {id: 'dataset'}) RETURN d.hash AS hash",
};

const Stored = z.record(z.string(), z.unknown());
const PropertiesRow = z.object({ properties: Stored });

/** Every source with all it holds. */
export const everySource: Query<None, z.output<typeof PropertiesRow>> = {
  name: "everySource",
  row: PropertiesRow,
  cypher: "MATCH (s:Source) RETURN properties(s) AS properties",
};

type Page = { readonly ids: readonly string[] };

/** Some nodes with all they hold, in no order. */
export const storedNodes: Query<Page, z.output<typeof PropertiesRow>> = {
  name: "storedNodes",
  row: PropertiesRow,
  cypher: "UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN properties(n) AS properties",
};

/** Some sources with all they hold, in no order. */
export const storedSources: Query<Page, z.output<typeof PropertiesRow>> = {
  name: "storedSources",
  row: PropertiesRow,
  cypher: "UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN properties(s) AS properties",
};

/** All links of some nodes, whichever way they lead, with all they hold, in no order. */
export const storedLinksOf: Query<Page, z.output<typeof PropertiesRow>> = {
  name: "storedLinksOf",
  row: PropertiesRow,
  cypher: "UNWIND $ids AS id MATCH (:Entity {id: id})-[r]-(:Entity) RETURN properties(r) AS properties",
};

const StoredLinkRow = z.object({ kind: LinkKindName, from: NodeId, to: NodeId, properties: Stored });
/** The links that lead from some nodes, with all they hold, in no order. */
export const storedLinksFrom: Query<Page, z.output<typeof StoredLinkRow>> = {
  name: "storedLinksFrom",
  row: StoredLinkRow,
  cypher: `
    UNWIND $ids AS id MATCH (:Entity {id: id})-[r]->(b:Entity)
    RETURN type(r) AS kind, id AS from, b.id AS to, properties(r) AS properties`,
};

const IdRow = z.object({ id: z.union([NodeId, SourceId]) });
/** Which of some ids are those of a node or a source. */
export const whichExist: Query<{ ids: readonly string[] }, z.output<typeof IdRow>> = {
  name: "whichExist",
  row: IdRow,
  cypher: `
    UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN n.id AS id
    UNION ALL
    UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN s.id AS id`,
};
