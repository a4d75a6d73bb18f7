/** `npm run load -- <folder> [--replace]`: puts a data set of one's own into the graph. */
import { parseArgs } from "node:util";
import { AppError } from "../model/errors.ts";
import { filesIn, loadDataset } from "./dataset/load-dataset.ts";
import type { Changes } from "./dataset/plan.ts";
import { progressOn } from "./dataset/progress.ts";
import { openArchive, openStore } from "./open-store.ts";
import { readSettings, SettingsError } from "./settings.ts";

const usage = `Usage: npm run load -- <folder> [--replace]

  <folder>    a data set in the form of seed/: sources.json, nodes/<kind>.json, links/<kind>.json
  --replace   also removes what the folder does not have; without it, the folder is added to what is there`;

const changesText = ({ added, changed, same, removed }: Changes) =>
  `${added} new, ${changed} changed, ${same} the same, ${removed} removed`;

async function load(folder: string, replace: boolean): Promise<void> {
  const files = await filesIn(folder);
  const settings = readSettings();
  const store = await openStore(settings, console.log);
  const archive = openArchive(settings, console.error);
  try {
    const plan = await loadDataset(store, files, { replace, archive, progress: progressOn(process.stdout) });
    console.log(`items:   ${changesText(plan.nodes)}`);
    console.log(`links:   ${changesText(plan.links)}`);
    console.log(`sources: ${changesText(plan.sources)}`);
    console.log(
      plan.statements.length > 0
        ? `The graph is now version ${plan.version}`
        : `Nothing to do: the graph stays version ${plan.version}`,
    );
  } finally {
    await store.close();
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
