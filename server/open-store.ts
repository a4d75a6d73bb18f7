import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "../model/errors.ts";
import { Archive } from "./archive/archive.ts";
import type { Gatekeeper } from "./cypher-gate/gatekeeper.ts";
import type { Settings } from "./settings.ts";
import type { GraphStore } from "./store/store.ts";

/** The folder of the project: the nearest one above with a package.json, from source as from dist/. */
export function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, "package.json")) ? from : projectFolder(dirname(from));
}

/** The dataset versions that the settings say are held on to. `say` hears what could not be. */
export const openArchive = ({ DATA_DIR, VERSIONS_KEPT }: Settings, say: (text: string) => void): Archive =>
  new Archive({ folder: join(resolve(DATA_DIR), "versions"), most: VERSIONS_KEPT, say });

/** Milliseconds after which it says once more that it waits for the same reason. */
const sayAgain = 15_000;

/** The graph that the settings name. `say` hears that it waits for a server; without a gatekeeper it has one of its own. @throws AppError STORE_UNAVAILABLE */
export async function openStore(settings: Settings, say: (text: string) => void, gatekeeper?: Gatekeeper): Promise<GraphStore> {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = settings;
  if (uri !== undefined && password !== undefined) {
    let said = { why: "", waited: 0 };
    const onWaiting = (why: string, waited: number) => {
      if (why === said.why && waited - said.waited < sayAgain) return;
      said = { why, waited };
      say(`waiting for Neo4j at ${uri} (${Math.round(waited / 1_000)} s): ${why}`);
    };
    // Each engine is loaded alone: reading the other one in would be a tenth of a start.
    const { openNeo4j } = await import("./store/neo4j/store.ts");
    return openNeo4j({
      uri,
      user,
      password,
      database,
      patience: settings.NEO4J_WAIT * 1_000,
      onWaiting,
      ...(gatekeeper && { gatekeeper }),
    });
  }
  const folder = resolve(settings.DATA_DIR);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new AppError(
      "STORE_UNAVAILABLE",
      `DATA_DIR cannot be used: ${(cause as Error).message}. Name a folder that this user may make and write in`,
      {
        cause,
      },
    );
  }
  const { openGrafeo } = await import("./store/grafeo/store.ts");
  return openGrafeo(join(folder, "overlap.grafeo"), gatekeeper);
}
