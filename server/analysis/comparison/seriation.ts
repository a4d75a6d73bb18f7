/** What each column has: the places of its rows. */
export type Columns = readonly ReadonlySet<number>[];

/** |A ∩ B| / |A ∪ B| (Jaccard 1901); 0 for two empty sets. */
export function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const shared = [...one].filter((row) => other.has(row)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * An order of columns in which like stands beside like: clusters are joined two by two, the most alike first (average linkage), each
 * time at the ends that are most alike (as Gruvaeus & Wainer 1972 do). Ties go to the columns that come first.
 */
export function clusteredOrder(columns: Columns): number[] {
  const alike = columns.map((one) => columns.map((other) => jaccard(one, other)));
  const between = (a: number, b: number) => alike[a]?.[b] ?? 0;
  let clusters = columns.map((_, column) => [column]);
  while (clusters.length > 1) {
    let best = { value: -1, one: 0, other: 1 };
    for (let one = 0; one < clusters.length; one++) {
      for (let other = one + 1; other < clusters.length; other++) {
        const value = average(clusters[one] ?? [], clusters[other] ?? [], between);
        if (value > best.value + 1e-12) best = { value, one, other };
      }
    }
    const joined = joinAtLikeEnds(clusters[best.one] ?? [], clusters[best.other] ?? [], between);
    clusters = clusters.map((cluster, at) => (at === best.one ? joined : cluster)).filter((_, at) => at !== best.other);
  }
  return clusters[0] ?? [];
}

type Alike = (a: number, b: number) => number;

const average = (one: readonly number[], other: readonly number[], alike: Alike) =>
  one.reduce((sum, a) => sum + other.reduce((part, b) => part + alike(a, b), 0), 0) / (one.length * other.length);

function joinAtLikeEnds(one: readonly number[], other: readonly number[], alike: Alike): number[] {
  const turned = (list: readonly number[]) => [...list].reverse();
  const ways = [
    [one, other],
    [one, turned(other)],
    [turned(one), other],
    [turned(one), turned(other)],
  ].map(([left = [], right = []]) => ({ list: [...left, ...right], value: alike(left.at(-1) ?? 0, right[0] ?? 0) }));
  return ways.reduce((best, way) => (way.value > best.value + 1e-12 ? way : best)).list;
}

/** The places of rows, those whose columns stand furthest left first: then rows that share columns stand together. */
export function rowOrder(rows: readonly ReadonlySet<number>[], placeOfColumn: readonly number[]): number[] {
  const mean = (columns: ReadonlySet<number>) =>
    columns.size === 0
      ? Number.POSITIVE_INFINITY
      : [...columns].reduce((sum, column) => sum + (placeOfColumn[column] ?? 0), 0) / columns.size;
  const key = rows.map((columns) => ({ mean: mean(columns), size: columns.size }));
  const at = (row: number) => key[row] ?? { mean: 0, size: 0 };
  return [...rows.keys()].sort((a, b) => at(a).mean - at(b).mean || at(b).size - at(a).size || a - b);
}

/** Rows that some columns all have. */
export interface Block {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** So many rows are compared two by two. */
const mostCompared = 200;

/**
 * The largest full block: two or more columns that share rows, by columns × rows. Looks at the columns of every row, and of every
 * two rows together; ties go to more rows.
 */
export function largestBlock(rows: readonly ReadonlySet<number>[]): Block | undefined {
  const wide = [...rows.keys()].filter((row) => (rows[row]?.size ?? 0) > 1).slice(0, mostCompared);
  const columnsOf = (row: number) => rows[row] ?? new Set<number>();
  let best: Block | undefined;
  const area = ({ columns, rows: shared }: Block) => columns.length * shared.length;
  for (const [at, one] of wide.entries()) {
    for (const other of wide.slice(at)) {
      const columns = [...columnsOf(one)].filter((column) => columnsOf(other).has(column)).sort((a, b) => a - b);
      if (columns.length < 2 || (best && columns.length * wide.length < area(best))) continue;
      const block = { columns, rows: wide.filter((row) => columns.every((column) => columnsOf(row).has(column))) };
      if (!best || area(block) > area(best) || (area(block) === area(best) && block.rows.length > best.rows.length)) best = block;
    }
  }
  return best;
}
