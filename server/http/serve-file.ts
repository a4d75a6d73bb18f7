import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { FileRoute } from "../../model/route.ts";
import { type Asked, askedIn, described, originOf, signalOf } from "./serve.ts";

/** A file as it is sent: made while it is read. */
export interface SentFile {
  /** Of letters, digits, points and hyphens: it stands in a header. */
  readonly name: string;
  readonly media: string;
  readonly bytes: Readable | AsyncIterable<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where what is asked for is to be found instead. */
export interface SeeOther {
  readonly seeOther: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a client asks for, in the shape that the route gives it. */
export interface FileAsked<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Asked<P, Q, B> {
  /** Of the header, or of nothing. */
  readonly accept: string | undefined;
  /** Where the client found this server, as in `https://example.org`. */
  readonly origin: string;
  /** Aborts when the client closes the connection before it has the whole file. */
  readonly signal: AbortSignal;
}

/** Answers a route of model/ with a file. Until its first bytes are sent a failure is a problem like any other; then the connection ends. */
export function serveFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  app: FastifyInstance,
  route: FileRoute<P, Q, B>,
  tag: string,
  answer: (asked: FileAsked<P, Q, B>) => Promise<SentFile | SeeOther>,
): void {
  const file = { schema: z.string().meta({ format: "binary" }) };
  app.route({
    ...described(route, tag, "The file.", Object.fromEntries(route.media.map((media) => [media, file]))),
    handler: async (request: FastifyRequest, reply) => {
      const sent = await answer({
        ...askedIn<P, Q, B>(request),
        accept: request.headers.accept,
        origin: originOf(request),
        signal: signalOf(reply),
      });
      reply.headers({ ...sent.headers });
      if ("seeOther" in sent) return reply.redirect(sent.seeOther, 303);
      const { name, media } = sent;
      const bytes = sent.bytes instanceof Readable ? sent.bytes : Readable.from(sent.bytes, { objectMode: false });
      return reply.headers({ "content-type": media, "content-disposition": `attachment; filename="${name}"` }).send(bytes);
    },
  });
}
