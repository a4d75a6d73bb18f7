import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** One question that a client asks a server. */
export interface Ask {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is put behind a path, and what behind that: another number each time, or its digits as letters by themselves, which search leaves out. */
export interface EverNew {
  readonly text: string;
  readonly differsBy: "number" | "letters";
}

/** What the load client is to do. */
export interface LoadOrder {
  readonly url: string;
  readonly requests: readonly Ask[];
  readonly connections: number;
  readonly seconds: number;
  /** An answer without these words counts as a failure. */
  readonly holds?: string;
  /** Is put behind each path, with something else each time: then no cached answer will do. */
  readonly everNew?: EverNew;
}

/** What came of asking for some seconds. Times are milliseconds. */
export interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly answers: number;
  readonly failures: number;
  /** Bytes of one answer, on average; 0 where nothing was sent. */
  readonly bytes: number;
}

export function roundOf(latencies: readonly number[], seconds: number, failures: number, bytes: number): Round {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const answers = latencies.length;
  return { perSecond: answers / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), answers, failures, bytes: bytes / answers };
}

/** The round in the middle, figure by figure. Failures are added up. */
export function middle(rounds: readonly Round[]): Round {
  const of = (figure: keyof Round) =>
    rounds.map((round) => round[figure]).sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN;
  return {
    perSecond: of("perSecond"),
    p50: of("p50"),
    p95: of("p95"),
    p99: of("p99"),
    answers: rounds.reduce((sum, { answers }) => sum + answers, 0),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    bytes: of("bytes"),
  };
}

/** Someone who answers, and how to ask for some seconds over so many connections at once. */
export interface Contestant {
  readonly name: string;
  readonly ask: (connections: number, seconds: number) => Promise<Round>;
}

export interface RaceRules {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
}

/** Every contestant in turn, and again, so that what else the machine does hits all alike. The first lap only warms up. */
export async function race(contestants: readonly Contestant[], rules: RaceRules): Promise<Map<string, Round>> {
  const rounds = new Map(contestants.map(({ name }): [string, Round[]] => [name, []]));
  for (let lap = 0; lap <= rules.rounds; lap++)
    for (const { name, ask } of contestants) {
      const round = await ask(rules.connections, rules.seconds);
      if (lap > 0) rounds.get(name)?.push(round);
    }
  return new Map([...rounds].map(([name, all]) => [name, middle(all)]));
}

/** Asks a server over HTTP from the load client's own process. */
export function overHttp(name: string, url: string, requests: readonly Ask[], holds?: string, everNew?: EverNew): Contestant {
  return {
    name,
    ask: (connections, seconds) =>
      runProgram("outside/client.ts", {
        url,
        requests,
        connections,
        seconds,
        ...(holds && { holds }),
        ...(everNew && { everNew }),
      }),
  };
}

/** Runs a program of this folder with an order on its input, and gives what it prints. */
export async function runProgram<Result>(program: string, order: unknown, node: readonly string[] = []): Promise<Result> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [...node, "--import", "tsx", path], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(order));
  const printed = await text(child.stdout);
  const code = child.exitCode ?? (await new Promise<number | null>((ended) => child.once("exit", ended)));
  if (code !== 0) throw new Error(`${program} ended with exit code ${code}`);
  return JSON.parse(printed) as Result;
}
