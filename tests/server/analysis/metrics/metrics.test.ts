import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { assortativity } from "../../../../server/analysis/metrics/assortativity.ts";
import { betweenness, closeness, degree, pageRank } from "../../../../server/analysis/metrics/centrality.ts";
import { communities, components, coreNumbers } from "../../../../server/analysis/metrics/groups.ts";
import { type Ends, metricGraph, type Rule } from "../../../../server/analysis/metrics/metric-graph.ts";
import { pivotsOf } from "../../../../server/analysis/metrics/pivots.ts";
import { resampled, spearman } from "../../../../server/analysis/metrics/robustness.ts";
import {
  likenessWith,
  type ProjectionWeight,
  projected,
  projectionWeights,
  type Similarity,
} from "../../../../server/analysis/metrics/similarity.ts";
import { hasReaders, readByPython } from "../../exports/readers.ts";
import { type Measured, made, southernWomen } from "./graphs.ts";
import { seedGraph } from "./seed-graph.ts";

const graphs = { seed: await seedGraph(), "southern women": southernWomen, "a made one": made };
const everyPivot = (graph: Measured) => pivotsOf(graph.nodes, graph.nodes, 1);

const rules = (["directed", "undirected"] as const).flatMap((direction) =>
  (["once", "each"] as const).map((parallel): Rule => ({ direction, parallel })),
);
const simple: Rule = { direction: "undirected", parallel: "once" };

type Numbers = readonly number[];
interface ByOthers {
  readonly degree: Readonly<Record<string, Numbers>>;
  readonly pagerank: Readonly<Record<string, Numbers>>;
  readonly closeness: Readonly<Record<string, Numbers>>;
  readonly betweenness: Readonly<Record<string, Numbers>>;
  readonly assortativity: Readonly<Record<string, number>>;
  readonly core?: Readonly<Record<string, Numbers>>;
  readonly component?: Readonly<Record<string, readonly Numbers[]>>;
  readonly similarity?: { readonly pairs: readonly (readonly [number, number])[] } & Readonly<
    Record<Similarity, Readonly<Record<string, Numbers>>>
  >;
  readonly projection?: Readonly<
    Record<ProjectionWeight, Readonly<Record<string, readonly (readonly [number, number, number])[]>>>
  >;
  readonly modularity?: { readonly networkx: number; readonly igraph: number; readonly best: number };
}

/** How far two lists of numbers are apart at most. */
const apart = (ours: ArrayLike<number>, theirs: Numbers) =>
  Math.max(...theirs.map((value, node) => Math.abs(value - (ours[node] ?? Number.NaN))));

/** The nodes of each group. */
function groupsOf(numbers: Float64Array): number[][] {
  const groups: number[][] = [];
  for (const [node, group] of numbers.entries()) groups[group] = [...(groups[group] ?? []), node];
  return groups.map((group) => group.sort((one, other) => one - other)).sort((one, other) => compare(one, other));
}
const compare = (one: readonly number[], other: readonly number[]) => {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place < 0 ? one.length - other.length : one[place]! - (other[place] ?? -1);
};

