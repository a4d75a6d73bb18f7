import { setTimeout as sleep } from "node:timers/promises";
import type { Size } from "../generate.ts";
import { restOf, startOverlap } from "../overlap.ts";
import type { Bench, Part } from "../part.ts";
import type { Server } from "../processes.ts";
import { figure, megabytes, milliseconds, table, times, verdict } from "../report.ts";

/** As many institutions as there are in Dutch vocational education, each with some thirty items. */
const small: Size = { nodes: 2_000, links: 8_000, institutions: 60 };

/** Each is another answer, so none can be given out of what is cached; half of them with somebody else asking at the same time. */
const queries = {
  alone: ["", "?questions=2", "?off=age", "?products=0.5&themes=2", "?limit=200"],
  watched: ["?spaces=2", "?questions=0.5", "?off=basis", "?products=2&themes=0.5", "?limit=199"],
} as const;

/** What one answer cost, in milliseconds: of all threads of the server, and on the clock. */
interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

/** What the first answers about opportunities in the whole network cost, and how long everybody else waits for them. */
export const opportunitiesPart: Part = async (bench) => {
  const sizes = [small, bench.large];
  const measured = [];
  for (const size of sizes) measured.push({ size, builds: await measureBuilds(bench, size) });
  const rows = measured.flatMap(({ size, builds }) => builds.map((build) => rowOf(size, build)));
  const verdicts = measured.flatMap(({ size, builds: [ours, theirs] }) => [
    ...(ours ? [verdict(`longest pause, ${nameOf(size)}`, ours.pause, milliseconds, "under", 50)] : []),
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

\`GET /api/opportunities\` on the embedded engine, ${queries.alone.length} answers that were not asked before, one after the other, once the server that was just started had come to rest. Then ${queries.watched.length} more, while
another client asks \`/api/health\` without a break: the pause is the longest that it waited for an answer.

${table(["institutions × nodes", "build", "CPU of the first", "wall", "CPU of the others, mean", "longest pause", "memory"], rows)}

${verdicts.join("\n")}`;
};

interface Build {
  readonly name: string;
  readonly answers: readonly Cost[];
  /** The longest that another client waited, in milliseconds. */
  readonly pause: number;
  readonly memory: string;
}

const nameOf = ({ institutions, nodes }: Size) => `${figure(institutions)} × ${figure(nodes)}`;
const total = ({ answers }: Build) => answers.reduce((sum, { cpu }) => sum + cpu, 0);

function rowOf(size: Size, { name, answers, pause, memory }: Build): string[] {
  const [first, ...others] = answers;
  const mean = others.reduce((sum, { cpu }) => sum + cpu, 0) / others.length;
  const cells = [first?.cpu, first?.wall, mean, pause].map((value) => milliseconds(value ?? Number.NaN));
  return [nameOf(size), name, ...cells, memory];
}

async function measureBuilds({ world, beside, say }: Bench, size: Size): Promise<Build[]> {
  const { place } = await world.embedded(world.sample(size));
  const builds: Build[] = [];
  for (const [name, folder] of [["this one", undefined], ...(beside ? [["the other", beside] as const] : [])] as const) {
    say(`asking for opportunities among ${figure(size.institutions)} institutions, ${name}`);
    const server = await startOverlap(place, [], folder);
    await restOf(server);
    const answers: Cost[] = [];
    for (const query of queries.alone) answers.push(await costOf(server, `/api/opportunities${query}`));
    const pause = await longestWaitDuring(server, async () => {
      for (const query of queries.watched) await costOf(server, `/api/opportunities${query}`);
    });
    builds.push({ name, answers, pause, memory: megabytes(server.memory()) });
    await server.stop();
  }
  return builds;
}

async function costOf(server: Server, path: string): Promise<Cost> {
  const [cpu, begin] = [server.cpuTime(), performance.now()];
  // As it is made: packing it would count in the cost, and unpacking it here would hold up the client that waits.
  const response = await fetch(server.url + path, { headers: { "accept-encoding": "identity" } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
  const [after, wall] = [server.cpuTime(), performance.now() - begin];
  return { cpu: cpu === undefined || after === undefined ? Number.NaN : after - cpu, wall };
}

async function longestWaitDuring(server: Server, work: () => Promise<void>): Promise<number> {
  const watch = new AbortController();
  const watching = longestWait(`${server.url}/api/health`, watch.signal);
  await work();
  watch.abort();
  return watching;
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
