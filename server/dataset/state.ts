import { datasetState } from "../queries/dataset.ts";
import { graphSize } from "../queries/explore.ts";
import { wholeGraph } from "../queries/reads.ts";
import { type GraphStore, noVersion } from "../store/store.ts";

/** What is known of the graph's state. `number` is 0 when nothing was ever loaded. */
export async function datasetOf(store: GraphStore) {
  const [state] = await store.read(datasetState, {}, wholeGraph);
  return state ?? { number: 0, version: noVersion, synonyms: [] };
}

/** Whether the graph holds nothing at all: no data set of ours, and nobody else's nodes either. */
export async function isEmpty(store: GraphStore): Promise<boolean> {
  const sizes = await store.read(graphSize, {}, wholeGraph);
  return (await datasetOf(store)).number === 0 && sizes.every(({ count }) => count === 0);
}
