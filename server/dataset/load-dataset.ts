import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { AppError } from "../../model/errors.ts";
import { whichExist } from "../queries/dataset.ts";
import { wholeGraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { type ChangeOptions, makeVersion } from "./change.ts";
import type { GraphContent } from "./content.ts";
import { type Plan, planLoad } from "./plan.ts";
import { type Problem, problemText } from "./problems.ts";
import { type Mention, readDataset } from "./read.ts";
import { datasetOf } from "./state.ts";

/** The bytes of every file in a folder and the folders in it, by path with `/`. @throws AppError DATASET_INVALID */
export async function filesIn(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    const why =
      cause.code === "ENOENT" ? "there is no such folder" : cause.code === "ENOTDIR" ? "that is not a folder" : cause.message;
    throw new AppError("DATASET_INVALID", `Cannot read ${folder}: ${why}`, { cause });
  });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(paths.map(async (path) => [relative(folder, path).split(sep).join("/"), await readFile(path)] as const)),
  );
}

interface LoadOptions extends ChangeOptions {
  /** Also removes what the files do not hold. */
  readonly replace?: boolean;
}

/**
 * Brings a data set into the graph: checked whole first, then in one write, so all of it or nothing.
 *
 * @throws AppError DATASET_INVALID with every problem as a field: its file and place, and why; DATASET_CHANGED when somebody else
 * has loaded something meanwhile
 */
export async function loadDataset(
  store: GraphStore,
  files: ReadonlyMap<string, Uint8Array>,
  { replace = false, ...options }: LoadOptions = {},
): Promise<Plan> {
  options.progress?.("checking", 0, files.size);
  // What the files mention is looked for in this state, so the write has to set out from it.
  const { version } = await datasetOf(store);
  const { dataset, hasSynonyms } = await checked(store, files, replace);
  options.progress?.("comparing", 0, dataset.nodes.length + dataset.links.length);
  const planOn = (there: GraphContent) => planLoad(dataset, there, { replace, keepSynonyms: !hasSynonyms });
  return makeVersion(store, planOn, { seen: version, ...options });
}

/** The data set that the files hold. @throws AppError DATASET_INVALID, also when it mentions what is neither in it nor in the graph */
async function checked(store: GraphStore, files: ReadonlyMap<string, Uint8Array>, replace: boolean) {
  const { dataset, hasSynonyms, problems, mentions } = readDataset(files);
  const missing = replace ? mentions : await unknownTo(store, mentions);
  const all = [...problems, ...missing.map(({ problem }) => problem())];
  if (all.length > 0) throw invalid(all);
  return { dataset, hasSynonyms };
}

function invalid(problems: readonly Problem[]): AppError {
  const fields = problems.map((problem) => ({
    field: problemText({ ...problem, why: "" }).replace(/: $/, ""),
    why: problem.why,
  }));
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new AppError("DATASET_INVALID", `The data set has ${count}; nothing was loaded`, { fields });
}

async function unknownTo(store: GraphStore, mentions: readonly Mention[]): Promise<readonly Mention[]> {
  if (mentions.length === 0) return [];
  const rows = await store.read(whichExist, { ids: [...new Set(mentions.map(({ id }) => id))] }, wholeGraph);
  const there = new Set<string>(rows.map(({ id }) => id));
  return mentions.filter(({ id }) => !there.has(id));
}
