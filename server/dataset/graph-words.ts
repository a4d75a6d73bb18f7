import { kindOf, type NodeId, type NodeSummary } from "../../model/graph.ts";
import type { NodeKind } from "../../model/kinds.ts";
import type { Vocabulary } from "../analysis/text/vocabulary.ts";
import { type WordIndex, WordIndexBuilder } from "../analysis/text/word-index.ts";
import { PackedJson } from "../cache/packed-json.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { ofOneVersion } from "../cache/version.ts";
import { textsById } from "../queries/explore.ts";
import { idsInOrder, wholeGraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { datasetOf } from "./state.ts";

/** What is shown of a node that was found. */
export interface FoundNode extends NodeSummary {
  readonly description: string;
}

/** Every word of the graph, and where it stands: what search finds, and what it shows. Nodes are by their ids, in order. */
export interface GraphWords {
  readonly vocabulary: Vocabulary;
  readonly index: WordIndex;
  readonly nodeAt: (node: number) => FoundNode;
  readonly kindAt: (node: number) => NodeKind | undefined;
  readonly positionOf: (id: NodeId) => number | undefined;
}

/** Read once for each state of the graph. */
export const graphWords = cachedPerVersion((store) => ofOneVersion(store, () => readWords(store)));

/** So many nodes are read at a time, so that others have their turns. */
const nodesInPage = 500;

async function readWords(store: GraphStore): Promise<GraphWords> {
  const ids = await idsInOrder(store);
  const words = new WordIndexBuilder();
  const shown = new PackedJson<FoundNode>();
  const found: NodeId[] = [];
  for (let first = 0; first < ids.length; first += nodesInPage) {
    const page = ids.slice(first, first + nodesInPage);
    const rows = new Map((await store.read(textsById, { ids: page }, wholeGraph)).map((row) => [row.id, row]));
    for (const id of page) {
      const row = rows.get(id);
      if (!row) continue;
      found.push(id);
      words.add(row);
      const { otherNames: _, descriptionEn: __, ...rest } = row;
      shown.add(rest);
    }
  }
  const { synonyms } = await datasetOf(store);
  const kinds = found.map(kindOf);
  const positions = new Map(found.map((id, position) => [id, position]));
  return {
    ...(await inTurns(words.finishInSteps(synonyms))),
    nodeAt: shown.finish(),
    kindAt: (node) => kinds[node],
    positionOf: (id) => positions.get(id),
  };
}
