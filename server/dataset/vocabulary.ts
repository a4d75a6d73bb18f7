import { type Vocabulary, vocabularyOf } from "../analysis/text/vocabulary.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { allTexts } from "../queries/explore.ts";
import { wholeGraph } from "../queries/reads.ts";
import { datasetOf } from "./state.ts";

/** Every word of the graph, read once for each state of it. */
export const vocabulary = cachedPerVersion(
  async (store): Promise<Vocabulary> =>
    vocabularyOf(await store.read(allTexts, {}, wholeGraph), (await datasetOf(store)).synonyms),
);
