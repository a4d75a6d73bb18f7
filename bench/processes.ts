import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** Memory of a process that is in use now, and the most that was, in MB; empty where the system does not tell. */
export interface Memory {
  readonly now: number | undefined;
  readonly most: number | undefined;
}

/** Resident memory as Linux counts it. */
export function memoryOf(pid: number | undefined): Memory {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return { now: undefined, most: undefined };
  const status = readFileSync(path, "utf8");
  const megabytes = (field: string) => {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  };
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

/** Clock ticks in a second, as Linux counts the time of a process: the same on every machine it runs on. */
const ticksPerSecond = 100;

/** Milliseconds of CPU time that all threads of a process took since it began; undefined where the system does not tell. */
export function cpuTimeOf(pid: number | undefined): number | undefined {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  // The name of the program stands in brackets and may hold blanks: what is counted comes after it.
  const fields = readFileSync(path, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
}

/** A server that was started here. */
export interface Server {
  readonly url: string;
  /** Milliseconds from the start until it answered. */
  readonly startedIn: number;
  memory(): Memory;
  /** See `cpuTimeOf`. */
  cpuTime(): number | undefined;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly url: string;
  /** Answers 2xx once it is ready. */
  readonly readyPath: string;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a server and waits until it answers. @throws Error with what it said, when it ends or stays silent for three minutes */
export async function startServer({ name, command, args, env, url, readyPath }: ServerCommand): Promise<Server> {
  const begin = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said = (said + chunk).slice(-4_000);
    });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve(void running.delete(child))));
  while (!(await answers(url + readyPath))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended:\n${said}`);
    if (performance.now() - begin > 180_000) throw new Error(`${name} does not answer:\n${said}`);
    await new Promise((later) => setTimeout(later, 25));
  }
  return {
    url,
    startedIn: performance.now() - begin,
    memory: () => memoryOf(child.pid),
    cpuTime: () => cpuTimeOf(child.pid),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
