import { ours } from "../contestants.ts";
import type { Size } from "../generate.ts";
import { race } from "../measure.ts";
import { startOverlap } from "../overlap.ts";
import type { Bench, Part } from "../part.ts";
import { figure, megabytes, milliseconds, table, verdict } from "../report.ts";
import { someOf } from "../world.ts";
import { firstRead } from "./peers.ts";

/** Milliseconds within which nearly all answers must come. */
const bounds = { small: 5, large: 20 } as const;

/** As many institutions as there are in Dutch vocational education, and a network that grows to the large data set. */
const sizes = (large: Size): Size[] => [
  { nodes: 6_000, links: 24_000, institutions: 60 },
  ...[0.1, 0.3, 1].map((share) => ({
    nodes: Math.round(large.nodes * share),
    links: Math.round(large.links * share),
    institutions: Math.round(large.institutions * share),
  })),
];

/** How peers on the embedded engine keep up with a growing graph. */
export const growthPart: Part = async (bench) => {
  const grown = [];
  for (const size of sizes(bench.large)) grown.push(await measure(bench, size));
  const [small, large] = [grown[0]?.p95 ?? Number.NaN, grown.at(-1)?.p95 ?? Number.NaN];
  const institutions = figure(bench.large.institutions);
  return `## How peers grow

Through the API on the embedded engine, one request at a time. The first read after a start takes in every profile; it is kept until the data change.

${table(
  ["nodes", "links", "institutions", "p50", "p95", "p95, 16 at a time", "first read", "memory before", "memory after"],
  grown.map(({ cells }) => cells),
)}

${verdict("95th percentile, 60 institutions", small, milliseconds, "under", bounds.small)}
${verdict(`95th percentile, ${institutions} institutions`, large, milliseconds, "under", bounds.large)}`;
};

async function measure({ world, rounds, seconds, say }: Bench, size: Size) {
  const sample = world.sample(size);
  const server = await startOverlap((await world.embedded(sample)).place);
  const paths = someOf(sample.ids, 300, "institution").map((id) => `/api/institutions/${id}/peers`);
  const before = server.memory();
  const first = await firstRead(server.url, paths[0] ?? "");
  say(`asking for peers among ${size.institutions} institutions`);
  const contestant = ours("peers", server, paths, '"peers":[');
  const one = (await race([contestant], { connections: 1, rounds, seconds })).get("peers");
  const sixteen = (await race([contestant], { connections: 16, rounds, seconds })).get("peers");
  const after = server.memory();
  await server.stop();
  const of = (value: number | undefined) => milliseconds(value ?? Number.NaN);
  const counts = [size.nodes, size.links, size.institutions].map(figure);
  return {
    p95: one?.p95 ?? Number.NaN,
    cells: [...counts, of(one?.p50), of(one?.p95), of(sixteen?.p95), of(first), megabytes(before), megabytes(after)],
  };
}
