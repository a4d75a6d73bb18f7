import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lastDrawing, rememberDrawing, rememberEmptied } from "../../../web/explore/last-drawing.ts";
import { freeName, rememberViews, type SavedView, savedViews, viewsFile, viewsIn } from "../../../web/explore/saved-views.ts";

const view: SavedView = { name: "Voor maandag", saved: "2026-03-02T09:00:00.000Z", items: 2, query: { toon: "theme:ai" } };

/** A browser that remembers until it is full. */
function device(room = Number.POSITIVE_INFINITY) {
  const texts = new Map<string, string>();
  return {
    getItem: (name: string) => texts.get(name) ?? null,
    removeItem: (name: string) => texts.delete(name),
    setItem: (name: string, text: string) => {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      texts.set(name, text);
    },
  };
}
beforeEach(() => {
  vi.stubGlobal("localStorage", device());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("drawings with a name", () => {
  const aView: fc.Arbitrary<SavedView> = fc.record({
    name: fc.string({ minLength: 1, maxLength: 80 }).filter((name) => name.trim() === name && name !== ""),
    saved: fc
      .date({ noInvalidDate: true, min: new Date("2000-01-01"), max: new Date("2100-01-01") })
      .map((date) => date.toISOString()),
    items: fc.nat(500),
    query: fc.dictionary(fc.constantFrom("toon", "op", "kies", "pak"), fc.string()),
  });

  test("come back from the device and from a file as they were", () => {
    fc.assert(
      fc.property(fc.array(aView, { maxLength: 10 }), (views) => {
        expect(rememberViews(views)).toBe(true);
        expect(savedViews()).toEqual(views);
        expect(viewsIn(viewsFile(views))).toEqual(views);
      }),
    );
  });

  test("are never called the same", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "a (2)", "b"), { maxLength: 12 }), (names) => {
        const views: { name: string }[] = [];
        for (const name of names) views.push({ name: freeName(name, views) });
        expect(new Set(views.map(({ name }) => name)).size).toBe(names.length);
      }),
    );
  });

  test("are not read from a file that is none of ours, each for its own reason", () => {
    expect(viewsIn("x".repeat(5_000_001))).toEqual({ is: "large" });
    expect(viewsIn("{")).toEqual({ is: "no-json" });
    for (const other of ["null", "[]", '"text"', "{}", '{"overlap": "views"}'])
      expect(viewsIn(other), other).toEqual({ is: "other" });
    expect(viewsIn('{"overlap": "drawings", "version": 2, "views": []}')).toEqual({ is: "wrong", part: "version" });
    const text = JSON.stringify({ overlap: "drawings", version: 1, views: [view, { ...view, query: { toon: 3 } }] });
    expect(viewsIn(text)).toEqual({ is: "wrong", part: "views.1.query.toon" });
  });

  test("are passed over where the device holds something else, and are not lost in silence where it is full", () => {
    localStorage.setItem("overlap-views", "no json");
    expect(savedViews()).toEqual([]);
    localStorage.setItem("overlap-views", JSON.stringify([{ name: 3 }, view]));
    expect(savedViews()).toEqual([view]);
    vi.stubGlobal("localStorage", device(10));
    expect(rememberViews([view])).toBe(false);
    expect(rememberViews(Array.from({ length: 101 }, () => view))).toBe(false);
  });
});

test("the drawing of last time is remembered, and that it was emptied", () => {
  expect(lastDrawing()).toBeUndefined();
  rememberEmptied();
  expect(lastDrawing()).toBeUndefined();
  rememberDrawing({ toon: "theme:ai" }, 1);
  expect(lastDrawing()).toEqual({ query: { toon: "theme:ai" }, items: 1, emptied: false });
  rememberEmptied();
  expect(lastDrawing()).toEqual({ query: { toon: "theme:ai" }, items: 1, emptied: true });
  localStorage.setItem("overlap-drawing", '{"items": "many"}');
  expect(lastDrawing()).toBeUndefined();
});
