import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Compared, overlapOf } from "../../../../server/analysis/comparison/overlap.ts";
import type { InstitutionIndex, NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { graphs, link, node, nodeIn, profilesFrom, three } from "../graphs.ts";

const institutions = (...indices: number[]) => indices as InstitutionIndex[];

const profiles = profilesFrom(three);
const compare = (more: Partial<Compared> = {}) =>
  overlapOf(profiles, { institutions: institutions(0, 1, 2), rows: "question", show: "all", ...more });
const idOf = (one: NodeIndex) => profiles.graph.node(one).id;
const nameOf = (institution: InstitutionIndex) => idOf(profiles.institutions.at(institution)).slice(12);
const cells = (more?: Partial<Compared>) =>
  compare(more)
    .cells.map(({ institution, node, basis }) => `${nameOf(institution)} ${idOf(node)} ${basis}`)
    .sort();
const block = (more?: Partial<Compared>) => {
  const found = compare(more).block;
  return found && { institutions: found.institutions.map(nameOf), nodes: found.nodes.map(idOf) };
};

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
    const theme = (name: string) => nodeIn(profiles, `theme:${name}`);
    expect(compare({ theme: theme("smal") }).rows.map(idOf)).toStrictEqual(["question:een"]);
    expect(
      compare({ theme: theme("breed") })
        .rows.map(idOf)
        .sort(),
    ).toStrictEqual(["question:een", "question:twee"]);
    expect(
      compare({ rows: "theme", theme: theme("breed") })
        .rows.map(idOf)
        .sort(),
    ).toStrictEqual(["theme:breed", "theme:smal"]);
    expect(compare({ rows: "theme", theme: theme("smal") }).rows.map(idOf)).toStrictEqual(["theme:smal"]);
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

  test("counts each chain of links once, and shows the links of all", () => {
    const ofA = compare({ rows: "theme" }).cells.find(
      ({ institution, node }) => nameOf(institution) === "a" && idOf(node) === "theme:breed",
    );
    expect(ofA?.count).toBe(2);
    expect(ofA?.links.map((one) => profiles.graph.kindOf(one)).sort()).toStrictEqual([
      "ABOUT",
      "ABOUT",
      "ASKS",
      "ASKS",
      "BROADER",
    ]);
  });

  test("has the largest block, in the order in which the institutions are shown, and its rows on top", () => {
    expect(block()).toStrictEqual({ institutions: ["b", "a"], nodes: ["question:een"] });
    expect(compare().institutions.map(nameOf)).toStrictEqual(["b", "a", "c"]);
    expect(compare().rows.map(idOf)).toStrictEqual(["question:een", "question:drie", "question:twee"]);
    expect(block({ rows: "theme" })).toStrictEqual({ institutions: ["a", "b"], nodes: ["theme:smal", "theme:breed"] });
    expect(block({ institutions: institutions(1, 2) })).toBeUndefined();
  });

  test("has everything that is shared, what most share first", () => {
    expect(compare().shared.map(({ node, institutions }) => `${idOf(node)} ${institutions.length}`)).toStrictEqual([
      "theme:breed 3",
      "network:n 2",
      "question:een 2",
      "question:twee 2",
      "theme:smal 2",
    ]);
    const { links } = compare().shared.find(({ node }) => idOf(node) === "network:n") ?? { links: [] };
    expect(links.map((one) => idOf(profiles.graph.from.at(one)))).toStrictEqual(["institution:a", "institution:b"]);
  });

  test("is empty for no institutions, and for one has no block", () => {
    expect(compare({ institutions: [] })).toStrictEqual({
      institutions: [],
      rows: [],
      cells: [],
      block: undefined,
      shared: [],
      left: { rows: 0, shared: 0 },
    });
    expect(block({ institutions: institutions(0) })).toBeUndefined();
    expect(compare({ institutions: institutions(0) }).rows).toHaveLength(3);
  });

  test("throws for an institution that is not there", () => {
    expect(() => compare({ institutions: institutions(0, 3) })).toThrow(RangeError);
  });

  test("has no cell without links, and counts what is shown and left, on any graph", () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom("question" as const, "theme" as const), (graph, rows) => {
        const found = overlapOf(profilesFrom(graph), { institutions: institutions(0, 1, 2), rows, show: "all" });
        for (const cell of found.cells) {
          expect(cell.links.length).toBeGreaterThan(0);
          expect(cell.strength).toBeGreaterThan(0);
          expect(cell.strength).toBeLessThanOrEqual(1);
          expect(found.rows).toContain(cell.node);
        }
        expect([...found.institutions].sort()).toStrictEqual([0, 1, 2]);
        expect(found.left).toStrictEqual({ rows: 0, shared: 0 });
      }),
    );
  });

  test("has a cell for every institution and row of the block, which stands on top, on any graph", () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom("question" as const, "theme" as const), (graph, rows) => {
        const found = overlapOf(profilesFrom(graph), { institutions: institutions(2, 0, 1), rows, show: "all" });
        const nodes = found.block?.nodes ?? [];
        expect(found.rows.slice(0, nodes.length)).toStrictEqual(nodes);
        for (const one of nodes)
          for (const institution of found.block?.institutions ?? [])
            expect(found.cells.some((cell) => cell.node === one && cell.institution === institution)).toBe(true);
      }),
    );
  });
});

test("counts the rows and the shared things that do not fit in one answer", () => {
  const questions = Array.from({ length: 310 }, (_, at) => `question:q${String(at).padStart(3, "0")}`);
  const many = profilesFrom({
    nodes: [node("institution:a"), node("institution:b"), ...questions.map((id) => node(id))],
    links: questions.flatMap((id) => [link("institution:a", "ASKS", id), link("institution:b", "ASKS", id)]),
  });
  const found = overlapOf(many, { institutions: institutions(0, 1), rows: "question", show: "all" });
  expect(found.rows).toHaveLength(300);
  expect(found.shared).toHaveLength(200);
  expect(found.left).toStrictEqual({ rows: 10, shared: 110 });
});
