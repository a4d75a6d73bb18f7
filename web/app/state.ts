import type { Schema } from "../../model/explore.ts";
import type { NodeId } from "../../model/graph.ts";
import type { Address } from "./address.ts";
import { storeKind, type Update } from "./store.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** What every part of the page may need. What only one feature needs is a state of that feature, in a store of its own. */
export interface AppState {
  readonly address: Address;
  readonly theme: Theme;
  /** Absent until it is read, and while the data cannot be reached. */
  readonly schema: Schema | undefined;
  /** The institution that this device remembers as one's own. */
  readonly mine: NodeId | undefined;
  /** What a screen reader is told next; `count` tells two equal messages apart. */
  readonly message: { readonly text: string; readonly count: number };
}

export const firstState: AppState = {
  address: { path: "/", query: {}, language: "nl" },
  theme: "system",
  schema: undefined,
  mine: undefined,
  message: { text: "", count: 0 },
};

/** The store of what every part of the page may need. */
export const appStore = storeKind("app", firstState);

export const setAddress =
  (address: Address): Update<AppState> =>
  (state) => ({ ...state, address });

export const setTheme =
  (theme: Theme): Update<AppState> =>
  (state) => ({ ...state, theme });

export const setMine =
  (mine: NodeId | undefined): Update<AppState> =>
  (state) => ({ ...state, mine });

export const setSchema =
  (schema: Schema): Update<AppState> =>
  (state) => ({ ...state, schema });

/** Lets a screen reader say `text` when it is done with what it says. */
export const announce =
  (text: string): Update<AppState> =>
  (state) => ({ ...state, message: { text, count: state.message.count + 1 } });
