import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { citationStyleNames } from "../../model/cite.ts";
import { exportFormatNames } from "../../model/exports.ts";
import { nodeKindNames } from "../../model/kinds.ts";
import { measureNames } from "../../model/numbers.ts";
import { address, endAll, type Program, run } from "./process.ts";

/** Milliseconds for which somebody else may wait at most, on a machine that has nothing else to do. */
const longest = 250;
/** Milliseconds between two questions of the one who watches. */
const every = 100;
/** How often an endpoint is asked again, always for something else, when somebody waited: a busy machine does not stop the same one each time. */
const attempts = 5;

/** Lets an editor ask, too. */
const ADMIN_TOKEN = "a-token-of-this-test-alone";

const folder = mkdtempSync(join(tmpdir(), "overlap-everybody-"));
const agent = new Agent({ keepAlive: true });
let program: Program;
let server: string;
/** A server that does nothing: what it is late with, the machine is late with. */
let idle: ChildProcess;
let idleAddress: string;

beforeAll(async () => {
  const free = { RATE_LIMIT: "0", CLIENT_AT_ONCE: "64", CLIENT_PER_MINUTE: "0", OVERLOAD_DELAY: "0", ADMIN_TOKEN };
  program = run("main", { PORT: "0", DATA_DIR: folder, ...free });
  server = await address(program);
  const nothing = `require("node:http").createServer((_, reply) => reply.end()).listen(0, "127.0.0.1", function () { console.log(this.address().port); })`;
  idle = spawn(process.execPath, ["--eval", nothing], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(idle.stdout as NodeJS.ReadableStream, "data");
  idleAddress = `http://127.0.0.1:${String(port).trim()}`;
});
afterAll(() => {
  agent.destroy();
  idle.kill();
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

/** Milliseconds until an answer is there. */
function waited(url: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => answer.resume().once("end", () => resolve(performance.now() - started))).once(
      "error",
      reject,
    );
  });
}

/** Milliseconds of the processor that the server has used, where they can be read that often. */
const used = () => (process.platform === "linux" ? 1_000 * program.processorTime() : Number.POSITIVE_INFINITY);

/**
 * For how long others wait while `work` goes on: the longest of all times. What a server that does nothing waits as well, the
 * machine takes; so it does when the server has not worked meanwhile.
 */
async function othersWait(work: () => Promise<void>): Promise<number> {
  const waits: Promise<number>[] = [];
  const look = async () => {
    const before = used();
    const asking = waited(`${server}/api/health`).then((asked) => [asked, used() - before] as const);
    const [[asked, worked], machine] = await Promise.all([asking, waited(idleAddress)]);
    return Math.min(asked - machine, Number.isNaN(worked) ? asked : worked);
  };
  const timer = setInterval(() => waits.push(look()), every);
  waits.push(look());
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(...(await Promise.all(waits)));
}

interface Parameter {
  readonly in: "path" | "query";
  readonly name: string;
  readonly schema: { readonly type: string; readonly maximum?: number; readonly maxLength?: number };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: unknown;
}

const json = async <Answer>(path: string): Promise<Answer> => (await (await fetch(server + path)).json()) as Answer;

/** Ids of all items, those with most links first, and of all institutions and sources. */
async function everything() {
  const { nodes } = await json<{ nodes: { id: string; kind: string; degree: number }[] }>(`/api/nodes?kinds=${nodeKindNames}`);
  const { sources } = await json<{ sources: { id: string }[] }>("/api/sources");
  const ids = nodes.sort((one, other) => other.degree - one.degree).map(({ id }) => id);
  return { ids, institutions: ids.filter((id) => id.startsWith("institution:")), sources: sources.map(({ id }) => id) };
}
type Everything = Awaited<ReturnType<typeof everything>>;

/** Words of the data's own kind, as many characters of them as are allowed. */
const textOf = (characters: number) =>
  "hoe begeleiden docenten studenten bij zelfregulatie en gepersonaliseerd leren met ict in het mbo "
    .repeat(Math.ceil(characters / 90))
    .slice(0, characters)
    .trim();

/** The largest value of a parameter, another one at each attempt; nothing for a filter, which makes an answer smaller. */
function largest({ name, schema }: Parameter, path: string, { ids, institutions, sources }: Everything, attempt: number) {
  const place = 7 * attempt;
  if (schema.type === "integer") return String(schema.maximum);
  if (schema.type === "number") return String((schema.maximum ?? 1) - attempt / 10);
  const lists: Readonly<Record<string, readonly string[]>> = {
    seen: ids.slice(-500),
    ids: path.endsWith("/sources") ? sources : ids.slice(0, 500 - attempt),
    institutions: institutions.slice(attempt, attempt + 60),
    ...(path.endsWith("/nodes") && { kinds: nodeKindNames }),
  };
  // In every form there is, and the whole graph.
  if (path.startsWith("/api/export")) return name === "format" ? exportFormatNames[attempt] : undefined;
  if (name === "style") return citationStyleNames[attempt % citationStyleNames.length];
  if (name === "measure") return measureNames[attempt];
  const single: Readonly<Record<string, string | undefined>> = {
    q: textOf((schema.maxLength ?? 0) - attempt),
    id: path.includes("/institutions/") ? institutions[place] : ids[attempt],
    other: institutions[place + 1],
    reasons: "all",
    lines: "all",
    ...(path.startsWith("/api/history") && { version: "1" }),
    of: "institution",
    over: "theme",
    ...(path.startsWith("/api/versions") && { version: "1", from: "1", to: "1" }),
    ...(path.endsWith("/paths") && { from: institutions[place], to: institutions[place + 2] }),
  };
  return lists[name]?.join(",") ?? single[name];
}

