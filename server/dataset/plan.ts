import type { Dataset } from "../../model/dataset.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import type { Stored } from "../archive/content-hash.ts";
import type { VersionHead } from "../archive/version-file.ts";
import { type Content, type GraphContent, hashOf } from "./content.ts";
import { type PlannedStatement, writeStatements } from "./statements.ts";
import { storedLink, storedNode, storedSource } from "./stored-form.ts";

export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly removed: number;
}

/** What has to be done to bring a data set in. `statements` is empty when nothing changes. */
export interface Plan {
  readonly statements: readonly PlannedStatement[];
  readonly sources: Changes;
  readonly nodes: Changes;
  readonly links: Changes;
  /** The rows that are new or other. */
  readonly written: readonly Stored[];
  /** The ids of those that go. */
  readonly removed: readonly string[];
  /** Of the state afterwards. */
  readonly version: string;
  /** The state afterwards, and how it came about. */
  readonly after: GraphContent & Pick<VersionHead, "hash">;
}

export interface PlanOptions {
  /** Also removes what the data set does not have. */
  readonly replace: boolean;
  /** When the data set says nothing about synonyms, those that are there stay. */
  readonly keepSynonyms: boolean;
  /** Rows in one statement: whoever reads waits until an embedded engine is done with it. */
  readonly batch?: number;
  /** The least number of the state afterwards, when there is something to do; the next one when left out. */
  readonly number?: number;
}

/**
 * The statements that bring `dataset` into a graph that holds `there`. Pure: the same input gives the same plan, and a
 * data set that is already there gives no statements at all.
 */
export function* planLoad(dataset: Dataset, there: GraphContent, options: PlanOptions): Steps<Plan> {
  const synonyms = options.keepSynonyms && !options.replace ? there.synonyms : dataset.synonyms;
  const wanted = {
    sources: yield* byId(dataset.sources, storedSource, idOf),
    nodes: yield* byId(dataset.nodes, storedNode, idOf),
    links: yield* byId(dataset.links, storedLink, ({ properties }) => idOf(properties)),
    synonyms,
  };
  return yield* planContent(wanted, there, options);
}

/** The same for what is in the form of the graph already. */
export function* planContent(wanted: Content, there: GraphContent, options: Omit<PlanOptions, "keepSynonyms">): Steps<Plan> {
  const { replace, batch = 500, number: least = 0 } = options;
  const { synonyms } = wanted;
  const sources = yield* compare(wanted.sources, there.sources, replace);
  const nodes = yield* compare(wanted.nodes, there.nodes, replace);
  const links = yield* compare(wanted.links, there.links, replace);

  const writes = writeStatements(
    {
      sources: [...sources.fresh.values()],
      nodes: [...nodes.fresh.values()],
      links: [...links.fresh.values()],
      goneSources: [...sources.gone.keys()],
      goneNodes: [...nodes.gone.keys()],
      goneLinks: [...links.gone.values()],
    },
    batch,
  );
  const changes = writes.length > 0 || there.number === 0 || !same(synonyms, there.synonyms);
  const number = changes ? Math.max(there.number + 1, least) : there.number;
  const after = { sources: sources.after, nodes: nodes.after, links: links.after, synonyms };
  const hash = yield* hashOf(after);
  const version = changes ? `${number}-${hash.slice(0, 12)}` : there.version;
  const state = { id: "dataset", number, hash, version, synonyms: JSON.stringify(synonyms) };
  return {
    statements: changes ? [...writes, { cypher: "MERGE (d:Dataset {id: $state.id}) SET d = $state", params: { state } }] : [],
    sources: sources.counts,
    nodes: nodes.counts,
    links: links.counts,
    written: [
      ...sources.fresh.values(),
      ...nodes.fresh.values(),
      ...[...links.fresh.values()].map(({ properties }) => properties),
    ],
    removed: [...sources.gone.keys(), ...nodes.gone.keys(), ...links.gone.keys()],
    version,
    after: { ...after, number, version, hash },
  };
}

const idOf = ({ id }: Stored) => String(id);

/** So many rows are looked at in one step. */
const rowsInStep = 500;

function* byId<Given, Row>(
  given: readonly Given[],
  storedForm: (row: Given) => Row,
  idOfRow: (row: Row) => string,
): Steps<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const one of given) {
    const row = storedForm(one);
    rows.set(idOfRow(row), row);
    if (rows.size % rowsInStep === 0) yield;
  }
  return rows;
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  const [left, right] = [one as Stored, other as Stored];
  return keys.length === Object.keys(other).length && keys.every((key) => same(left[key], right[key]));
}

interface Comparison<Row> {
  /** New or changed. */
  readonly fresh: ReadonlyMap<string, Row>;
  readonly gone: ReadonlyMap<string, Row>;
  readonly after: ReadonlyMap<string, Row>;
  readonly counts: Changes;
}

function* compare<Row>(
  wanted: ReadonlyMap<string, Row>,
  there: ReadonlyMap<string, Row>,
  replace: boolean,
): Steps<Comparison<Row>> {
  const fresh = new Map<string, Row>();
  const gone = new Map<string, Row>();
  const after = new Map<string, Row>();
  let looked = 0;
  for (const [id, row] of there) {
    if (wanted.has(id) || !replace) after.set(id, row);
    else gone.set(id, row);
    if (++looked % rowsInStep === 0) yield;
  }
  let added = 0;
  for (const [id, row] of wanted) {
    if (!there.has(id)) added++;
    if (!there.has(id) || !same(row, there.get(id))) fresh.set(id, row);
    after.set(id, row);
    if (++looked % rowsInStep === 0) yield;
  }
  return {
    fresh,
    gone,
    after,
    counts: { added, changed: fresh.size - added, same: wanted.size - fresh.size, removed: gone.size },
  };
}