describe.skipIf(!hasReaders("python"))("the numbers of networkx and of igraph", () => {
  const folder = mkdtempSync(join(tmpdir(), "overlap-metrics-"));
  let found: Readonly<Record<string, Readonly<Record<string, ByOthers>>>>;
  let theirSpearman: Numbers;
  /** Lists with equal values in them, too. */
  const ordered: readonly (readonly [Numbers, Numbers])[] = [
    [
      [1, 2, 3, 4],
      [2, 1, 4, 3],
    ],
    [
      [0, 0, 1, 5, 5, 5, 7],
      [3, 0, 0, 2, 2, 9, 1],
    ],
  ];
  beforeAll(async () => {
    const asked = Object.entries(graphs).map(([name, graph]) => {
      const { nodes, from, to, kinds } = graph;
      return [name, { nodes, from: [...from], to: [...to], kinds, communities: [...communities(metricGraph(graph, simple))] }];
    });
    const file = join(folder, "graphs.json");
    writeFileSync(file, JSON.stringify({ ...Object.fromEntries(asked), spearman: ordered }));
    const { spearman: correlations, ...measured } = (await readByPython("measure.py", file)) as typeof found & {
      spearman: Numbers;
    };
    [found, theirSpearman] = [measured, correlations];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const cases = Object.entries(graphs).flatMap(([name, graph]) => rules.map((rule) => [name, rule, graph] as const));

  test.each(cases)("%s, %o", (name, rule, measured) => {
    const others = found[name]?.[`${rule.direction} ${rule.parallel}`] as ByOthers;
    const graph = metricGraph(measured, rule);
    const ours = {
      degree: degree(graph),
      pagerank: allAtOnce(pageRank(graph)),
      closeness: allAtOnce(closeness(graph, everyPivot(measured))),
      betweenness: allAtOnce(betweenness(graph, everyPivot(measured))),
    };
    for (const [measure, numbers] of Object.entries(ours))
      for (const [program, theirs] of Object.entries(others[measure as keyof typeof ours]))
        expect(apart(numbers, theirs), `${measure} of ${program}`).toBeLessThan(1e-9);
    for (const [program, theirs] of Object.entries(others.assortativity))
      expect(assortativity(graph, measured.kinds), `assortativity of ${program}`).toBeCloseTo(theirs, 9);
  });

  test.each(Object.entries(graphs))("cores and components of %s", (name, measured) => {
    const others = found[name]?.["undirected once"] as ByOthers;
    const graph = metricGraph(measured, simple);
    for (const theirs of Object.values(others.core ?? {})) expect([...coreNumbers(graph)]).toEqual(theirs);
    for (const theirs of Object.values(others.component ?? {})) expect(groupsOf(components(graph))).toEqual(theirs);
  });

  test.each(Object.entries(graphs))("how alike nodes of %s are by their neighbours", (name, measured) => {
    const others = found[name]?.["undirected once"]?.similarity;
    const { pairs, ...bySimilarity } = others ?? { pairs: [] };
    const graph = metricGraph(measured, simple);
    expect(pairs.length).toBeGreaterThan(100);
    for (const [similarity, byProgram] of Object.entries(bySimilarity))
      for (const [program, theirs] of Object.entries(byProgram)) {
        const nodes = new Set(pairs.map(([node]) => node));
        const ours = new Map([...nodes].map((node) => [node, likenessWith(graph, node, similarity as Similarity).values]));
        const values = pairs.map(([one, other]) => ours.get(one)?.[other] ?? Number.NaN);
        expect(apart(values, theirs), `${similarity} of ${program}`).toBeLessThan(1e-9);
      }
  });

  test.each(Object.entries(graphs))("nodes of one kind in %s by what they share of another", (name, measured) => {
    const graph = metricGraph(measured, simple);
    const side = Uint8Array.from(measured.kinds, (kind) => (kind === 0 ? 1 : kind === 1 ? 2 : 0));
    for (const weight of projectionWeights)
      for (const [program, theirs] of Object.entries(found[name]?.["undirected once"]?.projection?.[weight] ?? {})) {
        const { pairs, all } = allAtOnce(projected(graph, side, weight, 100_000));
        expect(all).toBe(pairs.length);
        const ours = [...pairs].sort((a, b) => a.one - b.one || a.other - b.other);
        expect(
          ours.map(({ one, other }) => [one, other]),
          `${weight} of ${program}`,
        ).toEqual(theirs.map(([one, other]) => [one, other]));
        expect(
          apart(
            ours.map(({ value }) => value),
            theirs.map(([, , value]) => value),
          ),
        ).toBeLessThan(1e-9);
      }
  });

  test("how alike two orders are, as scipy has it", () => {
    for (const [index, [one, other]] of ordered.entries())
      expect(spearman(Float64Array.from(one), Float64Array.from(other))).toBeCloseTo(theirSpearman[index] ?? Number.NaN, 12);
  });

  test.each(Object.keys(graphs))("communities of %s are nearly as good as the best that igraph finds", (name) => {
    const { networkx, igraph, best } = found[name]?.["undirected once"]?.modularity ?? { networkx: 0, igraph: 1, best: 1 };
    expect(Math.abs(networkx - igraph)).toBeLessThan(1e-9);
    expect(networkx).toBeGreaterThan(0.95 * best);
  });
});

describe("whatever the order of nodes' links", () => {
  test.each(Object.entries(graphs))("%s gives the same groups", (_, graph) => {
    const backwards = { ...graph, from: graph.from.slice().reverse(), to: graph.to.slice().reverse() };
    for (const groups of [communities, components, coreNumbers])
      expect(groups(metricGraph(backwards, simple))).toEqual(groups(metricGraph(graph, simple)));
  });

  test("groups are numbered by their size, the largest first", () => {
    const parts = components(metricGraph(made, simple));
    expect([...parts]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3]);
  });
});

describe("estimates from some nodes", () => {
  test("are the same for the same seed, and near the whole", () => {
    const graph = metricGraph(graphs.seed, simple);
    const some = () => pivotsOf(graph.size, 200, 7);
    expect(some()).toEqual(some());
    expect(new Set(some()).size).toBe(200);
    for (const measure of [closeness, betweenness]) {
      const whole = allAtOnce(measure(graph, everyPivot(graphs.seed)));
      const part = allAtOnce(measure(graph, some()));
      const largest = Math.max(...whole);
      expect(apart(part, [...whole]) / largest).toBeLessThan(0.25);
    }
  });
});

describe("measuring again without some links", () => {
  const whole = allAtOnce(pageRank(metricGraph(graphs.seed, simple)));
  const measure = (links: Ends) => pageRank(metricGraph(links, simple));
  const first = [...whole.keys()].sort((one, other) => whole[other]! - whole[one]!).slice(0, 20);
  const sampled = (dropped: number, seed = 1) =>
    allAtOnce(resampled(graphs.seed, measure, whole, first, { samples: 20, dropped, seed, top: 10 }));

  test("gives the same for the same seed, and the whole when none is left out", () => {
    expect(sampled(0.1)).toEqual(sampled(0.1));
    const { meanCorrelation, leastCorrelation, nodes } = sampled(0);
    expect([meanCorrelation, leastCorrelation]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
    for (const [index, { low, high, topShare }] of nodes.entries()) {
      expect([low, high]).toEqual([whole[first[index]!], whole[first[index]!]]);
      expect(topShare).toBe(index < 10 ? 1 : 0);
    }
  });

  test("tells less the more are left out", () => {
    const [few, many] = [sampled(0.05), sampled(0.5)];
    expect(few.meanCorrelation).toBeGreaterThan(many.meanCorrelation);
    expect(few.meanCorrelation).toBeGreaterThan(0.8);
    const width = ({ nodes }: typeof few) => nodes.reduce((sum, { low, high }) => sum + high - low, 0);
    expect(width(few)).toBeLessThan(width(many));
    expect(few.leastCorrelation).toBeLessThanOrEqual(few.meanCorrelation);
  });
});

describe("graphs with next to nothing in them", () => {
  test.each([0, 1, 2])("%i nodes without links", (nodes) => {
    const graph = metricGraph({ nodes, from: new Int32Array(), to: new Int32Array() }, simple);
    const zeros = new Float64Array(nodes);
    const pivots = pivotsOf(nodes, nodes, 1);
    expect(allAtOnce(closeness(graph, pivots))).toEqual(zeros);
    expect(allAtOnce(betweenness(graph, pivots))).toEqual(zeros);
    expect(coreNumbers(graph)).toEqual(zeros);
    expect([...communities(graph)]).toEqual([...components(graph)]);
    expect(assortativity(graph, new Int32Array(nodes))).toBeUndefined();
    for (const rank of allAtOnce(pageRank(graph))) expect(rank).toBeCloseTo(1 / nodes, 12);
  });
});
