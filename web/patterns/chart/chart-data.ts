import { cellOf, cellText } from "../../ui/cells.ts";
import type { Found } from "../found.ts";

export const chartForms = ["bar", "line", "scatter", "heat"] as const;
export type ChartForm = (typeof chartForms)[number];

/** What is drawn: columns by their index. */
export interface ChartChoice {
  readonly form: ChartForm;
  /** What stands along the first side: names, years of a line, numbers of a scatter. */
  readonly x: number;
  /** What stands along the other side of a heat map (names) or a scatter (numbers). */
  readonly y: number;
  /** The numbers that are added up; without them, rows are counted. A scatter has none. */
  readonly value: number | undefined;
}

/** What a column can be in a chart. */
export type Role = "name" | "number" | "year";

/** One bar, point or cell, with the rows that make it. */
export interface Mark {
  readonly x: string;
  readonly y: string;
  /** Where it stands along the first side, for years and numbers. */
  readonly at: number;
  readonly value: number;
  readonly rows: readonly number[];
}

export interface ChartData {
  readonly marks: readonly Mark[];
  /** The names along each side, in their order; none for numbers. */
  readonly xs: readonly string[];
  readonly ys: readonly string[];
  /** Names, or points, for which there was no room. */
  readonly left: number;
  /** Rows without what the chart needs. */
  readonly skipped: number;
}

/** Names that bars and each side of a heat map hold, and points of a scatter. */
const most = { bar: 30, line: 500, heat: 20, scatter: 2_000 } as const;
/** Rows that are looked at to see what a column is. */
const looked = 200;
/** Rows that are counted in one go, before the page may do something else. */
const together = 500;

/** What each column can be: undefined where it is good for no chart, as a list is not. */
export function rolesOf({ head, rows, kinds }: Found): (Role | undefined)[] {
  return head.columns.map((_, column) => {
    const values = rows.slice(0, looked).flatMap((row) => (row[column] === null ? [] : [row[column]]));
    if (values.length === 0) return undefined;
    if (values.every((value) => yearOf(value, kinds[column] ?? "") !== undefined)) return "year";
    if (values.every((value) => numberOf(value) !== undefined)) return "number";
    return values.every(isName) ? "name" : undefined;
  });
}

function isName(value: unknown): boolean {
  const { $type } = cellOf(value);
  return $type === "node" || typeof value === "string" || typeof value === "boolean" || typeof value === "number";
}

/** A number that a value is. */
function numberOf(value: unknown): number | undefined {
  const cell = cellOf(value);
  if (cell.$type === "float") return cell.value;
  return typeof value === "number" ? value : undefined;
}

/** The year that a value is, or that a moment is in. */
function yearOf(value: unknown, kind: string): number | undefined {
  if (typeof value === "string" && /^(local)?date(time)?$/.test(kind)) return Number(/^-?\d+/.exec(value)?.[0]);
  const isYear = typeof value === "number" && Number.isInteger(value) && value >= 1800 && value <= 2200;
  return isYear ? value : undefined;
}

/** The chart that says most about some columns; undefined when none can. */
export function suggestedChart(roles: readonly (Role | undefined)[]): ChartChoice | undefined {
  const columns = (role: Role) => roles.flatMap((one, column) => (one === role ? [column] : []));
  const [[name, other], [number, second], [year]] = [columns("name"), columns("number"), columns("year")];
  if (year !== undefined && name === undefined) return { form: "line", x: year, y: year, value: number };
  if (name !== undefined && number !== undefined) return { form: "bar", x: name, y: name, value: number };
  if (name !== undefined && other !== undefined) return { form: "heat", x: name, y: other, value: undefined };
  if (number !== undefined && second !== undefined) return { form: "scatter", x: number, y: second, value: undefined };
  if (year !== undefined) return { form: "line", x: year, y: year, value: undefined };
  return name === undefined ? undefined : { form: "bar", x: name, y: name, value: undefined };
}

