import type { z } from "zod";
import type { EditClash } from "../../model/edits.ts";
import { AppError } from "../../model/errors.ts";
import { type LinkId, linkEnds, type Text } from "../../model/graph.ts";
import type { Undone, undoRoute } from "../../model/history.ts";
import type { Actor } from "../../model/roles.ts";
import type { Archive } from "../archive/archive.ts";
import type { ChangedRow } from "../archive/change-records.ts";
import type { Stored } from "../archive/content-hash.ts";
import { sectionOf } from "../archive/version-file.ts";
import { versionOf } from "../cache/version.ts";
import { makeVersion } from "../dataset/change.ts";
import { type Content, type GraphContent, rowIn } from "../dataset/content.ts";
import { type Clash, editBetween, edited, needsOf, planRows, unfit } from "../dataset/edits.ts";
import { inLine } from "../dataset/in-line.ts";
import { nameOfRow, rowChange } from "../dataset/row-change.ts";
import type { StoredLink } from "../dataset/stored-form.ts";
import { storedLinksFrom, storedLinksOf, storedNodes, storedSources } from "../queries/dataset.ts";
import { inPages, wholeGraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { namesOfEnds } from "./names.ts";

type Asked = z.output<typeof undoRoute.body>;

/** Rows that are told. */
const mostTold = 200;

/** What taking back a change would come to. Writes nothing. @throws AppError VERSION_NOT_FOUND */
export async function previewUndo(store: GraphStore, archive: Archive, asked: Asked): Promise<Undone> {
  const rows = await rowsOfChange(archive, asked);
  const datasetVersion = await versionOf(store);
  const there = await contentNear(store, rows);
  return { datasetVersion, ...(await told(store, rows, takenBack(rows, there), there)) };
}

/** Takes back a change on whatever is there when it is its turn. @throws AppError VERSION_NOT_FOUND */
export async function undo(store: GraphStore, archive: Archive, asked: Asked, { role, initials }: Actor): Promise<Undone> {
  const rows = await rowsOfChange(archive, asked);
  return inLine(store, async () => {
    let before: { outcome: Outcome; there: GraphContent } | undefined;
    const planOn = (there: GraphContent) => {
      before = { outcome: takenBack(rows, there), there };
      return planRows(before.outcome.rows, there);
    };
    const made = { how: "undo", by: { role, initials }, why: asked.why, undoes: asked.version } as const;
    const { version } = await makeVersion(store, planOn, { archive, made });
    if (!before) throw new Error("The undo was not planned");
    return { datasetVersion: version, ...(await told(store, rows, before.outcome, before.there)) };
  });
}

/** The rows that a change made, or those of one item among them. */
async function rowsOfChange({ changes }: Archive, { version, only }: Asked): Promise<ChangedRow[]> {
  const head = await changes.find(version);
  if (!head?.from) {
    const why = head ? "it was the first, so there is nothing before it" : "this server does not know what it did";
    throw new AppError("VERSION_NOT_FOUND", `Version ${version} cannot be taken back: ${why}`);
  }
  const rows: ChangedRow[] = [];
  for await (const page of changes.rows(version)) rows.push(...page);
  if (only === undefined) return rows;
  const own = rows.find(({ id }) => id === only);
  // An item that came or went did so with its links.
  const isWhole = own && (own.before === undefined || own.after === undefined);
  const isIts = (id: string) => id === only || (isWhole && sectionOf(id) === "links" && endsOf(id).includes(only));
  return rows.filter(({ id }) => isIts(id));
}

const endsOf = (id: string): string[] => {
  const { from, to } = linkEnds(id as LinkId);
  return [from, to];
};

interface Outcome {
  readonly rows: Map<string, Stored | undefined>;
  readonly stays: readonly Clash[];
}

/** The rows as they were before a change, but for what has come to rest on them, or was changed again, since. */
function takenBack(changed: readonly ChangedRow[], there: Content): Outcome {
  const { rows, clashes } = edited(
    changed.map(({ id, before, after }) => editBetween(id, after, before)),
    rowIn(there),
  );
  const taken = new Map(rows);
  const stays = [...clashes];
  for (;;) {
    const wrong = unfit(taken, there);
    if (wrong.length === 0) return { rows: taken, stays };
    for (const clash of wrong) taken.delete(clash.id);
    // A source that others rest on by now stays without a word: nothing that anybody wanted back rests on its going.
    stays.push(...wrong.filter(({ id }) => sectionOf(id) !== "sources"));
  }
}

async function told(store: GraphStore, changed: readonly ChangedRow[], { rows, stays }: Outcome, there: Content) {
  const rowNow = rowIn(there);
  const differing = [...rows].flatMap(([id, after]): ChangedRow[] => {
    const before = rowNow(id);
    const isSame = before && after && rowChange(id, before, after, new Map()).fields.length === 0;
    return isSame || (!before && !after) ? [] : [{ id, before, after }];
  });
  const shown = differing.slice(0, mostTold);
  const names = await namesOfEnds(store, [...shown, ...stays], changed);
  const nameOf = (id: string): Text => {
    const row = rowNow(id) ?? changed.find((one) => one.id === id)?.before;
    return sectionOf(id) === "links" || !row ? rowChange(id, row, row, names).name : nameOfRow(row);
  };
  return {
    rows: shown.map(({ id, before, after }) => rowChange(id, before, after, names)),
    more: differing.length - shown.length,
    stays: stays
      .slice(0, mostTold)
      .map(({ id, why, field }): EditClash => ({ id, why, name: nameOf(id), ...(field && { field }) })),
  };
}

const page = 500;

/** As much of the graph as a change can be taken back on: its rows, what these need, and what hangs on an item that would go. */
async function contentNear(store: GraphStore, rows: readonly ChangedRow[]): Promise<Content> {
  const ids = new Set<string>();
  for (const { id, before } of rows) for (const one of [id, ...(before ? needsOf(id, before) : [])]) ids.add(one);
  const of = (section: ReturnType<typeof sectionOf>) => [...ids].filter((id) => sectionOf(id) === section);
  const links = of("links");
  const going = rows.flatMap(({ id, before }) => (before === undefined && sectionOf(id) === "nodes" ? [id] : []));
  const read = async (query: typeof storedNodes, wanted: readonly string[]) => {
    const found: Stored[] = [];
    for (const ids of inPages(wanted, page))
      for (const { properties } of await store.read(query, { ids }, wholeGraph)) found.push(properties);
    return found;
  };
  const nodes = await read(storedNodes, of("nodes"));
  const sources = await read(storedSources, of("sources"));
  const hanging = await read(storedLinksOf, going);
  const asked = (await read(storedLinksFrom, [...new Set(links.map((id) => endsOf(id)[0] ?? ""))])).filter(({ id }) =>
    ids.has(String(id)),
  );
  const byId = (found: readonly Stored[]) => new Map(found.map((row) => [String(row.id), row]));
  return {
    sources: byId(sources),
    nodes: byId(nodes),
    links: new Map(
      [...byId([...hanging, ...asked])].map(([id, properties]): [string, StoredLink] => [
        id,
        { ...linkEnds(id as LinkId), properties },
      ]),
    ),
    synonyms: [],
  };
}
