import { mostNodesInView, neighboursRoute, subgraphRoute } from "../../model/explore.ts";
import type { NodeId, Subgraph } from "../../model/graph.ts";
import type { LinkKind } from "../../model/kinds.ts";
import type { Place } from "../app/address.ts";
import { call } from "../app/api.ts";
import { announce } from "../app/state.ts";
import { store } from "../app/store.ts";
import { wordsIn } from "../app/words.ts";
import { placeFree } from "../drawing/layout.ts";
import {
  addToView,
  emptyView,
  hideNode,
  linksLeft,
  moveNode,
  placeNodes,
  type Spot,
  unhide,
  type View,
  type ViewUpdate,
} from "../drawing/view.ts";
import { nameOf, number } from "../ui/format.ts";
import { redo, replaceView, select, setBusy, setDone, step, undo } from "./explore-state.ts";
import { packedQuery, parseView, viewQuery } from "./view-address.ts";

/** How many neighbours come at a time. */
export const atATime = 25;

const now = () => store.state.explore;
const words = () => wordsIn(store.state.place.language).explore;
const say = (text: string) => store.update(announce(text));
const count = (value: number) => number(value, store.state.place.language);
const nameIn = (view: View, id: NodeId) => {
  const node = view.nodes.get(id);
  return node ? nameOf(node, store.state.place.language) : id;
};

const running = new Set<AbortController>();
let queue = Promise.resolve();
let failed: ((signal: AbortSignal) => Promise<void>) | undefined;

/** Does one thing that fetches, after what was asked before. A failure is kept for the page to show. */
function work(job: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const mine = new AbortController();
  running.add(mine);
  queue = queue.then(async () => {
    let failure: unknown;
    try {
      mine.signal.throwIfAborted();
      store.update(setBusy);
      await job(mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) failure = error;
    }
    failed = failure ? job : undefined;
    running.delete(mine);
    store.update(setDone(failure));
  });
  return queue;
}

/** Stops what is under way. */
export const stop = (): void => {
  for (const controller of running) controller.abort();
};

/** Does again what failed last. */
export const tryAgain = (): void => {
  if (failed) void work(failed);
};

/** Shows what an address asks for; the same nodes, places and selection wherever it is opened. */
export function openAddress(query: Place["query"]): Promise<void> {
  stop();
  return work(async (signal) => {
    const wanted = await parseView(query);
    const { nodes, links, missing } = wanted.ids.length > 0 ? await readAll(wanted.ids, signal) : { ...nothing, missing: [] };
    const there = new Set(nodes.map(({ id }) => id));
    const fixed = new Map([...wanted.spots].filter(([id]) => there.has(id)));
    const free = nodes.map(({ id }) => id).filter((id) => !fixed.has(id));
    const spots = await placeFree(free, fixed, links);
    signal.throwIfAborted();
    const filled = addToView({ nodes, links }, new Map([...fixed, ...spots]))({ ...emptyView, filters: wanted.filters });
    const view = { ...filled, hidden: new Set([...wanted.hidden].filter((id) => there.has(id))) };
    store.update(replaceView(view, { selected: wanted.selected, camera: wanted.camera, missing }));
  });
}

const nothing: Subgraph = { nodes: [], links: [] };

async function readAll(ids: readonly NodeId[], signal: AbortSignal) {
  return call(subgraphRoute, { query: { ids: ids.slice(0, mostNodesInView) } }, signal);
}

/** The query of what is shown; nothing when that changed while it was made. */
export async function queryOfView(): Promise<Place["query"] | undefined> {
  const shown = now();
  const query = await packedQuery(viewQuery(shown));
  return now() === shown ? { ...query, ...pathEnds(store.state.place.query) } : undefined;
}

const pathEnds = ({ van = "", naar = "" }: Place["query"]) => ({ ...(van && { van }), ...(naar && { naar }) });

