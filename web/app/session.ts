import { schemaRoute } from "../../model/explore.ts";
import { call } from "./api.ts";
import { setSchema, setTheme, type Theme, themes } from "./state.ts";
import { store } from "./store.ts";

/** Milliseconds between two tries while the data cannot be reached. */
const pause = 5_000;

/** Reads what kinds there are and how many of each, once; keeps trying while the data cannot be reached. */
export async function readSchema(): Promise<void> {
  try {
    store.update(setSchema(await call(schemaRoute)));
  } catch {
    setTimeout(() => void readSchema(), pause);
  }
}

const kept = "overlap-theme";

/** Takes the appearance that was chosen on this device before. */
export function recallTheme(): void {
  const theme = themes.find((name) => name === memory()?.getItem(kept));
  if (theme) store.update(setTheme(theme));
}

/** Lets the style sheet know the appearance, and this device remember it. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  if (theme === "system") memory()?.removeItem(kept);
  else memory()?.setItem(kept, theme);
}

/** What this device remembers; absent where the browser forbids it. */
function memory(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