/** The columns that a side of a chart can take. */
export function columnsFor(form: ChartForm, side: "x" | "y" | "value", roles: readonly (Role | undefined)[]): number[] {
  const fits = (role: Role | undefined): boolean => {
    if (role === undefined) return false;
    if (side === "value") return role === "number";
    if (form === "line") return role === "year";
    return form === "scatter" ? role !== "name" : true;
  };
  return roles.flatMap((role, column) => (fits(role) ? [column] : []));
}

/** Whether a form can be made of some columns. */
export const canMake = (form: ChartForm, roles: readonly (Role | undefined)[]): boolean =>
  columnsFor(form, "x", roles).length >= (form === "heat" || form === "scatter" ? 2 : 1);

/** What a chart shows. It yields after each piece of work. */
export function* chartData(found: Found, choice: ChartChoice): Generator<void, ChartData, void> {
  return choice.form === "scatter" ? yield* points(found, choice) : yield* sums(found, choice);
}

function* points({ rows, kinds }: Found, { x, y }: ChartChoice): Generator<void, ChartData, void> {
  const marks: Mark[] = [];
  let [skipped, left] = [0, 0];
  for (const [index, row] of rows.entries()) {
    if (index % together === 0) yield;
    const [at, value] = [numberOf(row[x]) ?? yearOf(row[x], kinds[x] ?? ""), numberOf(row[y]) ?? yearOf(row[y], kinds[y] ?? "")];
    if (at === undefined || value === undefined) skipped += 1;
    else if (marks.length >= most.scatter) left += 1;
    else marks.push({ x: String(at), y: String(value), at, value, rows: [index] });
  }
  return { marks, xs: [], ys: [], left, skipped };
}

function* sums({ rows, kinds }: Found, { form, x, y, value }: ChartChoice): Generator<void, ChartData, void> {
  const cells = new Map<string, { x: string; y: string; at: number; value: number; rows: number[] }>();
  let skipped = 0;
  for (const [index, row] of rows.entries()) {
    if (index % together === 0) yield;
    const year = form === "line" ? yearOf(row[x], kinds[x] ?? "") : 0;
    const amount = value === undefined ? 1 : numberOf(row[value]);
    if (row[x] === null || year === undefined || amount === undefined || (form === "heat" && row[y] === null)) {
      skipped += 1;
      continue;
    }
    const one = form === "line" ? String(year) : cellText(row[x]);
    const other = form === "heat" ? cellText(row[y]) : "";
    const key = JSON.stringify([one, other]);
    const cell = cells.get(key) ?? { x: one, y: other, at: year, value: 0, rows: [] };
    cells.set(key, cell);
    cell.value += amount;
    cell.rows.push(index);
  }
  const marks = [...cells.values()];
  if (form === "line") return { marks: marks.sort((a, b) => a.at - b.at).slice(-most.line), xs: [], ys: [], left: 0, skipped };
  const [xs, ys] = [largest(marks, "x", form === "heat" ? most.heat : most.bar), largest(marks, "y", most.heat)];
  const shown = marks.filter((mark) => xs.names.includes(mark.x) && ys.names.includes(mark.y));
  if (form === "bar") shown.sort((a, b) => xs.names.indexOf(a.x) - xs.names.indexOf(b.x));
  return { marks: shown, xs: xs.names, ys: ys.names, left: xs.left + ys.left, skipped };
}

/** The names along a side with the largest sums, those first. */
function largest(marks: readonly Mark[], side: "x" | "y", count: number): { readonly names: string[]; readonly left: number } {
  const totals = new Map<string, number>();
  for (const mark of marks) totals.set(mark[side], (totals.get(mark[side]) ?? 0) + mark.value);
  const names = [...totals].sort(([, one], [, other]) => other - one).map(([name]) => name);
  return { names: names.slice(0, count), left: Math.max(0, names.length - count) };
}

/** Round numbers along a side, from below the least to above the most, about five of them. */
export function ticksOf(least: number, greatest: number): number[] {
  if (least === greatest) return [least];
  const rough = (greatest - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.floor(least / step);
  const last = Math.ceil(greatest / step);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
