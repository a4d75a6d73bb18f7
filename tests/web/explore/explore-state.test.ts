import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addToView, emptyView, setFilters } from "../../../web/drawing/view.ts";
import {
  type Explore,
  firstExplore,
  goTo,
  redo,
  replaceView,
  select,
  setCamera,
  setDone,
  step,
  undo,
  undoDepth,
} from "../../../web/explore/explore-state.ts";
import { acts } from "../drawing/acts.ts";
import { idOf, node } from "../nodes.ts";

const [a, b] = [idOf("theme:a"), idOf("theme:b")];
const addBoth = addToView({ nodes: [node(a), node(b)], links: [] }, new Map([a, b].map((id) => [id, { x: 0, y: 0 }])));

describe("steps", () => {
  test("after any 30 things that a user did: undoing comes back exactly, doing it again goes exactly where it was", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (done) => {
        const views = [firstExplore.view];
        let state = firstExplore;
        for (const { update } of done) {
          state = step(update)(state);
          views.push(state.view);
        }
        for (const view of views.slice(0, -1).reverse().slice(0, undoDepth)) {
          state = undo(state);
          expect(state.view).toBe(view);
        }
        for (const view of views.slice(1)) {
          state = redo(state);
          expect(state.view).toBe(view);
        }
      }),
    );
  });

  test("going straight to a view undoes, or does again, all that lies between", () => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (done, one, other) => {
        let state = firstExplore;
        for (const { update } of done) state = step(update)(state);
        const views = [...state.past, state.view];
        for (const index of [one % views.length, other % views.length]) {
          state = goTo(views[index] ?? state.view)(state);
          expect(state.view).toBe(views[index]);
          expect([...state.past, state.view, ...state.future]).toStrictEqual(views);
        }
        expect(goTo({ ...emptyView })(state)).toBe(state);
      }),
    );
  });

  test("no more than 50 can be undone", () => {
    let state: Explore = firstExplore;
    for (let count = 0; count < 60; count += 1) state = step(setFilters({ fade: count % 2 === 0 }))(state);
    expect(state.past).toHaveLength(undoDepth);
  });

  test("another step forgets what was undone", () => {
    const state = step(setFilters({ stated: true }))(undo(step(addBoth)(firstExplore)));
    expect(redo(state)).toBe(state);
    expect(undo(undo(state))).toStrictEqual(undo(state));
  });

  test("what a step brought is fresh until the next", () => {
    const brought = step(addBoth)(firstExplore);
    expect([...brought.fresh]).toStrictEqual([a, b]);
    expect(step(setFilters({ fade: true }))(brought).fresh.size).toBe(0);
  });
});

test("only what is on the canvas can be selected", () => {
  const state = step(addBoth)(firstExplore);
  expect(select(a)(state).selected).toBe(a);
  expect(select(idOf("theme:elsewhere"))(state).selected).toBeUndefined();
  expect(undo(select(a)(state)).selected).toBeUndefined();
});

test("another view is looked at from the start, and what was there before can be got back", () => {
  const before = setCamera({ x: 1, y: 2, zoom: 3 })(step(addBoth)(firstExplore));
  const after = replaceView(emptyView, { selected: a, camera: undefined, missing: [b] })(before);
  expect(after).toMatchObject({
    past: [firstExplore.view, before.view],
    future: [],
    selected: undefined,
    camera: undefined,
    missing: [b],
  });
  expect(after.opening).toBe(before.opening + 1);
});

test("a failure is kept until something else is done", () => {
  const failure = new Error("no");
  expect(setDone(failure)(firstExplore).work).toStrictEqual({ busy: false, error: failure });
  expect(setDone()(setDone(failure)(firstExplore)).work.error).toBeUndefined();
});
