import type { ColumnIndex, IncidenceMatrix, RowIndex } from "./incidence-matrix.ts";

/** |A ∩ B| / |A ∪ B|, in [0, 1] (Jaccard 1901); 0 for two empty sets. */
export function jaccard<Member>(one: ReadonlySet<Member>, other: ReadonlySet<Member>): number {
  const shared = [...one].filter((member) => other.has(member)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** How alike two columns are, in [0, 1]. */
type Similarity = (one: ColumnIndex, other: ColumnIndex) => number;

/** Columns that stand beside each other, from the first to the last. */
interface Cluster {
  readonly columns: readonly ColumnIndex[];
  readonly first: ColumnIndex;
  readonly last: ColumnIndex;
}

/** Two clusters that may be joined, the one that comes first on the left. */
type Pair = readonly [left: Cluster, right: Cluster];

/**
 * An order of the columns in which like stands beside like: every column once. Clusters are joined two by two, the most alike first
 * (average linkage on the Jaccard similarity of their rows), each time at the ends that are most alike (after Gruvaeus & Wainer 1972).
 * Ties go to the columns that come first.
 */
export function clusteredOrder(matrix: IncidenceMatrix): ColumnIndex[] {
  const similarity = similarityOf(matrix);
  let clusters = Array.from(matrix.columns(), (column): Cluster => ({ columns: [column], first: column, last: column }));
  for (;;) {
    const [pair, ...otherPairs] = pairsOf(clusters);
    if (!pair) return clusters.flatMap(({ columns }) => columns);
    const [one, other] = highest(pair, otherPairs, (clusterPair) => averageSimilarity(clusterPair, similarity));
    const joined = joinAtLikeEnds(one, other, similarity);
    clusters = clusters.map((cluster) => (cluster === one ? joined : cluster)).filter((cluster) => cluster !== other);
  }
}

/** The Jaccard similarity of every two columns, worked out once. */
function similarityOf(matrix: IncidenceMatrix): Similarity {
  const columns = [...matrix.columns()];
  const known = new Map(
    columns.map((one) => [one, new Map(columns.map((other) => [other, jaccard(matrix.rowsOf(one), matrix.rowsOf(other))]))]),
  );
  return (one, other) => {
    const value = known.get(one)?.get(other);
    if (value === undefined) throw new RangeError(`No columns ${one} and ${other} in a matrix of ${columns.length}`);
    return value;
  };
}

const pairsOf = (clusters: readonly Cluster[]): Pair[] =>
  clusters.flatMap((one, position) => clusters.slice(position + 1).map((other): Pair => [one, other]));

/** By less than this two values may differ by rounding alone. */
const rounding = 1e-12;

/** The candidate with the highest value; the earliest of those that are as high. */
function highest<Candidate>(
  first: Candidate,
  others: readonly Candidate[],
  measure: (candidate: Candidate) => number,
): Candidate {
  let best = { candidate: first, value: measure(first) };
  for (const candidate of others) {
    const value = measure(candidate);
    if (value > best.value + rounding) best = { candidate, value };
  }
  return best.candidate;
}

/** The mean similarity of a column of one cluster and a column of the other, in [0, 1]. */
function averageSimilarity([one, other]: Pair, similarity: Similarity): number {
  const sumWith = (column: ColumnIndex) => other.columns.reduce((sum, beside) => sum + similarity(column, beside), 0);
  return one.columns.reduce((sum, column) => sum + sumWith(column), 0) / (one.columns.length * other.columns.length);
}

const reversed = ({ columns, first, last }: Cluster): Cluster => ({ columns: columns.toReversed(), first: last, last: first });

function joinAtLikeEnds(one: Cluster, other: Cluster, similarity: Similarity): Cluster {
  const asTheyAre: Pair = [one, other];
  const turned: Pair[] = [
    [one, reversed(other)],
    [reversed(one), other],
    [reversed(one), reversed(other)],
  ];
  const [left, right] = highest(asTheyAre, turned, (ends) => similarity(ends[0].last, ends[1].first));
  return { columns: [...left.columns, ...right.columns], first: left.first, last: right.last };
}

/**
 * An order of the rows in which rows that share columns stand together: every row once, by the mean position of its columns, the
 * leftmost first; then those with more columns, then by index. Rows without columns come last.
 *
 * @param columnOrder every column of the matrix once, from left to right
 * @throws RangeError when a row has a column that is not in the order
 */
export function rowOrder(matrix: IncidenceMatrix, columnOrder: readonly ColumnIndex[]): RowIndex[] {
  const positions = new Map(columnOrder.map((column, position) => [column, position]));
  const positionOf = (column: ColumnIndex) => {
    const position = positions.get(column);
    if (position === undefined) throw new RangeError(`Column ${column} is not in the order`);
    return position;
  };
  const placed = Array.from(matrix.rows(), (row) => {
    const columns = [...matrix.columnsOf(row)];
    return { row, size: columns.length, mean: columns.reduce((sum, column) => sum + positionOf(column), 0) / columns.length };
  });
  const withColumns = placed.filter(({ size }) => size > 0);
  withColumns.sort((a, b) => a.mean - b.mean || b.size - a.size || a.row - b.row);
  return [...withColumns, ...placed.filter(({ size }) => size === 0)].map(({ row }) => row);
}

/** Rows and columns of which every row has every column. */
export interface Block {
  /** By index. */
  readonly columns: readonly ColumnIndex[];
  /** In the order that was given. */
  readonly rows: readonly RowIndex[];
}

/** So many rows are compared two by two. */
const mostCompared = 200;

const areaOf = ({ columns, rows }: Block): number => columns.length * rows.length;
const isLarger = (one: Block, other: Block): boolean =>
  areaOf(one) > areaOf(other) || (areaOf(one) === areaOf(other) && one.rows.length > other.rows.length);

/**
 * The largest full block, by columns × rows, of two or more columns; undefined when no row has two. Looks for the columns of every
 * row, and for those that every two rows have in common: a block whose columns only three rows or more have in common is not seen.
 * Ties go to more rows, then to the block met first.
 *
 * @param order rows by which to look, of which the first 200 with two columns or more are compared
 */
export function largestBlock(matrix: IncidenceMatrix, order: readonly RowIndex[]): Block | undefined {
  const compared = order.filter((row) => matrix.columnsOf(row).size > 1).slice(0, mostCompared);
  let best: Block | undefined;
  for (const [position, one] of compared.entries()) {
    for (const other of compared.slice(position)) {
      const columns = inCommon(matrix.columnsOf(one), matrix.columnsOf(other));
      const cannotBeLarger = best !== undefined && columns.length * compared.length < areaOf(best);
      if (columns.length < 2 || cannotBeLarger) continue;
      const block = { columns, rows: compared.filter((row) => columns.every((column) => matrix.columnsOf(row).has(column))) };
      if (!best || isLarger(block, best)) best = block;
    }
  }
  return best;
}

const inCommon = (one: ReadonlySet<ColumnIndex>, other: ReadonlySet<ColumnIndex>): ColumnIndex[] =>
  [...one].filter((column) => other.has(column)).sort((a, b) => a - b);
