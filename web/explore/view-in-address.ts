import type { ReactiveController, ReactiveControllerHost } from "lit";
import { queryString } from "../../model/call.ts";
import type { Address } from "../app/address.ts";
import { markOfEntry, writeQuery } from "../app/router.ts";
import { type AppState, appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import type { View } from "../drawing/view.ts";
import { ownQuery } from "../ui/own-query.ts";
import type { ExploreActions } from "./actions.ts";
import { type Explore, exploreStore } from "./explore-state.ts";
import { rememberDrawing } from "./last-drawing.ts";
import { fitsInLink, queryForLarge } from "./view-address.ts";
import { markOf, numberOf } from "./view-marks.ts";

const ownPath = /^\/verken$/;

/** Milliseconds without a change before the address follows. */
const rest = 200;

/**
 * Has the address say what is drawn, and this device remember it. Each step is an entry of its own in the browser's history, so that
 * its buttons go back and forth between them; where one looks, and at what, belongs to the entry that is open.
 */
export class ViewInAddress implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #actions: () => ExploreActions;
  readonly #explore: Selected<Explore, Explore>;
  readonly #query: Selected<AppState, Address["query"]>;
  /** The address as it was written here. */
  #written: string | undefined;
  /** What the open entry stands for; absent until what it asks for is there. */
  #entry: View | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, actions: () => ExploreActions) {
    this.#host = host;
    this.#actions = actions;
    this.#explore = new Selected(host, exploreStore, (state) => state);
    this.#query = new Selected(host, appStore, ownQuery(ownPath));
    host.addController(this);
  }

  hostUpdate(): void {
    const address = queryString(this.#query.value);
    if (address === this.#written) return;
    this.#written = address;
    this.#entry = undefined;
    void this.#actions().openAddress(this.#query.value, markOfEntry());
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (!this.#explore.value.work.busy) this.#timer = setTimeout(() => void this.follow(), rest);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Brings the address up to date now. */
  async follow(): Promise<void> {
    const { view } = this.#explore.value;
    const query = await this.#actions().queryOfView();
    if (!query || !this.#host.isConnected) return;
    const isStep = this.#entry !== undefined && this.#entry !== view;
    this.#entry = view;
    this.#write(fitsInLink(query) ? query : queryForLarge(query, numberOf(view)), isStep, view);
    if (view.nodes.size > 0) rememberDrawing(query, view.nodes.size);
  }

  /** Puts something beside the view in the address, or takes it from there where it is empty; the view stays. */
  add(query: Address["query"]): void {
    const all = Object.entries({ ...this.#query.value, ...query });
    this.#write(Object.fromEntries(all.filter(([, value]) => value !== "")), false, this.#explore.value.view);
  }

  #write(query: Address["query"], after: boolean, view: View): void {
    // While the next page is being loaded, the address is that page's already.
    if (!ownPath.test(this.#query.store.state.address.path)) return;
    this.#written = queryString(query);
    writeQuery(this.#query.store, query, { after, mark: markOf(view) });
  }
}
