import { kindOf, type NodeId } from "../model/graph.ts";
import { type LinkKind, linkKindNames, linkKinds, linkProperties } from "../model/kinds.ts";

const fieldOf = (kind: LinkKind, direction: "out" | "in") => `${kind.toLowerCase()}_${direction}`;

/** Our graph in the words of `@neo4j/graphql`: one type, with the links of each kind in each direction. */
export const schemaText = `
  type Entity @node {
    id: String!
    kind: String!
    name: String!
    nameEn: String @alias(property: "name_en")
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
`;

function relationship(kind: LinkKind, direction: "out" | "in"): string {
  const arrow = direction.toUpperCase();
  return `${fieldOf(kind, direction)}: [Entity!]! @relationship(type: "${kind}", properties: "LinkProperties", direction: ${arrow})`;
}

/** The neighbours of a node with the links to them. It asks only for links that a node of its kind can have: less to do, in GraphQL's favour. */
export function neighboursText(id: NodeId): string {
  const kind = kindOf(id);
  const fields = linkKindNames.flatMap((link) => {
    const ends: readonly (readonly [string, string])[] = linkKinds[link].ends;
    const goesOut = ends.some(([from]) => from === kind);
    const comesIn = ends.some(([, to]) => to === kind);
    return [...(goesOut ? [fieldOf(link, "out")] : []), ...(comesIn ? [fieldOf(link, "in")] : [])];
  });
  return `query ($id: String!) { entities(where: { id: { eq: $id } }) { id ${fields.map(connection).join(" ")} } }`;
}

const connection = (field: string) =>
  `${field}: ${field}Connection(first: 25) { edges { node { id kind name nameEn contested degree }
   properties { id basis contested sources bases notes ${linkProperties.join(" ")} } } }`;
