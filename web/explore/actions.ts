import { mostNodesInView } from "../../model/explore.ts";
import type { Language, NodeId, Subgraph } from "../../model/graph.ts";
import type { Address } from "../app/address.ts";
import { type AppState, announce } from "../app/state.ts";
import type { Store } from "../app/store.ts";
import { wordsIn } from "../app/words.ts";
import { arranged, placedAmong } from "../drawing/layout.ts";
import {
  addToView,
  emptyView,
  hideNode,
  type Layout,
  linksLeft,
  moveNode,
  placeNodes,
  removeFromView,
  type Spot,
  setLayout,
  setSizing,
  showAll,
  shown,
  unhide,
  type View,
  type ViewUpdate,
} from "../drawing/view.ts";
import { drawingWords } from "../drawing/words.ts";
import { copyText } from "../ui/clipboard.ts";
import { nameOf, number } from "../ui/format.ts";
import type { ExpandChoice } from "./expand-dialog.ts";
import {
  choose,
  type Explore,
  goTo,
  light,
  redo,
  replaceView,
  select,
  setBusy,
  setDone,
  step,
  type Told,
  tell,
  tellStory,
  undo,
} from "./explore-state.ts";
import { lastDrawing, rememberEmptied } from "./last-drawing.ts";
import { pathQueryIn } from "./path-rule.ts";
import { readNeighbours, readNodes } from "./read-graph.ts";
import { type SizeName, sizingBy } from "./sizing.ts";
import { type Story, toldIn } from "./story.ts";
import { storyInQuery, storyQuery } from "./story-address.ts";
import { packedQuery, parseView, standsForLarge, viewQuery } from "./view-address.ts";
import { markedView } from "./view-marks.ts";
import { exploreWordsIn } from "./words.ts";

/** How many neighbours come at a time. */
const atATime = 25;

const nothing: Subgraph = { nodes: [], links: [] };

type Job = (signal: AbortSignal) => Promise<void>;

/**
 * What a user does while exploring, for as long as one page shows it: changes the store of exploring, and tells through
 * that of the page what was done. What fetches is done one after the other.
 */
export class ExploreActions {
  readonly #app: Store<AppState>;
  readonly #explore: Store<Explore>;
  readonly #running = new Set<AbortController>();
  #queue = Promise.resolve();
  #failed: Job | undefined;
  #closed = false;

  constructor(app: Store<AppState>, explore: Store<Explore>) {
    this.#app = app;
    this.#explore = explore;
  }

