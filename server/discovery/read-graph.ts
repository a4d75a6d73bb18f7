import type { z } from "zod";
import { linkEnds } from "../../model/graph.ts";
import { GraphBuilder } from "../analysis/graph/graph-builder.ts";
import type { GraphIndex, IndexedNode } from "../analysis/graph/graph-index.ts";
import { profileLinks, profileNodes } from "../queries/profiles.ts";
import { idsInOrder } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";

/** So many nodes are read at a time, with the links that lead from them. */
const nodesInPage = 1_000;
/** So many pages are read side by side: the engine looks up one while another is taken in here. */
const lanes = 2;

/** The whole graph as the analyses need it, page by page, so that others have their turns and no page is held on to. */
export async function readGraph(store: GraphStore): Promise<GraphIndex> {
  const ids = await idsInOrder(store);
  const builder = new GraphBuilder(ids);
  const texts = new Map<string, string>();
  let next = 0;
  const lane = async () => {
    while (next < ids.length) {
      const page = { ids: ids.slice(next, next + nodesInPage) };
      next += nodesInPage;
      for (const node of await store.read(profileNodes, page)) builder.addNode(indexedNode(node, texts));
      for (const columns of await store.read(profileLinks, page)) addLinks(builder, columns);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return inTurns(builder.finishInSteps());
}

/**
 * Every property in the same order, also those that are not known: objects that are spread together, each with what it has, take
 * three times as much.
 *
 * @param texts those that come again and again, each once: a word for a sector stands on a thousand nodes
 */
function indexedNode(node: z.output<typeof profileNodes.row>, texts: Map<string, string>): IndexedNode {
  const { id, kind, name, nameEn, contested, year, until, sector, website, type, city } = node;
  const once = <Text extends string>(text: Text): Text => {
    const known = texts.get(text) ?? text;
    if (known === text) texts.set(text, text);
    return known as Text;
  };
  return {
    id,
    kind: once(kind),
    name,
    nameEn: nameEn === name ? name : nameEn,
    contested,
    lastYear: until ?? year,
    sector: sector && once(sector),
    website,
    type: type && once(type),
    city: city && once(city),
  };
}

function addLinks(builder: GraphBuilder, { ids, bases, contested, untils }: z.output<typeof profileLinks.row>): void {
  for (let at = 0; at < ids.length; at++) {
    const { from, kind, to } = linkEnds(ids[at]!);
    const [derived, lastYear] = [bases[at] !== "stated", untils[at] ?? 0];
    builder.addLink({ from, kind, to, derived, contested: contested[at] === true, lastYear });
  }
}
