import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { appOn } from "../app.ts";

const outside = mkdtempSync(join(tmpdir(), "overlap-web-"));
const webRoot = join(outside, "web");
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(webRoot, "assets"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(webRoot, ".env"), "secret");
  writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Overlap</title>");
  writeFileSync(join(webRoot, "assets", "main-4f2a.js"), `export const big = "${"x".repeat(5_000)}";`);
  app = await appOn(await openGrafeo(":memory:"), { webRoot });
});
afterAll(async () => {
  await app.close();
  rmSync(outside, { recursive: true });
});

test("every page is the web part's own business, and is asked for anew each time", async () => {
  for (const url of ["/", "/verken?n=theme:ai", "/instelling/institution:summa-college", "/overlap", "/kansen", "/patronen"]) {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.headers["content-type"]], url).toEqual([200, "text/html; charset=utf-8"]);
    expect([answer.body, answer.headers["cache-control"]], url).toEqual(["<!doctype html><title>Overlap</title>", "no-cache"]);
  }
  expect((await app.inject({ method: "HEAD", url: "/verken" })).statusCode).toBe(200);
});

test("files with a hash in their name are kept for a year, and are sent compressed", async () => {
  const answer = await app.inject({ url: "/assets/main-4f2a.js", headers: { "accept-encoding": "br" } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "br",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers["content-type"]).toMatch(/^(text|application)\/javascript/);
  expect(answer.rawPayload.length).toBeLessThan(1_000);
});

test("a file that is not there is not a page, and nothing but pages takes anything", async () => {
  for (const url of ["/assets/main-0000.js", "/favicon.ico", "/api", "/api/niets", "/.env", "/.git/config"])
    expect((await app.inject(url)).json(), url).toMatchObject({ code: "ROUTE_NOT_FOUND", status: 404 });
  expect((await app.inject({ method: "POST", url: "/overlap" })).statusCode).toBe(404);
});

test("an address with something stuck to its end, or a broken percent code, still is a page's", async () => {
  for (const url of ["/overlap.", "/instelling/summa-college,", "/instelling/summa%zz", "/instelling/%ff", "/Overlap"])
    expect((await app.inject(url)).headers["content-type"], url).toBe("text/html; charset=utf-8");
  expect((await app.inject("/api/nodes/%zz")).json()).toMatchObject({ code: "INVALID_REQUEST", status: 400 });
});

test("under a base path everything stands there, and nothing elsewhere", async () => {
  writeFileSync(
    join(webRoot, "index.html"),
    '<meta name="base-path" content=""><link href="./assets/a.css"><script src="/no-eval.js"></script>',
  );
  const under = await appOn(await openGrafeo(":memory:"), { webRoot, basePath: "/mbo/overlap" });
  const page =
    '<meta name="base-path" content="/mbo/overlap"><link href="/mbo/overlap/assets/a.css"><script src="/mbo/overlap/no-eval.js"></script>';
  for (const url of ["/mbo/overlap", "/mbo/overlap?taal=en", "/mbo/overlap/", "/mbo/overlap/overlap"])
    expect((await under.inject(url)).body, url).toBe(page);
  expect((await under.inject("/mbo/overlap/api/health")).json()).toMatchObject({ status: "ok" });
  expect((await under.inject("/mbo/overlap/assets/main-4f2a.js")).statusCode).toBe(200);
  expect((await under.inject("/mbo/overlap/api/openapi.json")).json()).toMatchObject({ servers: [{ url: "/mbo/overlap" }] });
  expect((await under.inject("/mbo/overlap/api/niets")).json()).toMatchObject({ type: "/mbo/overlap/api/docs#ROUTE_NOT_FOUND" });
  for (const url of ["/", "/overlap", "/api/health", "/mbo/overlapping", "/mbo"])
    expect((await under.inject(url)).json(), url).toMatchObject({ status: 404, detail: `There is nothing at ${url}` });
  await under.close();
});

test("nothing outside its folder is served", async () => {
  for (const url of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
  ]) {
    const answer = await app.inject(url);
    expect(answer.body, url).not.toBe("secret");
    expect(answer.statusCode === 200 ? answer.headers["content-type"] : "none", url).toMatch(/^(none|text\/html)/);
  }
});

test("a page may load from here alone, run nothing written into it, and stand in nobody's frame", async () => {
  for (const url of ["/", "/api/health", "/nergens.js"]) {
    const { headers } = await app.inject(url);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({ "x-frame-options": "DENY", "referrer-policy": "same-origin" });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test("one page alone may stand in a frame: of our own site, and of others that the settings name; the script is for everybody", async () => {
  writeFileSync(join(webRoot, "kader.html"), '<script type="module" src="/overlap-graph.js"></script>');
  writeFileSync(join(webRoot, "overlap-graph.js"), "customElements;");
  const headersOf = async (frameOrigins: string[], url: string) => {
    const own = await appOn(await openGrafeo(":memory:"), { webRoot, frameOrigins, basePath: "/mbo" });
    const { headers, body } = await own.inject(`/mbo${url}`);
    await own.close();
    return { ...headers, ancestors: /frame-ancestors ([^;]*)/.exec(String(headers["content-security-policy"]))?.[1], body };
  };
  const others = ["https://example.org", "http://localhost:8080"];
  expect(await headersOf([], "/insluiten/kader?toon=theme:ai")).toMatchObject({
    ancestors: "'self'",
    "x-frame-options": "SAMEORIGIN",
    body: '<script type="module" src="/mbo/overlap-graph.js"></script>',
  });
  const named = await headersOf(others, "/insluiten/kader/");
  expect(named.ancestors).toBe("'self' https://example.org http://localhost:8080");
  expect(named).not.toHaveProperty("x-frame-options");
  for (const url of ["/insluiten", "/verken", "/api/health", "/kader.html"])
    expect(await headersOf(others, url), url).toMatchObject({ ancestors: "'none'", "x-frame-options": "DENY" });
  const script = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
  expect(await headersOf([], "/overlap-graph.js")).toMatchObject({ ...script, "cache-control": "no-cache" });
  expect(await headersOf([], "/assets/main-4f2a.js")).not.toMatchObject(script);
});

test("other sites may read the API only when the settings name them", async () => {
  const opened = await appOn(await openGrafeo(":memory:"), { corsOrigins: ["https://example.org"] });
  const from = async (origin: string) =>
    (await opened.inject({ url: "/api/health", headers: { origin } })).headers["access-control-allow-origin"];
  expect([await from("https://example.org"), await from("https://example.com")]).toEqual(["https://example.org", undefined]);
  await opened.close();
});

test("every answer has an id, the caller's own when it is harmless", async () => {
  const idOf = async (given: string) =>
    (await app.inject({ url: "/api/health", headers: { "x-request-id": given } })).headers["x-request-id"];
  expect(await idOf("abc-123")).toBe("abc-123");
  expect(await idOf("<script>")).toMatch(/^[0-9a-f-]{36}$/);
  expect(await idOf("x".repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
});
