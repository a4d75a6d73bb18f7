import type { ReactiveController, ReactiveControllerHost } from "lit";
import { describe, expect, test } from "vitest";
import { Selected, Store, storeKind, type Update } from "../../../web/app/store.ts";

interface Counts {
  readonly apples: number;
  readonly pears: number;
}

const counts = storeKind<Counts>("counts", { apples: 0, pears: 0 });
const addApple: Update<Counts> = (state) => ({ ...state, apples: state.apples + 1 });
const addPear: Update<Counts> = (state) => ({ ...state, pears: state.pears + 1 });
const same: Update<Counts> = (state) => state;

describe("a store", () => {
  test("tells once of several updates, and not of one that changes nothing", () => {
    const store = new Store(counts.first);
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    store.update(addApple, addPear, addApple);
    expect(store.state).toStrictEqual({ apples: 2, pears: 1 });
    expect(told).toBe(1);
    store.update(same);
    expect(told).toBe(1);
    stop();
    store.update(addApple);
    expect(told).toBe(1);
  });

  test("lets a listener stop listening while it is told", () => {
    const store = new Store(counts.first);
    const heard: string[] = [];
    const stop = store.subscribe(() => {
      heard.push("first");
      stop();
    });
    store.subscribe(() => heard.push("second"));
    store.update(addApple);
    store.update(addApple);
    expect(heard).toStrictEqual(["first", "second", "second"]);
  });
});

/** As much of an element as a controller needs. Above it stands `above`, if anything, which provides a store. */
class Host extends EventTarget {
  renders = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers: ReactiveController[] = [];
  readonly #above: Store<Counts> | undefined;
  constructor(above?: Store<Counts>) {
    super();
    this.#above = above;
    this.addEventListener("context-request", (event) => {
      const request = event as Event & { context: unknown; callback: (store: Store<Counts>, unsubscribe: () => void) => void };
      if (this.#above && request.context === counts.context) request.callback(this.#above, () => {});
    });
  }
  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {
    this.renders += 1;
  }
  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }
  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
  select<Part>(select: (state: Counts) => Part): Selected<Counts, Part> {
    return new Selected(this as unknown as ReactiveControllerHost & HTMLElement, counts, select);
  }
}

describe("a selected part", () => {
  test("is of the store above, and renders only when that part is replaced", () => {
    const store = new Store<Counts>({ apples: 5, pears: 0 });
    const host = new Host(store);
    const apples = host.select((state) => state.apples);
    host.connect();
    expect([apples.value, apples.store]).toStrictEqual([5, store]);
    const { renders } = host;
    store.update(addPear);
    expect(host.renders).toBe(renders);
    store.update(addApple);
    expect([apples.value, host.renders]).toStrictEqual([6, renders + 1]);
  });

  test("is not told of anything while its host is off the page, and catches up when it is back", () => {
    const store = new Store(counts.first);
    const host = new Host(store);
    const apples = host.select((state) => state.apples);
    host.connect();
    host.disconnect();
    const { renders } = host;
    store.update(addApple);
    expect([apples.value, host.renders]).toStrictEqual([0, renders]);
    host.connect();
    expect(apples.value).toBe(1);
  });

  test("has a store of its own where nobody above provides one", () => {
    const [one, other] = [new Host(), new Host()];
    const [apples, others] = [one.select((state) => state.apples), other.select((state) => state.apples)];
    one.connect();
    other.connect();
    apples.store.update(addApple);
    expect([apples.value, others.value]).toStrictEqual([1, 0]);
    expect(counts.first).toStrictEqual({ apples: 0, pears: 0 });
  });
});
