import type { ReactiveController, ReactiveControllerHost } from "lit";
import { firstState, type State, type Update } from "./state.ts";

/** Holds the state; every change is a pure update. */
export class Store {
  #state: State;
  readonly #listeners = new Set<() => void>();
  constructor(state: State) {
    this.#state = state;
  }
  get state(): State {
    return this.#state;
  }
  update(...updates: readonly Update[]): void {
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

/** The store of this page. */
export const store = new Store(firstState());

/** A part of the state; its host renders again when that part is replaced, for as long as it is on the page. */
export class Selected<Part> implements ReactiveController {
  #unsubscribe = () => {};
  #value: Part;
  readonly #host: ReactiveControllerHost;
  readonly #select: (state: State) => Part;
  constructor(host: ReactiveControllerHost, select: (state: State) => Part) {
    this.#host = host;
    this.#select = select;
    this.#value = select(store.state);
    host.addController(this);
  }
  get value(): Part {
    return this.#value;
  }
  hostConnected(): void {
    this.#value = this.#select(store.state);
    this.#unsubscribe = store.subscribe(() => {
      const value = this.#select(store.state);
      if (value === this.#value) return;
      this.#value = value;
      this.#host.requestUpdate();
    });
  }
  hostDisconnected(): void {
    this.#unsubscribe();
  }
}
