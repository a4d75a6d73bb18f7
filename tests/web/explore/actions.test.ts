import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { firstState } from "../../../web/app/state.ts";
import { Store } from "../../../web/app/store.ts";
import { addToView, emptyView } from "../../../web/drawing/view.ts";
import { ExploreActions } from "../../../web/explore/actions.ts";
import { firstExplore } from "../../../web/explore/explore-state.ts";
import { markOf } from "../../../web/explore/view-marks.ts";
import { idOf, node } from "../nodes.ts";

const theme = idOf("theme:ai");
const view = addToView({ nodes: [node(theme, { name: "AI" })], links: [] }, new Map([[theme, { x: 0, y: 0 }]]))(emptyView);

/** Exploring with one theme on the canvas. */
function exploring() {
  const [app, explore] = [new Store(firstState), new Store({ ...firstExplore, view })];
  return { app, explore, actions: new ExploreActions(app, explore) };
}

type Answer = (url: string, signal: AbortSignal) => Promise<Response>;
let answer: Answer;
beforeEach(() => {
  vi.stubGlobal("fetch", (url: string, { signal }: { signal: AbortSignal }) => answer(url, signal));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const nothingMore: Answer = async () => Response.json({ nodes: [], links: [], left: 0, leftPerKind: [] });
const away: Answer = () => Promise.reject(new TypeError("no connection"));
/** Answers when it is aborted, and not before. */
const untilStopped: Answer = (_, signal) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

test("what fails is kept, and can be tried again; beside it another goes on undisturbed", async () => {
  const [one, other] = [exploring(), exploring()];
  answer = away;
  await one.actions.expand(theme);
  expect(one.explore.state.work).toMatchObject({ busy: false, error: expect.any(AppError) });
  expect(other.explore.state).toStrictEqual({ ...firstExplore, view });

  answer = nothingMore;
  one.actions.tryAgain();
  await vi.waitFor(() => expect(one.app.state.message.text).toBe("Alles rond AI staat er al."));
  expect(one.explore.state.work.error).toBeUndefined();
  expect(other.app.state.message.text).toBe("");
});

test("stopping stops what is under way, in the one that is stopped", async () => {
  const [one, other] = [exploring(), exploring()];
  answer = untilStopped;
  const [mine, theirs] = [one.actions.expand(theme), other.actions.expand(theme)];
  await vi.waitFor(() => expect([one.explore.state.work.busy, other.explore.state.work.busy]).toStrictEqual([true, true]));
  one.actions.stop();
  await mine;
  expect(one.explore.state.work).toStrictEqual({ busy: false, error: undefined });
  expect(other.explore.state.work.busy).toBe(true);
  other.actions.stop();
  await theirs;
});

test("after its page is left, what still comes changes nothing", async () => {
  const { actions, app, explore } = exploring();
  answer = untilStopped;
  const expanding = actions.expand(theme);
  await vi.waitFor(() => expect(explore.state.work.busy).toBe(true));
  actions.close();
  const left = explore.state;
  await expanding;
  expect(explore.state).toBe(left);
  expect(left.work).toStrictEqual({ busy: false, error: undefined });
  expect(app.state.message.text).toBe("");
});

test("hiding says so and can be undone; an address that says nothing keeps what is there, and another can be undone", async () => {
  const { actions, app, explore } = exploring();
  actions.hide(theme);
  expect([...explore.state.view.hidden]).toStrictEqual([theme]);
  expect(app.state.message.text).toBe("AI is verborgen.");
  actions.undo();
  expect(explore.state.view).toBe(view);
  await actions.openAddress({});
  expect(explore.state.view).toBe(view);
  await actions.openAddress({ basis: "stated" });
  expect(explore.state.view.nodes.size).toBe(0);
  actions.undo();
  expect(explore.state.view).toBe(view);
});

test("an entry of the browser's history leads back to a view that was there, and forward again, without asking the server", async () => {
  const { actions, app, explore } = exploring();
  actions.hide(theme);
  const [hidden, back] = [markOf(explore.state.view), markOf(view)];
  answer = away;
  await actions.openAddress({ toon: theme }, back);
  expect(explore.state.view).toBe(view);
  expect([app.state.message.text, explore.state.told]).toEqual([
    "Eén stap terug.",
    { text: "Eén stap terug.", offer: "nothing" },
  ]);
  await actions.openAddress({ toon: theme, weg: theme }, hidden);
  expect([...explore.state.view.hidden]).toStrictEqual([theme]);
  expect(app.state.message.text).toBe("Eén stap vooruit.");
  await actions.openAddress({ toon: theme }, "of another day");
  expect(explore.state.work.error).toBeInstanceOf(AppError);
});

test("the query of the view keeps the ends of a way that the address had", async () => {
  const { explore } = exploring();
  const app = new Store({
    ...firstState,
    address: { path: "/verken", query: { van: "theme:ai", kies: "theme:x" }, language: "nl" as const },
  });
  const query = await new ExploreActions(app, explore).queryOfView();
  expect(query).toStrictEqual({ toon: "theme:ai", op: "0.0", van: "theme:ai" });
});
