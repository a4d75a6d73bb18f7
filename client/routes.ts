/** Every endpoint that anybody may ask, by its name: the same constants that the server answers by. */
export { citePatternRoute, citeRoute, compareResultsRoute, resultRoute } from "../model/cite.ts";
export {
  allOpportunitiesRoute,
  opportunitiesRoute,
  overlapRoute,
  peersRoute,
  portraitRoute,
  whyNotRoute,
} from "../model/discovery.ts";
export { AppError } from "../model/errors.ts";
export {
  healthRoute,
  neighboursBesideRoute,
  neighboursRoute,
  nodeRoute,
  nodesRoute,
  pathsRoute,
  schemaRoute,
  searchRoute,
  sourcesRoute,
  subgraphPartRoute,
  subgraphRoute,
} from "../model/explore.ts";
export {
  exportRoute,
  itemRoute,
  negotiatedExportRoute,
  patternExportRoute,
  selectionExportRoute,
  versionFileRoute,
} from "../model/exports.ts";
export { gapsRoute } from "../model/gaps.ts";
export { changeRoute, historyRoute, nodeHistoryRoute } from "../model/history.ts";
export { matchRoute } from "../model/match.ts";
export { numbersProgressRoute, numbersRoute, projectionRoute, similarRoute } from "../model/numbers.ts";
export { patternRowsRoute, patternsRoute } from "../model/patterns.ts";
export { scaleRoute } from "../model/scale.ts";
export { compareVersionsRoute, versionsRoute } from "../model/versions.ts";
