import type { z } from "zod";
import { sessionRoute, signInRoute, signOutRoute } from "../../model/accounts.ts";
import { addressUnder, type CallInput, failureOf, fileNameIn } from "../../model/call.ts";
import { AppError } from "../../model/errors.ts";
import { schemaRoute } from "../../model/explore.ts";
import type { FileRoute, Route } from "../../model/route.ts";
import { basePath } from "./base-path.ts";
import { noteCall } from "./calls.ts";

interface PageCallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends CallInput<P, Q, B> {
  /** Where the server is, with its base path, for a page that is not its own. */
  readonly server?: string | undefined;
}

/**
 * Calls an endpoint of the API.
 * @throws AppError with the server's own code; STORE_UNAVAILABLE without a server; the abort reason when aborted
 */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  input: PageCallInput<P, Q, B> = {},
  signal?: AbortSignal,
): Promise<z.output<R>> {
  const path = pathOfPage();
  const response = await send(route, input, signal);
  const answer: unknown = await response.json().catch(() => {
    if (signal?.aborted) throw signal.reason;
    throw new AppError(response.ok ? "INTERNAL" : "STORE_UNAVAILABLE", `The server answered ${response.status} without JSON`);
  });
  if (!response.ok) throw failureOf(response.status, answer);
  const found = route.response.parse(answer);
  const { params, query, body, server } = input;
  if (server === undefined && isForAnybody(route) && path === pathOfPage())
    noteCall(path, { ...route, address: addressOf(route.url, params, query), body, version: versionIn(found) });
  return found;
}

/** Nothing where there is no page, as in a test. */
const pathOfPage = (): string => globalThis.location?.pathname ?? "";

/** Whether anybody can ask the same, and it is a question about the data. */
const isForAnybody = ({ url, needs }: Pick<Route, "url" | "needs">): boolean => needs === undefined && !ofTheSite.includes(url);
const ofTheSite: readonly string[] = [schemaRoute.url, sessionRoute.url, signInRoute.url, signOutRoute.url];

const versionIn = (answer: unknown): string | undefined =>
  typeof answer === "object" && answer !== null && "datasetVersion" in answer ? String(answer.datasetVersion) : undefined;

/** Reads a file of JSON, at an address of its own. @throws AppError when it is not there, or is no JSON */
export async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(address, { signal });
    if (response.ok) return await response.json();
  } catch (cause) {
    if (signal.aborted) throw cause;
  }
  throw new AppError("INVALID_REQUEST", `There is no JSON at ${address}`);
}

/** Fetches a file, with the name that the server gives it. @throws AppError as `call` does */
export async function fetchFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: FileRoute<P, Q, B>,
  input: PageCallInput<P, Q, B>,
): Promise<{ readonly name: string; readonly content: Blob }> {
  const response = await send(route, input);
  if (!response.ok) throw failureOf(response.status, await response.json().catch(() => undefined));
  return { name: fileNameIn(response.headers), content: await response.blob() };
}

/**
 * Calls an endpoint that gives lines of JSON, and gives what stands in them as they come, some lines at a time.
 * @throws AppError as `call` does, also when the lines break off; the abort reason when aborted
 */
export async function* callLines<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: FileRoute<P, Q, B>,
  input: CallInput<P, Q, B>,
  signal?: AbortSignal,
): AsyncGenerator<readonly unknown[], void, undefined> {
  const response = await send(route, input, signal);
  if (!response.ok || !response.body) throw failureOf(response.status, await response.json().catch(() => undefined));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let begun: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      begun.push(value);
      if (!value.includes("\n")) continue;
      const lines = begun.join("").split("\n");
      begun = lines.splice(-1);
      yield lines.map((line): unknown => JSON.parse(line));
    }
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new AppError("STORE_UNAVAILABLE", "The lines broke off", { cause });
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

interface Sent {
  readonly params?: unknown;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly server?: string | undefined;
}

function send({ method, url }: Pick<Route, "method" | "url">, { params, query, body, server }: Sent, signal?: AbortSignal) {
  return fetch(addressOf(url, params, query, server), {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new AppError("STORE_UNAVAILABLE", "The server does not answer", { cause });
  });
}

/** The address of an endpoint with what is asked of it. */
export const addressOf = (
  url: string,
  params: unknown,
  query: Readonly<Record<string, unknown>> = {},
  server = basePath,
): string => addressUnder(server, url, params, query);
