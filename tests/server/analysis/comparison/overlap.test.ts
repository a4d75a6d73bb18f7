import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Compared, overlapOf } from "../../../../server/analysis/comparison/overlap.ts";
import { clusteredOrder, jaccard, largestBlock, rowOrder } from "../../../../server/analysis/comparison/seriation.ts";
import { nodeAt } from "../../../../server/analysis/graph/graph-index.ts";
import { type Drawn, graphs, link, node, profilesFrom } from "../graphs.ts";

const sets = fc
  .array(fc.uniqueArray(fc.nat({ max: 5 })), { minLength: 1, maxLength: 8 })
  .map((lists) => lists.map((list) => new Set(list)));

describe("an order in which blocks show", () => {
  test("holds every column once, whatever they are", () => {
    fc.assert(
      fc.property(sets, (columns) => {
        expect(clusteredOrder(columns).sort((a, b) => a - b)).toStrictEqual([...columns.keys()]);
      }),
    );
  });

  test("puts like beside like", () => {
    const columns = [
      [1, 2],
      [7, 8],
      [1, 2, 3],
      [7, 9],
      [2, 3],
    ].map((rows) => new Set(rows));
    const order = clusteredOrder(columns);
    expect(order.slice(0, 3).sort()).toStrictEqual([0, 2, 4]);
    const rows = [[1, 3], [0, 2], [0, 2, 4], [1]].map((of) => new Set(of));
    expect(
      rowOrder(
        rows,
        columns.map((_, column) => order.indexOf(column)),
      ),
    ).toStrictEqual([1, 2, 3, 0]);
  });

  test("finds the largest full block", () => {
    expect(largestBlock([[0, 1, 2], [0, 1], [0, 1, 3], [3], [2, 3]].map((columns) => new Set(columns)))).toStrictEqual({
      columns: [0, 1],
      rows: [0, 1, 2],
    });
    expect(largestBlock([new Set([0]), new Set([1])])).toBeUndefined();
  });

  test("never finds a block with a hole in it, nor one smaller than what two rows share", () => {
    fc.assert(
      fc.property(sets, (rows) => {
        const block = largestBlock(rows);
        for (const row of block?.rows ?? []) for (const column of block?.columns ?? []) expect(rows[row]?.has(column)).toBe(true);
        const area = block ? block.columns.length * block.rows.length : 0;
        for (const [at, one] of rows.entries())
          for (const other of rows.slice(at + 1)) {
            const both = [...one].filter((column) => other.has(column)).length;
            if (both > 1) expect(area).toBeGreaterThanOrEqual(2 * both);
          }
      }),
    );
  });

  test("jaccard is within 0 and 1, and 1 for the same", () => {
    fc.assert(
      fc.property(sets, ([one = new Set<number>(), other = one]) => {
        expect(jaccard(one, other)).toBe(jaccard(other, one));
        expect(jaccard(one, other)).toBeLessThanOrEqual(1);
        if (one.size > 0) expect(jaccard(one, one)).toBe(1);
      }),
    );
  });
});

const drawn: Drawn = {
  nodes: [
    ...["a", "b", "c"].map((name) => node(`institution:${name}`, { name: name.toUpperCase(), nameEn: name.toUpperCase() })),
    ...["een", "twee", "drie"].map((name) => node(`question:${name}`, { name, nameEn: name })),
    node("theme:breed", { name: "Breed", nameEn: "Broad" }),
    node("theme:smal", { name: "Smal", nameEn: "Narrow" }),
    node("team:t"),
    node("network:n"),
  ],
  links: [
    link("institution:a", "ASKS", "question:een"),
    link("institution:b", "ASKS", "question:een", { derived: true }),
    link("team:t", "PART_OF", "institution:c"),
    link("team:t", "ASKS", "question:twee"),
    link("institution:a", "ASKS", "question:twee"),
    link("institution:a", "ASKS", "question:drie"),
    link("question:een", "ABOUT", "theme:smal"),
    link("question:twee", "ABOUT", "theme:breed"),
    link("theme:smal", "BROADER", "theme:breed"),
    link("institution:a", "PARTICIPATES_IN", "network:n"),
    link("institution:b", "PARTICIPATES_IN", "network:n"),
  ],
};
const profiles = profilesFrom(drawn);
const compare = (more: Partial<Compared> = {}) =>
  overlapOf(profiles, { institutions: [0, 1, 2], rows: "question", show: "all", ...more });
