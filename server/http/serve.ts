import { Readable } from "node:stream";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError, Problem } from "../../model/errors.ts";
import type { Actor } from "../../model/roles.ts";
import type { Route } from "../../model/route.ts";
import { type CsvDialect, tableChoices } from "../../model/tables.ts";
import { cachedAnswer } from "../cache/answers.ts";
import { storeUntil } from "../cache/asker.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { jsonInSteps } from "./answer-json.ts";
import { ReadyTable, tableAsked, tableHeaders, tableOf, variesByAccept, withoutTableChoices } from "./tables.ts";

/** A part of the API. What it needs comes in as options; it answers by `serve`. */
export type ZodPlugin<Options extends object> = FastifyPluginAsync<Options>;

/** What a client asks for, in the shape that the route gives it. */
export interface Asked<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

/** One client's request. */
interface AskedBy<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Asked<P, Q, B> {
  /** Aborts when the client closes the connection before it has its answer. */
  readonly signal: AbortSignal;
  readonly reply: FastifyReply;
  /** Where the client found this server, as in `https://example.org`. */
  readonly origin: string;
  /** Who makes it. */
  readonly actor: Actor;
  /** How the table of the answer is to be written; undefined when its JSON is asked for. */
  readonly csv: CsvDialect | undefined;
}

/** What an answer is made from that may be shared with others who ask the same. */
interface AskedOfGraph<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Asked<P, Q, B> {
  /** The graph, until nobody waits for the answer any more. */
  readonly store: GraphStore;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** An answer as JSON that is sent as it is, without being held against the shape of its route. */
export class ReadyJson {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** How the documentation describes a failure. */
const problem = {
  description: "What went wrong, as problem details (RFC 9457).",
  content: { "application/problem+json": { schema: Problem } },
};

const csv = { schema: z.string() };

/** How a route of model/ is described in the documentation; `media` is what it answers with, by media type. */
export function described(
  route: Omit<Route, "response">,
  tag: string,
  description: string,
  media: Readonly<Record<string, { readonly schema: z.ZodType }>>,
) {
  const isTable = route.table !== undefined;
  return {
    method: route.method,
    url: route.url,
    config: { needs: route.needs ?? "reader" },
    ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    schema: {
      summary: route.summary,
      tags: [tag],
      ...(route.needs && { security: [{ token: [] }, { session: [] }] }),
      params: route.params,
      querystring: isTable ? (route.query as z.ZodObject).safeExtend(tableChoices.shape) : route.query,
      ...(route.method === "POST" && { body: route.body }),
      response: { 200: { description, content: isTable ? { ...media, "text/csv": csv } : media }, default: problem },
    },
  };
}

/** What a request holds, after the shapes of its route have let it through. */
export const askedIn = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  request: FastifyRequest,
): Asked<P, Q, B> => ({
  params: request.params as z.output<P>,
  query: request.query as z.output<Q>,
  body: request.body as z.output<B>,
});

/** Answers a route of model/ under `tag` in the documentation. Wrong requests never reach `answer`. */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  route: Route<P, Q, B, R>,
  tag: string,
  answer: (asked: AskedBy<P, Q, B>) => Promise<z.output<R> | ReadyJson | ReadyTable> | z.output<R>,
): void {
  const { table } = route;
  app.route({
    ...described(route, tag, "The answer.", { "application/json": { schema: route.response } }),
    handler: async (request: FastifyRequest, reply) => {
      const dialect = table === undefined ? undefined : tableAsked(request);
      const asked = askedIn<P, Q, B>(request);
      const answered = await answer({
        ...asked,
        ...(table !== undefined && { query: withoutTableChoices(asked.query) as z.output<Q> }),
        csv: dialect,
        get signal() {
          return signalOf(reply);
        },
        reply,
        origin: originOf(request),
        actor: request.actor,
      });
      if (table !== undefined) variesByAccept(reply);
      if (answered instanceof ReadyTable) return sendTable(reply, answered);
      if (table !== undefined && dialect !== undefined) return sendTable(reply, await tableIn(answered, table, dialect));
      if (!(answered instanceof ReadyJson)) return answered;
      reply.type("application/json; charset=utf-8");
      return answered.bytes;
    },
  });
}

const tableIn = (answered: unknown, list: string, dialect: CsvDialect): Promise<ReadyTable> =>
  tableOf((answered instanceof ReadyJson ? JSON.parse(answered.bytes.toString()) : answered) as object, list, dialect);

const sendTable = (reply: FastifyReply, table: ReadyTable) =>
  reply.headers(tableHeaders(table)).send(Readable.from(table.text, { objectMode: false }));

/**
 * A `serve` for routes whose answer depends on what is asked and the graph's state alone. It is sent as it was cached: checking
 * each of thousands of links against its shape again takes longer than making them, and the tests do that.
 *
 * `isAskedAgain` is false of a request that hardly anybody will make a second time: its answer is not cached. That of a request with a
 * body must not be: the cache knows an answer by its address.
 */
export const serveCached =
  (app: FastifyInstance, store: GraphStore, tag: string) =>
  <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    route: Route<P, Q, B, R>,
    answer: (asked: AskedOfGraph<P, Q, B>) => Promise<z.output<R>>,
    isAskedAgain: (asked: Asked<P, Q, B>) => boolean = () => true,
  ): void =>
    serve(app, route, tag, async (asked) => {
      const { params, query, body } = asked;
      const make = (signal: AbortSignal) => answer({ params, query, body, signal, store: storeUntil(signal, store) });
      const bytes = async (signal: AbortSignal) => inTurns(jsonInSteps(await make(signal)), signal);
      if (!isAskedAgain(asked)) return new ReadyJson(await bytes(asked.signal));
      const key = JSON.stringify([route.url, params, query]);
      return new ReadyJson(await cachedAnswer(store, key, bytes, () => asked.signal));
    });

/** Where a client found this server, as in `https://example.org`. */
export const originOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

/** Fastify's own `request.signal` misses a client that leaves after it has sent its body. */
export function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const leave = () => controller.abort(new AppError("REQUEST_CANCELLED", "The request was cancelled"));
  if (reply.raw.destroyed && !reply.raw.writableFinished) leave();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) leave();
  });
  return controller.signal;
}
