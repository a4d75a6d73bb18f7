import { Validator } from "@seriousme/openapi-schema-validator";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as accounts from "../../../model/accounts.ts";
import * as cite from "../../../model/cite.ts";
import * as curation from "../../../model/curation.ts";
import * as discovery from "../../../model/discovery.ts";
import * as edits from "../../../model/edits.ts";
import * as explore from "../../../model/explore.ts";
import * as exported from "../../../model/exports.ts";
import * as gaps from "../../../model/gaps.ts";
import * as history from "../../../model/history.ts";
import * as match from "../../../model/match.ts";
import * as numbers from "../../../model/numbers.ts";
import * as patterns from "../../../model/patterns.ts";
import * as quality from "../../../model/quality.ts";
import type { FileRoute, Route } from "../../../model/route.ts";
import * as scale from "../../../model/scale.ts";
import * as versions from "../../../model/versions.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { appOn } from "../app.ts";

/** Every route that model/ knows. */
const all = Object.entries({
  ...accounts,
  ...cite,
  ...curation,
  ...edits,
  ...explore,
  ...discovery,
  ...exported,
  ...history,
  ...gaps,
  ...match,
  ...numbers,
  ...patterns,
  ...quality,
  ...scale,
  ...versions,
})
  .filter(([name]) => name.endsWith("Route"))
  .map(([, route]) => route as Route | FileRoute);
/** Those that answer with a file, and those that do not. */
const fileRoutes = all.filter((route): route is FileRoute => "media" in route);
const routes = all.filter((route): route is Route => !("media" in route));

let app: FastifyInstance;
beforeAll(async () => {
  app = await appOn(await openGrafeo(":memory:"));
});
afterAll(() => app.close());

const inOpenApi = (url: string) => url.replace(/:(\w+)/g, "{$1}");
const description = async () => (await app.inject("/api/openapi.json")).json();

test("the description is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const result = await validator.validate(await description());
  expect(result.errors ?? []).toEqual([]);
  expect([result.valid, validator.version]).toEqual([true, "3.1"]);
});

test("it describes every route there is, and nothing else", async () => {
  const { paths } = (await description()) as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes.length).toBeGreaterThan(15);
  expect(described.sort()).toEqual([...routes, ...fileRoutes].map(({ method, url }) => `${method} ${inOpenApi(url)}`).sort());
});

test("every answer has a shape, and every failure is described as a problem", async () => {
  const { paths } = (await description()) as { paths: Record<string, Record<string, Operation>> };
  for (const { method, url, summary } of routes) {
    const operation = paths[inOpenApi(url)]?.[method.toLowerCase()];
    expect(operation?.summary, url).toBe(summary);
    expect(operation?.responses["200"]?.content["application/json"]?.schema.type, url).toBe("object");
    expect(operation?.responses.default?.content["application/problem+json"]?.schema.required, url).toContain("code");
  }
});

test("every file has its media types", async () => {
  const { paths } = (await description()) as { paths: Record<string, Record<string, Operation>> };
  expect(fileRoutes.length).toBeGreaterThan(2);
  for (const { method, url, summary, media } of fileRoutes) {
    const operation = paths[inOpenApi(url)]?.[method.toLowerCase()];
    expect(operation?.summary, url).toBe(summary);
    expect(Object.keys(operation?.responses["200"]?.content ?? {}).sort(), url).toEqual([...media].sort());
    expect(operation?.responses.default?.content["application/problem+json"]?.schema.required, url).toContain("code");
  }
});

interface Operation {
  summary: string;
  responses: Record<string, { content: Record<string, { schema: { type?: string; required?: string[] } }> }>;
}

test("the page that shows it loads nothing from elsewhere, and holds no script of its own", async () => {
  const page = await app.inject("/api/docs");
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
  const addresses = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? "");
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) {
    expect(address).not.toMatch(/^(https?:)?\/\//);
    const { pathname } = new URL(address, "http://localhost/api/docs");
    expect((await app.inject(pathname)).statusCode, pathname).toBe(200);
  }
  expect(page.body).not.toMatch(/<script(?![^>]*src=)[^>]*>|<style|\son\w+=/);
});
