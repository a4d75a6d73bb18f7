import type { z } from "zod";
import type { gapsRoute } from "../../model/discovery.ts";
import { gapsOf } from "../analysis/comparison/gaps.ts";
import type { GraphStore } from "../store/store.ts";
import { plainScoring } from "./plain-scoring.ts";
import { factsOf } from "./snapshot.ts";

/** What is missing in the graph. */
export async function gaps(store: GraphStore): Promise<z.output<typeof gapsRoute.response>> {
  const { profiles, datasetVersion } = await factsOf(store);
  return { gaps: gapsOf(profiles, plainScoring), datasetVersion };
}
