import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../model/errors.ts";

/** How much of the heavy work one client may ask for. */
export interface ClientBudget {
  /** Requests of a kind that are at work at a time. Further ones wait for their turn. */
  readonly atOnce: number;
  /** Requests of a kind in a minute; 0 for no limit. */
  readonly perMinute: number;
}

/** Requests of a client that may wait for its own earlier ones. */
const mostWaiting = 4;
/** Seconds after which a client with a full line may try again. */
const soon = 2;

/** The requests of one client: how many are at work, and what lets the next ones in, first come first. */
interface Line {
  working: number;
  readonly waiting: (() => void)[];
}

/**
 * Holds each client to `budget` at the POST routes of `urls`, counted for each route by itself, so that no client takes the turn of
 * others. To be called after `limitRate` and before those routes.
 */
export function limitClients(app: FastifyInstance, { atOnce, perMinute }: ClientBudget, urls: readonly string[]): void {
  app.addHook("onRoute", (route) => {
    if (!urls.includes(route.url)) return;
    const count = app.createRateLimit({ max: perMinute || Number.MAX_SAFE_INTEGER, timeWindow: "1 minute" });
    const lines = new Map<string, Line>();
    const hold = async (request: FastifyRequest, reply: FastifyReply) => {
      const counted = await count(request);
      if (!counted.isAllowed && counted.isExceeded) throw refused(reply, counted.ttlInSeconds);
      await turn(lines, counted.key, atOnce, reply);
    };
    route.preHandler = [route.preHandler ?? [], hold].flat();
  });
}

/** Waits until the client of `reply` has fewer than `atOnce` requests at work; its place is free when the answer is sent, or nobody waits for it. */
async function turn(lines: Map<string, Line>, client: string, atOnce: number, reply: FastifyReply): Promise<void> {
  if (reply.raw.closed) throw cancelled();
  const line = lines.get(client) ?? { working: 0, waiting: [] };
  lines.set(client, line);
  if (line.working < atOnce) line.working++;
  else if (line.waiting.length >= mostWaiting) throw refused(reply, soon);
  else await place(line, reply);
  reply.raw.once("close", () => {
    const next = line.waiting.shift();
    if (next) return next();
    line.working--;
    if (line.working === 0) lines.delete(client);
  });
}

/** Waits for a place that another request of `line` leaves. @throws AppError REQUEST_CANCELLED when its client goes before */
function place(line: Line, reply: FastifyReply): Promise<void> {
  return new Promise((resolve, reject) => {
    const onClose = () => {
      line.waiting.splice(line.waiting.indexOf(enter), 1);
      reject(cancelled());
    };
    const enter = () => {
      reply.raw.off("close", onClose);
      resolve();
    };
    reply.raw.once("close", onClose);
    line.waiting.push(enter);
  });
}

const cancelled = () => new AppError("REQUEST_CANCELLED", "The request was cancelled");

function refused(reply: FastifyReply, seconds: number): AppError {
  reply.header("retry-after", seconds);
  return new AppError("TOO_MANY_REQUESTS", `You ask for too much of this at a time. Try again in ${seconds} s`);
}
