import { createHash } from "node:crypto";
import type { Dataset, Synonyms } from "../../model/dataset.ts";
import { type PlannedStatement, writeStatements } from "./statements.ts";
import { type Stored, type StoredLink, storedLink, storedNode, storedSource } from "./stored-form.ts";

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
  const { replace, keepSynonyms, batch = 2_000 } = options;
  const synonyms = keepSynonyms && !replace ? there.synonyms : dataset.synonyms;
  const sources = compare(byId(dataset.sources.map(storedSource), idOf), there.sources, replace);
  const nodes = compare(byId(dataset.nodes.map(storedNode), idOf), there.nodes, replace);
  const links = compare(
    byId(dataset.links.map(storedLink), ({ properties }) => idOf(properties)),
    there.links,
    replace,
  );

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
  const number = changes ? there.number + 1 : there.number;
  const hash = hashOf({ sources: sources.after, nodes: nodes.after, links: links.after, synonyms });
  const version = `${number}-${hash.slice(0, 12)}`;
  const state = { id: "dataset", number, hash, version, synonyms: JSON.stringify(synonyms) };
  return {
    statements: changes ? [...writes, { cypher: "MERGE (d:Dataset {id: $state.id}) SET d = $state", params: { state } }] : [],
    sources: sources.counts,
    nodes: nodes.counts,
    links: links.counts,
    version,
  };
}

const idOf = ({ id }: Stored) => String(id);
const byId = <Row>(rows: readonly Row[], idOfRow: (row: Row) => string) => new Map(rows.map((row) => [idOfRow(row), row]));

/** A row as text that is the same whatever the order of its keys. */
function textOf(row: Stored): string {
  const keys = Object.keys(row).sort();
  return keys.map((key) => `${key}=${JSON.stringify(row[key])}`).join("\n");
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

function compare<Row>(wanted: ReadonlyMap<string, Row>, there: ReadonlyMap<string, Row>, replace: boolean): Comparison<Row> {
  const isNew = (id: string) => !there.has(id);
  const fresh = new Map([...wanted].filter(([id, row]) => isNew(id) || !same(row, there.get(id))));
  const gone = new Map(replace ? [...there].filter(([id]) => !wanted.has(id)) : []);
  const added = [...fresh.keys()].filter(isNew).length;
  return {
    fresh,
    gone,
    after: replace ? wanted : new Map([...there, ...wanted]),
    counts: { added, changed: fresh.size - added, same: wanted.size - fresh.size, removed: gone.size },
  };
}

/** SHA-256 over everything that was loaded; what a link joins stands in its id. */
function hashOf({ sources, nodes, links, synonyms }: Omit<Content, "number">): string {
  const hash = createHash("sha256");
  const add = <Row>(rows: ReadonlyMap<string, Row>, propertiesOf: (row: Row) => Stored) => {
    for (const id of [...rows.keys()].sort()) {
      const row = rows.get(id);
      if (row) hash.update(`${textOf(propertiesOf(row))}\n\n`);
    }
  };
  add(sources, (row) => row);
  add(nodes, (row) => row);
  add(links, ({ properties }) => properties);
  return hash.update(JSON.stringify(synonyms)).digest("hex");
}
