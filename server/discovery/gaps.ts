import type { z } from "zod";
import type { gapsRoute } from "../../model/discovery.ts";
import { gapsOf } from "../analysis/comparison/gaps.ts";
import { rankPeers } from "../analysis/peers/score.ts";
import { toldGaps } from "../analysis/wording/gaps.ts";
import type { GraphStore } from "../store/store.ts";
import { plainScoring } from "./plain-scoring.ts";
import { snapshotOf } from "./snapshot.ts";

/** What is missing in the graph. */
export async function gaps(store: GraphStore): Promise<z.output<typeof gapsRoute.response>> {
  const { profiles, datasetVersion } = await snapshotOf(store);
  const found = gapsOf(profiles, (institution) => rankPeers(profiles, institution, plainScoring).length > 0);
  return { gaps: toldGaps(profiles, found), datasetVersion };
}
