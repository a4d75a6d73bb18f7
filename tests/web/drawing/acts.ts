import fc from "fast-check";
import type { Link, NodeId, NodeSummary } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import {
  addToView,
  hideNode,
  moveNode,
  removeFromView,
  setFilters,
  showAll,
  type ViewUpdate,
} from "../../../web/drawing/view.ts";
import { hideChosen, hideOthers, pinChosen } from "../../../web/explore/choice.ts";
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

/** What a user can do with a view, and what that may move. */
export interface Act {
  readonly name: string;
  readonly update: ViewUpdate;
  readonly moves: (id: NodeId) => boolean;
}

const nothing = () => false;
/** Anything that a user can do. */
export const acts: fc.Arbitrary<Act> = fc.oneof(
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
  fc
    .tuple(
      fc.uniqueArray(anId, { maxLength: 6 }).map((some) => new Set(some)),
      fc.nat(3),
    )
    .map(([chosen, which]): Act => {
      const updates = [hideChosen(chosen), hideOthers(chosen), pinChosen(chosen, true), pinChosen(chosen, false)];
      return { name: "choose", update: updates[which] ?? showAll, moves: (other) => which > 1 && chosen.has(other) };
    }),
  fc.constant<Act>({ name: "show all", update: showAll, moves: nothing }),
);
