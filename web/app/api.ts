import type { z } from "zod";
import { AppError, Problem } from "../../model/errors.ts";
import type { FileRoute, Route } from "../../model/route.ts";
import { queryString } from "./address.ts";
import { basePath } from "./base-path.ts";

type Input<Shape extends z.ZodType> = z.input<Shape> extends Record<string, never> ? unknown : z.input<Shape>;

/** What goes into a call: each part may be left out where the route has none. */
export interface CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: Input<P>;
  readonly query?: QueryInput<z.input<Q>>;
  readonly body?: z.input<B>;
  /** Where the server is, with its base path, for a page that is not its own. */
  readonly server?: string | undefined;
}

/** A list goes into the address with commas; an absent part is left out. */
type QueryInput<Q> = { readonly [Name in keyof Q]?: string | number | readonly string[] | undefined };

/**
 * Calls an endpoint of the API.
 * @throws AppError with the server's own code; STORE_UNAVAILABLE without a server; the abort reason when aborted
 */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  input: CallInput<P, Q, B> = {},
  signal?: AbortSignal,
): Promise<z.output<R>> {
  const response = await send(route, input, signal);
  const answer: unknown = await response.json().catch(() => {
    if (signal?.aborted) throw signal.reason;
    throw new AppError(response.ok ? "INTERNAL" : "STORE_UNAVAILABLE", `The server answered ${response.status} without JSON`);
  });
  if (response.ok) return route.response.parse(answer);
  throw failureOf(response.status, answer);
}

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
  input: CallInput<P, Q, B>,
): Promise<{ readonly name: string; readonly content: Blob }> {
  const response = await send(route, input);
  if (!response.ok) throw failureOf(response.status, await response.json().catch(() => undefined));
  const [, name = "overlap"] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  return { name, content: await response.blob() };
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

function failureOf(status: number, answer: unknown): AppError {
  const problem = Problem.safeParse(answer);
  if (!problem.success) return new AppError("INTERNAL", `The server answered ${status}`);
  return new AppError(problem.data.code, problem.data.detail, { fields: problem.data.fields ?? [] });
}

/** The address of an endpoint with what is asked of it. */
export function addressOf(
  url: string,
  params: unknown,
  query: Readonly<Record<string, unknown>> = {},
  server = basePath,
): string {
  const values = (params ?? {}) as Readonly<Record<string, string>>;
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? "").replaceAll("%3A", ":"));
  const texts = Object.entries(query).map(([name, value]) => [name, value === undefined ? undefined : String(value)] as const);
  return server + path + queryString(Object.fromEntries(texts));
}
