import type { Scale } from "../../model/scale.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import { rankPeers } from "../analysis/peers/score.ts";
import { standingAlone } from "../analysis/profile/profiles.ts";
import type { Profiles } from "../analysis/profile/types.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { inTurns } from "../turns/in-turns.ts";
import { strongestOpportunity } from "./opportunities.ts";
import { plainScoring } from "./plain-scoring.ts";
import { snapshotOf } from "./snapshot.ts";

/** What points can be compared with: the strongest match in the whole network, with the standard weights. */
export const scale = cachedPerVersion(async (store): Promise<Scale> => {
  const { profiles, datasetVersion } = await snapshotOf(store);
  const peers = await inTurns(strongestPeers(profiles));
  return { peers, opportunities: await strongestOpportunity(store), datasetVersion };
});

/** A step is an institution. */
function* strongestPeers(profiles: Profiles): Steps<number> {
  let strongest = 0;
  for (const institution of standingAlone(profiles)) {
    strongest = Math.max(strongest, rankPeers(profiles, institution, plainScoring)[0]?.score ?? 0);
    yield;
  }
  return strongest;
}
