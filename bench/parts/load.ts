import { neo4jSettings } from "../neo4j.ts";
import { startOverlap } from "../overlap.ts";
import { largeSample, type Part } from "../part.ts";
import { figure, megabytes, milliseconds, table } from "../report.ts";

const seconds = (value: number) => `${figure(value / 1_000)} s`;

/** How long our own load path takes: files read, checked, compared, analysed and written in one write, all or nothing. */
export const loadPart: Part = async (bench) => {
  const { world, large } = bench;
  const sample = largeSample(bench);
  const embedded = await world.embedded(sample);
  const server = await startOverlap(embedded.place);
  const memory = server.memory();
  await server.stop();
  const rows = [
    [
      "embedded",
      seconds(embedded.load.milliseconds),
      megabytes(embedded.load.memory),
      "in the same process",
      `${figure(embedded.bytes / 1_048_576)} MB`,
      `${milliseconds(server.startedIn)}, ${megabytes(memory)}`,
    ],
  ];
  const neo4j = await world.neo4j();
  if (neo4j) {
    const loaded = await world.onNeo4j(sample, neo4j);
    const second = await startOverlap(loaded.place);
    rows.push([
      `Neo4j ${neo4j.version}`,
      seconds(loaded.load.milliseconds),
      megabytes(loaded.load.memory),
      megabytes(neo4j.memory()),
      "–",
      `${milliseconds(second.startedIn)}, ${megabytes(second.memory())}`,
    ]);
    await second.stop();
  }
  return `## Loading

${figure(large.nodes)} nodes and ${figure(large.links)} links by \`npm run load\`: files read and checked, words analysed, and all of it written in one transaction, so all or nothing.
Neo4j has a heap of ${neo4jSettings.heap}, a page cache of ${neo4jSettings.pageCache} and \`db.memory.transaction.max=${neo4jSettings.transactionMost}\`; with 2g the commit is refused.

${table(["", "load", "memory of the loader", "memory of the database", "on disk", "a later start: ready after, memory"], rows)}`;
};
