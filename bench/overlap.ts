import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, type Memory, memoryOf, type Server, startServer } from "./processes.ts";

export const root = join(import.meta.dirname, "..");

/** Where a graph lives, as the settings of Overlap name it. */
export type Place =
  | { readonly DATA_DIR: string }
  | { readonly NEO4J_URI: string; readonly NEO4J_USER: string; readonly NEO4J_PASSWORD: string };

/** What a process is started with; nobody limits the load client. */
const environment = (place: Place) => ({
  ...place,
  RATE_LIMIT: "0",
  CLIENT_AT_ONCE: "64",
  CLIENT_PER_MINUTE: "0",
  HOST: "127.0.0.1",
  LOG_LEVEL: "warn",
});

/**
 * Starts the built server on a graph, as `npm start` does after its set-up.
 *
 * @param build the folder of the checkout whose `dist` is run
 */
export async function startOverlap(place: Place, nodeOptions: readonly string[] = [], build = root): Promise<Server> {
  const port = await freePort();
  return startServer({
    name: "Overlap",
    command: process.execPath,
    args: [...nodeOptions, "--enable-source-maps", join(build, "dist/server/main.js")],
    env: { ...environment(place), PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    readyPath: "/api/health",
  });
}

/** Until a server that was just started has read the graph, and does nothing of its own any more. */
export async function restOf(server: Server): Promise<void> {
  await (await fetch(`${server.url}/api/gaps`)).text();
  for (let before = -1; server.cpuTime() !== before; await sleep(1_000)) before = server.cpuTime() ?? before;
}

export interface Load {
  readonly milliseconds: number;
  readonly memory: Memory;
}

/** Puts a folder of data files into a graph, as `npm run load` does after its set-up. @throws Error with what it said */
export async function load(folder: string, place: Place): Promise<Load> {
  const begin = performance.now();
  const script = join(root, "dist/server/load.js");
  const env = { ...process.env, ...environment(place) };
  const child = spawn(process.execPath, ["--enable-source-maps", script, folder], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  let memory: Memory = { now: undefined, most: undefined };
  const watch = setInterval(() => {
    const seen = memoryOf(child.pid);
    if (seen.now !== undefined) memory = seen;
  }, 100);
  const code = await new Promise<number | null>((ended) => child.once("exit", ended));
  clearInterval(watch);
  if (code !== 0) throw new Error(`Loading ${folder} failed:\n${said}`);
  return { milliseconds: performance.now() - begin, memory };
}
