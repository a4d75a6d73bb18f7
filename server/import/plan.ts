import { createHash } from "node:crypto";
import type { Dataset, DatasetNode, Synonyms } from "../../model/dataset.ts";
import { type PlannedStatement, writeStatements } from "./statements.ts";
import { type Stored, type StoredLink, storedLink, storedNode, storedSource } from "./stored.ts";

/** All that a graph holds, by id. */
export interface Content {
  readonly sources: ReadonlyMap<string, Stored>;
  readonly nodes: ReadonlyMap<string, Stored>;
  readonly links: ReadonlyMap<string, StoredLink>;
  readonly synonyms: Synonyms;
  /** Of the state before; 0 when nothing was ever loaded. */
  readonly number: number;
}

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
  /** Of the state afterwards. */
  readonly version: string;
}

export interface PlanOptions {
  /** Also removes what the data set does not have. */
  readonly replace: boolean;
  /** The analysed text of a node, by which search finds it. */
  readonly termsOf: (node: DatasetNode) => string;
  /** When the data set says nothing about synonyms, those that are there stay. */
  readonly keepSynonyms: boolean;
  /** Rows in one statement. */
  readonly batch?: number;
}

/**
 * The statements that bring `dataset` into a graph that holds `there`. Pure: the same input gives the same plan, and a
 * data set that is already there gives no statements at all.
 */
export function planLoad(dataset: Dataset, there: Content, options: PlanOptions): Plan {
  const { replace, termsOf, keepSynonyms, batch = 2_000 } = options;
  const sources = compare(
    byId(dataset.sources.map(storedSource), ({ id }) => id),
    there.sources,
    replace,
  );
  const nodes = compare(
    byId(
      dataset.nodes.map((node) => storedNode(node, termsOf(node))),
      ({ id }) => id,
    ),
    there.nodes,
    replace,
  );
  const links = compare(
    byId(dataset.links.map(storedLink), ({ properties }) => properties.id),
    there.links,
    replace,
  );
  const synonyms = keepSynonyms && !replace ? there.synonyms : dataset.synonyms;
  const hash = hashOf({ sources: sources.after, nodes: nodes.after, links: links.after, synonyms });

  const changes = writeStatements(
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
  const changed = changes.length > 0 || there.number === 0 || canonical(synonyms) !== canonical(there.synonyms);
  const number = changed ? there.number + 1 : there.number;
  const version = `${number}-${hash.slice(0, 12)}`;
  const state = { id: "dataset", number, hash, version, synonyms: JSON.stringify(synonyms) };
  return {
    statements: changed ? [...changes, { cypher: "MERGE (d:Dataset {id: $state.id}) SET d = $state", params: { state } }] : [],
    sources: sources.counts,
    nodes: nodes.counts,
    links: links.counts,
    version,
  };
}

const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => unknown) => new Map(rows.map((row) => [String(idOf(row)), row]));

/** JSON with keys in order, so that equal things give equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

interface Comparison<Row> {
  /** New or changed. */
  readonly fresh: ReadonlyMap<string, Row>;
  readonly gone: ReadonlyMap<string, Row>;
  readonly after: ReadonlyMap<string, Row>;
  readonly counts: Changes;
}

function compare<Row>(wanted: ReadonlyMap<string, Row>, there: ReadonlyMap<string, Row>, replace: boolean): Comparison<Row> {
  const isNew = (id: string) => !there.has(id);
  const fresh = new Map([...wanted].filter(([id, row]) => isNew(id) || canonical(row) !== canonical(there.get(id))));
  const gone = new Map(replace ? [...there].filter(([id]) => !wanted.has(id)) : []);
  const added = [...fresh.keys()].filter(isNew).length;
  return {
    fresh,
    gone,
    after: replace ? wanted : new Map([...there, ...wanted]),
    counts: { added, changed: fresh.size - added, same: wanted.size - fresh.size, removed: gone.size },
  };
}

/** SHA-256 over everything that was loaded. The analysed words are left out: they follow from the rest. */
function hashOf({ sources, nodes, links, synonyms }: Omit<Content, "number">): string {
  const hash = createHash("sha256");
  for (const part of [sources, nodes, links])
    for (const [id, row] of [...part].sort(([one], [other]) => (one < other ? -1 : 1)))
      hash.update(`${id}\n${canonical({ ...row, terms: undefined })}\n`);
  return hash.update(canonical(synonyms)).digest("hex");
}
