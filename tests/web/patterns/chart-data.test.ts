import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChartChoice,
  type ChartData,
  chartData,
  rolesOf,
  suggestedChart,
  ticksOf,
} from "../../../web/patterns/chart/chart-data.ts";
import type { Found, Row } from "../../../web/patterns/found.ts";

const foundOf = (columns: string[], rows: Row[], kinds: string[] = []): Found => ({
  head: {
    columns,
    engine: "grafeo",
    otherEngine: { name: "neo4j", alike: true },
    unknownNames: [],
    freeText: [],
    datasetVersion: "1-0",
  },
  rows,
  count: rows.length,
  kinds,
  ending: { is: "whole" },
});
function dataOf(found: Found, choice: ChartChoice): ChartData {
  const work = chartData(found, choice);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
const node = (name: string) => ({ $type: "node", id: `theme:${name}`, kind: "theme", labels: ["Theme"], properties: { name } });

describe("a chart of rows", () => {
  test("is suggested by what the columns hold", () => {
    const suggested = (columns: string[], rows: Row[], kinds?: string[]) =>
      suggestedChart(rolesOf(foundOf(columns, rows, kinds)));
    expect(suggested(["thema", "aantal"], [[node("a"), 3]])).toMatchObject({ form: "bar", x: 0, value: 1 });
    expect(suggested(["jaar", "aantal"], [[2019, 3]])).toMatchObject({ form: "line", x: 0, value: 1 });
    expect(suggested(["dag"], [["2019-03-01"]], ["date"])).toMatchObject({ form: "line", x: 0, value: undefined });
    expect(suggested(["i", "t"], [[node("a"), node("b")]])).toMatchObject({ form: "heat", x: 0, y: 1 });
    expect(suggested(["a", "b"], [[1, { $type: "float", value: 2 }]])).toMatchObject({ form: "scatter", x: 0, y: 1 });
    expect(suggested(["lijst"], [[[1, 2]]])).toBeUndefined();
  });

  test("leaves no row out without saying so, and adds nothing up twice", () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom(...Array.from({ length: 60 }, (_, at) => `naam ${at}`), null), fc.integer({ min: 0, max: 9 })),
      {
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(rows, fc.boolean(), (some, isSum) => {
        const { marks, left, skipped, xs } = dataOf(foundOf(["naam", "aantal"], some), {
          form: "bar",
          x: 0,
          y: 0,
          value: isSum ? 1 : undefined,
        });
        const of = (name: string) => some.filter(([one]) => one === name);
        for (const { x, value, rows: its } of marks) {
          expect(value).toBe(isSum ? of(x).reduce((sum, [, amount]) => sum + amount, 0) : of(x).length);
          expect(its.map((index) => some[index]?.[0])).toEqual(of(x).map(() => x));
        }
        expect(skipped).toBe(some.filter(([name]) => name === null).length);
        expect(xs.length + left).toBe(new Set(some.flatMap(([name]) => name ?? [])).size);
      }),
    );
  });

  test("of two kinds has a cell for each pair, and of years a point for each year in their order", () => {
    const heat = dataOf(
      foundOf(
        ["i", "t"],
        [
          [node("a"), node("x")],
          [node("a"), node("y")],
          [node("a"), node("x")],
          [null, node("x")],
        ],
      ),
      {
        form: "heat",
        x: 0,
        y: 1,
        value: undefined,
      },
    );
    expect(heat.marks.map(({ x, y, value }) => [x, y, value])).toEqual([
      ["a", "x", 2],
      ["a", "y", 1],
    ]);
    expect(heat.skipped).toBe(1);
    const line = dataOf(foundOf(["jaar"], [[2020], [2018], [2020]]), { form: "line", x: 0, y: 0, value: undefined });
    expect(line.marks.map(({ at, value }) => [at, value])).toEqual([
      [2018, 1],
      [2020, 2],
    ]);
  });

  test("has round numbers along its sides, around all that it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (least, more) => {
        const ticks = ticksOf(least, least + more);
        expect(ticks[0]).toBeLessThanOrEqual(least);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(least + more);
        expect(ticks.length).toBeLessThan(9);
      }),
    );
  });
});
