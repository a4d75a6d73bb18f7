import { describe, expect, expectTypeOf, test } from "vitest";
import type { GraphIndex } from "../../../../server/analysis/graph/graph-index.ts";
import {
  Column,
  type InstitutionIndex,
  indicesUpTo,
  type LinkIndex,
  type NodeIndex,
  outOfRange,
} from "../../../../server/analysis/graph/indices.ts";
import type { Profiles } from "../../../../server/analysis/profile/types.ts";

describe("a column", () => {
  const column = new Column<InstitutionIndex, NodeIndex>(Int32Array.of(4, 7, 4));
  const row = (number: number) => number as InstitutionIndex;

  test("gives the value of each row, and the first row of a value", () => {
    expect(column).toHaveLength(3);
    expect([...column.rows()].map((one) => column.at(one))).toStrictEqual([4, 7, 4]);
    expect([...column.values()]).toStrictEqual([4, 7, 4]);
    expect(column.rowOf(4 as NodeIndex)).toBe(0);
    expect(column.rowOf(7 as NodeIndex)).toBe(1);
    expect(column.rowOf(0 as NodeIndex)).toBeUndefined();
  });

  test.each([-1, 3, 0.5, Number.NaN])("refuses row %s of 3, rather than to give another's value", (wrong) => {
    expect(() => column.at(row(wrong))).toThrow(RangeError);
  });

  test("holds parts of a whole too", () => {
    const shares = new Column<InstitutionIndex>(Float64Array.of(0.25, 0));
    expect(shares.at(row(0))).toBe(0.25);
    expect(shares.at(row(1))).toBe(0);
  });
});

test("all indices of a list come in order, of an empty one none", () => {
  expect([...indicesUpTo<NodeIndex>(3)]).toStrictEqual([0, 1, 2]);
  expect([...indicesUpTo<NodeIndex>(0)]).toStrictEqual([]);
});

test("an index that is out of range is said together with how long the list is", () => {
  expect(() => outOfRange(5, 3)).toThrow(new RangeError("Index 5 is not in a list of 3"));
});

describe("an index of one list", () => {
  const node = 0 as NodeIndex;
  const institution = 0 as InstitutionIndex;
  const link = 0 as LinkIndex;

  test("is a number, but no number is an index of itself", () => {
    expectTypeOf(node).toExtend<number>();
    // @ts-expect-error: a bare number does not say which list it counts in
    const bare: NodeIndex = 0;
    expect(bare).toBe(node);
  });

  test("does not stand where that of another is asked for", () => {
    // Never called: it is for the compiler alone.
    const mixed = (graph: GraphIndex, profiles: Profiles) => [
      // @ts-expect-error: the row of an institution is not that of its node
      graph.node(institution),
      // @ts-expect-error: a link is no node
      graph.out(link, "ASKS"),
      // @ts-expect-error: `from` has a row for each link
      graph.from.at(node),
      // @ts-expect-error: institutions have rows of their own
      profiles.institutions.at(node),
      // @ts-expect-error: ties have rows of their own
      profiles.ties.feature.at(institution),
      graph.node(profiles.institutions.at(institution)),
      graph.node(graph.from.at(link)),
    ];
    expectTypeOf(mixed).toBeFunction();
    expectTypeOf<NodeIndex>().not.toExtend<InstitutionIndex>();
    expectTypeOf<InstitutionIndex>().not.toExtend<NodeIndex>();
    expectTypeOf<LinkIndex>().not.toExtend<NodeIndex>();
  });
});
