import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkId } from "../../../../model/graph.ts";
import { linkKindNames } from "../../../../model/kinds.ts";
import { indexGraph } from "../../../../server/analysis/graph/graph-builder.ts";
import { type GraphIndex, nodesOn, summaryOf } from "../../../../server/analysis/graph/graph-index.ts";
import { indicesUpTo, type LinkIndex, type NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { type Drawn, graphs, link, node } from "../graphs.ts";

const sorted = (ids: readonly string[]) => [...ids].sort();
const everyLink = (graph: GraphIndex) => [...indicesUpTo<LinkIndex>(graph.from.length)];
const idAt = (graph: GraphIndex, one: NodeIndex): string => graph.node(one).id;
const wholeAt = (graph: GraphIndex, one: LinkIndex) => ({
  from: idAt(graph, graph.from.at(one)),
  kind: graph.kindOf(one),
  to: idAt(graph, graph.to.at(one)),
  derived: graph.isDerived(one),
  contested: graph.isContested(one),
  lastYear: graph.lastYear(one),
});

describe("a graph put in order", () => {
  test("has the links of the data around each node, by kind and direction, by the id of their other end", () => {
    fc.assert(
      fc.property(graphs, ({ nodes, links }) => {
        const graph = indexGraph(nodes, links);
        expect(graph.nodeCount).toBe(nodes.length);
        expect([...graph.nodes()].map((one) => idAt(graph, one))).toStrictEqual(sorted(nodes.map(({ id }) => id)));
        for (const one of graph.nodes()) {
          const { id, kind } = graph.node(one);
          expect(graph.indexOf(id)).toBe(one);
          expect(graph.nodesOf(kind)).toContain(one);
          for (const linkKind of linkKindNames) {
            const out = links.filter(({ from, kind: its }) => from === id && its === linkKind).map(({ to }) => to);
            const into = links.filter(({ to, kind: its }) => to === id && its === linkKind).map(({ from }) => from);
            expect(graph.targets(one, linkKind).map((end) => idAt(graph, end))).toStrictEqual(sorted(out));
            expect(graph.origins(one, linkKind).map((end) => idAt(graph, end))).toStrictEqual(sorted(into));
            expect(Array.from(graph.out(one, linkKind), (its) => graph.otherEnd(its, one))).toStrictEqual(
              graph.targets(one, linkKind),
            );
            expect(Array.from(graph.into(one, linkKind), (its) => graph.otherEnd(its, one))).toStrictEqual(
              graph.origins(one, linkKind),
            );
          }
          const ends = links.flatMap(({ from, to }) => [from, to]);
          expect(graph.degree(one)).toBe(ends.filter((end) => end === id).length);
          expect(summaryOf(graph, one)).toStrictEqual({
            id,
            kind,
            name: graph.node(one).name,
            nameEn: graph.node(one).nameEn,
            contested: false,
            degree: graph.degree(one),
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  test("keeps all that the data say of a link", () => {
    fc.assert(
      fc.property(graphs, ({ nodes, links }) => {
        const graph = indexGraph(nodes, links);
        expect(graph.from).toHaveLength(links.length);
        const given = new Map(links.map((one) => [linkId(one.from, one.kind, one.to), one]));
        for (const one of everyLink(graph))
          expect(wholeAt(graph, one)).toStrictEqual({ lastYear: undefined, ...given.get(graph.idOf(one)) });
        const years = [...nodes, ...links].map(({ lastYear }) => lastYear ?? 0);
        expect(graph.newestYear).toBe(Math.max(...years));
      }),
      { numRuns: 100 },
    );
  });

  test("is the same whatever the order of the data", () => {
    const shuffledToo = graphs.chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.shuffledSubarray([...drawn.nodes], { minLength: drawn.nodes.length }),
        fc.shuffledSubarray([...drawn.links], { minLength: drawn.links.length }),
      ),
    );
    fc.assert(
      fc.property(shuffledToo, ([drawn, nodes, links]) => {
        const all = (graph: GraphIndex) => [
          [...graph.nodes()].map((one) => graph.node(one)),
          everyLink(graph).map((one) => wholeAt(graph, one)),
        ];
        expect(all(indexGraph(nodes, links))).toStrictEqual(all(indexGraph(drawn.nodes, drawn.links)));
      }),
      { numRuns: 100 },
    );
  });

  test("leaves out links to nodes that are not there", () => {
    fc.assert(
      fc.property(graphs, fc.nat(), ({ nodes, links }, at) => {
        const gone = nodes[at % nodes.length]?.id;
        const graph = indexGraph(
          nodes.filter(({ id }) => id !== gone),
          links,
        );
        const left = links.filter(({ from, to }) => from !== gone && to !== gone);
        const ids = everyLink(graph).map((one) => {
          const { from, kind, to } = wholeAt(graph, one);
          return linkId(from as never, kind, to as never);
        });
        expect(sorted(ids)).toStrictEqual(sorted(left.map(({ from, kind, to }) => linkId(from, kind, to))));
        expect(gone === undefined ? undefined : graph.indexOf(gone)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  test("gives every node on some links once, by id", () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.nat(), { maxLength: 6 }), ({ nodes, links }, picks) => {
        const graph = indexGraph(nodes, links);
        const picked = picks.map((pick) => (pick % graph.from.length) as LinkIndex);
        const ends = picked.flatMap((one) => [wholeAt(graph, one).from, wholeAt(graph, one).to]);
        expect(nodesOn(graph, picked).map(({ id }) => id)).toStrictEqual(sorted([...new Set(ends)]));
      }),
      { numRuns: 100 },
    );
  });
});

describe("a small graph", () => {
  const drawn: Drawn = {
    nodes: [node("team:t"), node("question:q", { lastYear: 2019 }), node("institution:a")],
    links: [
      link("team:t", "PART_OF", "institution:a", { lastYear: 2021 }),
      link("institution:a", "ASKS", "question:q", { derived: true }),
      link("team:t", "ASKS", "question:q", { contested: true }),
    ],
  };
  const graph = indexGraph(drawn.nodes, drawn.links);

  test("numbers its nodes by id, and its links by their ends and kind", () => {
    expect([...graph.nodes()].map((one) => idAt(graph, one))).toStrictEqual(["institution:a", "question:q", "team:t"]);
    expect(everyLink(graph).map((one) => graph.idOf(one))).toStrictEqual([
      "institution:a|ASKS|question:q",
      "team:t|ASKS|question:q",
      "team:t|PART_OF|institution:a",
    ]);
    expect(graph.newestYear).toBe(2021);
  });

  test.each([-1, 3, 0.5, Number.NaN])("refuses node %s and link %s of 3", (wrong) => {
    const [noNode, noLink] = [wrong as NodeIndex, wrong as LinkIndex];
    expect(() => graph.node(noNode)).toThrow(RangeError);
    expect(() => summaryOf(graph, noNode)).toThrow(RangeError);
    expect(() => graph.out(noNode, "ASKS")).toThrow(RangeError);
    expect(() => graph.into(noNode, "ASKS")).toThrow(RangeError);
    expect(() => graph.degree(noNode)).toThrow(RangeError);
    expect(() => graph.kindOf(noLink)).toThrow(RangeError);
    expect(() => graph.isDerived(noLink)).toThrow(RangeError);
    expect(() => graph.isContested(noLink)).toThrow(RangeError);
    expect(() => graph.lastYear(noLink)).toThrow(RangeError);
    expect(() => graph.idOf(noLink)).toThrow(RangeError);
    expect(() => graph.otherEnd(noLink, 0 as NodeIndex)).toThrow(RangeError);
  });

  test("refuses a kind of link that there is not", () => {
    expect(() => graph.out(0 as NodeIndex, "LIKES" as never)).toThrow(RangeError);
  });

  test("may be empty", () => {
    const empty = indexGraph([], []);
    expect(empty.nodeCount).toBe(0);
    expect(empty.newestYear).toBe(0);
    expect([...empty.nodes()]).toStrictEqual([]);
  });
});
