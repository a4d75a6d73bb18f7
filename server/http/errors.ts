import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { AppError, type ErrorCode, errorStatus, type FieldError, type Problem } from "../../model/errors.ts";

/** Each code in a few words that never change, as RFC 9457 asks of a title. */
const titles: Readonly<Record<ErrorCode, string>> = {
  INVALID_REQUEST: "The request is not right",
  QUERY_REFUSED: "The query is not allowed",
  NODE_NOT_FOUND: "No such item",
  ROUTE_NOT_FOUND: "No such address",
  DATASET_INVALID: "The data set is not right",
  TOO_MANY_REQUESTS: "Too many requests",
  REQUEST_CANCELLED: "The request was cancelled",
  INTERNAL: "Internal error",
  STORE_UNAVAILABLE: "The graph database is not available",
  QUERY_TIMEOUT: "The query took too long",
};

/** Seconds after which a client may try again. */
const retryAfter: Readonly<Partial<Record<ErrorCode, number>>> = { STORE_UNAVAILABLE: 5 };

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
  return { code: "INVALID_REQUEST", status, detail: error.message };
}

/** An answer of problem details, RFC 9457. */
function problemOf({ code, status, detail, fields }: Failure, instance: string): Problem {
  return {
    type: `/api/docs#${code}`,
    title: titles[code],
    status,
    detail,
    instance,
    code,
    ...(fields && { fields: [...fields] }),
  };
}

function send(reply: FastifyReply, failure: Failure): void {
  const wait = retryAfter[failure.code];
  if (wait !== undefined && !reply.hasHeader("retry-after")) reply.header("retry-after", wait);
  reply
    .code(failure.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .serializer(JSON.stringify)
    .send(problemOf(failure, reply.request.id));
}

/** The only place where a failure becomes an HTTP answer. `instance` of the problem is the request's id. */
export function onError(error: FastifyError | AppError, request: FastifyRequest, reply: FastifyReply): void {
  const failure = failureOf(error);
  if (failure.status >= 500) request.log.error({ err: error, code: failure.code });
  else request.log.debug({ err: error, code: failure.code });
  send(reply, failure);
}

/** A path that has no route, or not for this method, in which case `allowed` names those that it has. */
export function onNotFound(request: FastifyRequest, reply: FastifyReply, allowed: readonly string[]): void {
  const path = request.url.split("?", 1)[0] ?? "";
  if (allowed.length === 0) {
    send(reply, { code: "ROUTE_NOT_FOUND", status: 404, detail: `There is nothing at ${path}` });
    return;
  }
  reply.header("allow", allowed.join(", "));
  send(reply, { code: "ROUTE_NOT_FOUND", status: 405, detail: `${path} answers ${allowed.join(", ")}, not ${request.method}` });
}

/** What is written to a socket of which the request could not even be read. */
export function rawProblem(error: { readonly code?: string }): string {
  const tooLarge = error.code === "HPE_HEADER_OVERFLOW";
  const status = tooLarge ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const detail = tooLarge ? "The address or the headers are too long" : "This is not an HTTP request that can be read";
  const body = JSON.stringify(problemOf({ code: "INVALID_REQUEST", status, detail }, ""));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Content-Type: application/problem+json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
}
