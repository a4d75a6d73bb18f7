import type { NodeId } from "../../model/graph.ts";
import { storeKind, type Update } from "../app/store.ts";
import { type Camera, emptyView, type View, type ViewUpdate } from "../drawing/view.ts";

/** All that exploring knows. It outlives the page that shows it, which is made anew at each visit. */
export interface Explore {
  readonly view: View;
  readonly past: readonly View[];
  readonly future: readonly View[];
  readonly selected: NodeId | undefined;
  /** Absent when all of it is to be seen. */
  readonly camera: Camera | undefined;
  /** What the last step brought, to be pointed out for a moment. */
  readonly fresh: ReadonlySet<NodeId>;
  /** Rises with each view that is opened, rather than made by a step. */
  readonly opening: number;
  readonly form: "list" | "drawing";
  readonly work: { readonly busy: boolean; readonly error: unknown };
  /** What the last action did, for everybody to read; empty before the first. */
  readonly told: string;
  /** Asked for by the address, but not in the data. */
  readonly missing: readonly NodeId[];
}

/** How many steps can be undone. */
export const undoDepth = 50;

export const firstExplore: Explore = {
  view: emptyView,
  past: [],
  future: [],
  selected: undefined,
  camera: undefined,
  fresh: new Set(),
  opening: 0,
  form: "list",
  work: { busy: false, error: undefined },
  told: "",
  missing: [],
};

/** The store of what exploring knows. */
export const exploreStore = storeKind("explore", firstExplore);

type ExploreUpdate = Update<Explore>;

const selectedIn = (view: View, id: NodeId | undefined) => (id && view.nodes.has(id) ? id : undefined);

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
    };
  };

export const undo: ExploreUpdate = (now) => {
  const view = now.past.at(-1);
  if (!view) return now;
  const future = [now.view, ...now.future];
  return { ...now, view, past: now.past.slice(0, -1), future, fresh: new Set(), selected: selectedIn(view, now.selected) };
};

export const redo: ExploreUpdate = (now) => {
  const [view, ...future] = now.future;
  if (!view) return now;
  return { ...now, view, past: [...now.past, now.view], future, fresh: new Set(), selected: selectedIn(view, now.selected) };
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
    told: "",
    fresh: new Set(),
    selected: selectedIn(view, rest.selected),
  });

export const select =
  (selected: NodeId | undefined): ExploreUpdate =>
  (now) => ({ ...now, selected: selectedIn(now.view, selected) });
/** Says what was done. */
export const tell =
  (told: string): ExploreUpdate =>
  (now) => ({ ...now, told });
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
