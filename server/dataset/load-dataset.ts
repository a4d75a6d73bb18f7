import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { AppError } from "../../model/errors.ts";
import { NodeId } from "../../model/graph.ts";
import { indexTerms, vocabularyOf } from "../analysis/text/vocabulary.ts";
import { noVersion, versionChanged } from "../cache/version.ts";
import { datasetState, everyLink, everyNode, everySource, whichExist } from "../queries/dataset.ts";
import { graphSize } from "../queries/explore.ts";
import { wholeGraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { type Content, type Plan, type PlanOptions, planLoad } from "./plan.ts";
import { type Problem, problemText } from "./problems.ts";
import { type Mention, readDataset } from "./read.ts";
import type { Stored } from "./stored-form.ts";

/** What is known of the graph's state. `number` is 0 when nothing was ever loaded. */
export async function datasetOf(store: GraphStore) {
  const [state] = await store.read(datasetState, {});
  return state ?? { number: 0, version: noVersion, synonyms: [] };
}

/** Whether the graph holds nothing at all: no data set of ours, and nobody else's nodes either. */
export async function isEmpty(store: GraphStore): Promise<boolean> {
  const sizes = await store.read(graphSize, {});
  return (await datasetOf(store)).number === 0 && sizes.every(({ count }) => count === 0);
}

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

export interface LoadOptions {
  /** Also removes what the files do not hold. */
  readonly replace?: boolean;
  readonly progress?: Progress;
}

/**
 * Brings a data set into the graph: checked whole first, then in one write, so all of it or nothing.
 *
 * @throws AppError DATASET_INVALID with every problem as a field: its file and place, and why
 */
export async function loadDataset(
  store: GraphStore,
  files: ReadonlyMap<string, Uint8Array>,
  { replace = false, progress = () => {} }: LoadOptions = {},
): Promise<Plan> {
  progress("checking", 0, files.size);
  const { dataset, hasSynonyms, problems, mentions } = readDataset(files);
  const missing = await unknownMentions(store, mentions, replace);
  if (problems.length + missing.length > 0) throw invalid([...problems, ...missing]);

  progress("comparing", 0, dataset.nodes.length + dataset.links.length);
  const options: PlanOptions = { replace, keepSynonyms: !hasSynonyms, indexer };
  const plan = planLoad(dataset, await contentOf(store), options);
  if (plan.statements.length > 0) {
    await store.write(plan.statements, (done) => progress("writing", done, plan.statements.length));
    versionChanged(store);
  }
  return plan;
}

function invalid(problems: readonly Problem[]): AppError {
  const fields = problems.map((problem) => ({
    field: problemText({ ...problem, why: "" }).replace(/: $/, ""),
    why: problem.why,
  }));
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new AppError("DATASET_INVALID", `The data set has ${count}; nothing was loaded`, { fields });
}

async function unknownMentions(store: GraphStore, mentions: readonly Mention[], replace: boolean): Promise<Problem[]> {
  const ids = [...new Set(mentions.map(({ id }) => id))];
  const found = replace || ids.length === 0 ? [] : await store.read(whichExist, { ids }, wholeGraph);
  const there = new Set<string>(found.map(({ id }) => id));
  return mentions.filter(({ id }) => !there.has(id)).map(({ problem }) => problem());
}

async function contentOf(store: GraphStore): Promise<Content> {
  const { number, synonyms } = await datasetOf(store);
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

/** The words by which search finds each node, out of the vocabulary of all of them. */
const indexer: PlanOptions["indexer"] = (nodes, synonyms) => {
  const vocabulary = vocabularyOf(nodes.map(textsOf), synonyms);
  return (node) => indexTerms(textsOf(node), vocabulary);
};

const textsOf = ({ id, name, name_en, other_names, description, description_en }: Stored) => ({
  id: NodeId.parse(id),
  name: String(name),
  nameEn: String(name_en),
  otherNames: Array.isArray(other_names) ? other_names.map(String) : [],
  description: String(description ?? ""),
  descriptionEn: String(description_en ?? ""),
});
