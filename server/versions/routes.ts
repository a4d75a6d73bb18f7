import { compareVersionsRoute, type KeptVersion, versionsRoute } from "../../model/versions.ts";
import type { Archive, ArchivedVersion } from "../archive/archive.ts";
import { recentVersionOf } from "../cache/version.ts";
import { presentKeeper } from "../dataset/keep-present.ts";
import { serve, type ZodPlugin } from "../http/serve.ts";
import type { GraphStore } from "../store/store.ts";
import { serveBackups } from "./backup-routes.ts";
import { compareVersions } from "./compare.ts";
import { serveHistory } from "./history-routes.ts";
import { changesText, damagedText, headText } from "./wording.ts";

const tag = "Versions";

/** The states that the data were in. */
export const versionsApi: ZodPlugin<{ store: GraphStore; archive: Archive }> = async (app, { store, archive }) => {
  serveBackups(app, store, archive);
  serveHistory(app, store, archive);
  const keepPresent = presentKeeper(store, archive);
  serve(app, versionsRoute, tag, async () => {
    // While the database is away, what is kept can be listed all the same.
    await keepPresent().catch(() => undefined);
    const present = await recentVersionOf(store);
    const versions = (await archive.list()).map((archived) => toldOf(archived, present));
    return { present, most: archive.most, versions };
  });
  serve(app, compareVersionsRoute, tag, async ({ query: { from, to, limit }, signal }) => {
    const [before, after] = [await archive.find(from), await archive.find(to)];
    const difference = await compareVersions(before, after, limit, signal);
    const { changes, synonymsChanged, rows, more } = difference;
    const text = changesText(changes, synonymsChanged);
    return { from: before.head.version, to: after.head.version, changes, synonymsChanged, text, rows: [...rows], more };
  });
};

function toldOf({ version, number, file }: ArchivedVersion, present: string): KeptVersion {
  const state = { version, number, isPresent: version === present, isDamaged: file === undefined };
  if (!file) return { ...state, text: damagedText };
  const { hash, keptAt, counts, from, changes } = file.head;
  return { ...state, hash, keptAt, counts, ...(from && { from }), ...(changes && { changes }), text: headText(file.head) };
}
