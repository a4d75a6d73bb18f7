import type { z } from "zod";
import { type Dataset, DatasetLink, DatasetNode, Synonyms } from "../../model/dataset.ts";
import { kindOf, linkId, type NodeId, Source, type SourceId } from "../../model/graph.ts";
import { type LinkKind, linkKindNames, mayJoin, type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import { type Problem, placesIn, syntaxProblems } from "./problems.ts";

/** Something that a data set names but does not hold. It is wrong unless the database has it. */
export interface Mention {
  readonly id: NodeId | SourceId;
  /** What is wrong when it is nowhere. */
  readonly problem: () => Problem;
}

/** What a folder of data files holds. */
interface Reading {
  /** Only what is right of each file; to be used when `problems` is empty. */
  readonly dataset: Dataset;
  /** Whether the folder says anything about synonyms. */
  readonly hasSynonyms: boolean;
  readonly problems: readonly Problem[];
  readonly mentions: readonly Mention[];
}

type PlaceOf = ReturnType<typeof placesIn>;

/** A row of a file, with the way to say what is wrong with it. */
interface Row<Value> {
  readonly value: Value;
  readonly place: (path: readonly PropertyKey[], why: string) => Problem;
}

const nodeFiles = new Map(nodeKindNames.map((kind): [string, NodeKind] => [`nodes/${kind}.json`, kind]));
const linkFiles = new Map(
  linkKindNames.map((kind): [string, LinkKind] => [`links/${kind.toLowerCase().replaceAll("_", "-")}.json`, kind]),
);

/** What may stand beside the data: a person's notes, and what operating systems leave. */
const mayBeThere = (name: string) => /(^|\/)\.[^/]*$|(^|\/)(readme|licen[cs]e)[^/]*$/i.test(name);

/**
 * Checks a folder of data files: `sources.json`, `synonyms.json`, `nodes/<kind>.json` and `links/<kind>.json`.
 * Every problem is found, not only the first.
 *
 * @param files bytes by path, relative to the folder, with `/` on every system
 */
export function readDataset(files: ReadonlyMap<string, Uint8Array>): Reading {
  const problems: Problem[] = [];
  // What other files name of a file that could not be read is no mistake of theirs.
  const unread = new Set<string>();
  const read = <Shape extends z.ZodType>(name: string, shape: Shape): Row<z.output<Shape>>[] => {
    const found = rowsOf(name, files.get(name), shape, problems);
    if (!found) unread.add(name);
    return found ?? [];
  };

  for (const name of files.keys())
    if (!nodeFiles.has(name) && !linkFiles.has(name) && name !== "sources.json" && name !== "synonyms.json" && !mayBeThere(name))
      problems.push({ file: name, why: unknownFile(name) });

  const sources = read("sources.json", Source);
  const nodes = [...nodeFiles].flatMap(([name, kind]) => read(name, DatasetNode(kind)));
  const links = [...linkFiles].flatMap(([name, kind]) => read(name, linkOf(kind)));
  const synonyms = read("synonyms.json", Synonyms.element);
  if (sources.length + nodes.length + links.length === 0 && problems.length === 0)
    problems.push({ file: ".", why: "there is no data file here: sources.json, nodes/<kind>.json or links/<kind>.json" });

  problems.push(...twice(sources, ({ id }) => id), ...twice(nodes, ({ id }) => id));
  problems.push(...twice(links, ({ from, kind, to }) => linkId(from, kind, to)), ...links.flatMap(wrongEnds));
  return {
    dataset: { sources: values(sources), nodes: values(nodes), links: values(links), synonyms: values(synonyms) },
    hasSynonyms: files.has("synonyms.json"),
    problems,
    mentions: mentionsIn(sources, nodes, links).filter(({ id }) => !unread.has(fileOf(id))),
  };
}

const values = <Value>(rows: readonly Row<Value>[]): Value[] => rows.map(({ value }) => value);

const linkOf = (kind: LinkKind) =>
  DatasetLink.refine((link) => link.kind === kind, { path: ["kind"], error: `this file holds ${kind}` });

function unknownFile(name: string): string {
  const known = [...nodeFiles.keys(), ...linkFiles.keys()].filter((file) =>
    file.startsWith(name.slice(0, name.indexOf("/") + 1)),
  );
  return `not a file of a data set; known are ${name.includes("/") ? known.join(", ") : "sources.json, synonyms.json, nodes/ and links/"}`;
}

const fileOf = (id: NodeId | SourceId) => (id.startsWith("source:") ? "sources.json" : `nodes/${kindOf(id as NodeId)}.json`);

/** The rows of one file that are right, or nothing when it is no list in JSON; what is wrong goes into `problems`. */
function rowsOf<Shape extends z.ZodType>(
  file: string,
  bytes: Uint8Array | undefined,
  shape: Shape,
  problems: Problem[],
): Row<z.output<Shape>>[] | undefined {
  if (!bytes) return [];
  const text = decode(bytes);
  if (text === undefined) {
    problems.push({ file, why: "not UTF-8 text" });
    return undefined;
  }
  const content = parse(text);
  if (content === undefined) {
    problems.push(...syntaxProblems(file, text));
    return undefined;
  }
  const placeOf = placesIn(file, text);
  if (Array.isArray(content)) return content.flatMap((item, index) => rowOf(item, index, shape, placeOf, problems));
  problems.push(placeOf([], "a list is expected: [ … ]"));
  return undefined;
}

function rowOf<Shape extends z.ZodType>(
  item: unknown,
  index: number,
  shape: Shape,
  placeOf: PlaceOf,
  problems: Problem[],
): Row<z.output<Shape>>[] {
  const place: PlaceOf = (path, why) => placeOf([index, ...path], why);
  const parsed = shape.safeParse(item);
  if (parsed.success) return [{ value: parsed.data, place }];
  problems.push(...parsed.error.issues.map(({ path, message }) => place(path, message)));
  return [];
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function twice<Value>(rows: readonly Row<Value>[], idOf: (value: Value) => string): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ value, place }) => {
    const id = idOf(value);
    if (seen.has(id)) return [place([], `${id} stands here for the second time`)];
    seen.add(id);
    return [];
  });
}

