import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NodeId, SourceId } from "../../../model/graph.ts";
import type { Stored } from "../../../server/archive/content-hash.ts";
import { cellsOf, rowOfCells } from "../../../server/dataset/cells.ts";
import { type Edit, editBetween, edited } from "../../../server/dataset/edits.ts";
import { storedNode } from "../../../server/dataset/stored-form.ts";

const id = "question:vr" as NodeId;
const text = fc.string({ minLength: 1, maxLength: 4 });
const source = fc.constantFrom("source:a", "source:b", "source:c").map((one) => SourceId.parse(one));
const claims = fc.uniqueArray(
  fc.record({
    about: fc.constantFrom("leden", "jaar"),
    value: text,
    source,
    rank: fc.constantFrom("preferred" as const, "normal" as const, "outdated" as const),
  }),
  {
    maxLength: 4,
    selector: ({ about, source: from }) => `${about} ${from}`,
  },
);
const evidence = fc.uniqueArray(
  fc.record(
    {
      source,
      basis: fc.constantFrom("stated" as const, "derived" as const),
      note: text,
      checkedOn: fc.constantFrom("2026-11-28", "2020-01-01"),
    },
    { requiredKeys: ["source", "basis", "note"] },
  ),
  {
    minLength: 1,
    maxLength: 4,
    selector: (one) => one.source,
  },
);
const row = fc
  .record({
    name: text,
    nameEn: text,
    description: fc.oneof(fc.constant(""), text),
    descriptionEn: fc.constant(""),
    otherNames: fc.uniqueArray(text, { maxLength: 3 }),
    properties: fc.record({ year: fc.integer({ min: 1900, max: 2100 }), conflict: text }, { requiredKeys: [] }),
    claims,
    evidence,
  })
  .map((fields) => storedNode({ ...fields, id }));

/** Whatever order its keys and what is in its lists have. */
const inOneOrder = (stored: Stored) => [...cellsOf(stored)].map((cell) => JSON.stringify(cell)).sort();
const rowOf = (now: Stored) => () => now;

describe("the cells of a row", () => {
  test("make the same row again, with all that follows from them", () => {
    fc.assert(
      fc.property(row, (stored) => {
        const made = rowOfCells(id, cellsOf(stored));
        expect(inOneOrder(made)).toEqual(inOneOrder(stored));
        expect([made.contested, made.kind, made.id]).toEqual([stored.contested, stored.kind, stored.id]);
        expect(Object.keys(made).sort()).toEqual(Object.keys(stored).sort());
      }),
    );
  });
});

describe("edits of a row", () => {
  const apply = (edit: Edit, now: Stored) => edited([edit], rowOf(now));

  test("come to what is wanted where nobody else has changed it, and once more change nothing", () => {
    fc.assert(
      fc.property(row, row, (before, after) => {
        const edit = editBetween(id, before, after);
        const { rows, clashes } = apply(edit, before);
        expect(clashes).toEqual([]);
        const became = rows.get(id) as Stored;
        expect(inOneOrder(became)).toEqual(inOneOrder(after));
        const again = apply(edit, became);
        expect([again.clashes, inOneOrder(again.rows.get(id) as Stored)]).toEqual([[], inOneOrder(after)]);
      }),
    );
  });

  test("of two people at once never undo each other: each cell is as one of them wants it, or clashes and stays", () => {
    fc.assert(
      fc.property(row, row, row, (before, one, other) => {
        const first = apply(editBetween(id, before, one), before).rows.get(id) as Stored;
        const { rows, clashes } = apply(editBetween(id, before, other), first);
        const [was, firsts, wanted, became] = [before, first, other, rows.get(id) as Stored].map(cellsOf);
        const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
        for (const cell of new Set([...(was?.keys() ?? []), ...(firsts?.keys() ?? []), ...(wanted?.keys() ?? [])])) {
          const [a, b, c, d] = [was, firsts, wanted, became].map((cells) => cells?.get(cell));
          if (same(a, b)) expect(d, cell).toEqual(c);
          else expect(d, cell).toEqual(b);
          if (!same(a, b) && !same(a, c) && !same(b, c)) expect(clashes.length, cell).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("back from where they led to give what was there before", () => {
    fc.assert(
      fc.property(row, row, (before, after) => {
        const { rows, clashes } = apply(editBetween(id, after, before), after);
        expect([clashes, inOneOrder(rows.get(id) as Stored)]).toEqual([[], inOneOrder(before)]);
      }),
    );
  });
});
