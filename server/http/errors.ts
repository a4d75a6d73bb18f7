import { type ServerResponse, STATUS_CODES } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { AppError, type ErrorCode, errorStatus, type FieldError, type Problem } from "../../model/errors.ts";
import { FailureLog } from "./failure-log.ts";
import { pathOf } from "./paths.ts";

/** Each code in a few words that never change, as RFC 9457 asks of a title. */
const titles: Readonly<Record<ErrorCode, string>> = {
  INVALID_REQUEST: "The request is not right",
  QUERY_REFUSED: "The query is not allowed",
  SIGN_IN_NEEDED: "Somebody has to sign in for this",
  NOT_ALLOWED: "You may not do this",
  NODE_NOT_FOUND: "No such item",
  ROUTE_NOT_FOUND: "No such address",
  VERSION_NOT_FOUND: "No such version of the data",
  VERSION_DAMAGED: "The file of that version cannot be read",
  BACKUP_DAMAGED: "The backup is not right",
  DATASET_CHANGED: "The graph has changed meanwhile",
  EDIT_CLASHES: "Somebody else has changed the same meanwhile",
  DATASET_INVALID: "The data set is not right",
  FILE_REFUSED: "The file cannot be read",
  TOO_MANY_REQUESTS: "Too many requests",
  REQUEST_CANCELLED: "The request was cancelled",
  INTERNAL: "Internal error",
  OVERLOADED: "The server has too much to do",
  STORE_UNAVAILABLE: "The graph database is not available",
  QUERY_TIMEOUT: "The query took too long",
};

/** Seconds after which a client may try again. */
const retryAfter: Readonly<Partial<Record<ErrorCode, number>>> = { TOO_MANY_REQUESTS: 2, OVERLOADED: 5, STORE_UNAVAILABLE: 5 };

interface Failure {
  readonly code: ErrorCode;
  readonly status: number;
  readonly detail: string;
  readonly fields?: readonly FieldError[];
}

/** What a failure says to the outside. The message of a bug stays in the log. */
function failureOf(error: FastifyError | AppError): Failure {
  if (error instanceof AppError) {
    const { code, message, fields } = error;
    return { code, status: errorStatus[code], detail: message, ...(fields.length > 0 && { fields }) };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = (error as FastifyError).validationContext ?? "request";
    const fields = error.validation.map(({ instancePath, message = "wrong" }) => ({
      field: `${part === "querystring" ? "query" : part}${instancePath === "/" ? "" : instancePath}`,
      why: message,
    }));
    return {
      code: "INVALID_REQUEST",
      status: 400,
      detail: fields.map(({ field, why }) => `${field}: ${why}`).join("; "),
      fields,
    };
  }
  const status = error.statusCode ?? 500;
  if (status === 503) return { code: "STORE_UNAVAILABLE", status, detail: "The server is stopping" };
  if (status >= 500)
    return { code: "INTERNAL", status: 500, detail: "Something went wrong here. The request id leads to it in the log" };
  if (status === 413) return { code: "INVALID_REQUEST", status, detail: "What was sent is too large. Send less at a time" };
  return { code: "INVALID_REQUEST", status, detail: error.message };
}

/** What tells clients of failures: the only place where a failure becomes an HTTP answer. `basePath` stands before all addresses. */
export class ProblemTeller {
  readonly #basePath: string;
  readonly #failures = new FailureLog();

  constructor(basePath: string) {
    this.#basePath = basePath;
  }

  /** A failure of whatever answers. */
  readonly onError = (error: FastifyError | AppError, request: FastifyRequest, reply: FastifyReply): void => {
    const failure = failureOf(error);
    if (failure.status >= 500 && failure.code !== "OVERLOADED") this.#failures.tell(error, failure.code, request.log);
    else request.log.debug({ err: error, code: failure.code });
    this.#send(reply, failure);
  };

  /** To be called when nothing is answered any more. */
  close(): void {
    this.#failures.close();
  }

  /** A path that has no route, or not for this method, in which case `allowed` names those that it has. */
  onNotFound(request: FastifyRequest, reply: FastifyReply, allowed: readonly string[]): void {
    const path = pathOf(request.originalUrl);
    if (allowed.length === 0) {
      this.#send(reply, { code: "ROUTE_NOT_FOUND", status: 404, detail: `There is nothing at ${path}` });
      return;
    }
    reply.header("allow", allowed.join(", "));
    const detail = `${path} answers ${allowed.join(", ")}, not ${request.method}`;
    this.#send(reply, { code: "ROUTE_NOT_FOUND", status: 405, detail });
  }

  /** A request that Node's parser of HTTP lets through, but which never gets as far as a route. */
  onUnread(reply: ServerResponse, refusal: UnreadRefusal): void {
    const { status, detail } = unread[refusal];
    const body = JSON.stringify(this.#problem({ code: "INVALID_REQUEST", status, detail }, ""));
    reply.writeHead(status, { ...unreadHeaders(body), connection: "close" }).end(body);
  }

  /** What is written to a socket of which the request could not even be read. */
  rawProblem(refusal: UnreadRefusal): string {
    const { status, detail } = unread[refusal];
    const body = JSON.stringify(this.#problem({ code: "INVALID_REQUEST", status, detail }, ""));
    const headers = Object.entries({ ...unreadHeaders(body), connection: "close" }).map(([name, value]) => `${name}: ${value}`);
    return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers, "", body].join("\r\n");
  }

  #send(reply: FastifyReply, failure: Failure): void {
    const wait = retryAfter[failure.code];
    if (wait !== undefined && !reply.hasHeader("retry-after")) reply.header("retry-after", wait);
    reply
      .code(failure.status)
      .header("cache-control", "no-store")
      .type(problemType)
      .serializer(JSON.stringify)
      .send(this.#problem(failure, reply.request.id));
  }

  /** An answer of problem details, RFC 9457. Its `instance` is the request's id. */
  #problem({ code, status, detail, fields }: Failure, instance: string): Problem {
    return {
      type: `${this.#basePath}/api/docs#${code}`,
      title: titles[code],
      status,
      detail,
      instance,
      code,
      ...(fields && { fields: [...fields] }),
    };
  }
}

const problemType = "application/problem+json; charset=utf-8";

/** Why a request does not get as far as a route. */
const unread = {
  notHttp: { status: 400, detail: "This is not an HTTP request that can be read" },
  noHost: { status: 400, detail: "A request of HTTP/1.1 names the host that it is for: send the header Host" },
  tooSlow: { status: 408, detail: "The request did not come in whole within the time for it" },
  expectation: { status: 417, detail: "Of the header Expect, only 100-continue is understood" },
  tooLarge: { status: 431, detail: "The address or the headers are too long" },
  tunnel: { status: 501, detail: "This server is no proxy: it does not answer CONNECT" },
} as const;
export type UnreadRefusal = keyof typeof unread;

const unreadHeaders = (body: string) => ({
  "content-type": problemType,
  "content-length": Buffer.byteLength(body),
  "cache-control": "no-store",
});

/** What an error of Node's parser of HTTP says. */
export function refusalOf({ code = "" }: { readonly code?: string }): UnreadRefusal {
  if (code === "HPE_HEADER_OVERFLOW") return "tooLarge";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "tooSlow" : "notHttp";
}
