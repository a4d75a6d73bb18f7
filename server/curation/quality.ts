import type { Link } from "../../model/graph.ts";
import { type Quality, qualityLists } from "../../model/quality.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { findings } from "./quality/find.ts";
import { readLinks, readThere } from "./read-there.ts";

/** Found once for each state of the graph and each day. */
const found = cachedPerVersion(async (store: GraphStore) => {
  const { version, there } = await readThere(store);
  const links: Link[] = [
    ...(
      await readLinks(
        store,
        [...there.byId.values()].map(({ id }) => id),
      )
    ).values(),
  ];
  const today = new Date().toISOString().slice(0, 10);
  return { version, lists: await inTurns(findings(there, links, today)) };
});

/** What editors can make better, at most `limit` rows of each sort. */
export async function qualityOf(store: GraphStore, limit: number): Promise<Quality> {
  const { version, lists } = await found(store);
  const told = Object.fromEntries(
    qualityLists.map((list) => [list, { count: lists[list].length, rows: lists[list].slice(0, limit) }]),
  );
  return { datasetVersion: version, ...told } as Quality;
}
