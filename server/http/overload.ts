import { totalmem } from "node:os";
import { constrainedMemory } from "node:process";
import { getHeapStatistics } from "node:v8";
import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../model/errors.ts";
import { isApi, pathOf } from "./paths.ts";
import { Repeated } from "./repeated.ts";

/** From where on new requests are sent away; 0 for never. */
export interface OverloadBounds {
  /** Milliseconds that work waits for the event loop, on average over a second. */
  readonly delay: number;
  /** Megabytes of the whole process; left out, nine tenths of what it may take. */
  readonly memory?: number | undefined;
}

/** The part of what there is that may be used. The rest is for what is under way. */
const share = 0.9;

/**
 * Sends new requests to the API away with 503 while the event loop or the memory is nearly used up, so that those under way get
 * their answer. What `isSpared` names is answered all the same: whoever watches the server must see that it is there.
 */
export async function shedOverload(
  app: FastifyInstance,
  { delay, memory }: OverloadBounds,
  isSpared: (path: string) => boolean,
): Promise<void> {
  const repeated = new Repeated<{ type: string; value: number | undefined }>((what) =>
    app.log.warn(what, "overloaded: requests are sent away"),
  );
  await app.register(underPressure, {
    maxEventLoopDelay: delay,
    maxRssBytes: memory === undefined ? share * memoryThere() : memory * 1_000_000,
    maxHeapUsedBytes: memory === 0 ? 0 : share * getHeapStatistics().heap_size_limit,
    pressureHandler: async ({ url }, _, type, value) => {
      if (!isApi(pathOf(url)) || isSpared(pathOf(url))) return;
      repeated.happened({ type, value });
      throw new AppError("OVERLOADED", "The server has too much to do at this moment. Try again in a few seconds");
    },
  });
}

/** Bytes that this process may take: those of the machine, or of the container that it runs in. */
function memoryThere(): number {
  const constrained = constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
