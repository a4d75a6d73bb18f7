import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { NodeId } from "../../model/graph.ts";
import { chance } from "./chance.ts";
import type { Point } from "./columns.ts";
import { grouped } from "./grouped.ts";
import type { LayoutLink, LayoutNode } from "./layout-message.ts";

interface Body extends SimulationNodeDatum {
  readonly id: string;
  /** Pixels from the middle that nothing else may come into. */
  readonly radius: number;
  /** Where it is drawn to. */
  readonly home: Point;
}

/** Up to so many items are one cluster. */
const oneCluster = 24;
/** A cluster of fewer is drawn with the rest of what it is linked to. */
const leastInCluster = 3;

/** Steps until a simulation stands still, fewer where each takes long. */
const stepsFor = (nodes: number) => Math.round(Math.min(260, Math.max(24, 100_000 / Math.max(1, nodes))));

/**
 * Clusters of what is linked most with each other, apart from each other, each around its hubs; and what is linked with
 * nothing in rows beneath.
 */
export function byStructure(nodes: readonly LayoutNode[], links: readonly LayoutLink[], room: number): Map<NodeId, Point> {
  const linked = new Set(links.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]));
  const joined = nodes.filter(({ id }) => linked.has(id)).map(({ id }) => id);
  const clusters = clustersOf(joined, links);
  const homes = homesOf(clusters, links, room);
  const clusterOf = new Map(clusters.flatMap((ids, cluster) => ids.map((id) => [id, cluster] as const)));
  const bodies = new Map(
    joined.map((id, index): [NodeId, Body] => {
      const home = homes[clusterOf.get(id) ?? 0] ?? { x: 0, y: 0 };
      const [angle, away] = [index * 2.4, room * 0.5 * Math.sqrt(index % 40)];
      return [id, { id, radius: room / 2, home, x: home.x + away * Math.cos(angle), y: home.y + away * Math.sin(angle) }];
    }),
  );
  const within = ({ from, to }: LayoutLink) => clusterOf.get(from) === clusterOf.get(to);
  const [inside, across] = [links.filter(within), links.filter((link) => !within(link))];
  const pull = clusters.length > 1 ? 0.16 : 0.05;
  run(
    [...bodies.values()],
    [
      { links: inside, distance: room * 1.1, strength: undefined },
      { links: across, distance: room * 3, strength: 0.01 },
    ],
    { repel: -room * 4, reach: room * 6, pull },
  );
  const spots = new Map([...bodies].map(([id, { x = 0, y = 0 }]) => [id, { x, y }]));
  for (const [id, spot] of beneath(
    nodes.filter(({ id }) => !linked.has(id)),
    spots,
  ))
    spots.set(id, spot);
  return spots;
}

/** What comes goes beside what it is linked to, around what stays where it is. */
export function amongFixed(nodes: readonly LayoutNode[], links: readonly LayoutLink[], room: number): Map<NodeId, Point> {
  const bodies = nodes.map(
    ({ id, x, y, fixed }): Body => ({ id, radius: room / 2, home: { x, y }, x, y, ...(fixed && { fx: x, fy: y }) }),
  );
  const fresh = new Set(nodes.filter(({ fixed }) => !fixed).map(({ id }) => id));
  const moving = links.filter(({ from, to }) => fresh.has(from) || fresh.has(to));
  run(bodies, [{ links: moving, distance: room * 1.4, strength: 0.5 }], { repel: -room * 5, reach: room * 6, pull: 0.01 });
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id as NodeId, { x, y }]));
}

interface Springs {
  readonly links: readonly LayoutLink[];
  readonly distance: number;
  /** By itself, the weaker the more links an end has. */
  readonly strength: number | undefined;
}

function run(
  bodies: Body[],
  springs: readonly Springs[],
  { repel, reach, pull }: Readonly<Record<"repel" | "reach" | "pull", number>>,
): void {
  const simulation = forceSimulation(bodies)
    .randomSource(chance(1))
    .force("repel", forceManyBody<Body>().strength(repel).distanceMax(reach).theta(0.9))
    .force("x", forceX<Body>(({ home }) => home.x).strength(pull))
    .force("y", forceY<Body>(({ home }) => home.y).strength(pull))
    .force("apart", forceCollide<Body>(({ radius }) => radius).strength(0.8))
    .stop();
  for (const [index, { links, distance, strength }] of springs.entries()) {
    const spring = forceLink<Body, SimulationLinkDatum<Body>>(links.map(({ from, to }) => ({ source: from, target: to })))
      .id(({ id }) => id)
      .distance(distance);
    simulation.force(`links ${index}`, strength === undefined ? spring : spring.strength(strength));
  }
  const steps = stepsFor(bodies.length);
  simulation.alphaDecay(1 - 0.001 ** (1 / steps)).tick(steps);
}

