import type { z } from "zod";
import type { gapsRoute } from "../../model/gaps.ts";
import { gapsInSteps } from "../analysis/comparison/gaps.ts";
import type { InstitutionIndex } from "../analysis/graph/indices.ts";
import { rankPeers } from "../analysis/peers/score.ts";
import { toldGapsInSteps } from "../analysis/wording/gaps.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { plainScoring } from "./plain-scoring.ts";
import { snapshotOf } from "./snapshot.ts";

/** What is missing in the graph. */
export async function gaps(store: GraphStore): Promise<z.output<typeof gapsRoute.response>> {
  const { profiles, datasetVersion } = await snapshotOf(store);
  const hasPeers = (institution: InstitutionIndex) => rankPeers(profiles, institution, plainScoring).length > 0;
  const found = await inTurns(gapsInSteps(profiles, hasPeers));
  return { gaps: await inTurns(toldGapsInSteps(profiles, found)), datasetVersion };
}
