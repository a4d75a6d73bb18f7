import { randomUUID } from "node:crypto";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { AppError } from "../model/errors.ts";
import { discoveryApi } from "./discovery/routes.ts";
import { exploreApi } from "./explore/routes.ts";
import { checkBodies } from "./http/body.ts";
import { documentApi } from "./http/documentation.ts";
import { onError, onNotFound, rawProblem } from "./http/errors.ts";
import { serveWeb } from "./http/web.ts";
import { patternsApi } from "./patterns/routes.ts";
import { type PatternBounds, patternRunner } from "./patterns/run.ts";
import type { GraphStore } from "./store/store.ts";

export interface AppOptions {
  /** Closed together with the app, after the last request has its answer. */
  readonly store: GraphStore;
  /** The folder of the built web part. */
  readonly webRoot: string;
  readonly logLevel: string;
  /** Requests to the API in a minute from one address; 0 for no limit. */
  readonly rateLimit: number;
  /** Origins whose pages may read the API. Our own always may. */
  readonly corsOrigins: readonly string[];
  /** Whether a proxy stands before it whose word on the client's address counts. */
  readonly trustProxy: boolean;
  readonly patterns: PatternBounds;
}

/** Bytes. A pattern is at most 10,000 characters; its parameters get the rest. */
const bodyLimit = 256 * 1024;
/** Bytes. 500 ids of seen nodes must fit in an address. */
const maxHeaderSize = 128 * 1024;

/** Loads nothing from elsewhere, runs nothing that is written into a page, and stands in nobody's frame. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", "data:", "blob:"],
    styleSrc: ["'self'"],
    workerSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** The whole server but for its socket: the API, its documentation, and the web part. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { store } = options;
  const app = Fastify({
    logger: { level: options.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => requestId(headers["x-request-id"]),
    trustProxy: options.trustProxy,
    bodyLimit,
    http: { maxHeaderSize },
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: onError,
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(rawProblem(error));
    },
  });
  // What any page may send to any server without asking first: not to this one.
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler).setErrorHandler(onError);
  app.addHook("onClose", () => store.close());
  letConnectionsGo(app);
  const allowedAt = methodsByPath(app);
  observe(app);
  checkBodies(app);
  await protect(app, options);
  await documentApi(app);

  await app.register(exploreApi, { store });
  await app.register(discoveryApi, { store });
  await app.register(patternsApi, { runPattern: patternRunner(store, options.patterns) });

  const answerPage = await serveWeb(app, options.webRoot);
  app.setNotFoundHandler((request, reply) => {
    if (!answerPage(request, reply)) onNotFound(request, reply, allowedAt(request.url));
  });
  return app;
}

/** While it stops, each answer ends its connection: one that is kept for later would keep the server from stopping. */
function letConnectionsGo(app: FastifyInstance): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
  });
  app.addHook("onSend", async (_, reply) => {
    if (stopping) reply.header("connection", "close");
  });
}

/** A caller's own id when it is harmless, so that it can be followed through several logs. */
const requestId = (given: string | string[] | undefined) =>
  typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();

/** Names every answer, and logs it without what was asked for: a search may hold anything. */
function observe(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const route = request.routeOptions.url ?? "(none)";
    request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, "answered");
  });
}

/**
 * The headers that Helmet gives an answer, asked once: none of ours hangs on the request, and having them worked out for each one
 * took as long as all else that a cached answer takes.
 */
async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const probe = Fastify();
  const secure = Fastify();
  await secure.register(helmet, {
    contentSecurityPolicy,
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    // Whoever ends TLS before this server knows for which names it holds.
    strictTransportSecurity: false,
  });
  const [plain, given] = await Promise.all([probe, secure].map((app) => app.get("/", async () => "").inject("/")));
  await Promise.all([probe.close(), secure.close()]);
  const added = Object.entries(given?.headers ?? {}).filter(([name]) => plain?.headers[name] === undefined);
  return Object.fromEntries(added.map(([name, value]) => [name, String(value)]));
}

async function protect(app: FastifyInstance, options: AppOptions): Promise<void> {
  const headers = await securityHeaders();
  app.addHook("onRequest", async (_, reply) => {
    reply.headers(headers);
  });
  await app.register(compress, {
    threshold: 1_024,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  if (options.corsOrigins.length > 0)
    await app.register(cors, {
      origin: [...options.corsOrigins],
      methods: ["GET", "HEAD", "POST"],
      exposedHeaders: ["x-request-id"],
    });
  if (options.rateLimit > 0)
    await app.register(rateLimit, {
      max: options.rateLimit,
      timeWindow: "1 minute",
      allowList: (request) => !request.url.startsWith("/api/"),
      errorResponseBuilder: (_, { after }) => new AppError("TOO_MANY_REQUESTS", `Too many requests. Try again in ${after}`),
    });
}

/** Which methods a path of the API answers. To be called before any route. */
function methodsByPath(app: FastifyInstance): (url: string) => string[] {
  const routes: { readonly path: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    if (url.startsWith("/api/"))
      routes.push({ path: new RegExp(`^${url.replace(/:\w+/g, "[^/]+").replace(/\*$/, ".*")}$`), methods: [method].flat() });
  });
  return (url) => {
    const path = url.split("?", 1)[0] ?? "";
    return [...new Set(routes.filter((route) => route.path.test(path)).flatMap(({ methods }) => methods))];
  };
}
