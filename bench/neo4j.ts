import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, type Server, startServer } from "./processes.ts";

/** What the measured Neo4j is given. A load in one transaction holds all of it in the heap until it commits. */
export const neo4jSettings = { heap: "5g", pageCache: "512m", transactionMost: "4g" } as const;

export interface Neo4j extends Server {
  /** Its address for the driver. */
  readonly bolt: string;
  readonly user: string;
  readonly password: string;
  readonly version: string;
}

const opens = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/** Starts the Neo4j server that `scripts/setup.mjs` fetched, empty, in `folder`; `undefined` when it is not there. */
export async function startNeo4j(cache: string, folder: string): Promise<Neo4j | undefined> {
  const version = existsSync(cache) ? readdirSync(cache).find((name) => existsSync(join(cache, name, "lib"))) : undefined;
  if (!version) return undefined;
  const classes = join(cache, version, "lib", "*");
  const [http, bolt, password] = [await freePort(), await freePort(), "bench-only-password"];
  const home = join(folder, "neo4j");
  for (const part of ["conf", "data", "logs", "plugins", "import", "run", "licenses"])
    mkdirSync(join(home, part), { recursive: true });
  writeFileSync(join(home, "conf", "neo4j.conf"), configuration(http, bolt));
  const env = { NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
  const admin = ["-cp", classes, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password];
  const { status, stderr } = spawnSync("java", admin, { env: { ...process.env, ...env }, encoding: "utf8" });
  if (status !== 0) throw new Error(`Neo4j takes no password: ${stderr}`);
  const server = await startServer({
    name: "Neo4j",
    command: "java",
    args: [
      `-Xms${neo4jSettings.heap}`,
      `-Xmx${neo4jSettings.heap}`,
      ...opens,
      "-cp",
      classes,
      "org.neo4j.server.CommunityEntryPoint",
      `--home-dir=${home}`,
      `--config-dir=${join(home, "conf")}`,
    ],
    env,
    url: `http://127.0.0.1:${http}`,
    readyPath: "/",
  });
  return { ...server, bolt: `bolt://127.0.0.1:${bolt}`, user: "neo4j", password, version };
}

const configuration = (http: number, bolt: number) => `
server.bolt.listen_address=127.0.0.1:${bolt}
server.bolt.advertised_address=127.0.0.1:${bolt}
server.http.listen_address=127.0.0.1:${http}
server.http.advertised_address=127.0.0.1:${http}
server.https.enabled=false
server.memory.pagecache.size=${neo4jSettings.pageCache}
db.memory.transaction.max=${neo4jSettings.transactionMost}
dbms.memory.transaction.total.max=${neo4jSettings.transactionMost}
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
`;
