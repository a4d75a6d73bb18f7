import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "./graph/embedded.ts";
import type { GraphStore } from "./graph/store.ts";
import type { Settings } from "./settings.ts";

/** The folder of the project: the nearest one above with a package.json, from source as from dist/. */
export function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, "package.json")) ? from : projectFolder(dirname(from));
}

/** The graph that the settings name. @throws AppError STORE_UNAVAILABLE */
export async function openStore(settings: Settings): Promise<GraphStore> {
  const folder = resolve(settings.DATA_DIR);
  mkdirSync(folder, { recursive: true });
  return openEmbedded(join(folder, "overlap.grafeo"));
}
