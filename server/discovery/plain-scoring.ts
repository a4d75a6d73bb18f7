import { aspectNames, ScoringQuery } from "../../model/discovery.ts";

/** Everything weighs the same, and every effect counts. */
export const plainScoring: ScoringQuery = ScoringQuery.parse(Object.fromEntries(aspectNames.map((aspect) => [aspect, 1])));
