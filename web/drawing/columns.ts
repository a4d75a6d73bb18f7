import type { NodeId } from "../../model/graph.ts";
import type { LayoutLink } from "./layout-message.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Sections = readonly (readonly NodeId[])[];

/** Pixels at zoom 1 from one item to the next, beside and below each other, and between two sections. */
const pitch = { x: 200, y: 66 };
const gap = { x: 170, y: 190 };
/** How often items are put beside what they are linked with: after so many times hardly anything changes. */
const sweeps = 16;
/** Wider than high, as windows are. */
const shape = 1.15;

/**
 * Columns from left to right, each in as many rows as the tallest. Within a column items stand beside what they are
 * linked with in others (barycentres: Sugiyama, Tagawa and Toda 1981), so that few links cross.
 */
export function inColumns(sections: Sections, links: readonly LayoutLink[]): Map<NodeId, Point> {
  const ordered = besideTheirOwn(sections, links);
  const rows = rowsFor(ordered.map(({ length }) => length));
  const spots = new Map<NodeId, Point>();
  let left = 0;
  for (const ids of ordered) {
    const across = Math.max(1, Math.ceil(ids.length / rows));
    const down = Math.ceil(ids.length / across);
    for (const [index, id] of ids.entries()) {
      const [column, row] = [index % across, Math.floor(index / across)];
      // Every other column half a row lower: a name beside a sign then does not meet the next sign.
      const lower = across > 1 && column % 2 === 1 ? pitch.y / 2 : 0;
      const inRow = Math.min(across, ids.length - row * across);
      spots.set(id, {
        x: left + (column + (across - inRow) / 2) * pitch.x,
        y: (row - (down - 1) / 2) * pitch.y * stretch(down, rows) + lower,
      });
    }
    left += (across - 1) * pitch.x + pitch.x / 2 + gap.x;
  }
  return asHighAsWide(spots);
}

/** Rows further apart, up to a point, where columns are wider than high: that leaves room for more names. */
function asHighAsWide(spots: ReadonlyMap<NodeId, Point>): Map<NodeId, Point> {
  const [xs, ys] = [[...spots.values()].map(({ x }) => x), [...spots.values()].map(({ y }) => y)];
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const factor = Math.min(1.8, Math.max(1, width / shape / Math.max(1, height)));
  return new Map([...spots].map(([id, { x, y }]) => [id, { x, y: y * factor }]));
}

/** A short column is spread over the height of the tallest, up to a point. */
const stretch = (down: number, rows: number) => Math.min(2.6, Math.max(1, (rows - 1) / Math.max(1, down)));

function rowsFor(counts: readonly number[]): number {
  const most = Math.max(1, ...counts);
  for (let rows = Math.min(6, most); rows < most; rows += 1) {
    const across = counts.reduce((sum, count) => sum + Math.ceil(count / rows), 0);
    if ((across * pitch.x) / (rows * pitch.y) <= shape) return rows;
  }
  return most;
}

/** The same sections, each in the order in which its links are shortest, so far as was found. */
export function besideTheirOwn(sections: Sections, links: readonly LayoutLink[]): Sections {
  const sectionOf = new Map(sections.flatMap((ids, section) => ids.map((id) => [id, section] as const)));
  const beside = new Map<NodeId, NodeId[]>();
  for (const { from, to } of links) {
    if (sectionOf.get(from) === sectionOf.get(to)) continue;
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const there = beside.get(one);
      if (there) there.push(other);
      else beside.set(one, [other]);
    }
  }
  let now = sections;
  let best = { sections, length: lengthOf(sections, links) };
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const heights = heightsOf(now);
    const order = sweep % 2 === 0 ? [...now.keys()] : [...now.keys()].reverse();
    const next = [...now];
    for (const index of order) {
      const ids = next[index] ?? [];
      const wanted = new Map(
        ids.map((id) => [id, mean((beside.get(id) ?? []).map((other) => heights.get(other) ?? 0.5)) ?? heights.get(id) ?? 0.5]),
      );
      const sorted = [...ids].sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
      next[index] = sorted;
      for (const [position, id] of sorted.entries()) heights.set(id, (position + 0.5) / sorted.length);
    }
    now = next;
    const length = lengthOf(now, links);
    if (length < best.length) best = { sections: now, length };
  }
  return best.sections;
}

/** Where in its section each item stands, from 0 to 1. */
const heightsOf = (sections: Sections) =>
  new Map(sections.flatMap((ids) => ids.map((id, position) => [id, (position + 0.5) / ids.length] as const)));

/** How far all links together lead up or down. */
function lengthOf(sections: Sections, links: readonly LayoutLink[]): number {
  const heights = heightsOf(sections);
  return links.reduce((sum, { from, to }) => sum + Math.abs((heights.get(from) ?? 0.5) - (heights.get(to) ?? 0.5)), 0);
}

const mean = (values: readonly number[]) =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;

/** Blocks beside and below each other, the items of each in rows, in their order. */
export function inBlocks(sections: Sections): Map<NodeId, Point> {
  const cell = { x: 156, y: 96 };
  const blocks = sections.map((ids) => {
    const across = Math.max(1, Math.round(Math.sqrt((ids.length * shape * cell.y) / cell.x)));
    return { ids, across, width: across * cell.x + gap.x / 2, height: Math.ceil(ids.length / across) * cell.y + gap.y };
  });
  const area = blocks.reduce((sum, { width, height }) => sum + width * height, 0);
  const width = Math.max(Math.sqrt(area * shape * 1.1), ...blocks.map((block) => block.width));
  const spots = new Map<NodeId, Point>();
  let [left, top, tallest] = [0, 0, 0];
  for (const block of blocks) {
    if (left > 0 && left + block.width > width) [left, top, tallest] = [0, top + tallest, 0];
    for (const [index, id] of block.ids.entries())
      spots.set(id, { x: left + (index % block.across) * cell.x, y: top + Math.floor(index / block.across) * cell.y });
    left += block.width;
    tallest = Math.max(tallest, block.height);
  }
  return spots;
}
