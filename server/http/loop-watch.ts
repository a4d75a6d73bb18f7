import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import { Repeated } from "./repeated.ts";

/** Milliseconds between two samples of the delay, between two looks at it, and from where on it is worth a line in the log. */
const resolution = 20;
const every = 1_000;
const tooLong = 100;

/**
 * Tells the log when everybody had to wait for the event loop, and which routes were at work then. Nobody else waits for a route that
 * works in steps or elsewhere, so one that is named again and again does neither. To be called before any route.
 */
export function watchLoop(app: FastifyInstance): void {
  const working = new Map<object, string>();
  const worked = new Set<string>();
  app.addHook("onRequest", async ({ method, routeOptions }, { raw }) => {
    const route = `${method} ${routeOptions.url ?? "(none)"}`;
    worked.add(route);
    working.set(raw, route);
    raw.once("close", () => working.delete(raw));
  });

  const delays = monitorEventLoopDelay({ resolution });
  const repeated = new Repeated<{ milliseconds: number; routes: string[] }>((what) =>
    app.log.warn(what, "the event loop stood still"),
  );
  const look = () => {
    const milliseconds = Math.round(delays.max / 1e6 - resolution);
    if (milliseconds > tooLong) repeated.happened({ milliseconds, routes: [...worked].sort() });
    delays.reset();
    worked.clear();
    for (const route of working.values()) worked.add(route);
  };
  delays.enable();
  // A look that was late itself comes before the sample that says so.
  const timer = setInterval(() => setTimeout(look, 2 * resolution).unref(), every).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    delays.disable();
  });
}
