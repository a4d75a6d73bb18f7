import Fastify, { type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { withoutBase } from "./base-path.ts";
import { checkBodies } from "./body.ts";
import { type ProblemTeller, refusalOf } from "./errors.ts";
import { logRequests, requestId } from "./request-log.ts";
import { closeConnectionsWhileStopping } from "./stopping.ts";

/** Bytes. A pattern is at most 10,000 characters; its parameters get the rest. */
const bodyLimit = 256 * 1024;
/** Bytes. 500 ids of seen nodes must fit in an address. */
const maxHeaderSize = 128 * 1024;
/** Milliseconds in which a request must have come in whole. */
const requestTimeout = 60_000;

export interface BareAppOptions {
  readonly logLevel: string;
  /** Whose word on the client's address counts: nobody's, that of so many proxies in a row, or that of those at some addresses. */
  readonly trustProxy: false | number | string[];
  /** What stands before every path, as in `/overlap`; empty for nothing. */
  readonly basePath: string;
}

/** A server without any route: it checks requests by the shapes of their routes, names and logs them, and tells what went wrong. */
export function bareApp({ logLevel, trustProxy, basePath }: BareAppOptions, problems: ProblemTeller): FastifyInstance {
  const app = Fastify({
    logger: { level: logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => requestId(headers["x-request-id"]),
    // Fastify itself takes a number for no proxy at all.
    trustProxy: typeof trustProxy === "number" ? (_, hop) => hop < trustProxy : trustProxy,
    bodyLimit,
    requestTimeout,
    // A request without a host is refused below, in the form of every other refusal.
    http: { maxHeaderSize, requireHostHeader: false },
    rewriteUrl: ({ url = "/" }) => withoutBase(url, basePath),
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: problems.onError,
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(problems.rawProblem(refusalOf(error)));
    },
  });
  refuseUnread(app, problems);
  app.addHook("onClose", async () => problems.close());
  // Any page may post text/plain to any server without asking that server first: this one does not read it.
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler).setErrorHandler(problems.onError);
  closeConnectionsWhileStopping(app);
  logRequests(app);
  checkBodies(app);
  return app;
}

/** Answers what Node would refuse by itself without a word. */
function refuseUnread(app: FastifyInstance, problems: ProblemTeller): void {
  app.server
    .on("checkExpectation", (_, reply) => problems.onUnread(reply, "expectation"))
    .on("connect", (_, socket) => socket.end(problems.rawProblem("tunnel")));
  app.addHook("onRequest", async ({ raw }, reply) => {
    if (raw.httpVersion !== "1.1" || raw.headers.host !== undefined) return;
    reply.hijack();
    problems.onUnread(reply.raw, "noHost");
  });
}
