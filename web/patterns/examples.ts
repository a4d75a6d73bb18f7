import type { Text } from "../../model/graph.ts";

/** A question that a researcher could start from. */
export interface Example {
  /** Stands in the address. */
  readonly id: string;
  readonly title: Text;
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Every one runs on both engines and finds something in the data of seed/. */
export const examples: readonly Example[] = [
  {
    id: "gedeelde-vraagstukken",
    title: {
      nl: "Welke vraagstukken deelt een instelling met andere?",
      en: "Which questions does an institution share with others?",
    },
    cypher: `MATCH (institution:Institution)-[r1:ASKS]->(question:Question)<-[r2:ASKS]-(institution2:Institution)
WHERE institution.id = $institution_id
RETURN question, count(DISTINCT institution2) AS aantal
ORDER BY aantal DESC, question.name, question.id`,
    params: { institution_id: "institution:rijn-ijssel" },
  },
  {
    id: "zelfregulatie",
    title: { nl: "Wie werkte aan zelfregulatie, en wat kwam eruit?", en: "Who worked on self-regulation, and what came of it?" },
    cypher: `MATCH (t:Theme {id: $thema})<-[:ABOUT]-(iets:Entity)
OPTIONAL MATCH (iets)-[:RESULTED_IN]->(o:Outcome)
RETURN iets, collect(o.name) AS opbrengsten
ORDER BY iets.kind, iets.name`,
    params: { thema: "theme:zelfregulatie" },
  },
  {
    id: "labs",
    title: {
      nl: "Welke ruimtes hebben twee instellingen, en waar gaan die over?",
      en: "Which spaces do two institutions have, and what are they about?",
    },
    cypher: `MATCH (i:Institution)-[plek:HOSTS]->(s:Space)-[over:ABOUT]->(t:Theme)
WHERE i.id IN $instellingen
RETURN i, plek, s, over, t
ORDER BY i.name, s.name, t.name`,
    params: { instellingen: ["institution:graafschap-college", "institution:rijn-ijssel"] },
  },
  {
    id: "vr",
    title: {
      nl: "Welke VR- en XR-producten zijn er, en van wie?",
      en: "Which VR and XR products are there, and by whom?",
    },
    cypher: `MATCH (t:Theme)<-[:ABOUT]-(p:Product)
WHERE t.id IN $themas
OPTIONAL MATCH (maker:Entity)-[:MADE]->(p)
OPTIONAL MATCH (p)-[:USED_AT]->(plek:Entity)
RETURN p AS product, collect(DISTINCT maker.name) AS makers, collect(DISTINCT plek.name) AS gebruikt_bij
ORDER BY product.name`,
    params: { themas: ["theme:virtual-reality", "theme:extended-reality"] },
  },
  {
    id: "open-vraagstukken",
    title: { nl: "Welke vraagstukken hebben nog geen antwoord?", en: "Which questions have no answer yet?" },
    cypher: `MATCH (wie:Institution)-[:ASKS]->(q:Question)
WHERE NOT EXISTS { (q)<-[:ADDRESSES]-() }
RETURN q AS vraagstuk, count(wie) AS gesteld_door
ORDER BY gesteld_door DESC, vraagstuk.name`,
    params: {},
  },
  {
    id: "instrumenten",
    title: {
      nl: "Welke instrumenten meten of bespreken iets?",
      en: "Which instruments measure something, or make it discussed?",
    },
    cypher: `MATCH (p:Product)
WHERE p.type CONTAINS $soort
OPTIONAL MATCH (p)-[:ABOUT]->(t:Theme)
RETURN p AS product, p.type AS soort, p.description AS beschrijving, collect(t.name) AS themas
ORDER BY product.name`,
    params: { soort: "instrument" },
  },
  {
    id: "samen-in-netwerk",
    title: { nl: "In welke netwerken zitten twee instellingen samen?", en: "Which networks are two institutions both in?" },
    cypher: `MATCH (a:Institution {id: $een})-[doet:PARTICIPATES_IN]->(n:Network)<-[ook:PARTICIPATES_IN]-(b:Institution {id: $ander})
RETURN a, doet, n, ook, b
ORDER BY n.name`,
    params: { een: "institution:rijn-ijssel", ander: "institution:graafschap-college" },
  },
  {
    id: "opbrengsten",
    title: { nl: "Wat leverde een netwerk op, en waar staat dat?", en: "What came of a network, and where is that written?" },
    cypher: `MATCH (n:Network {id: $netwerk})-[r:RESULTED_IN]->(o:Outcome)
OPTIONAL MATCH (o)-[:EVIDENCED_BY]->(p:Publication)
RETURN o AS opbrengst, r.basis AS basis, collect(p.name) AS staat_in
ORDER BY opbrengst.name`,
    params: { netwerk: "network:owp-ict" },
  },
  {
    id: "practoraten",
    title: { nl: "Waar gaan de practoraten over?", en: "What are the VET research groups about?" },
    cypher: `MATCH (n:Network)-[:ABOUT]->(t:Theme)
WHERE toLower(n.name) CONTAINS $woord
RETURN n AS practoraat, collect(t.name) AS themas
ORDER BY practoraat.name`,
    params: { woord: "practoraat" },
  },
  {
    id: "geld",
    title: { nl: "Wie betaalde wat?", en: "Who funded what?" },
    cypher: `MATCH (iets:Entity)-[r:FUNDED_BY]->(wie:Institution)
RETURN iets, r, wie, r.amount AS bedrag, r.basis AS basis
ORDER BY wie.name, iets.name`,
    params: {},
  },
  {
    id: "omstreden",
    title: { nl: "Wat is omstreden, en wat zegt elke bron?", en: "What is contested, and what does each source say?" },
    cypher: `MATCH (n:Entity)
WHERE n.contested = true
RETURN n AS item, n.conflict AS waarover, n.claim_value AS beweringen, n.claim_source AS bronnen
ORDER BY n.name`,
    params: {},
  },
  {
    id: "kortste-weg",
    title: {
      nl: "Via welke kortste weg hangen twee instellingen samen?",
      en: "What is the shortest way between two institutions?",
    },
    cypher: `MATCH weg = shortestPath((a:Institution {id: $van})-[*..8]-(b:Institution {id: $naar}))
RETURN weg, length(weg) AS stappen`,
    params: { van: "institution:mediacollege-amsterdam", naar: "institution:yuverta" },
  },
  {
    id: "veel-gevraagd",
    title: {
      nl: "Welke thema’s worden veel gevraagd, maar leverden weinig op?",
      en: "Which themes are asked about a lot, but yielded little?",
    },
    cypher: `MATCH (t:Theme)<-[:ABOUT]-(q:Question)
WITH t, count(q) AS vragen
OPTIONAL MATCH (t)<-[:ABOUT]-(o:Outcome)
WITH t, vragen, count(o) AS opbrengsten
WHERE vragen >= $minstens
RETURN t AS thema, vragen, opbrengsten
ORDER BY opbrengsten, vragen DESC, t.name`,
    params: { minstens: 3 },
  },
];
