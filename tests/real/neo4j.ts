import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** How to reach a Neo4j server. */
export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Of its HTTP interface; empty for a server of one's own. */
  readonly http: string;
}

/** A real Neo4j server of this run alone. Whatever happens to the run, it ends with it. */
export interface Neo4jServer extends Neo4jAddress {
  /** SIGKILL: as when the power goes. */
  kill(): Promise<void>;
  /** Stops it where it is, as a machine does that has no memory left; its connections stay open. */
  pause(): void;
  resume(): void;
  /** Starts it again on the same ports and data, and waits until its HTTP interface answers. */
  start(): Promise<void>;
  /** Runs a command of `neo4j-admin` in `folder`, while the server is not started. */
  admin(command: readonly string[], folder: string): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, "..", "..");
const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(
  readFileSync(join(import.meta.dirname, "pom.xml"), "utf8"),
)?.[1];
const jars = join(root, ".cache", "neo4j", version ?? "", "lib");

/** A server of one's own, named in the environment, whose data the tests may erase. */
export function ownNeo4j(environment = process.env): Neo4jAddress | undefined {
  const { OVERLAP_TEST_NEO4J_URI: uri, OVERLAP_TEST_NEO4J_USER: user, OVERLAP_TEST_NEO4J_PASSWORD: password } = environment;
  return uri ? { uri, user: user ?? "neo4j", password: password ?? "", http: "" } : undefined;
}

/** Why no Neo4j server can be started here, or undefined when one can. */
export function whyNoNeo4j(): string | undefined {
  return existsSync(jars)
    ? undefined
    : `Neo4j ${version} is not in .cache/. \`npm test\` fetches it where Java 17 and Maven are installed; or set OVERLAP_TEST_NEO4J_URI, OVERLAP_TEST_NEO4J_USER and OVERLAP_TEST_NEO4J_PASSWORD to a server whose data may be erased.`;
}

/** Free ports, all different. Another program could still take one before it is used. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

const packagesThatNeo4jOpens = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];

/** Ends process `pid` and removes `folder` when this process is gone, however it went. */
function keeper(pid: number, folder: string): ChildProcess {
  const script = join(import.meta.dirname, "keeper.mjs");
  return spawn(process.execPath, [script, String(pid), folder], { stdio: ["pipe", "ignore", "ignore"], detached: true });
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/** Assembles a server in a folder of its own, with a random password, on free ports, and waits until it answers (about 10 s). */
export async function startNeo4j(): Promise<Neo4jServer> {
  const server = await assembleNeo4j();
  await server.start();
  return server;
}

/** The same, not started yet. */
export async function assembleNeo4j(): Promise<Neo4jServer> {
  const why = whyNoNeo4j();
  if (why) throw new Error(why);
  const [bolt, httpPort] = await freePorts(2);
  const home = mkdtempSync(join(tmpdir(), "overlap-neo4j-"));
  for (const folder of ["conf", "data", "logs", "plugins", "import", "run", "licenses"]) mkdirSync(join(home, folder));
  const conf = readFileSync(join(import.meta.dirname, "neo4j.conf"), "utf8");
  writeFileSync(join(home, "conf", "neo4j.conf"), conf.replaceAll("{bolt}", String(bolt)).replaceAll("{http}", String(httpPort)));
  const password = crypto.randomUUID();
  await administer(home, ["dbms", "set-initial-password", password], home);
  const http = `http://127.0.0.1:${httpPort}`;
  return new RunningNeo4j(home, { uri: `bolt://127.0.0.1:${bolt}`, user: "neo4j", password, http });
}

async function administer(home: string, command: readonly string[], folder: string): Promise<void> {
  const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
  const admin = ["-cp", join(jars, "*"), "org.neo4j.cli.AdminTool", ...command];
  const java = spawn("java", admin, { env: environment, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const said = Promise.all([text(java.stdout), text(java.stderr)]);
  const [code] = await once(java, "exit");
  if (code !== 0) throw new Error(`neo4j-admin ${command[0]} ended with ${code}:\n${(await said).join("\n").slice(-3_000)}`);
}

/** Milliseconds that a start may take on a machine with much else to do. */
const mostPatience = 5 * 60_000;

class RunningNeo4j implements Neo4jServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly http: string;
  readonly #home: string;
  #java: ChildProcess | undefined;

  constructor(home: string, address: Neo4jAddress) {
    this.#home = home;
    this.uri = address.uri;
    this.user = address.user;
    this.password = address.password;
    this.http = address.http;
  }

  async start(): Promise<void> {
    const opens = packagesThatNeo4jOpens.flatMap((name) => ["--add-opens", `java.base/${name}=ALL-UNNAMED`]);
    const place = [`--home-dir=${this.#home}`, `--config-dir=${join(this.#home, "conf")}`];
    const entry = ["-cp", join(jars, "*"), "org.neo4j.server.CommunityEntryPoint", ...place];
    const java = spawn("java", ["-Xms512m", "-Xmx1g", ...opens, ...entry], { stdio: "ignore" });
    this.#java = java;
    if (java.pid === undefined) throw new Error("Java could not be started");
    const keeping = keeper(java.pid, this.#home);
    java.once("exit", () => keeping.kill()).unref();
    keeping.unref();
    for (const end = Date.now() + mostPatience; Date.now() < end; await sleep(200)) {
      if (java.exitCode !== null) throw new Error(`Neo4j ended while it started:\n${this.#log()}`);
      if (await answers(this.http)) return;
    }
    await this.stop();
    throw new Error("Neo4j did not answer within five minutes");
  }

  #log(): string {
    const file = join(this.#home, "logs", "neo4j.log");
    return existsSync(file) ? readFileSync(file, "utf8").slice(-2_000) : "";
  }

  admin(command: readonly string[], folder: string): Promise<void> {
    return administer(this.#home, command, folder);
  }

  pause(): void {
    this.#java?.kill("SIGSTOP");
  }

  resume(): void {
    this.#java?.kill("SIGCONT");
  }

  async kill(): Promise<void> {
    const java = this.#java;
    if (java === undefined || java.exitCode !== null || java.signalCode !== null) return;
    const ended = once(java, "exit");
    java.kill("SIGKILL");
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}