  get #view(): View {
    return this.#explore.state.view;
  }
  get #language(): Language {
    return this.#app.state.address.language;
  }
  get #words() {
    return wordsIn(this.#language).explore;
  }
  get #own() {
    return exploreWordsIn(this.#language);
  }

  /** Stops what is under way. */
  readonly stop = (): void => {
    for (const controller of this.#running) controller.abort();
  };

  /** Does again what failed last. */
  readonly tryAgain = (): void => {
    if (this.#failed) void this.#work(this.#failed);
  };

  /** Stops for good, when the page is left: what is still under way changes nothing any more. */
  close(): void {
    this.stop();
    this.#closed = true;
    this.#explore.update(setDone());
  }

  /**
   * Shows what an address asks for; the same nodes, spots and selection wherever it is opened. An address that asks for nothing, as the
   * menu has it, leaves what is on the canvas, or else brings back what was there last time.
   *
   * @param mark of an entry of the browser's history that leads to a view that was there before
   */
  async openAddress(query: Address["query"], mark?: string): Promise<void> {
    this.stop();
    const known = markedView(this.#explore.state, mark);
    if (known) return this.#goTo(known);
    const telling = storyInQuery(query);
    if (telling && !query.toon && !query.pak) return this.tell(telling.story, telling.at);
    this.#explore.update(tellStory(telling));
    const isLarge = standsForLarge(query);
    if (!isLarge && Object.keys(query).length > 0) return this.#open(query);
    if (this.#view.nodes.size > 0) return;
    const last = lastDrawing();
    const isWanted = last && (isLarge || !last.emptied);
    await this.#open(isWanted ? last.query : {});
    const words = isLarge ? this.#own.large : this.#own.told;
    if (this.#view.nodes.size > 0) this.#say(words.cameBack(this.#count(this.#view.nodes.size)), "afresh");
    else if (isLarge) this.#say(this.#own.large.elsewhere, "nothing");
  }

  /** Says that no link can hold what is drawn. */
  tellTooLarge(): void {
    this.#say(this.#own.large.noLink(this.#count(this.#view.nodes.size)), "nothing");
  }

  /** Shows what a query asks for, in the place of what is there, which can be got back. */
  async openQuery(query: Address["query"], text: string): Promise<void> {
    await this.#open(query);
    this.#say(text);
  }

  #goTo({ view, isBack }: { readonly view: View; readonly isBack: boolean }): void {
    if (view === this.#view) return;
    this.#explore.update(goTo(view));
    this.#say(isBack ? this.#own.told.stepBack : this.#own.told.stepForward, "nothing");
  }

  #open(query: Address["query"]): Promise<void> {
    return this.#work(async (signal) => {
      const wanted = await parseView(query);
      const { nodes, links, missing } = wanted.ids.length > 0 ? await readNodes(wanted.ids, signal) : { ...nothing, missing: [] };
      const there = new Set(nodes.map(({ id }) => id));
      const fixed = new Map([...wanted.spots].filter(([id]) => there.has(id)));
      const { filters, layout } = wanted;
      const hidden = new Set([...wanted.hidden].filter((id) => there.has(id)));
      const filled = { ...addToView({ nodes, links }, fixed)({ ...emptyView, filters, layout }), hidden };
      const [spots, sizing] = await Promise.all([
        fixed.size > 0 ? placedAmong(filled) : arranged(filled),
        sizingBy(wanted.sizeBy, signal),
      ]);
      signal.throwIfAborted();
      const view = { ...filled, spots: new Map([...spots, ...fixed]), sizing };
      this.#explore.update(replaceView(view, { selected: wanted.selected, camera: wanted.camera, missing }));
    });
  }

  /** The query of what is shown; nothing when that changed while it was made. */
  async queryOfView(): Promise<Address["query"] | undefined> {
    const now = this.#explore.state;
    const query = await packedQuery(viewQuery(now));
    const beside = { ...pathQueryIn(this.#app.state.address.query), ...storyQuery(now.telling) };
    return this.#explore.state === now ? { ...query, ...beside } : undefined;
  }

  /** Brings the next neighbours of a node, of one kind where that is chosen; never one that is on the canvas. */
  expand(id: NodeId, choice: Partial<ExpandChoice> = {}): Promise<void> {
    return this.#work(async (signal) => {
      const view = this.#view;
      const room = mostNodesInView - view.nodes.size;
      if (room <= 0) return this.#say(this.#words.full(this.#count(mostNodesInView)), "nothing");
      const seen = [...view.nodes.keys()];
      const { kind, linkKind, order, limit = atATime } = choice;
      const only = { ...(kind && { kinds: [kind] }), ...(linkKind && { linkKinds: [linkKind] }), ...(order && { order }) };
      const found = await readNeighbours(id, { limit: Math.min(limit, room), ...only }, seen, signal);
      if (found.nodes.length === 0) return this.#say(this.#words.nothingNew(this.#nameOf(id)), "nothing");
      await this.#bring(found, new Map(), view.spots.get(id), signal);
      this.#say(this.#words.added(this.#count(found.nodes.length), this.#count(found.left)));
    });
  }

  /** Puts one node on the canvas, where it is not there yet, and selects it. */
  addNode(id: NodeId): Promise<void> {
    return this.addNodes([id], id);
  }

  /** Puts nodes on the canvas with every link among them and what is there. */
  addNodes(ids: readonly NodeId[], selected?: NodeId): Promise<void> {
    return this.#work(async (signal) => {
      const view = this.#view;
      const fresh = ids.filter((id) => !view.nodes.has(id));
      if (view.nodes.size + fresh.length > mostNodesInView)
        return this.#say(this.#words.full(this.#count(mostNodesInView)), "nothing");
      if (fresh.length > 0) {
        const { nodes, links } = await readNodes([...view.nodes.keys(), ...fresh], signal);
        const found = { nodes: nodes.filter(({ id }) => !view.nodes.has(id)), links };
        await this.#bring(found, new Map(), belowMiddle(view), signal, unhide(ids));
        this.#say(this.#words.added(this.#count(fresh.length), this.#count(leftAround(this.#view, fresh))));
      } else if (ids.some((id) => view.hidden.has(id))) this.#explore.update(step(unhide(ids)));
      if (selected) this.#explore.update(select(selected));
    });
  }

  /**
   * Shows just these nodes, and nothing hides them: what is there of them stays where it is, and the others come where `spots` has
   * them, or near what they are linked to.
   */
  showOnly(ids: readonly NodeId[], spots: ReadonlyMap<NodeId, Spot> = new Map()): Promise<void> {
    return this.#work(async (signal) => {
      const view = this.#view;
      const { nodes, links, missing } = await readNodes(ids, signal);
      const wanted = new Set(nodes.map(({ id }) => id));
      const gone = new Set([...view.nodes.keys()].filter((id) => !wanted.has(id)));
      const fresh = nodes.filter(({ id }) => !view.nodes.has(id));
      const at = new Map([...spots].filter(([id]) => fresh.some((node) => node.id === id)));
      await this.#bring({ nodes: fresh, links }, at, belowMiddle(view), signal, removeFromView(gone), showAll);
      this.#explore.update((now) => ({ ...now, missing }));
    });
  }

  /** Shows a step of a story, from 0, and says what it tells. */
  async tell(story: Story, at: number): Promise<void> {
    const told = story.steps[at];
    if (!told) return;
    this.#explore.update(tellStory({ story, at }));
    const spots = story.steps.slice(0, at + 1).flatMap((one) => Object.entries(one.spots ?? {})) as [NodeId, [number, number]][];
    await this.showOnly(told.show, new Map(spots.map(([id, [x, y]]) => [id, { x, y }])));
    this.#explore.update(select(told.select), light(told.path ?? []), tell(undefined));
    this.#app.update(announce(`${toldIn(told.title, this.#language)}. ${toldIn(told.text, this.#language)}`));
  }

  /** Ends a story; all that is on the canvas stays. */
  endStory(): void {
    this.#explore.update(tellStory(undefined));
  }

  /** Points out a way, and puts what is not there of it on the canvas. */
  async showPath(ids: readonly NodeId[]): Promise<void> {
    const isThere = ids.every((id) => this.#view.nodes.has(id) && !this.#view.hidden.has(id));
    if (!isThere) await this.addNodes(ids);
    this.#explore.update(light(ids));
    const { way } = this.#own;
    const steps = ids.length === 2 ? way.oneStep : way.steps(this.#count(ids.length - 1));
    if (isThere) this.#say(way.lit(steps), "nothing");
  }

  hide(id: NodeId): void {
    this.#say(this.#words.hiddenOne(this.#nameOf(id)));
    this.#explore.update(step(hideNode(id)));
  }

  move(id: NodeId, spot: Spot): void {
    const before = this.#view.spots.get(id);
    this.#explore.update(step(moveNode(id, spot)));
    const { told } = this.#own;
    const words = !spot.pinned ? told.unpinned : before?.pinned ? told.moved : told.pinned;
    this.#say(words(this.#nameOf(id)));
  }

  /** Chooses items together, and says how many. */
  choose(ids: readonly NodeId[]): void {
    this.#explore.update(choose(ids));
    const { choice } = this.#own;
    const { size } = this.#explore.state.chosen;
    this.#say(size > 0 ? choice.told(this.#count(size)) : choice.nothing, "nothing");
  }

  /** A step that changes only what is shown of what is there. */
  change(...updates: readonly ViewUpdate[]): void {
    this.#explore.update(step(...updates));
    const { nodes } = shown(this.#view);
    this.#say(this.#words.shownNow(this.#count(nodes.length), this.#count(this.#view.nodes.size)));
  }

  /** Takes everything off the canvas. */
  clear(): void {
    this.#explore.update(step(removeFromView(new Set(this.#view.nodes.keys()))));
    rememberEmptied();
    this.#say(this.#words.cleared);
  }

  async copy(text: string): Promise<void> {
    this.#say((await copyText(text)) ? this.#words.copied : this.#words.notCopied, "nothing");
  }

  /** Lays everything out anew but what is pinned: the only thing that moves what was there. */
  arrange(layout: Layout): Promise<void> {
    return this.#work(async (signal) => {
      const now = this.#view.layout;
      const isAnother = layout.name !== now.name || layout.from !== now.from;
      // The same layout anew leaves the camera where it is.
      const next = isAnother ? layout : now;
      const spots = await arranged(setLayout(next)(this.#view));
      signal.throwIfAborted();
      this.#explore.update(step(setLayout(next), placeNodes(spots)));
      const words = drawingWords(this.#language);
      this.#say(isAnother ? words.arranged(words.names[layout.name]) : this.#words.tidied);
    });
  }

  /** Lets the size of signs tell something else. */
  size(by: SizeName): Promise<void> {
    return this.#work(async (signal) => {
      const sizing = await sizingBy(by, signal);
      this.#explore.update(step(setSizing(sizing)));
      const { sized, sizes, measures } = drawingWords(this.#language);
      this.#say(sized({ ...sizes, ...measures }[by]));
    });
  }

  undo(): void {
    this.#explore.update(undo);
    this.#say(this.#words.undone, "nothing");
  }

  redo(): void {
    this.#explore.update(redo);
    this.#say(this.#words.redone);
  }

  /** Does one thing that fetches, after what was asked before. A failure is kept for the page to show. */
  #work(job: Job): Promise<void> {
    const mine = new AbortController();
    this.#running.add(mine);
    this.#queue = this.#queue.then(async () => {
      let failure: unknown;
      try {
        mine.signal.throwIfAborted();
        this.#explore.update(setBusy);
        await job(mine.signal);
      } catch (error) {
        if (!mine.signal.aborted) failure = error;
      }
      this.#failed = failure ? job : undefined;
      this.#running.delete(mine);
      if (!this.#closed) this.#explore.update(setDone(failure));
    });
    return this.#queue;
  }

  /** Puts nodes on the canvas that are not there yet, at their spots or near what they are linked to; nothing else moves. */
  async #bring(
    found: Subgraph,
    at: ReadonlyMap<NodeId, Spot>,
    near: Spot | undefined,
    signal: AbortSignal,
    ...more: readonly ViewUpdate[]
  ): Promise<void> {
    const fresh = await placedAmong(addToView(found, at)(this.#view), near);
    signal.throwIfAborted();
    this.#explore.update(step(addToView(found, new Map([...fresh, ...at])), ...more));
  }

  /** Tells what was done: in a line that can be seen, and to a screen reader. */
  #say(text: string, offer: Told["offer"] = "undo"): void {
    this.#explore.update(tell({ text, offer }));
    this.#app.update(announce(text));
  }

  #count(value: number): string {
    return number(value, this.#language);
  }

  #nameOf(id: NodeId): string {
    const node = this.#view.nodes.get(id);
    return node ? nameOf(node, this.#language) : id;
  }
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