/** Puts nodes on the canvas that are not there yet, with their links to what is, near those; nothing else moves. */
async function bring(
  found: Subgraph,
  near: Spot | undefined,
  signal: AbortSignal,
  ...more: readonly ViewUpdate[]
): Promise<void> {
  const { spots } = now().view;
  const free = found.nodes.map(({ id }) => id).filter((id) => !spots.has(id));
  const places = await placeFree(free, spots, found.links, near);
  signal.throwIfAborted();
  store.update(step(addToView(found, places), ...more));
}

/** Brings the next neighbours of a node, of one kind of link or of all; never one that is on the canvas. */
export function expand(id: NodeId, linkKind?: LinkKind): Promise<void> {
  return work(async (signal) => {
    const { view } = now();
    const room = mostNodesInView - view.nodes.size;
    if (room <= 0) return say(words().full(count(mostNodesInView)));
    const seen = [...view.nodes.keys()];
    const query = { limit: Math.min(atATime, room), seen, ...(linkKind && { linkKinds: [linkKind] }) };
    const found = await call(neighboursRoute, { params: { id }, query }, signal);
    if (found.nodes.length === 0) return say(words().nothingNew(nameIn(view, id)));
    await bring(found, view.spots.get(id), signal);
    say(words().added(count(found.nodes.length), count(found.left)));
  });
}

/** Puts one node on the canvas, where it is not there yet, and selects it. */
export function addNode(id: NodeId): Promise<void> {
  return addNodes([id], id);
}

/** Puts nodes on the canvas with every link among them and what is there. */
export function addNodes(ids: readonly NodeId[], selected?: NodeId): Promise<void> {
  return work(async (signal) => {
    const { view } = now();
    const fresh = ids.filter((id) => !view.nodes.has(id));
    if (view.nodes.size + fresh.length > mostNodesInView) return say(words().full(count(mostNodesInView)));
    if (fresh.length > 0) {
      const { nodes, links } = await readAll([...view.nodes.keys(), ...fresh], signal);
      await bring({ nodes: nodes.filter(({ id }) => !view.nodes.has(id)), links }, belowMiddle(view), signal, unhide(ids));
      say(words().added(count(fresh.length), count(leftAround(now().view, fresh))));
    } else if (ids.some((id) => view.hidden.has(id))) store.update(step(unhide(ids)));
    if (selected) store.update(select(selected));
  });
}

const leftAround = (view: View, ids: readonly NodeId[]) => {
  const left = linksLeft(view);
  return ids.reduce((sum, id) => sum + (left.get(id) ?? 0), 0);
};

/** Below what is there, in the middle. */
function belowMiddle({ spots }: View): Spot {
  const all = [...spots.values()];
  if (all.length === 0) return { x: 0, y: 0 };
  return { x: all.reduce((sum, { x }) => sum + x, 0) / all.length, y: Math.max(...all.map(({ y }) => y)) + 120 };
}

export function hide(id: NodeId): void {
  say(words().hiddenOne(nameIn(now().view, id)));
  store.update(step(hideNode(id)));
}

export function move(id: NodeId, spot: Spot): void {
  store.update(step(moveNode(id, spot)));
}

/** A step that changes only what is shown of what is there, and says what that did. */
export function change(...updates: readonly ViewUpdate[]): void {
  store.update(step(...updates));
}

/** Lays everything out anew but what is pinned: the only thing that moves what was there. */
export function tidy(): Promise<void> {
  return work(async (signal) => {
    const { view } = now();
    const pinned = new Map([...view.spots].filter(([, spot]) => spot.pinned));
    const free = [...view.nodes.keys()].filter((id) => !pinned.has(id));
    const spots = await placeFree(free, pinned, [...view.links.values()]);
    signal.throwIfAborted();
    store.update(step(placeNodes(spots)));
    say(words().tidied);
  });
}

export function undoStep(): void {
  store.update(undo);
  say(words().undone);
}

export function redoStep(): void {
  store.update(redo);
  say(words().redone);
}
