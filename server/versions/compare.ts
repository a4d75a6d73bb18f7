import type { RowChange, VersionChanges } from "../../model/versions.ts";
import { rowOf, sectionOf, type VersionFile, type VersionRow } from "../archive/version-file.ts";
import { endsAmong, type Names, nameOfRow, rowChange } from "../dataset/row-change.ts";

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
    rows: shown.map(({ id, before, after }) => rowChange(id, before && rowOf(before), after && rowOf(after), names)),
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

/** What the ends of links are called, in the first of some versions that has them. */
async function namesOfEnds(shown: readonly Pair[], files: readonly VersionFile[]): Promise<Names> {
  const wanted = endsAmong(shown.map(({ id }) => id));
  const names = new Map<string, RowChange["name"]>();
  for (const file of files) {
    if (wanted.size === 0) break;
    for await (const page of file.rows())
      for (const row of page) if (wanted.delete(row.id)) names.set(row.id, nameOfRow(rowOf(row)));
  }
  return names;
}
