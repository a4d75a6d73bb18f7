import type { NodeId } from "../../model/graph.ts";
import { storeKind, type Update } from "../app/store.ts";
import { type Camera, emptyView, shown, type View, type ViewUpdate } from "../drawing/view.ts";
import type { Story } from "./story.ts";

/** All that exploring knows. It outlives the page that shows it, which is made anew at each visit. */
export interface Explore {
  readonly view: View;
  readonly past: readonly View[];
  readonly future: readonly View[];
  readonly selected: NodeId | undefined;
  /** What was chosen together, to be dealt with at once. */
  readonly chosen: ReadonlySet<NodeId>;
  /** Absent when all of it is to be seen. */
  readonly camera: Camera | undefined;
  /** What the last step brought, to be pointed out for a moment. */
  readonly fresh: ReadonlySet<NodeId>;
  /** Rises with each view that is opened, rather than made by a step. */
  readonly opening: number;
  /** What is told in steps, and at which step, from 0. */
  readonly telling: { readonly story: Story; readonly at: number } | undefined;
  /** A way that is pointed out, from end to end; empty when none is. */
  readonly lit: readonly NodeId[];
  readonly form: "list" | "drawing";
  readonly work: { readonly busy: boolean; readonly error: unknown };
  /** What the last action did, for everybody to read; absent before the first. */
  readonly told: Told | undefined;
  /** Asked for by the address, but not in the data. */
  readonly missing: readonly NodeId[];
}

/** What was done, and what is offered with it: to undo it, to begin with an empty canvas after all, or nothing. */
export interface Told {
  readonly text: string;
  readonly offer: "undo" | "afresh" | "nothing";
}

/** How many steps can be undone. */
export const undoDepth = 50;

export const firstExplore: Explore = {
  view: emptyView,
  past: [],
  future: [],
  selected: undefined,
  chosen: new Set(),
  camera: undefined,
  fresh: new Set(),
  opening: 0,
  telling: undefined,
  lit: [],
  form: "list",
  work: { busy: false, error: undefined },
  told: undefined,
  missing: [],
};

/** The store of what exploring knows. */
export const exploreStore = storeKind("explore", firstExplore);

type ExploreUpdate = Update<Explore>;

const selectedIn = (view: View, id: NodeId | undefined) => (id && view.nodes.has(id) ? id : undefined);

const chosenIn = (view: View, ids: ReadonlySet<NodeId>): ReadonlySet<NodeId> => {
  if (ids.size === 0) return ids;
  const { nodes } = shown(view);
  return new Set(nodes.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
};

/** A step that can be undone. */
export const step =
  (...updates: readonly ViewUpdate[]): ExploreUpdate =>
  (now) => {
    const view = updates.reduce((before, update) => update(before), now.view);
    return {
      ...now,
      view,
      past: [...now.past, now.view].slice(-undoDepth),
      future: [],
      fresh: new Set([...view.nodes.keys()].filter((id) => !now.view.nodes.has(id))),
      selected: selectedIn(view, now.selected),
      chosen: chosenIn(view, now.chosen),
    };
  };

export const undo: ExploreUpdate = (now) => {
  const view = now.past.at(-1);
  if (!view) return now;
  const future = [now.view, ...now.future];
  return {
    ...now,
    view,
    past: now.past.slice(0, -1),
    future,
    fresh: new Set(),
    selected: selectedIn(view, now.selected),
    chosen: chosenIn(view, now.chosen),
  };
};

export const redo: ExploreUpdate = (now) => {
  const [view, ...future] = now.future;
  if (!view) return now;
  return {
    ...now,
    view,
    past: [...now.past, now.view],
    future,
    fresh: new Set(),
    selected: selectedIn(view, now.selected),
    chosen: chosenIn(view, now.chosen),
  };
};

/** One of the views before or after this one: all between the two is undone, or done again. */
export const goTo =
  (view: View): ExploreUpdate =>
  (now) => {
    const known = [...now.past, now.view, ...now.future];
    const index = known.indexOf(view);
    if (index < 0 || view === now.view) return now;
    const past = known.slice(0, index).slice(-undoDepth);
    return {
      ...now,
      view,
      past,
      future: known.slice(index + 1),
      fresh: new Set(),
      selected: selectedIn(view, now.selected),
      chosen: chosenIn(view, now.chosen),
    };
  };

/** Another view altogether, as an address or a start gives it; what was there before can be got back. */
export const replaceView =
  (view: View, rest: Pick<Explore, "selected" | "camera" | "missing">): ExploreUpdate =>
  (now) => ({
    ...now,
    ...rest,
    view,
    opening: now.opening + 1,
    past: now.view.nodes.size > 0 ? [...now.past, now.view].slice(-undoDepth) : now.past,
    future: [],
    told: undefined,
    fresh: new Set(),
    selected: selectedIn(view, rest.selected),
    chosen: new Set(),
  });

export const select =
  (selected: NodeId | undefined): ExploreUpdate =>
  (now) => ({ ...now, selected: selectedIn(now.view, selected) });
/** Says what was done; nothing any more without it. */
export const tell =
  (told: Told | undefined): ExploreUpdate =>
  (now) => ({ ...now, told });
/** Chooses these together, as far as they are shown. */
export const choose =
  (ids: Iterable<NodeId>): ExploreUpdate =>
  (now) => ({ ...now, chosen: chosenIn(now.view, new Set(ids)) });
/** Chooses one more, or lets go of it. */
export const toggleChosen =
  (id: NodeId): ExploreUpdate =>
  (now) =>
    choose(now.chosen.has(id) ? [...now.chosen].filter((other) => other !== id) : [...now.chosen, id])(now);
/** Tells a story from a step on; none any more without it. */
export const tellStory =
  (telling: Explore["telling"]): ExploreUpdate =>
  (now) => ({ ...now, telling, form: telling ? "drawing" : now.form });
/** Points out a way that is on the canvas; none without all of it. */
export const light =
  (lit: readonly NodeId[]): ExploreUpdate =>
  (now) => ({ ...now, lit: lit.every((id) => now.view.nodes.has(id)) ? lit : [] });
export const setCamera =
  (camera: Camera | undefined): ExploreUpdate =>
  (now) => ({ ...now, camera });
export const setForm =
  (form: Explore["form"]): ExploreUpdate =>
  (now) => ({ ...now, form });
export const setBusy: ExploreUpdate = (now) => ({ ...now, work: { busy: true, error: undefined } });
export const setDone =
  (error?: unknown): ExploreUpdate =>
  (now) => ({ ...now, work: { busy: false, error } });
