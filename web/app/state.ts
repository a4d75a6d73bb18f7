import type { Schema } from "../../model/explore.ts";
import { type Explore, firstExplore } from "../explore/explore-state.ts";
import type { Place } from "./address.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** All that the page knows. */
export interface State {
  readonly place: Place;
  readonly theme: Theme;
  /** Absent until it is read, and while the data cannot be reached. */
  readonly schema: Schema | undefined;
  readonly explore: Explore;
  /** What a screen reader is told next; `count` tells two equal messages apart. */
  readonly message: { readonly text: string; readonly count: number };
}

/** How a state follows from the one before it: pure, so tested without a page. */
export type Update = (state: State) => State;

export const firstState = (): State => ({
  place: { path: "/", query: {}, language: "nl" },
  theme: "system",
  schema: undefined,
  explore: firstExplore,
  message: { text: "", count: 0 },
});

export const setPlace =
  (place: Place): Update =>
  (state) => ({ ...state, place });

export const setTheme =
  (theme: Theme): Update =>
  (state) => ({ ...state, theme });

export const setSchema =
  (schema: Schema): Update =>
  (state) => ({ ...state, schema });

/** Lets a screen reader say `text` when it is done with what it says. */
export const announce =
  (text: string): Update =>
  (state) => ({ ...state, message: { text, count: state.message.count + 1 } });
