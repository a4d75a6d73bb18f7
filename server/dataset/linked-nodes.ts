import { kindOf, linkEnds, type NodeId } from "../../model/graph.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { ofOneVersion } from "../cache/version.ts";
import { profileLinks } from "../queries/profiles.ts";
import { idsInOrder } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { kindIndexOf, type LinkArrays } from "./link-arrays.ts";

/** The same with the ids of the nodes, by which they stand in order. */
export interface LinkedNodes extends LinkArrays {
  readonly ids: readonly NodeId[];
  readonly datasetVersion: string;
}

/** So many nodes are read at a time, with the links that lead from them. */
const nodesInPage = 1_000;

/** The whole graph, read once for each dataset version. */
export const linkedNodes = cachedPerVersion((store) => ofOneVersion(store, (version) => readLinkedNodes(store, version)));

async function readLinkedNodes(store: GraphStore, datasetVersion: string): Promise<LinkedNodes> {
  const ids = await idsInOrder(store);
  const index = new Map(ids.map((id, node) => [id, node]));
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
  return { ids, kinds: Uint8Array.from(ids, (id) => kindIndexOf(kindOf(id))), ...joined(pages), datasetVersion };
}

function joined(pages: readonly Omit<LinkArrays, "kinds">[]): Omit<LinkArrays, "kinds"> {
  const links = pages.reduce((sum, { from }) => sum + from.length, 0);
  const whole = { from: new Int32Array(links), to: new Int32Array(links), derived: new Uint8Array(links) };
  let position = 0;
  for (const page of pages) {
    whole.from.set(page.from, position);
    whole.to.set(page.to, position);
    whole.derived.set(page.derived, position);
    position += page.from.length;
  }
  return whole;
}
