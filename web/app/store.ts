import { type Context, ContextConsumer, createContext } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How a state follows from the one before it: pure, so tested without a page. */
export type Update<State> = (state: State) => State;

/** Holds a state; every change is a pure update. */
export class Store<State> {
  #state: State;
  readonly #listeners = new Set<() => void>();
  constructor(state: State) {
    this.#state = state;
  }
  get state(): State {
    return this.#state;
  }
  update(...updates: readonly Update<State>[]): void {
    const before = this.#state;
    for (const update of updates) this.#state = update(this.#state);
    if (this.#state !== before) for (const listener of [...this.#listeners]) listener();
  }
  /** Calls `listener` after each change, until the function it gives is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A kind of store, which elements find above themselves: whoever wraps them in the page provides it by `context`. */
export interface StoreKind<State> {
  readonly context: Context<symbol, Store<State>>;
  /** The state that an element sees where nobody above it provides the store. */
  readonly first: State;
}

export const storeKind = <State>(name: string, first: State): StoreKind<State> => ({
  context: createContext<Store<State>, symbol>(Symbol(name)),
  first,
});

/**
 * A part of the state of the nearest store of a kind above its host; the host renders again when that part is replaced,
 * for as long as it is on the page. Where nobody provides one it has a store of its own, so the host works alone too.
 */
export class Selected<State, Part> implements ReactiveController {
  #store: Store<State>;
  #value: Part;
  #unsubscribe = () => {};
  readonly #host: ReactiveControllerHost;
  readonly #select: (state: State) => Part;
  constructor(host: ReactiveControllerHost & HTMLElement, kind: StoreKind<State>, select: (state: State) => Part) {
    this.#host = host;
    this.#select = select;
    this.#store = new Store(kind.first);
    this.#value = select(kind.first);
    new ContextConsumer(host, { context: kind.context, subscribe: true, callback: (store) => this.#follow(store) });
    host.addController(this);
  }
  get value(): Part {
    return this.#value;
  }
  /** The store itself: the one that is provided, once the host is on the page. */
  get store(): Store<State> {
    return this.#store;
  }
  hostConnected(): void {
    this.#follow(this.#store);
  }
  hostDisconnected(): void {
    this.#unsubscribe();
  }
  #follow(store: Store<State>): void {
    this.#unsubscribe();
    this.#store = store;
    this.#unsubscribe = store.subscribe(() => this.#take());
    this.#take();
  }
  #take(): void {
    const value = this.#select(this.#store.state);
    if (value === this.#value) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