function wrongEnds({ value: { from, kind, to }, place }: Row<DatasetLink>): Problem[] {
  if (from === to) return [place(["to"], "a link cannot lead from an item to itself")];
  if (mayJoin(kind, kindOf(from), kindOf(to))) return [];
  return [place([], `${kind} cannot lead from ${kindOf(from)} to ${kindOf(to)}`)];
}

function mentionsIn(
  sources: readonly Row<Source>[],
  nodes: readonly Row<DatasetNode>[],
  links: readonly Row<DatasetLink>[],
): Mention[] {
  const known = new Set<string>([...sources, ...nodes].map(({ value }) => value.id));
  const missing = (id: NodeId | SourceId, row: Row<unknown>, path: PropertyKey[], why: string): Mention[] =>
    known.has(id) ? [] : [{ id, problem: () => row.place(path, `${why} ${id}`) }];
  const evidence = (row: Row<DatasetNode | DatasetLink>) =>
    row.value.evidence.flatMap(({ source }, index) => missing(source, row, ["evidence", index, "source"], "unknown source"));
  return [
    ...nodes.flatMap((row) => [
      ...evidence(row),
      ...(row.value.claims ?? []).flatMap(({ source }, index) =>
        missing(source, row, ["claims", index, "source"], "unknown source"),
      ),
    ]),
    ...links.flatMap((row) => [
      ...missing(row.value.from, row, ["from"], "no item"),
      ...missing(row.value.to, row, ["to"], "no item"),
      ...evidence(row),
    ]),
  ];
}
