/** `npm start`: opens the graph, loads the seed when there is nothing in it, and serves the API and the web part. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { AppError } from "../model/errors.ts";
import { createApp } from "./app.ts";
import { Gatekeeper } from "./cypher-gate/gatekeeper.ts";
import { graphWords } from "./dataset/graph-words.ts";
import { keepPresent } from "./dataset/keep-present.ts";
import { filesIn, loadDataset } from "./dataset/load-dataset.ts";
import { progressOn } from "./dataset/progress.ts";
import { isEmpty } from "./dataset/state.ts";
import { prepareOpportunities } from "./discovery/opportunities.ts";
import { snapshotOf } from "./discovery/snapshot.ts";
import { openArchive, openStore, projectFolder } from "./open-store.ts";
import { tellRunning } from "./running.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";
import { measured } from "./store/measured.ts";
import type { GraphStore } from "./store/store.ts";

async function start(settings: Settings): Promise<void> {
  const project = projectFolder();
  const gatekeeper = new Gatekeeper();
  const opened = await openStore(settings, console.log, gatekeeper);
  // What is cached hangs on the store, so all that uses it must have the same.
  const { store, figures: engine } = settings.METRICS ? measured(opened) : { store: opened, figures: undefined };
  const archive = openArchive(settings, console.error);
  try {
    if (await isEmpty(store)) {
      console.log("The graph is empty: loading the data set of seed/ …");
      const options = { archive, progress: progressOn(process.stdout) };
      await loadDataset(store, await filesIn(join(project, "seed")), options).catch(unlessFilled);
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  const localToken = randomBytes(24).toString("hex");
  const app = await createApp({
    store,
    archive,
    webRoot: join(project, "dist", "web"),
    logLevel: settings.LOG_LEVEL,
    rateLimit: settings.RATE_LIMIT,
    client: { atOnce: settings.CLIENT_AT_ONCE, perMinute: settings.CLIENT_PER_MINUTE },
    figures: engine && { engine, gate: gatekeeper.figures },
    overload: { delay: settings.OVERLOAD_DELAY, memory: settings.OVERLOAD_MEMORY },
    corsOrigins: settings.CORS_ORIGINS,
    frameOrigins: settings.FRAME_ORIGINS,
    trustProxy: settings.TRUST_PROXY,
    basePath: settings.BASE_PATH,
    tokens: { adminToken: settings.ADMIN_TOKEN, localToken },
    publication: {
      licence: settings.DATA_LICENCE,
      licenceUrl: settings.DATA_LICENCE_URL,
      rights: settings.DATA_RIGHTS,
      creator: settings.DATA_CREATOR,
      publisher: settings.DATA_PUBLISHER,
    },
    patterns: { timeout: settings.PATTERN_TIMEOUT, rows: settings.PATTERN_ROWS, atOnce: settings.PATTERNS_AT_ONCE },
  });
  stopOnSignal(() => app.close(), settings.PATTERN_TIMEOUT + 5_000);
  try {
    await app.listen({ port: settings.PORT, host: settings.HOST });
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = app.server.address();
  const port = address !== null && typeof address === "object" ? address.port : settings.PORT;
  tellHere(settings, port, localToken);
  console.log(`Overlap: http://${hostText(settings.HOST)}:${port}${settings.BASE_PATH}`);
  store.preparePatterns();
  // When it fails, the visitor who asks for it is told.
  prepare(store)
    .catch(() => {})
    .then(() => keepPresent(store, archive))
    .catch(() => {}); // the list of versions tries again
}

/** What the first visitors would wait for, one after the other: each is there in half the time that both take side by side. */
async function prepare(store: GraphStore): Promise<void> {
  await snapshotOf(store);
  await graphWords(store);
  await prepareOpportunities(store);
}

/** Lets commands on this machine find the server that has the embedded database. */
function tellHere({ DATA_DIR, NEO4J_URI, HOST, BASE_PATH }: Settings, port: number, token: string): void {
  if (NEO4J_URI !== undefined) return;
  const host = ["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  try {
    process.once("exit", tellRunning(DATA_DIR, { host, port, basePath: BASE_PATH, token }));
  } catch (error) {
    console.error(`Commands on this machine cannot find this server: ${(error as Error).message}`);
  }
}

/** Somebody else has put something in the empty graph meanwhile: then that is what is shown. */
function unlessFilled(error: unknown): void {
  if (!(error instanceof AppError && error.code === "DATASET_CHANGED")) throw error;
  console.log("Another process has loaded a data set meanwhile: this server shows that one");
}

/** A host as it stands in an address that a person on this machine can open. */
function hostText(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Lets requests under way end, for at most `patience` milliseconds; a second signal does not wait. */
function stopOnSignal(close: () => Promise<void>, patience: number): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log(`${signal}: stopping …`);
    setTimeout(() => process.exit(1), patience).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
}

/** What keeps it from starting, in words. `undefined` for a bug, which is shown whole. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof SettingsError || error instanceof AppError) return error.message;
  const { code, syscall, port } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall !== "listen" && code !== "ENOTFOUND") return undefined;
  if (code === "EADDRINUSE") return `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`;
  if (code === "EACCES") return `Port ${port} may not be used by this user. Choose one above 1023: PORT=3001 npm start`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "HOST is not an address of this machine";
  return undefined;
}

try {
  await start(readSettings());
} catch (error) {
  console.error(reasonOf(error) ?? error);
  process.exit(error instanceof SettingsError ? 2 : 1);
}
