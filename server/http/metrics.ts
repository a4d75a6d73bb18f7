import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { cacheFigures } from "../cache/answers.ts";
import type { EngineFigures } from "../store/measured.ts";
import type { GraphStore } from "../store/store.ts";
import { metricsUrl } from "./paths.ts";

/** What is counted in the store and before it. */
export interface StoreFigures {
  readonly engine: EngineFigures;
  readonly gate: { readonly asked: number; readonly refused: number; readonly failed: number; readonly processorTime: number };
}

/** Seconds: from a cached answer to a pattern at its limit. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Tells how the server does, in the text form of Prometheus: the event loop, requests by route, the cache, the engine and the gate before it. To be called before any route. */
export function tellMetrics(app: FastifyInstance, store: GraphStore, { engine, gate }: StoreFigures): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  timeRequests(app, register);
  tellCache(register, store);
  tellEngine(register, engine);
  tellGate(register, gate);
  app.get(metricsUrl, { schema: { hide: true } }, async (_, reply) => {
    reply.type(register.contentType).header("cache-control", "no-store");
    return register.metrics();
  });
}

function timeRequests(app: FastifyInstance, register: Registry): void {
  const requests = new Histogram({
    name: "overlap_http_request_duration_seconds",
    help: "Time from a request to its answer, by route.",
    labelNames: ["method", "route", "status"],
    buckets,
    registers: [register],
  });
  app.addHook("onResponse", async ({ method, routeOptions }, { elapsedTime, statusCode }) => {
    requests.observe({ method, route: routeOptions.url ?? "none", status: statusCode }, elapsedTime / 1_000);
  });
}

function tellCache(register: Registry, store: GraphStore): void {
  const figures = cacheFigures(store);
  counter(register, "overlap_cache_answers_total", "Answers by where they came from.", ["from"], (set) => {
    set({ from: "cache" }, figures.hits);
    set({ from: "equal_request" }, figures.joined);
    set({ from: "made" }, figures.misses);
  });
  new Gauge({
    name: "overlap_cache_bytes",
    help: "Bytes of cached answers, and of what was asked.",
    registers: [register],
    collect() {
      this.set(figures.bytes());
    },
  });
}

function tellEngine(register: Registry, engine: EngineFigures): void {
  const jobs = Object.entries(engine);
  counter(register, "overlap_engine_jobs_total", "What the graph database was asked to do.", ["job"], (set) => {
    for (const [job, { count }] of jobs) set({ job }, count);
  });
  counter(register, "overlap_engine_seconds_total", "Time until the graph database was done.", ["job"], (set) => {
    for (const [job, { seconds }] of jobs) set({ job }, seconds);
  });
  counter(register, "overlap_engine_errors_total", "Jobs that failed, by code.", ["job", "code"], (set) => {
    for (const [job, { errors }] of jobs) for (const [code, count] of errors) set({ job, code }, count);
  });
}

function tellGate(register: Registry, gate: StoreFigures["gate"]): void {
  const figures = [
    ["asked_total", "Patterns that were to be checked.", () => gate.asked],
    ["refused_total", "Patterns that were refused.", () => gate.refused],
    ["failed_total", "Checks that failed themselves, which says nothing about the pattern.", () => gate.failed],
    ["processor_seconds_total", "Time of the processor that checks took.", () => gate.processorTime],
  ] as const;
  for (const [name, help, read] of figures) counter(register, `overlap_checks_${name}`, help, [], (set) => set({}, read()));
}

/** A counter of what is counted elsewhere. */
function counter(
  register: Registry,
  name: string,
  help: string,
  labelNames: readonly string[],
  read: (set: (labels: Readonly<Record<string, string>>, value: number) => void) => void,
): void {
  new Counter({
    name,
    help,
    labelNames: [...labelNames],
    registers: [register],
    collect() {
      this.reset();
      read((labels, value) => this.inc(labels, value));
    },
  });
}
