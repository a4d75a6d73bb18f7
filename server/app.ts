import type { FastifyInstance } from "fastify";
import { citePatternRoute, compareResultsRoute, resultRoute } from "../model/cite.ts";
import { healthRoute } from "../model/explore.ts";
import { exportRoute, negotiatedExportRoute, selectionExportRoute } from "../model/exports.ts";
import { matchRoute } from "../model/match.ts";
import { numbersProgressRoute, numbersRoute, projectionRoute, similarRoute } from "../model/numbers.ts";
import { patternRowsRoute, patternsRoute } from "../model/patterns.ts";
import { accountsApi, letEditorsIn, type Tokens } from "./accounts/routes.ts";
import type { Archive } from "./archive/archive.ts";
import { citeApi } from "./cite/routes.ts";
import { curationApi } from "./curation/routes.ts";
import { discoveryApi } from "./discovery/routes.ts";
import { exploreApi } from "./explore/routes.ts";
import type { PublicationSettings } from "./exports/publication.ts";
import { exportsApi } from "./exports/routes.ts";
import { allowedMethods } from "./http/allowed-methods.ts";
import { type BareAppOptions, bareApp } from "./http/bare-app.ts";
import { type ClientBudget, limitClients } from "./http/client-budget.ts";
import { compressAnswers } from "./http/compression.ts";
import { documentApi } from "./http/documentation.ts";
import { ProblemTeller } from "./http/errors.ts";
import { watchLoop } from "./http/loop-watch.ts";
import type { StoreFigures } from "./http/metrics.ts";
import { type OverloadBounds, shedOverload } from "./http/overload.ts";
import { metricsUrl } from "./http/paths.ts";
import { countsUnknown, limitRate } from "./http/rate-limit.ts";
import { secure } from "./http/security.ts";
import { serveWeb } from "./http/web.ts";
import { numbersApi } from "./numbers/routes.ts";
import { patternsApi } from "./patterns/routes.ts";
import { type PatternBounds, patternRunner } from "./patterns/run.ts";
import type { GraphStore } from "./store/store.ts";
import { versionsApi } from "./versions/routes.ts";

export interface AppOptions extends BareAppOptions {
  /** Closed together with the app, after the last request has its answer. */
  readonly store: GraphStore;
  /** The dataset versions that this server holds on to. */
  readonly archive: Archive;
  /** The folder of the built web part. */
  readonly webRoot: string;
  /** Requests to the API in a minute from one address; 0 for no limit. */
  readonly rateLimit: number;
  /** Patterns, and questions that are matched, of one address. */
  readonly client: ClientBudget;
  readonly overload: OverloadBounds;
  /** Of the store, and of the gate before it. Without them, nothing is told at /api/metrics. */
  readonly figures?: StoreFigures | undefined;
  /** Origins whose pages may read the API. Our own always may. */
  readonly corsOrigins: readonly string[];
  /** Origins whose pages may show the frame page. Our own always may. */
  readonly frameOrigins: readonly string[];
  readonly patterns: PatternBounds;
  /** What makes an editor of whoever has it. */
  readonly tokens: Tokens;
  /** Under which terms, and in whose name, the data are given out. */
  readonly publication: PublicationSettings;
}

/** The whole server but for its socket: the API, its documentation, and the web part. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, archive, basePath, rateLimit } = options;
  const problems = new ProblemTeller(basePath);
  const app = bareApp(options, problems);
  app.addHook("onClose", () => store.close());
  watchLoop(app);
  const allowedAt = allowedMethods(app);
  await secure(app, options.corsOrigins);
  await compressAnswers(app);
  await shedOverload(app, options.overload, (path) => path === healthRoute.url || path === metricsUrl);
  await limitRate(app, rateLimit);
  const accounts = await letEditorsIn(app, options.tokens, basePath);
  limitClients(app, options.client, [
    patternsRoute.url,
    patternRowsRoute.url,
    matchRoute.url,
    exportRoute.url,
    negotiatedExportRoute.url,
    selectionExportRoute.url,
    numbersRoute.url,
    numbersProgressRoute.url,
    similarRoute.url,
    projectionRoute.url,
    citePatternRoute.url,
    resultRoute.url,
    compareResultsRoute.url,
  ]);
  await documentApi(app, basePath);
  // Loaded by those alone who ask for it: it is as much as the whole of Fastify.
  if (options.figures) (await import("./http/metrics.ts")).tellMetrics(app, store, options.figures);

  await app.register(accountsApi, accounts);
  await app.register(exploreApi, { store });
  await app.register(discoveryApi, { store });
  await app.register(curationApi, { store, archive });
  const patterns = patternRunner(store, archive, options.patterns);
  const runPattern = patterns.run;
  await app.register(patternsApi, patterns);
  await app.register(numbersApi, { store });
  await app.register(exportsApi, { store, archive, runPattern, basePath, publication: options.publication });
  await app.register(citeApi, { store, rowsOf: patterns.rowsOf, basePath });
  await app.register(versionsApi, { store, archive });

  const answerPage = await serveWeb(app, options.webRoot, basePath, options.frameOrigins);
  app.setNotFoundHandler(countsUnknown(app, rateLimit), (request, reply) => {
    if (!answerPage(request, reply)) problems.onNotFound(request, reply, allowedAt(request.url));
  });
  return app;
}