/** What is linked most with each other (Louvain: Blondel and others 2008), the largest first. */
function clustersOf(ids: readonly NodeId[], links: readonly LayoutLink[]): readonly (readonly NodeId[])[] {
  if (ids.length <= oneCluster) return [ids];
  const graph = new UndirectedGraph();
  for (const id of ids) graph.addNode(id);
  for (const { from, to } of links) if (from !== to) graph.mergeEdge(from, to);
  const community = louvain(graph, { rng: chance(1), resolution: 1 });
  const found = [...grouped(ids, (id) => community[id]).values()].sort((one, other) => other.length - one.length);
  const small = found.filter(({ length }) => length < leastInCluster).flat();
  const large = found.filter(({ length }) => length >= leastInCluster);
  return small.length > 0 ? [...large, small] : large;
}

/** The middle of each cluster: beside those that it has most links with, and over none. */
function homesOf(clusters: readonly (readonly NodeId[])[], links: readonly LayoutLink[], room: number): readonly Point[] {
  const clusterOf = new Map(clusters.flatMap((ids, cluster) => ids.map((id) => [id, cluster] as const)));
  const counts = new Map<string, number>();
  for (const { from, to } of links) {
    const [one, other] = [clusterOf.get(from), clusterOf.get(to)];
    if (one === undefined || other === undefined || one === other) continue;
    const pair = `${Math.min(one, other)} ${Math.max(one, other)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const bodies = clusters.map((ids, cluster): Body => {
    const [angle, away] = [cluster * 2.4, room * 3 * Math.sqrt(cluster)];
    const radius = room * (0.62 * Math.sqrt(ids.length) + 0.7);
    return { id: String(cluster), radius, home: { x: 0, y: 0 }, x: away * Math.cos(angle), y: away * Math.sin(angle) };
  });
  const springs = [...counts].map(([pair, count]) => {
    const [source = 0, target = 0] = pair.split(" ").map(Number);
    return { source, target, count };
  });
  const simulation = forceSimulation(bodies)
    .randomSource(chance(1))
    .force("x", forceX<Body>(0).strength(0.06))
    .force("y", forceY<Body>(0).strength(0.09))
    .force(
      "apart",
      forceCollide<Body>(({ radius }) => radius)
        .strength(1)
        .iterations(4),
    )
    .force(
      "links",
      forceLink<Body, SimulationLinkDatum<Body> & { count: number }>(springs)
        .distance(({ source, target }) => (source as Body).radius + (target as Body).radius)
        .strength(({ count }) => Math.min(0.3, 0.02 * count)),
    )
    .stop();
  simulation.tick(300);
  return bodies.map(({ x = 0, y = 0 }) => ({ x, y }));
}

/** Rows beneath everything, each item with room for a name of three lines. */
function* beneath(nodes: readonly LayoutNode[], spots: ReadonlyMap<NodeId, Point>): Generator<[NodeId, Point]> {
  const cell = { x: 176, y: 100 };
  const xs = [...spots.values()].map(({ x }) => x);
  const ys = [...spots.values()].map(({ y }) => y);
  const [left, right] = xs.length > 0 ? [Math.min(...xs), Math.max(...xs)] : [0, 0];
  const top = ys.length > 0 ? Math.max(...ys) + 1.4 * cell.y : 0;
  const across = Math.max(Math.ceil(Math.sqrt(nodes.length * 1.6)), Math.floor((right - left) / cell.x) + 1);
  const used = Math.min(across, nodes.length);
  for (const [index, { id }] of nodes.entries())
    yield [
      id,
      { x: (left + right) / 2 + ((index % across) - (used - 1) / 2) * cell.x, y: top + Math.floor(index / across) * cell.y },
    ];
}

/** One circle, in which what belongs together stands together. */
export function inCircle(nodes: readonly LayoutNode[], links: readonly LayoutLink[]): Map<NodeId, Point> {
  const order = clustersOf(
    nodes.map(({ id }) => id),
    links,
  ).flat();
  const radius = Math.max(150, (order.length * 62) / (2 * Math.PI));
  return new Map(
    order.map((id, index) => {
      const angle = (index / order.length) * 2 * Math.PI - Math.PI / 2;
      return [id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    }),
  );
}
