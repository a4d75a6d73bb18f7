import { AppError } from "../../model/errors.ts";
import { noVersion, type VersionStep } from "./store.ts";

/**
 * Holds off every other writer with a step until this one has committed or failed. Also where nothing was loaded yet: then the
 * constraint on the id of the node that is made here does it.
 */
export const lockVersion = "MERGE (d:Dataset {id: 'dataset'}) SET d.locked = true REMOVE d.locked";

/** To be asked in the same transaction as the write. */
export const lockedVersion = "MATCH (d:Dataset {id: 'dataset'}) RETURN d.version AS version";

/** Whether a write that goes from one version to another is still to be done. @throws AppError DATASET_CHANGED */
export function isToBeDone({ from, to }: VersionStep, version: unknown): boolean {
  const now = typeof version === "string" ? version : noVersion;
  if (now === to) return false;
  if (now === from) return true;
  throw new AppError(
    "DATASET_CHANGED",
    `Another load has changed the graph meanwhile: it is at version ${now}, and this load was planned on ${from}. Nothing of this one was written. Look at what is there now, and load again if it is still wanted`,
  );
}
