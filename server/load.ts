/** `npm run load -- <folder> [--replace]`: puts a data set of one's own into the graph. */
import { parseArgs } from "node:util";
import type { z } from "zod";
import { loadRoute } from "../model/curation.ts";
import { AppError } from "../model/errors.ts";
import { filesIn, loadDataset } from "./dataset/load-dataset.ts";
import type { Changes } from "./dataset/plan.ts";
import { progressOn } from "./dataset/progress.ts";
import { openArchive, openStore } from "./open-store.ts";
import { askRunning } from "./running.ts";
import { readSettings, SettingsError } from "./settings.ts";

const usage = `Usage: npm run load -- <folder> [--replace]

  <folder>    a data set in the form of seed/: sources.json, nodes/<kind>.json, links/<kind>.json
  --replace   also removes what the folder does not have; without it, the folder is added to what is there`;

const changesText = ({ added, changed, same, removed }: Changes) =>
  `${added} new, ${changed} changed, ${same} the same, ${removed} removed`;

type Loaded = z.output<typeof loadRoute.response>;

async function load(folder: string, replace: boolean): Promise<void> {
  const files = await filesIn(folder);
  const { nodes, links, sources, hasChanged, datasetVersion } = await loaded(files, replace);
  console.log(`items:   ${changesText(nodes)}`);
  console.log(`links:   ${changesText(links)}`);
  console.log(`sources: ${changesText(sources)}`);
  console.log(
    hasChanged ? `The graph is now version ${datasetVersion}` : `Nothing to do: the graph stays version ${datasetVersion}`,
  );
}

async function loaded(files: ReadonlyMap<string, Uint8Array>, replace: boolean): Promise<Loaded> {
  const settings = readSettings();
  try {
    const store = await openStore(settings, console.log);
    try {
      const archive = openArchive(settings, console.error);
      const plan = await loadDataset(store, files, { replace, archive, progress: progressOn(process.stdout) });
      return { ...plan, datasetVersion: plan.version, hasChanged: plan.statements.length > 0 };
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof AppError && error.message.includes("in use by another process"))) throw error;
    // A server has the database: then it does what was asked, and its readers see the state before until it is done.
    const sent = [...files].map(([path, bytes]) => ({ path, content: Buffer.from(bytes).toString("base64") }));
    return askRunning(settings.DATA_DIR, loadRoute, { files: sent, replace }, error);
  }
}

function explain(error: unknown): number {
  if (error instanceof SettingsError) {
    console.error(error.message);
    return 2;
  }
  if (!(error instanceof AppError)) throw error;
  for (const { field, why } of error.fields) console.error(`${field}: ${why}`);
  console.error(`${error.code}: ${error.message}`);
  return 1;
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: "boolean", default: false } },
  });
  if (positionals.length !== 1 || positionals[0] === undefined) throw new TypeError("one folder is expected");
  await load(positionals[0], values.replace);
} catch (error) {
  if (error instanceof TypeError && !("cause" in error)) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else process.exitCode = explain(error);
}