/** A list of new schools, and what each of them asks. */
function listOf(rows: number, town = "Nergenshuizen") {
  const lines = Array.from({ length: rows }, (_, row) => `School ${row} te ${town};Vraag ${row % 90};Een lijst;afgeleid`);
  const content = Buffer.from(["Instelling;Vraagstuk;Bron;Grondslag", ...lines].join("\n")).toString("base64");
  return { name: "Instellingen.csv", content };
}

const bodies: Readonly<Record<string, (attempt: number, all: Everything) => object>> = {
  "/api/import/preview": (attempt) => ({ file: listOf(10_000 - attempt) }),
  "/api/edits/preview": (attempt) => ({
    edit: { is: "node", kind: "question", wanted: { name: `Hoe ${textOf(290 - attempt)}` } },
    evidence: { source: { title: "Een gesprek" }, basis: "stated" },
  }),
  "/api/subgraph": (attempt, { ids }) => ({ ids, part: ids.slice(attempt, attempt + 250) }),
  "/api/nodes/{id}/neighbours": (attempt, { ids }) => ({ seen: ids.slice(100 + attempt) }),
  "/api/export/{format}/selection": (_, { ids }) => ({ ids }),
  "/api/session": () => ({ token: ADMIN_TOKEN }),
  "/api/session/end": () => ({}),
  "/api/questions/match": (attempt) => ({ text: textOf(2_000 - attempt), limit: 50 }),
  "/api/patterns": (attempt) => ({
    cypher: `MATCH (a:Entity)-[r]-(b:Entity)-[s]-(c:Entity) RETURN a, r, c.name AS name SKIP ${attempt} LIMIT 10000`,
    limits: { rows: 10_000, timeout: 30_000 },
  }),
  "/api/results/compare": (attempt, all) => ({ ...bodies["/api/patterns"]?.(attempt, all), version: "1" }),
};

// The largest result of a pattern, also as a file and as it is found.
const bodyFor = (path: string) =>
  bodies[path] ?? (/^\/api\/(export|cite|patterns|results$)/.test(path) ? bodies["/api/patterns"] : undefined);

/** A browser is led from an item's own address to its page, which is no work at all. */
const headersFor = (path: string) => ({
  "content-type": "application/json",
  authorization: `Bearer ${ADMIN_TOKEN}`,
  ...(path.startsWith("/id/") && { accept: "application/ld+json" }),
});

function ask({ method, address: path, body }: Question): Promise<number> {
  const text = body && JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(server + path, { method, agent, headers: headersFor(path) }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
    });
    asked.once("error", reject).end(text);
  });
}

interface Question {
  readonly method: string;
  readonly address: string;
  readonly body: object | undefined;
}

function questionOf(method: string, path: string, { parameters = [], requestBody }: Operation, all: Everything, attempt: number) {
  const query: string[] = [];
  let address = path;
  for (const parameter of parameters) {
    const value = largest(parameter, path, all, attempt);
    if (value === undefined) continue;
    if (parameter.in === "path") address = address.replace(`{${parameter.name}}`, value);
    else query.push(`${parameter.name}=${encodeURIComponent(value)}`);
  }
  if (requestBody !== undefined) expect(bodyFor(path), path).toBeDefined();
  const body = requestBody === undefined ? undefined : bodyFor(path)?.(attempt, all);
  return { method: method.toUpperCase(), address: `${address}?${query.join("&")}`, body };
}

/** The shortest of the longest waits while an endpoint is asked several times, each time for something else: its answer may be cached. */
async function waitFor(questions: readonly Question[]): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  const asked = new Set<string>();
  for (const question of questions) {
    const key = JSON.stringify(question);
    if (shortest <= longest || asked.has(key)) break;
    asked.add(key);
    const wait = await othersWait(async () => {
      expect(await ask(question), key.slice(0, 200)).toBe(200);
    });
    shortest = Math.min(shortest, wait);
  }
  return shortest;
}

/** Two take the bytes of files; tests of their own send them. For the others there is no change here that could be taken back. */
const leftOut = ["/api/restore", "/api/load", "/api/edits", "/api/undo", "/api/undo/preview"];
/** It changes what the others answer from. */
const last = "/api/import";

test("nobody waits long for somebody else's request, whatever it asks for", async () => {
  const { paths } = await json<{ paths: Record<string, Record<string, Operation>> }>("/api/openapi.json");
  const all = await everything();
  const slow: string[] = [];
  const judge = (what: string, wait: number) => wait > longest && slow.push(`${what}: ${Math.round(wait)} ms`);
  for (const [path, operations] of Object.entries(paths).filter(([path]) => !leftOut.includes(path) && path !== last))
    for (const [method, operation] of Object.entries(operations)) {
      const questions = Array.from({ length: attempts }, (_, attempt) => questionOf(method, path, operation, all, attempt));
      judge(`${method} ${path}`, await waitFor(questions));
    }
  let shortest = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts && shortest > longest; attempt++) {
    const { datasetVersion } = await json<{ datasetVersion: string }>("/api/health");
    const body = { file: listOf(10_000, `Nergenshuizen ${attempt}`), datasetVersion };
    shortest = Math.min(shortest, await waitFor([{ method: "POST", address: last, body }]));
  }
  judge(`post ${last}`, shortest);
  expect(slow).toEqual([]);
});
