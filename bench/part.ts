import type { Size } from "./generate.ts";
import { type Contestant, type Round, race } from "./measure.ts";
import { figure, milliseconds, table, times } from "./report.ts";
import type { Sample, World } from "./world.ts";

/** What a part of the measurements works with. */
export interface Bench {
  readonly world: World;
  /** The large data set: 100,000 nodes and 400,000 links unless a smaller one is asked for. */
  readonly large: Size;
  readonly rounds: number;
  readonly seconds: number;
  /** The folder of another build of the project, for a part that compares the two. */
  readonly beside: string | undefined;
  /** Tells what it is busy with. */
  readonly say: (what: string) => void;
}

/** Measures one thing, and tells it in Markdown. */
export type Part = (bench: Bench) => Promise<string>;

export const largeSample = ({ world, large }: Bench): Sample => world.sample(large);

/** How someone did with one client, and with sixteen at once. */
export interface Standing {
  readonly one: Round;
  readonly sixteen: Round;
}

export async function raceAtBoth({ rounds, seconds }: Bench, contestants: readonly Contestant[]): Promise<Map<string, Standing>> {
  const one = await race(contestants, { connections: 1, rounds, seconds });
  const sixteen = await race(contestants, { connections: 16, rounds, seconds });
  return new Map([...one].map(([name, round]) => [name, { one: round, sixteen: sixteen.get(name) ?? round }]));
}

/** All standings, beside the one that the others are compared with. */
export function standingsTable(standings: ReadonlyMap<string, Standing>, base: string): string {
  const compared = standings.get(base);
  const rows = [...standings].map(([name, { one, sixteen }]) => [
    name,
    milliseconds(one.p50),
    milliseconds(one.p95),
    `${figure(one.perSecond)} /s`,
    `${figure(sixteen.perSecond)} /s`,
    milliseconds(sixteen.p95),
    compared ? times(sixteen.perSecond / compared.sixteen.perSecond) : "–",
    sixteen.bytes > 0 ? figure(sixteen.bytes) : "–",
    String(one.failures + sixteen.failures),
  ]);
  return table(
    ["", "1 at a time: p50", "p95", "requests", "16 at a time: requests", "p95", `against ${base}`, "bytes", "failed"],
    rows,
  );
}

/** How many times as many requests per second, with sixteen at once. */
export function ratio(standings: ReadonlyMap<string, Standing>, name: string, other: string): number {
  return (standings.get(name)?.sixteen.perSecond ?? Number.NaN) / (standings.get(other)?.sixteen.perSecond ?? Number.NaN);
}