const idOf = (place: number) => nodeAt(profiles.graph, place).id;
const cells = (more?: Partial<Compared>) =>
  compare(more)
    .cells.map(
      ({ institution, row, basis }) => `${idOf(profiles.institutions[institution] ?? 0).slice(12)} ${idOf(row)} ${basis}`,
    )
    .sort();

describe("the overlap of three institutions", () => {
  test("has a cell for each question, through teams too, stated or derived", () => {
    expect(cells()).toStrictEqual([
      "a question:drie stated",
      "a question:een stated",
      "a question:twee stated",
      "b question:een derived",
      "c question:twee stated",
    ]);
  });

  test("keeps to what is shared, what differs, what the first has alone, a basis or a theme", () => {
    expect(compare({ show: "shared" }).rows.map(idOf).sort()).toStrictEqual(["question:een", "question:twee"]);
    expect(compare({ show: "differences" }).rows).toHaveLength(3);
    expect(compare({ show: "only" }).rows.map(idOf)).toStrictEqual(["question:drie"]);
    expect(cells({ basis: "derived" })).toStrictEqual(["b question:een derived"]);
    expect(compare({ theme: profiles.graph.placeOf.get("theme:smal" as never) }).rows.map(idOf)).toStrictEqual(["question:een"]);
  });

  test("ties an institution to a broader theme through a narrower one, for less when that is derived", () => {
    expect(cells({ rows: "theme" })).toStrictEqual([
      "a theme:breed stated",
      "a theme:smal stated",
      "b theme:breed derived",
      "b theme:smal derived",
      "c theme:breed stated",
    ]);
    const strengths = compare({ rows: "theme" }).cells.map(({ strength }) => strength);
    expect(Math.max(...strengths)).toBe(1);
    expect(Math.min(...strengths)).toBeCloseTo(0.4);
  });

  test("names the largest block, and everything that is shared", () => {
    expect(compare().sentence.nl).toBe("Het grootste blok: B en A delen 1 vraag: “een”.");
    expect(compare({ rows: "theme" }).sentence).toStrictEqual({
      nl: "Het grootste blok: A en B delen 2 thema’s: “Smal” en “Breed”.",
      en: "The largest block: A and B share 2 themes: “Narrow” and “Broad”.",
    });
    expect(compare().shared.map(({ item, institutions }) => `${idOf(item)} ${institutions.length}`)).toStrictEqual([
      "theme:breed 3",
      "network:n 2",
      "question:een 2",
      "question:twee 2",
      "theme:smal 2",
    ]);
    expect(compare({ institutions: [1, 2] }).sentence.nl).toBe("Voor zover wij weten delen deze instellingen geen vragen.");
  });

  test("has no cell without links, and counts what is shown and left, on any graph", () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom("question" as const, "theme" as const), (graph, rows) => {
        const found = overlapOf(profilesFrom(graph), { institutions: [0, 1, 2], rows, show: "all" });
        for (const cell of found.cells) {
          expect(cell.links.length).toBeGreaterThan(0);
          expect(cell.strength).toBeGreaterThan(0);
          expect(cell.strength).toBeLessThanOrEqual(1);
          expect(found.rows).toContain(cell.row);
        }
        expect([...found.institutions].sort()).toStrictEqual([0, 1, 2]);
        expect(found.left).toStrictEqual({ rows: 0, shared: 0 });
      }),
    );
  });
});
