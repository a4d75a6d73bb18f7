import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkAt, linkPaths, pointOn } from "../../../web/drawing/link-paths.ts";
import { extentOf, fitted, inDrawing, inWindow, type Sight, showing, zoomedBy } from "../../../web/drawing/sight.ts";
import { focusOf } from "../../../web/drawing/standing.ts";
import { addToView, emptyView } from "../../../web/drawing/view.ts";
import { idOf, link, node } from "../nodes.ts";

const aNumber = (most: number) => fc.integer({ min: -most, max: most });
const aPoint = fc.record({ x: aNumber(900), y: aNumber(900) });
const aSight: fc.Arbitrary<Sight> = fc.record({ zoom: fc.double({ min: 0.05, max: 2.5, noNaN: true }), pan: aPoint });
const size = { width: 800, height: 500 };
const aSize = fc.record({ width: fc.integer({ min: 320, max: 1_600 }), height: fc.integer({ min: 300, max: 900 }) });

describe("where a drawing is looked at", () => {
  test("coming nearer leaves the point under the pointer where it is", () => {
    fc.assert(
      fc.property(aSight, fc.double({ min: 0.2, max: 5, noNaN: true }), aPoint, (sight, factor, at) => {
        const { x, y } = inWindow(inDrawing(at, sight), zoomedBy(sight, factor, at));
        expect(x).toBeCloseTo(at.x, 6);
        expect(y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  test("what is to be shown is in the window afterwards, and nothing moves when it was", () => {
    fc.assert(
      fc.property(aSight, aSize, aPoint, aPoint, (sight, window, one, other) => {
        const extent = {
          x1: Math.min(one.x, other.x),
          y1: Math.min(one.y, other.y),
          x2: Math.max(one.x, other.x),
          y2: Math.max(one.y, other.y),
        };
        for (const after of [showing(extent, sight, window), fitted(extent, window)]) {
          const { x1, y1, x2, y2 } = extentOf(after, window);
          expect(x1).toBeLessThanOrEqual(extent.x1 + 0.01);
          expect(y1).toBeLessThanOrEqual(extent.y1 + 0.01);
          expect(x2).toBeGreaterThanOrEqual(extent.x2 - 0.01);
          expect(y2).toBeGreaterThanOrEqual(extent.y2 - 0.01);
        }
        const shown = showing(extent, sight, window);
        const again = showing(extent, shown, window);
        expect(again.zoom).toBeCloseTo(shown.zoom, 6);
        expect(again.pan.x).toBeCloseTo(shown.pan.x, 4);
      }),
    );
  });
});

describe("how links run", () => {
  const [one, other, far] = [idOf("institution:a"), idOf("theme:b"), idOf("theme:c")];
  const spots = new Map([
    [one, { x: 0, y: 0 }],
    [other, { x: 300, y: 0 }],
    [far, { x: 0, y: 300 }],
  ]);

  test("those between the same two run apart, whichever way they lead", () => {
    const links = [link(one, "ABOUT", other), link(other, "PART_OF", one), link(one, "MADE", other)];
    const heights = linkPaths(links, spots, new Map()).map((path) => pointOn(path, 0.5).y);
    const sorted = [...heights].sort((low, high) => low - high);
    for (const [index, height] of sorted.slice(1).entries()) expect(height - (sorted[index] ?? 0)).toBeGreaterThan(20);
  });

  test("one is pointed at along its line, and none where there is none", () => {
    const paths = linkPaths([link(one, "ABOUT", other), link(one, "ABOUT", far)], spots, new Map());
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.nat(1), (part, index) => {
        const path = paths[index];
        if (!path) throw new Error("There are two");
        expect(linkAt(pointOn(path, part), paths, 6)).toBe(path.link.id);
      }),
    );
    expect(linkAt({ x: 200, y: 200 }, paths, 6)).toBeUndefined();
    expect(inWindow({ x: 1, y: 1 }, { zoom: 2, pan: { x: size.width, y: 0 } })).toStrictEqual({ x: 802, y: 2 });
  });

  test("what is selected keeps what it touches, and dims the rest; alone it dims nothing", () => {
    const [mine, elsewhere] = [link(one, "ABOUT", other), link(other, "BROADER", far)];
    const view = addToView({ nodes: [node(one), node(other), node(far)], links: [mine, elsewhere] }, spots)(emptyView);
    const focus = focusOf(view, one);
    expect([...(focus.nodes ?? [])].sort()).toStrictEqual([one, other]);
    expect(focus.links.get(mine.id)).toBe("told");
    expect(focus.links.get(elsewhere.id)).toBe("away");
    expect(focusOf(view, undefined).nodes).toBeUndefined();
  });

  test("a path keeps its items and the links along it, whatever is selected, and dims the rest", () => {
    const [first, second, aside] = [link(one, "ABOUT", other), link(far, "BROADER", other), link(one, "ABOUT", far)];
    const view = addToView({ nodes: [node(one), node(other), node(far)], links: [first, second, aside] }, spots)(emptyView);
    const focus = focusOf(view, far, [one, other, far]);
    expect([...(focus.nodes ?? [])]).toStrictEqual([one, other, far]);
    expect([first, second, aside].map(({ id }) => focus.links.get(id))).toStrictEqual(["told", "told", "away"]);
  });
});
