import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ours } from "../contestants.ts";
import type { Size } from "../generate.ts";
import { race } from "../measure.ts";
import { type Place, restOf, root, startOverlap } from "../overlap.ts";
import type { Bench, Part } from "../part.ts";
import { figure, megabytes, milliseconds, table, verdict } from "../report.ts";
import { someOf } from "../world.ts";
import { firstRead } from "./peers.ts";

/** Milliseconds within which nearly all answers must come. */
const bounds = { small: 5, large: 10 } as const;

/** As many institutions as there are in Dutch vocational education, and a network that grows to the large data set. */
const sizes = (large: Size): Size[] => [
  { nodes: 6_000, links: 24_000, institutions: 60 },
  ...[0.1, 0.3, 1].map((share) => ({
    nodes: Math.round(large.nodes * share),
    links: Math.round(large.links * share),
    institutions: Math.round(large.institutions * share),
  })),
];

/** A graph, and whom to ask about. */
interface Grown {
  readonly name: readonly [nodes: string, links: string, institutions: string];
  readonly place: Place;
  readonly institutions: readonly string[];
}

/** How peers on the embedded engine keep up with a growing graph. */
export const growthPart: Part = async (bench) => {
  const rows = [await measure(bench, await ownData(bench))];
  for (const size of sizes(bench.large)) rows.push(await measure(bench, await madeData(bench, size)));
  const p95 = (row: (typeof rows)[number] | undefined) => row?.p95 ?? Number.NaN;
  const verdicts = [
    verdict("95th percentile, the project's own 61 institutions", p95(rows[0]), milliseconds, "under", bounds.small),
    verdict("95th percentile, 60 made institutions, each with 100 links", p95(rows[1]), milliseconds, "under", bounds.small),
    verdict(
      `95th percentile, ${figure(bench.large.institutions)} institutions`,
      p95(rows.at(-1)),
      milliseconds,
      "under",
      bounds.large,
    ),
  ];
  return `## How peers grow

Through the API on the embedded engine. The first read after a start takes in everybody's profile, which is cached until the data change; answers are cached too, as long
as there is room.

${table(
  ["nodes", "links", "institutions", "p50", "p95", "p95, 16 at a time", "first read", "memory before", "memory after", "bytes"],
  rows.map(({ cells }) => cells),
)}

${verdicts.join("\n")}`;
};

async function ownData({ world }: Bench): Promise<Grown> {
  const rows = JSON.parse(readFileSync(join(root, "seed", "nodes", "institution.json"), "utf8")) as { id: string }[];
  return {
    name: ["401 (own data)", "1,233", String(rows.length)],
    place: await world.seed(),
    institutions: rows.map(({ id }) => id),
  };
}

async function madeData({ world }: Bench, size: Size): Promise<Grown> {
  const sample = world.sample(size);
  const { place } = await world.embedded(sample);
  return {
    name: [figure(size.nodes), figure(size.links), figure(size.institutions)],
    place,
    institutions: someOf(sample.ids, 300, "institution"),
  };
}

async function measure({ rounds, seconds, say }: Bench, { name, place, institutions }: Grown) {
  const server = await startOverlap(place);
  const paths = institutions.map((id) => `/api/institutions/${id}/peers`);
  const before = server.memory();
  const first = await firstRead(server.url, paths[0] ?? "");
  await restOf(server);
  say(`asking for peers among ${name[2]} institutions`);
  const contestant = ours("peers", server, paths, '"peers":[');
  const one = (await race([contestant], { connections: 1, rounds, seconds })).get("peers");
  const sixteen = (await race([contestant], { connections: 16, rounds, seconds })).get("peers");
  const after = server.memory();
  await server.stop();
  const of = (value: number | undefined) => milliseconds(value ?? Number.NaN);
  const bytes = figure(one?.bytes ?? Number.NaN);
  return {
    p95: one?.p95 ?? Number.NaN,
    cells: [...name, of(one?.p50), of(one?.p95), of(sixteen?.p95), of(first), megabytes(before), megabytes(after), bytes],
  };
}
