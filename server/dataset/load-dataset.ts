import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { AppError } from "../../model/errors.ts";
import { versionChanged } from "../cache/version.ts";
import { everyLink, everyNode, everySource, whichExist } from "../queries/dataset.ts";
import { wholeGraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { type Content, type Plan, planLoad } from "./plan.ts";
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

/** What loading does, told while it does it. */
export type Progress = (step: "checking" | "comparing" | "writing", done: number, of: number) => void;

interface LoadOptions {
  /** Also removes what the files do not hold. */
  readonly replace?: boolean;
  readonly progress?: Progress;
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
  { replace = false, progress = () => {} }: LoadOptions = {},
): Promise<Plan> {
  progress("checking", 0, files.size);
  // Before anything else is read: what is newer than this version makes the write fail.
  const before = await datasetOf(store);
  const { dataset, hasSynonyms } = await checked(store, files, replace);
  progress("comparing", 0, dataset.nodes.length + dataset.links.length);
  const plan = planLoad(dataset, await contentOf(store, before), { replace, keepSynonyms: !hasSynonyms });
  await carryOut(plan, before.version, store, progress);
  return plan;
}

/** The data set that the files hold. @throws AppError DATASET_INVALID, also when it mentions what is neither in it nor in the graph */
async function checked(store: GraphStore, files: ReadonlyMap<string, Uint8Array>, replace: boolean) {
  const { dataset, hasSynonyms, problems, mentions } = readDataset(files);
  const missing = replace ? mentions : await unknownTo(store, mentions);
  const all = [...problems, ...missing.map(({ problem }) => problem())];
  if (all.length > 0) throw invalid(all);
  return { dataset, hasSynonyms };
}

async function carryOut({ statements, version }: Plan, from: string, store: GraphStore, progress: Progress): Promise<void> {
  if (statements.length === 0) return;
  try {
    await store.write(statements, {
      step: { from, to: version },
      progress: (done) => progress("writing", done, statements.length),
    });
  } finally {
    versionChanged(store);
  }
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

/** All that the graph holds now. */
async function contentOf(store: GraphStore, { number, synonyms }: Pick<Content, "number" | "synonyms">): Promise<Content> {
  const [sources, nodes, links] = await Promise.all([
    store.read(everySource, {}, wholeGraph),
    store.read(everyNode, {}, wholeGraph),
    store.read(everyLink, {}, wholeGraph),
  ]);
  return {
    sources: new Map(sources.map(({ id, properties }) => [id, properties])),
    nodes: new Map(nodes.map(({ id, properties }) => [id, properties])),
    links: new Map(links.map((link) => [String(link.properties.id), link])),
    synonyms,
    number,
  };
}
