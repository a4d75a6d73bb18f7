import { linkEnds, type NodeId } from "../../model/graph.ts";
import { nodeKindNames } from "../../model/kinds.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { versionOf } from "../cache/version.ts";
import { idsOfKind, profileLinks } from "../queries/profiles.ts";
import type { GraphStore } from "../store/store.ts";
import { type LinkArrays, placeOf } from "./link-arrays.ts";

/** The same with the ids of the nodes, by which they stand in order. */
export interface LinkedNodes extends LinkArrays {
  readonly ids: readonly NodeId[];
  readonly datasetVersion: string;
}

/** So many nodes are read at a time, with the links that lead from them. */
const nodesInPage = 1_000;

/** The whole graph, read once for each dataset version. */
export const linkedNodes = cachedPerVersion(readLinkedNodes);

async function readLinkedNodes(store: GraphStore): Promise<LinkedNodes> {
  const datasetVersion = await versionOf(store);
  const [ids, index, kindAt]: [NodeId[], Map<NodeId, number>, number[]] = [[], new Map(), []];
  for (const kind of [...nodeKindNames].sort())
    for (const row of await store.read(idsOfKind(kind), {}))
      for (const id of [...row.ids].sort()) {
        index.set(id, ids.push(id) - 1);
        kindAt.push(placeOf(kind));
      }
  const pages: Omit<LinkArrays, "kinds">[] = [];
  for (let first = 0; first < ids.length; first += nodesInPage)
    for (const page of await store.read(profileLinks, { ids: ids.slice(first, first + nodesInPage) })) {
      const ends = page.ids.map(linkEnds);
      pages.push({
        from: Int32Array.from(ends, ({ from }) => index.get(from) ?? -1),
        to: Int32Array.from(ends, ({ to }) => index.get(to) ?? -1),
        derived: Uint8Array.from(page.bases, (basis) => (basis === "stated" ? 0 : 1)),
      });
    }
  // It is read in many parts: when another process loaded a data set meanwhile, they are of two states.
  if ((await versionOf(store)) !== datasetVersion) return readLinkedNodes(store);
  return { ids, kinds: Uint8Array.from(kindAt), ...joined(pages), datasetVersion };
}

function joined(pages: readonly Omit<LinkArrays, "kinds">[]): Omit<LinkArrays, "kinds"> {
  const links = pages.reduce((sum, { from }) => sum + from.length, 0);
  const whole = { from: new Int32Array(links), to: new Int32Array(links), derived: new Uint8Array(links) };
  let place = 0;
  for (const page of pages) {
    whole.from.set(page.from, place);
    whole.to.set(page.to, place);
    whole.derived.set(page.derived, place);
    place += page.from.length;
  }
  return whole;
}
