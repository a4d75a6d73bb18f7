import type { z } from "zod";
import { addressUnder, type CallInput, failureOf, fileNameIn } from "../model/call.ts";
import { AppError } from "../model/errors.ts";
import type { PatternRowsEnd, PatternRowsFailed, PatternRowsHead, patternRowsRoute } from "../model/patterns.ts";
import type { FileRoute, Route } from "../model/route.ts";

export interface ClientOptions {
  /** Where the server stands, as in `https://example.org/overlap`. */
  readonly address: string;
  /** Lets an editor in; reading needs none. */
  readonly token?: string;
  /** Instead of the platform's own. */
  readonly fetch?: typeof fetch;
}

/** A file, with the name that the server gives it. */
export interface ClientFile {
  readonly name: string;
  /** The dataset version that it is made from, where the server tells it. */
  readonly datasetVersion: string | undefined;
  readonly content: Blob;
}

/** A server of Overlap: every route of `overlap-client/routes` can be called, with its own shapes for what goes in and what comes out. */
export class OverlapClient {
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #fetch: typeof fetch;

  constructor({ address, token, fetch: own }: ClientOptions) {
    this.#base = address.replace(/\/+$/, "");
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    this.#fetch = own ?? ((...asked) => fetch(...asked));
  }

  /**
   * Asks an endpoint that answers with JSON.
   * @throws AppError with the server's own code; STORE_UNAVAILABLE without a server; the reason of the signal when it aborts
   */
  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    route: Route<P, Q, B, R>,
    input: CallInput<P, Q, B> = {},
    signal?: AbortSignal,
  ): Promise<z.output<R>> {
    const answer = await this.#send(route, input, signal);
    return route.response.parse(await answer.json());
  }

  /** Fetches a file. @throws as `call` does */
  async file<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
    route: FileRoute<P, Q, B>,
    input: CallInput<P, Q, B> = {},
    signal?: AbortSignal,
  ): Promise<ClientFile> {
    const answer = await this.#send(route, input, signal);
    const datasetVersion = answer.headers.get("x-dataset-version") ?? undefined;
    return { name: fileNameIn(answer.headers), datasetVersion, content: await answer.blob() };
  }

  /**
   * The rows of a pattern as they are found; leaving the loop ends the pattern in the database.
   * @throws as `call` does, also in the middle of the rows
   */
  async *rows(
    route: typeof patternRowsRoute,
    body: z.input<typeof patternRowsRoute.body>,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly unknown[], PatternRowsHead & PatternRowsEnd["end"], undefined> {
    const answer = await this.#send(route, { body }, signal);
    let head: PatternRowsHead | undefined;
    for await (const line of linesOf(answer)) {
      const told = JSON.parse(line) as unknown[] | PatternRowsHead | PatternRowsEnd | PatternRowsFailed;
      if (Array.isArray(told)) yield told;
      else if ("failed" in told) throw new AppError(told.failed.code, told.failed.detail);
      else if ("end" in told && head) return { ...head, ...told.end };
      else head = told as PatternRowsHead;
    }
    throw new AppError("STORE_UNAVAILABLE", "The answer ended before its time: ask again");
  }

  /** The address at which anybody can ask the same of an endpoint that answers GET. */
  addressOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
    { url }: Pick<Route<P, Q, B>, "url">,
    { params, query }: Pick<CallInput<P, Q, B>, "params" | "query"> = {},
  ): string {
    return addressUnder(this.#base, url, params, query);
  }

  async #send(
    { method, url }: Pick<Route, "method" | "url">,
    {
      params,
      query,
      body,
    }: { readonly params?: unknown; readonly query?: Readonly<Record<string, unknown>>; readonly body?: unknown },
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const answer = await this.#fetch(addressUnder(this.#base, url, params, query), {
      method,
      headers: { ...this.#headers, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    }).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new AppError("STORE_UNAVAILABLE", "The server does not answer", { cause });
    });
    if (!answer.ok) throw failureOf(answer.status, await answer.json().catch(() => undefined));
    return answer;
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (!body) return;
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
