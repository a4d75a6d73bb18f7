import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Link, NodeId, NodeSummary } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import { firstState, type State } from "../../../web/app/state.ts";
import {
  addToView,
  emptyView,
  hiddenNodes,
  hideNode,
  linksLeft,
  moveNode,
  placeNodes,
  removeFromView,
  setFilters,
  sharers,
  showAll,
  shown,
  type View,
  type ViewUpdate,
} from "../../../web/drawing/view.ts";
import { firstExplore, mostSteps, redo, step, undo } from "../../../web/explore/explore-state.ts";
import { idOf, link, node } from "../nodes.ts";

const ids = Array.from({ length: 12 }, (_, index) => idOf(`${nodeKindNames[index % 11]}:n${index}`));
const anId = fc.constantFrom(...ids);
const aNode: fc.Arbitrary<NodeSummary> = fc
  .tuple(anId, fc.boolean(), fc.nat(20))
  .map(([id, contested, degree]) => node(id, { contested, degree }));
const aLink: fc.Arbitrary<Link> = fc
  .tuple(anId, anId, fc.boolean(), fc.boolean())
  .map(([from, to, derived, contested]) => link(from, "ABOUT", to, { basis: derived ? "derived" : "stated", contested }));
const aSpot = fc.record({ x: fc.integer({ min: -2_000, max: 2_000 }), y: fc.integer({ min: -2_000, max: 2_000 }) });

/** What a user can do, with what it may move. */
interface Act {
  readonly name: string;
  readonly update: ViewUpdate;
  readonly moves: (id: NodeId) => boolean;
}

const nothing = () => false;
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(
      fc.array(aNode, { maxLength: 5 }),
      fc.array(aLink, { maxLength: 8 }),
      fc.array(aSpot, { minLength: 12, maxLength: 12 }),
    )
    .map(
      ([nodes, links, spots]): Act => ({
        name: "add",
        update: (view) => {
          const there = new Set([...view.nodes.keys(), ...nodes.map(({ id }) => id)]);
          const among = links.filter(({ from, to }) => there.has(from) && there.has(to));
          const places = new Map(nodes.map(({ id }, index) => [id, spots[index] ?? { x: 0, y: 0 }]));
          return addToView({ nodes, links: among }, places)(view);
        },
        moves: nothing,
      }),
    ),
  anId.map((id): Act => ({ name: "remove", update: removeFromView(new Set([id])), moves: (other) => other === id })),
  anId.map((id): Act => ({ name: "hide", update: (view) => (view.nodes.has(id) ? hideNode(id)(view) : view), moves: nothing })),
  fc.tuple(anId, aSpot).map(
    ([id, spot]): Act => ({
      name: "move",
      update: (view) => (view.nodes.has(id) ? moveNode(id, { ...spot, pinned: true })(view) : view),
      moves: (other) => other === id,
    }),
  ),
  fc
    .record({
      without: fc.uniqueArray(fc.constantFrom(...nodeKindNames), { maxLength: 4 }).map((kinds) => new Set(kinds)),
      stated: fc.boolean(),
      contested: fc.constantFrom("all" as const, "only" as const, "without" as const),
      fade: fc.boolean(),
    })
    .map((filters): Act => ({ name: "filter", update: setFilters(filters), moves: nothing })),
  fc.constant<Act>({ name: "show all", update: showAll, moves: nothing }),
);

const walk = (steps: readonly Act[]): View => steps.reduce<View>((view, { update }) => update(view), emptyView);

describe("a view, after any 30 things that a user did", () => {
  const steps = fc.array(acts, { maxLength: 30 });

  test("shows and hides for a named reason, together all of it", () => {
    fc.assert(
      fc.property(steps, (done) => {
        const view = walk(done);
        const { nodes, hidden } = shown(view);
        expect(nodes.length + hidden.size).toBe(view.nodes.size);
        expect(nodes.filter(({ id }) => hidden.has(id))).toStrictEqual([]);
      }),
    );
  });

  test("has moved nothing that was not touched", () => {
    fc.assert(
      fc.property(steps, (done) => {
        let view = emptyView;
        for (const { update, moves } of done) {
          const next = update(view);
          for (const [id, spot] of view.spots) if (!moves(id)) expect(next.spots.get(id)).toStrictEqual(spot);
          view = next;
        }
      }),
    );
  });

  test("has a spot for each node, and no link without both its ends", () => {
    fc.assert(
      fc.property(steps, (done) => {
        const view = walk(done);
        expect([...view.spots.keys()].sort()).toStrictEqual([...view.nodes.keys()].sort());
        for (const { from, to } of view.links.values()) expect(view.nodes.has(from) && view.nodes.has(to)).toBe(true);
        const drawn = new Set(shown(view).nodes.map(({ id }) => id));
        for (const { from, to } of shown(view).links) expect(drawn.has(from) && drawn.has(to)).toBe(true);
      }),
    );
  });

  test("is all there again when everything is shown", () => {
    fc.assert(
      fc.property(steps, (done) => {
        expect(hiddenNodes(showAll(walk(done))).size).toBe(0);
      }),
    );
  });

  test("comes back exactly by undoing, and goes exactly where it was by doing it again", () => {
    fc.assert(
      fc.property(steps, (done) => {
        const start: State = { ...firstState(), explore: firstExplore };
        const views = [start.explore.view];
        let state = start;
        for (const { update } of done) {
          state = step(update)(state);
          views.push(state.explore.view);
        }
        for (const view of views.slice(0, -1).reverse().slice(0, mostSteps)) {
          state = undo(state);
          expect(state.explore.view).toBe(view);
        }
        for (const view of views.slice(1)) {
          state = redo(state);
          expect(state.explore.view).toBe(view);
        }
      }),
    );
  });
});

test("no more than 50 steps can be undone", () => {
  let state: State = firstState();
  for (let count = 0; count < 60; count += 1) state = step(setFilters({ fade: count % 2 === 0 }))(state);
  expect(state.explore.past).toHaveLength(mostSteps);
});

test("tidying up leaves what is pinned", () => {
  const nodes = [node("theme:a"), node("theme:b")];
  const spots = new Map([
    [idOf("theme:a"), { x: 1, y: 1, pinned: true }],
    [idOf("theme:b"), { x: 2, y: 2 }],
  ]);
  const view = addToView({ nodes, links: [] }, spots)(emptyView);
  const elsewhere = new Map(nodes.map(({ id }) => [id, { x: 9, y: 9 }]));
  expect([...placeNodes(elsewhere)(view).spots.values()]).toStrictEqual([
    { x: 1, y: 1, pinned: true },
    { x: 9, y: 9 },
  ]);
});

test("what is shared counts institutions that are shown, over links in either direction", () => {
  const nodes = ["institution:a", "institution:b", "question:q", "theme:t"].map((id) => node(id));
  const links = [
    link("institution:a", "ASKS", "question:q"),
    link("institution:b", "ASKS", "question:q"),
    link("theme:t", "ABOUT", "institution:b"),
  ];
  expect([...sharers({ nodes, links })]).toStrictEqual([
    ["question:q", 2],
    ["theme:t", 1],
  ]);
});

test("how many links of a node are not on the canvas", () => {
  const nodes = [node("institution:a", { degree: 5 }), node("question:q", { degree: 1 })];
  const view = addToView({ nodes, links: [link("institution:a", "ASKS", "question:q")] }, new Map())(emptyView);
  expect([...linksLeft(view).values()]).toStrictEqual([4, 0]);
});
