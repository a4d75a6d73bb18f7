import { setTimeout as sleep } from "node:timers/promises";
import type { Size } from "../generate.ts";
import { startOverlap } from "../overlap.ts";
import type { Bench, Part } from "../part.ts";
import type { Server } from "../processes.ts";
import { figure, megabytes, milliseconds, table, times, verdict } from "../report.ts";

/** As many institutions as there are in Dutch vocational education, each with some thirty items. */
const small: Size = { nodes: 2_000, links: 8_000, institutions: 60 };

/** Each is another answer, so none can be given out of what is kept. */
const paths = ["", "?questions=2", "?off=age", "?products=0.5&themes=2", "?limit=200"].map(
  (query) => `/api/opportunities${query}`,
);

/** What one answer cost, in milliseconds. */
interface Cost {
  /** Of all threads of the server. */
  readonly cpu: number;
  readonly wall: number;
  /** The longest that another client waited for `/api/health` meanwhile. */
  readonly pause: number;
}

/** What the first answers about opportunities in the whole network cost, and how long everybody else waits for them. */
export const opportunitiesPart: Part = async (bench) => {
  const sizes = [small, bench.large];
  const measured = [];
  for (const size of sizes) measured.push({ size, builds: await measureBuilds(bench, size) });
  const rows = measured.flatMap(({ size, builds }) => builds.map((build) => rowOf(size, build)));
  const verdicts = measured.flatMap(({ size, builds: [ours, theirs] }) => [
    ...(ours
      ? [
          verdict(
            `longest pause, ${nameOf(size)}`,
            Math.max(...ours.answers.map(({ pause }) => pause)),
            milliseconds,
            "under",
            50,
          ),
        ]
      : []),
    ...(ours && theirs
      ? [
          verdict(
            `CPU time of a first answer, ${nameOf(size)}, against the other build`,
            total(theirs) / total(ours),
            times,
            "at least",
            20,
          ),
        ]
      : []),
  ]);
  return `## Opportunities

\`GET /api/opportunities\` on the embedded engine, ${paths.length} answers that were not asked before, one after the other, after the graph was read once. The pause is the longest
that another client, who asks \`/api/health\` without a break, waited for an answer.

${table(["institutions × nodes", "build", "CPU of the first", "wall", "pause", "CPU of the others, mean", "longest pause", "memory"], rows)}

${verdicts.join("\n")}`;
};

interface Build {
  readonly name: string;
  readonly answers: readonly Cost[];
  readonly memory: string;
}

const nameOf = ({ institutions, nodes }: Size) => `${figure(institutions)} × ${figure(nodes)}`;
const total = ({ answers }: Build) => answers.reduce((sum, { cpu }) => sum + cpu, 0);

function rowOf(size: Size, { name, answers, memory }: Build): string[] {
  const [first, ...others] = answers;
  const mean = others.reduce((sum, { cpu }) => sum + cpu, 0) / others.length;
  const pause = Math.max(...answers.map((one) => one.pause));
  const cells = [first?.cpu, first?.wall, first?.pause, mean, pause].map((value) => milliseconds(value ?? Number.NaN));
  return [nameOf(size), name, ...cells, memory];
}

async function measureBuilds({ world, beside, say }: Bench, size: Size): Promise<Build[]> {
  const { place } = await world.embedded(world.sample(size));
  const builds: Build[] = [];
  for (const [name, folder] of [["this one", undefined], ...(beside ? [["the other", beside] as const] : [])] as const) {
    say(`asking for opportunities among ${figure(size.institutions)} institutions, ${name}`);
    const server = await startOverlap(place, [], folder);
    // Reads the graph, which every page does first.
    await (await fetch(`${server.url}/api/gaps`)).text();
    const answers: Cost[] = [];
    for (const path of paths) answers.push(await costOf(server, path));
    builds.push({ name, answers, memory: megabytes(server.memory()) });
    await server.stop();
  }
  return builds;
}

async function costOf(server: Server, path: string): Promise<Cost> {
  const watch = new AbortController();
  const watching = longestWait(`${server.url}/api/health`, watch.signal);
  const [cpu, begin] = [server.cpuTime(), performance.now()];
  const response = await fetch(server.url + path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
  const wall = performance.now() - begin;
  const after = server.cpuTime();
  watch.abort();
  return { cpu: cpu === undefined || after === undefined ? Number.NaN : after - cpu, wall, pause: await watching };
}

/** Asks again and again, and gives the longest time in milliseconds until there was an answer. */
async function longestWait(url: string, signal: AbortSignal): Promise<number> {
  let longest = 0;
  for (let begin = performance.now(); !signal.aborted; ) {
    await sleep(2);
    // A server that is busy for very long lets the connection go: who waits asks again.
    const answered = await fetch(url).then(
      async (response) => (await response.arrayBuffer()).byteLength > 0,
      () => false,
    );
    longest = Math.max(longest, performance.now() - begin);
    if (answered) begin = performance.now();
  }
  return longest;
}
