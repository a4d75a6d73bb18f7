import type { FastifyInstance } from "fastify";
import { discoveryApi } from "./discovery/routes.ts";
import { exploreApi } from "./explore/routes.ts";
import { allowedMethods } from "./http/allowed-methods.ts";
import { type BareAppOptions, bareApp } from "./http/bare-app.ts";
import { compressAnswers } from "./http/compression.ts";
import { documentApi } from "./http/documentation.ts";
import { onNotFound } from "./http/errors.ts";
import { countsUnknown, limitRate } from "./http/rate-limit.ts";
import { secure } from "./http/security.ts";
import { serveWeb } from "./http/web.ts";
import { patternsApi } from "./patterns/routes.ts";
import { type PatternBounds, patternRunner } from "./patterns/run.ts";
import type { GraphStore } from "./store/store.ts";

export interface AppOptions extends BareAppOptions {
  /** Closed together with the app, after the last request has its answer. */
  readonly store: GraphStore;
  /** The folder of the built web part. */
  readonly webRoot: string;
  /** Requests to the API in a minute from one address; 0 for no limit. */
  readonly rateLimit: number;
  /** Origins whose pages may read the API. Our own always may. */
  readonly corsOrigins: readonly string[];
  readonly patterns: PatternBounds;
}

/** The whole server but for its socket: the API, its documentation, and the web part. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { store } = options;
  const app = bareApp(options);
  app.addHook("onClose", () => store.close());
  const allowedAt = allowedMethods(app);
  await secure(app, options.corsOrigins);
  await compressAnswers(app);
  await limitRate(app, options.rateLimit);
  await documentApi(app);

  await app.register(exploreApi, { store });
  await app.register(discoveryApi, { store });
  await app.register(patternsApi, { runPattern: patternRunner(store, options.patterns) });

  const answerPage = await serveWeb(app, options.webRoot);
  app.setNotFoundHandler(countsUnknown(app), (request, reply) => {
    if (!answerPage(request, reply)) onNotFound(request, reply, allowedAt(request.url));
  });
  return app;
}
