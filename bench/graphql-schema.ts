import { kindOf, type NodeId } from "../model/graph.ts";
import { type LinkKind, linkKindNames, linkKinds, linkProperties } from "../model/kinds.ts";
import { plainQueries } from "./queries.ts";

const fieldOf = (kind: LinkKind, direction: "out" | "in") => `${kind.toLowerCase()}_${direction}`;

/** Our graph in the words of `@neo4j/graphql`: one type, with the links of each kind in each direction, its full-text index, and one query in Cypher. */
export const schemaText = `
  type Entity @node @fulltext(indexes: [{ indexName: "entity_texts", queryName: "search", fields: ["name", "nameEn", "description", "descriptionEn"] }]) {
    id: String!
    kind: String!
    name: String!
    nameEn: String @alias(property: "name_en")
    description: String
    descriptionEn: String @alias(property: "description_en")
    contested: Boolean!
    degree: Int! @cypher(statement: "RETURN COUNT { (this)--() } AS degree", columnName: "degree")
    ${linkKindNames.flatMap((kind) => (["out", "in"] as const).map((direction) => relationship(kind, direction))).join("\n    ")}
  }
  type LinkProperties @relationshipProperties {
    id: String!
    basis: String!
    contested: Boolean!
    sources: [String!]
    bases: [String!]
    notes: [String!]
    ${linkProperties.map((name) => `${name}: ${name === "since" || name === "until" ? "Int" : "String"}`).join("\n    ")}
  }
  type SharedThemes {
    id: String!
    name: String!
    shared: Int!
  }
  type Query {
    peers(id: String!): [SharedThemes!]! @cypher(
      statement: """
        ${plainQueries.peers.replace("RETURN other.id AS id, other.name AS name, count(DISTINCT t) AS shared", "WITH other.id AS id, other.name AS name, count(DISTINCT t) AS shared")}
        RETURN {id: id, name: name, shared: shared} AS peer
      """
      columnName: "peer"
    )
  }
`;

function relationship(kind: LinkKind, direction: "out" | "in"): string {
  const arrow = direction.toUpperCase();
  return `${fieldOf(kind, direction)}: [Entity!]! @relationship(type: "${kind}", properties: "LinkProperties", direction: ${arrow})`;
}

/** The neighbours of a node with the links to them, and how many there are of each kind: what our own answer holds. */
export const neighboursText = (): string =>
  queryOf(
    linkKindNames.flatMap((kind) => [fieldOf(kind, "out"), fieldOf(kind, "in")]),
    "totalCount",
  );

/** The same without counts, and only for links that a node of its kind can have: the least that a client can ask. */
export function favouredNeighbours(id: NodeId): string {
  const kind = kindOf(id);
  const fields = linkKindNames.flatMap((link) => {
    const ends: readonly (readonly [string, string])[] = linkKinds[link].ends;
    const goesOut = ends.some(([from]) => from === kind);
    const comesIn = ends.some(([, to]) => to === kind);
    return [...(goesOut ? [fieldOf(link, "out")] : []), ...(comesIn ? [fieldOf(link, "in")] : [])];
  });
  return queryOf(fields, "");
}

const queryOf = (fields: readonly string[], count: string) =>
  `query ($id: String!) { entities(where: { id: { eq: $id } }) { id ${fields.map((field) => connection(field, count)).join(" ")} } }`;

const connection = (field: string, count: string) =>
  `${field}Connection(first: 25) { ${count} edges { node { id kind name nameEn contested degree }
   properties { id basis contested sources bases notes ${linkProperties.join(" ")} } } }`;

/** The best twenty nodes that hold any of some words. */
export const searchText =
  "query ($phrase: String!) { search(phrase: $phrase, first: 20) { edges { score node { id kind name nameEn contested degree } } } }";

/** The ten institutions that share most themes. */
export const peersText = "query ($id: String!) { peers(id: $id) { id name shared } }";
