import fc from "fast-check";
import { expect, test } from "vitest";
import { addToView, emptyView, shown, type View } from "../../../web/drawing/view.ts";
import { hideChosen, hideOthers, isWithin, pinChosen } from "../../../web/explore/choice.ts";
import { choose, firstExplore, step, toggleChosen, undo } from "../../../web/explore/explore-state.ts";
import { acts } from "../drawing/acts.ts";
import { idOf, node } from "../nodes.ts";

const ids = ["theme:a", "theme:b", "theme:c"].map(idOf);
const [a, b, c] = ids as [(typeof ids)[0], (typeof ids)[0], (typeof ids)[0]];
const view: View = addToView(
  { nodes: ids.map((id) => node(id)), links: [] },
  new Map(ids.map((id, x) => [id, { x, y: 0 }])),
)(emptyView);
const shownIn = (now: View) => shown(now).nodes.map(({ id }) => id);

test("what was chosen is hidden, shown alone, or pinned, and nothing else is touched", () => {
  expect(shownIn(hideChosen(new Set([a, idOf("theme:elsewhere")]))(view))).toEqual([b, c]);
  expect(hideChosen(new Set([idOf("theme:elsewhere")]))(view).hidden.size).toBe(0);
  expect(shownIn(hideOthers(new Set([a, c]))(view))).toEqual([a, c]);
  const pinned = pinChosen(new Set([b]), true)(view);
  expect([...pinned.spots.values()]).toEqual([
    { x: 0, y: 0 },
    { x: 1, y: 0, pinned: true },
    { x: 2, y: 0 },
  ]);
  expect(pinChosen(new Set([b]), false)(pinned).spots).toEqual(view.spots);
});

test("only what is shown can be chosen, whatever 30 things are done; what a step hides is let go of, and undoing all leads to the start", () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 30 }), (done) => {
      let state = firstExplore;
      for (const { update } of done) {
        const next = step(update)(state);
        state = choose(next.view.nodes.keys())(next);
        const drawn = shown(state.view);
        expect([...state.chosen]).toEqual(drawn.nodes.map(({ id }) => id));
        expect(drawn.nodes.length + drawn.hidden.size).toBe(state.view.nodes.size);
      }
      for (const _ of done) state = undo(state);
      expect(state.view).toBe(firstExplore.view);
      expect(state.chosen.size).toBe(0);
    }),
  );
  const chosen = toggleChosen(b)(toggleChosen(a)(step(() => view)(firstExplore)));
  expect([...chosen.chosen]).toEqual([a, b]);
  expect([...toggleChosen(a)(chosen).chosen]).toEqual([b]);
  expect([...step(hideChosen(new Set([b])))(chosen).chosen]).toEqual([a]);
});

test("a point lies within a frame as its corners say, whichever corner was drawn first", () => {
  const at = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(at, at, at, at, at, at, (x1, y1, x2, y2, x, y) => {
      fc.pre(![x1, x2].includes(x) && ![y1, y2].includes(y));
      const frame = [
        { x: x1, y: y1 },
        { x: x2, y: y1 },
        { x: x2, y: y2 },
        { x: x1, y: y2 },
      ];
      const between = (low: number, high: number, value: number) => Math.min(low, high) < value && value < Math.max(low, high);
      expect(isWithin({ x, y }, frame)).toBe(between(x1, x2, x) && between(y1, y2, y));
    }),
  );
});
