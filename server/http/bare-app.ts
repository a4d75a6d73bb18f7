import Fastify, { type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { checkBodies } from "./body.ts";
import { onError, rawProblem } from "./errors.ts";
import { logRequests, requestId } from "./request-log.ts";
import { closeConnectionsWhileStopping } from "./stopping.ts";

/** Bytes. A pattern is at most 10,000 characters; its parameters get the rest. */
const bodyLimit = 256 * 1024;
/** Bytes. 500 ids of seen nodes must fit in an address. */
const maxHeaderSize = 128 * 1024;

export interface BareAppOptions {
  readonly logLevel: string;
  /** Whether a proxy stands before it whose word on the client's address counts. */
  readonly trustProxy: boolean;
}

/** A server without any route: it checks requests by the shapes of their routes, names and logs them, and tells what went wrong. */
export function bareApp({ logLevel, trustProxy }: BareAppOptions): FastifyInstance {
  const app = Fastify({
    logger: { level: logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => requestId(headers["x-request-id"]),
    trustProxy,
    bodyLimit,
    http: { maxHeaderSize },
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: onError,
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(rawProblem(error));
    },
  });
  // Any page may post text/plain to any server without asking that server first: this one does not read it.
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler).setErrorHandler(onError);
  closeConnectionsWhileStopping(app);
  logRequests(app);
  checkBodies(app);
  return app;
}
