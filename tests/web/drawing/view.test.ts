import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addToView,
  emptyView,
  hiddenNodes,
  linksLeft,
  placeNodes,
  sharers,
  showAll,
  shown,
  type View,
} from "../../../web/drawing/view.ts";
import { idOf, link, node } from "../nodes.ts";
import { type Act, acts } from "./acts.ts";

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
