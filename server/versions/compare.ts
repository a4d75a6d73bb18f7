import { type LinkId, linkEnds, type Text } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import type { RowChange, VersionChanges } from "../../model/versions.ts";
import { rowOf, sectionOf, type VersionFile, type VersionRow } from "../archive/version-file.ts";
import { fieldChanges } from "./fields.ts";

/** What is not the same in two versions. */
export interface Difference {
  readonly changes: VersionChanges;
  readonly synonymsChanged: boolean;
  /** Nodes, then links, then sources. */
  readonly rows: readonly RowChange[];
  /** Rows beyond `limit`. */
  readonly more: number;
}

/** A row of both versions, or of one of them. */
interface Pair {
  readonly id: string;
  readonly before: VersionRow | undefined;
  readonly after: VersionRow | undefined;
}

const none = () => ({ added: 0, changed: 0, removed: 0 });
const changeOf = ({ before, after }: Pair): RowChange["change"] => (!before ? "added" : after ? "changed" : "removed");

/**
 * Goes through both files side by side, so that memory does not grow with them.
 *
 * @param limit rows that are told
 * @throws AppError VERSION_DAMAGED
 */
export async function compareVersions(
  from: VersionFile,
  to: VersionFile,
  limit: number,
  signal: AbortSignal,
): Promise<Difference> {
  const changes = { sources: none(), nodes: none(), links: none() };
  const told: Record<keyof VersionChanges, Pair[]> = { sources: [], nodes: [], links: [] };
  let all = 0;
  for await (const pair of pairs(from, to)) {
    signal.throwIfAborted();
    if (pair.before?.text === pair.after?.text) continue;
    const section = sectionOf(pair.id);
    changes[section][changeOf(pair)]++;
    all++;
    if (told[section].length < limit) told[section].push(pair);
  }
  const shown = [...told.nodes, ...told.links, ...told.sources].slice(0, limit);
  const names = await namesOfEnds(shown, [to, from]);
  const [wholeBefore, wholeAfter] = await Promise.all([from.whole(), to.whole()]);
  return {
    changes,
    synonymsChanged: JSON.stringify(wholeBefore.synonyms) !== JSON.stringify(wholeAfter.synonyms),
    rows: shown.map((pair) => rowChange(pair, names)),
    more: all - shown.length,
  };
}

/** The order in which rows stand in a file. */
function isBefore(one: VersionRow, other: VersionRow): boolean {
  const order = ["sources", "nodes", "links"];
  const [first, second] = [order.indexOf(sectionOf(one.id)), order.indexOf(sectionOf(other.id))];
  return first === second ? one.id < other.id : first < second;
}

async function* pairs(from: VersionFile, to: VersionFile): AsyncGenerator<Pair> {
  const [befores, afters] = [oneByOne(from), oneByOne(to)];
  try {
    let [before, after] = [(await befores.next()).value, (await afters.next()).value];
    while (before || after) {
      const [current, next]: (VersionRow | undefined)[] = [before, after];
      const takesBefore = current !== undefined && (next === undefined || !isBefore(next, current));
      const takesAfter = next !== undefined && (current === undefined || !isBefore(current, next));
      const id = (takesBefore ? current?.id : next?.id) ?? "";
      yield { id, before: takesBefore ? current : undefined, after: takesAfter ? next : undefined };
      if (takesBefore) before = (await befores.next()).value;
      if (takesAfter) after = (await afters.next()).value;
    }
  } finally {
    await Promise.all([befores.return(undefined), afters.return(undefined)]);
  }
}

async function* oneByOne(file: VersionFile): AsyncGenerator<VersionRow, undefined> {
  for await (const page of file.rows()) yield* page;
  return undefined;
}

type Names = ReadonlyMap<string, Text>;

/** What the ends of links are called, in the first of some versions that has them. */
async function namesOfEnds(shown: readonly Pair[], files: readonly VersionFile[]): Promise<Names> {
  const wanted = new Set(
    shown.flatMap(({ id }) => {
      if (sectionOf(id) !== "links") return [];
      const { from, to } = linkEnds(id as LinkId);
      return [from, to];
    }),
  );
  const names = new Map<string, Text>();
  for (const file of files) {
    if (wanted.size === 0) break;
    for await (const page of file.rows())
      for (const row of page) if (wanted.delete(row.id as never)) names.set(row.id, nameOf(row));
  }
  return names;
}

function nameOf(row: VersionRow): Text {
  const { name, name_en: nameEn, title } = rowOf(row);
  const nl = String(name ?? title ?? row.id);
  return { nl, en: typeof nameEn === "string" ? nameEn : nl };
}

function linkName(id: string, names: Names): Text {
  const { from, kind, to } = linkEnds(id as LinkId);
  const name = (end: string, language: keyof Text) => names.get(end)?.[language] ?? end;
  const said = (language: keyof Text) =>
    `${name(from, language)} ${linkKinds[kind]?.[language].out ?? kind} ${name(to, language)}`;
  return { nl: said("nl"), en: said("en") };
}

function rowChange(pair: Pair, names: Names): RowChange {
  const { id, before, after } = pair;
  const row = after ?? before;
  const section = sectionOf(id);
  const is = ({ sources: "source", nodes: "node", links: "link" } as const)[section];
  return {
    id,
    is,
    change: changeOf(pair),
    name: section === "links" || !row ? linkName(id, names) : nameOf(row),
    fields: before && after ? fieldChanges(rowOf(before), rowOf(after)) : [],
  };
}
