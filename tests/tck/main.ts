/** `npm run tck`: runs the openCypher TCK on both engines, and writes how it ended into docs/patterns.md. `npm run tck -- WORDS` shows what is not right where a folder, name or query holds these words. */
import { readFileSync, writeFileSync } from "node:fs";
import { openNeo4j } from "../../server/store/neo4j/store.ts";
import { startNeo4j, whyNoNeo4j } from "../real/neo4j.ts";
import { onEmbedded } from "./embedded.ts";
import { guide, withTable } from "./guide.ts";
import { readingScenarios, type Scenario, whyNoScenarios } from "./scenarios.ts";
import { type Ending, endingOf, tableOf } from "./verdict.ts";

const words = process.argv.slice(2).join(" ");

async function onNeo4j(scenarios: readonly Scenario[]): Promise<Ending[]> {
  const server = await startNeo4j();
  const store = await openNeo4j({ ...server, uri: server.uri, user: server.user, password: server.password, database: "neo4j" });
  try {
    const endings: Ending[] = [];
    const limits = { timeout: 30_000, rows: 10_000 };
    let there = "";
    for (const scenario of byGraph(scenarios)) {
      const graph = graphOf(scenario);
      // A scenario only reads, so that the next one finds the graph as it was; and a server takes its time for a write.
      if (graph !== there)
        await store.write(["MATCH (n) DETACH DELETE n", ...scenario.setUp].map((cypher) => ({ cypher, params: {} })));
      there = graph;
      endings.push(
        await endingOf(scenario, async (query, params) => {
          const found = await store.pattern(query, params, limits, new AbortController().signal);
          return { ...found, rows: JSON.parse(Buffer.from(found.rows).toString()) };
        }),
      );
    }
    return endings;
  } finally {
    await store.close();
    await server.stop();
  }
}

const graphOf = ({ setUp }: Scenario): string => setUp.join(";");

const byGraph = (scenarios: readonly Scenario[]): Scenario[] =>
  [...scenarios].sort((one, other) => (graphOf(one) < graphOf(other) ? -1 : graphOf(one) > graphOf(other) ? 1 : 0));

function show(endings: readonly Ending[]): void {
  for (const { scenario, verdict, detail } of endings)
    if (verdict !== "right" && verdict !== "due")
      console.log(`${verdict} · ${scenario.folder} · ${scenario.name}\n${scenario.query}\n→ ${detail}\n`);
}

/** While only processes of ours work, which keep nobody awake, Node would end. */
const awake = setInterval(() => {}, 1_000);
const why = whyNoScenarios() ?? whyNoNeo4j();
if (why) throw new Error(why);
const all = readingScenarios();
const holds = ({ folder, name, query }: Scenario) => `${folder} ${name} ${query}`.includes(words);
const scenarios = words === "" ? all : all.filter(holds);
const embedded: Ending[] = [];
for (const scenario of scenarios) embedded.push(await onEmbedded(scenario));
const neo4j = await onNeo4j(scenarios);
if (words === "") {
  const text = withTable(withTable(readFileSync(guide, "utf8"), "embedded", tableOf(embedded)), "neo4j", tableOf(neo4j));
  writeFileSync(guide, text);
}
for (const endings of [embedded, neo4j]) {
  if (words !== "") show(endings);
  console.log(tableOf(endings).split("\n").slice(0, 3).join("\n"));
}
clearInterval(awake);
