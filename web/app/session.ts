import { z } from "zod";
import { schemaRoute } from "../../model/explore.ts";
import { NodeId } from "../../model/graph.ts";
import { call } from "./api.ts";
import { recalled, remember } from "./device.ts";
import { type AppState, setMine, setSchema, setTheme, type Theme, themes } from "./state.ts";
import type { Store } from "./store.ts";

/** Milliseconds between two tries while the data cannot be reached. */
const pause = 5_000;

/** Reads what kinds there are and how many of each, once; keeps trying while the data cannot be reached, until `signal` aborts. */
export async function readSchema(app: Store<AppState>, signal: AbortSignal): Promise<void> {
  try {
    app.update(setSchema(await call(schemaRoute, {}, signal)));
  } catch {
    if (!signal.aborted) setTimeout(() => void readSchema(app, signal), pause);
  }
}

/** Under which name this device remembers the appearance. */
const themeKey = "overlap-theme";

/** Takes the appearance that was chosen on this device before. */
export function recallTheme(app: Store<AppState>): void {
  const theme = themes.find((name) => name === recalled(themeKey));
  if (theme) app.update(setTheme(theme));
}

/** Lets the style sheet know the appearance, and this device remember it. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  remember(themeKey, theme === "system" ? undefined : theme);
}

/** Under which name this device remembers one's own institution. */
const mineKey = "overlap-mine";

/** Takes the institution that was chosen on this device before. */
export function recallMine(app: Store<AppState>): void {
  const mine = NodeId.safeParse(recalled(mineKey));
  if (mine.success) app.update(setMine(mine.data));
}

/** Lets this device remember an institution as one's own, or forget it. */
export function keepMine(app: Store<AppState>, mine: NodeId | undefined): void {
  remember(mineKey, mine);
  app.update(setMine(mine));
}

/** Until when this device is an editor's, as far as it remembers; the server decides at each change all the same. */
const editorKey = "overlap-editor";

/** Whether somebody has signed in on this device, and not out again: then pages show where things can be changed. */
export const isEditorHere = (): boolean => Number(recalled(editorKey) ?? 0) > Date.now();

/** Lets this device remember until when somebody is signed in, in milliseconds since 1970, or that nobody is. */
export function rememberEditor(until: number | undefined): void {
  remember(editorKey, until === undefined ? undefined : String(until));
}

/** Reads anew what kinds there are and how many of each, after the data have changed. */
export async function renewSchema(app: Store<AppState>): Promise<void> {
  await call(schemaRoute).then(
    (schema) => app.update(setSchema(schema)),
    () => undefined, // what was there before is only a moment old
  );
}

/** Under which name this device remembers what heads of columns mean. */
const headsKey = "overlap-heads";
const Heads = z.record(z.string(), z.string());
/** Heads that are remembered. */
const mostHeads = 200;

/** What heads of columns in spreadsheets mean, as was said on this device before. */
export function recallHeads(): Record<string, string> {
  try {
    return Heads.catch({}).parse(JSON.parse(recalled(headsKey) ?? "{}"));
  } catch {
    return {};
  }
}

/** Lets this device remember what heads mean, the latest of them. */
export function keepHeads(heads: Readonly<Record<string, string>>): void {
  const latest = Object.fromEntries(Object.entries(heads).slice(-mostHeads));
  remember(headsKey, JSON.stringify(latest));
}

/** Under which name this device remembers that single letters do nothing. */
const keysKey = "overlap-keys";

/** Whether single letters do something on this device. */
export const keepsKeys = (): boolean => recalled(keysKey) !== "off";

/** Lets this device remember whether single letters do something. */
export function rememberKeys(on: boolean): void {
  remember(keysKey, on ? undefined : "off");
}
