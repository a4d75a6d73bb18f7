import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { Gatekeeper } from "../../../server/cypher-gate/gatekeeper.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { measured } from "../../../server/store/measured.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { appOn } from "../app.ts";
import { smallFolder } from "../small.ts";

let app: FastifyInstance;
let store: GraphStore;
beforeAll(async () => {
  const gatekeeper = new Gatekeeper();
  const { store: counted, figures } = measured(await openGrafeo(":memory:", gatekeeper));
  store = counted;
  await loadDataset(store, smallFolder());
  app = await appOn(store, { figures: { engine: figures, gate: gatekeeper.figures } });
});
afterAll(() => app.close());

/** The value of a line, by its name and labels as Prometheus writes them. */
async function figure(name: string): Promise<number> {
  const answer = await app.inject("/api/metrics");
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
  const line = answer.body.split("\n").find((text) => text.startsWith(`${name} `));
  return line === undefined ? 0 : Number(line.slice(name.length));
}

test("requests are told by route, never by what they ask for", async () => {
  const count = 'overlap_http_request_duration_seconds_count{method="GET",route="/api/nodes/:id",status="200"}';
  const before = await figure(count);
  await app.inject("/api/nodes/theme:xr");
  await app.inject("/api/nodes/theme:xr?limit=1");
  await app.inject("/api/nergens-geheim");
  expect(await figure(count)).toBe(before + 2);
  expect((await app.inject("/api/metrics")).body).not.toContain("geheim");
});

test("the cache, the engine and the event loop", async () => {
  const [made, cached] = ['overlap_cache_answers_total{from="made"}', 'overlap_cache_answers_total{from="cache"}'] as const;
  const reads = 'overlap_engine_jobs_total{job="read"}';
  const before = [await figure(made), await figure(cached), await figure(reads)];
  for (let time = 0; time < 3; time++) await app.inject("/api/nodes/theme:xr?limit=7");
  expect([await figure(made), await figure(cached)]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 2]);
  expect(await figure(reads)).toBeGreaterThan(before[2] ?? 0);
  expect(await figure('overlap_engine_seconds_total{job="read"}')).toBeGreaterThan(0);
  expect(await figure("overlap_cache_bytes")).toBeGreaterThan(0);
  await expect.poll(() => figure("nodejs_eventloop_lag_max_seconds")).toBeGreaterThan(0);
});

test("a job that fails counts by its code", async () => {
  await store
    .read({ name: "writing", cypher: "MATCH (n:Entity) SET n.name = 'x' RETURN n", row: z.unknown() }, {})
    .catch(() => undefined);
  expect(await figure('overlap_engine_errors_total{job="read",code="QUERY_REFUSED"}')).toBe(1);
});

test("the check of patterns: how many were asked for and refused, and what it took", async () => {
  const pattern = (cypher: string) => app.inject({ method: "POST", url: "/api/patterns", payload: { cypher } });
  expect((await pattern("MATCH (t:Theme) RETURN t.name")).statusCode).toBe(200);
  expect((await pattern("MATCH (t:Theme) DELETE t")).statusCode).toBe(400);
  expect(await figure("overlap_checks_asked_total")).toBe(2);
  expect(await figure("overlap_checks_refused_total")).toBe(1);
  expect(await figure("overlap_checks_failed_total")).toBe(0);
  expect(await figure("overlap_checks_processor_seconds_total")).toBeGreaterThan(0);
});

test("without the setting there is nothing", async () => {
  const plain = await appOn(await openGrafeo(":memory:"));
  expect((await plain.inject("/api/metrics")).json()).toMatchObject({ status: 404, code: "ROUTE_NOT_FOUND" });
  await plain.close();
});

test("a standing event loop is logged with the routes that were at work", async () => {
  const slow: GraphStore = {
    ...store,
    read: (query, params, options) => {
      const end = performance.now() + 300;
      while (performance.now() < end);
      return store.read(query, params, options);
    },
    close: async () => {},
  };
  const stopped = await appOn(slow);
  const warn = vi.spyOn(stopped.log, "warn");
  let asked = 0;
  const told = () => warn.mock.calls.filter(([, text]) => text === "the event loop stood still").map(([what]) => what);
  await expect
    .poll(async () => {
      asked += 1;
      await stopped.inject(`/api/nodes/theme:xr/neighbours?limit=${asked}`);
      return told();
    })
    .toContainEqual({
      milliseconds: expect.any(Number),
      routes: expect.arrayContaining(["GET /api/nodes/:id/neighbours"]),
      times: expect.any(Number),
    });
  expect(told()).toHaveLength(1);
  await stopped.close();
});
