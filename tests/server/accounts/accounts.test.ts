import type { FastifyInstance, InjectOptions } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { appOn } from "../app.ts";
import { smallFolder } from "../small.ts";
import { requiredRoles } from "./required-roles.ts";

const adminToken = "a-token-of-this-test-alone";
const localToken = "another-token-of-this-test";

const open: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function server(tokens = { adminToken: adminToken as string | undefined, localToken: undefined as string | undefined }) {
  const store = await openGrafeo(":memory:");
  await loadDataset(store, smallFolder());
  const app = await appOn(store, { tokens });
  open.push(app);
  return app;
}

const fromOwnPage = { "sec-fetch-site": "same-origin" };

async function signIn(app: FastifyInstance, body: object = { token: adminToken }, headers: Record<string, string> = {}) {
  const answer = await app.inject({ method: "POST", url: "/api/session", payload: body, headers });
  const [cookie] = answer.cookies;
  return { answer, cookie, headers: { cookie: cookie ? `${cookie.name}=${cookie.value}` : "" } };
}

const whoAmI = async (app: FastifyInstance, headers: Record<string, string>) =>
  (await app.inject({ url: "/api/session", headers })).json();

describe("who may do what", () => {
  test("every route of the document, for everybody: what the table says, before anything of the request is looked at", async () => {
    const app = await server();
    const { paths } = (await app.inject("/api/openapi.json")).json() as { paths: Record<string, Record<string, object>> };
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual(Object.keys(requiredRoles).sort());

    const signed = (await signIn(app)).headers;
    const [id = "", ...rest] = signed.cookie.split(".");
    const clients: Readonly<Record<string, { role: "reader" | "editor"; headers: Record<string, string> }>> = {
      nobody: { role: "reader", headers: {} },
      "a token": { role: "editor", headers: { authorization: `Bearer ${adminToken}` } },
      "a session on a page of this site": { role: "editor", headers: { ...signed, ...fromOwnPage } },
      "a cookie that nobody signed": { role: "reader", headers: { cookie: `${id}x.${rest.join(".")}`, ...fromOwnPage } },
      "a cookie of another server": {
        role: "reader",
        headers: { cookie: "overlap-session=a 99999999999999 .b", ...fromOwnPage },
      },
    };
    for (const route of routes) {
      const [method = "", path = ""] = route.split(" ");
      if (path.startsWith("/api/session")) continue;
      const url = path.replace(/\{\w+\}/g, "institution:noord");
      for (const [client, { role, headers }] of Object.entries(clients)) {
        const { statusCode, body, headers: told } = await app.inject({ method: method as "GET", url, headers });
        const may = role === "editor" || requiredRoles[route] === "reader";
        expect(may ? "let in" : [statusCode, told["www-authenticate"]], `${route} by ${client}`).toEqual(
          may ? "let in" : [401, 'Bearer realm="Overlap"'],
        );
        if (may) expect([401, 403], `${route} by ${client}`).not.toContain(statusCode);
        else
          expect(JSON.parse(body)).toMatchObject({ code: "SIGN_IN_NEEDED", detail: expect.stringContaining("Only an editor") });
      }
    }
  });

  test("the document says of each route that needs somebody how to say who one is", async () => {
    const app = await server();
    const { paths } = (await app.inject("/api/openapi.json")).json();
    for (const [route, role] of Object.entries(requiredRoles)) {
      const [method = "", path = ""] = route.split(" ");
      const { security } = paths[path][method.toLowerCase()];
      expect(security, route).toEqual(role === "reader" ? undefined : [{ token: [] }, { session: [] }]);
    }
  });

  test("without any set-up everybody reads and nobody writes, and a refusal says who could", async () => {
    const app = await server({ adminToken: undefined, localToken: undefined });
    expect(await whoAmI(app, {})).toEqual({ role: "reader", initials: "", canSignIn: false });
    const { answer } = await signIn(app);
    expect([answer.statusCode, answer.json().detail]).toEqual([403, expect.stringContaining("ADMIN_TOKEN")]);
    for (const route of Object.keys(requiredRoles).filter((name) => requiredRoles[name] !== "reader")) {
      const [method = "", url = ""] = route.split(" ");
      const refused = await app.inject({ method: method as "POST", url: url.replace(/\{\w+\}/g, "theme:ict") });
      expect([refused.statusCode, refused.json().code], route).toEqual([403, "NOT_ALLOWED"]);
      expect(refused.json().detail).toMatch(/an editor could.*ADMIN_TOKEN/);
    }
  });

  test("the token for programs on this machine opens no session", async () => {
    const app = await server({ adminToken, localToken });
    expect((await signIn(app, { token: localToken })).answer.statusCode).toBe(401);
    const answer = await app.inject({ url: "/api/session", headers: { authorization: `Bearer ${localToken}` } });
    expect(answer.statusCode).toBe(200);
  });
});

describe("a session", () => {
  test("is a signed cookie that scripts of the page cannot read, and lasts twelve hours", async () => {
    const app = await server();
    const { answer, cookie, headers } = await signIn(app, { token: adminToken, initials: "AB" });
    expect(answer.json()).toMatchObject({ role: "editor", initials: "AB", canSignIn: true });
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/", maxAge: 43_200 });
    expect(cookie).not.toHaveProperty("secure");
    expect(decodeURIComponent(cookie?.value ?? "")).not.toContain(adminToken);
    const told = await whoAmI(app, headers);
    expect(told).toEqual(answer.json());
    expect(Math.abs(told.until - Date.now() - 43_200_000)).toBeLessThan(60_000);
  });

  test("goes over TLS alone where the page does, and holds under the path of the server", async () => {
    const store = await openGrafeo(":memory:");
    const app = await appOn(store, {
      tokens: { adminToken, localToken: undefined },
      trustProxy: ["127.0.0.1"],
      basePath: "/mbo",
    });
    open.push(app);
    const answer = await app.inject({
      method: "POST",
      url: "/mbo/api/session",
      payload: { token: adminToken },
      headers: { "x-forwarded-proto": "https" },
    });
    expect(answer.cookies[0]).toMatchObject({ secure: true, path: "/mbo" });
  });

  test("ends when one signs out: a copy of its cookie is worth nothing from then on", async () => {
    const app = await server();
    const { headers } = await signIn(app);
    expect(await whoAmI(app, headers)).toMatchObject({ role: "editor" });
    const out = await app.inject({
      method: "POST",
      url: "/api/session/end",
      payload: {},
      headers: { ...headers, ...fromOwnPage },
    });
    expect([out.json().role, out.cookies[0]?.value]).toEqual(["reader", ""]);
    expect(await whoAmI(app, headers)).toMatchObject({ role: "reader" });
  });

  test("ends when the server gets another token", async () => {
    const { headers } = await signIn(await server());
    const other = await server({ adminToken: "quite-another-token-now", localToken: undefined });
    expect(await whoAmI(other, headers)).toMatchObject({ role: "reader" });
  });

  test.each([
    ["another site's page", { "sec-fetch-site": "cross-site" }],
    ["a page of a neighbour of this site", { "sec-fetch-site": "same-site" }],
    ["an address that was typed, or a link", { "sec-fetch-site": "none" }],
    ["another site's page, in an old browser", { origin: "https://elsewhere.example" }],
    ["a page without an origin", { origin: "null" }],
    ["something that says nothing", {}],
  ])("counts for no change that is asked for by %s", async (_, from) => {
    const app = await server();
    const { headers } = await signIn(app);
    const refused = await app.inject({ method: "POST", url: "/api/session/end", payload: {}, headers: { ...headers, ...from } });
    expect([refused.statusCode, refused.json().code]).toEqual([403, "NOT_ALLOWED"]);
    expect(await whoAmI(app, headers)).toMatchObject({ role: "editor" });
  });

  test("counts for a change from a page of this site in an old browser, too", async () => {
    const app = await server();
    const { headers } = await signIn(app);
    const from = { ...headers, host: "overlap.example", origin: "https://overlap.example" };
    expect((await app.inject({ method: "POST", url: "/api/session/end", payload: {}, headers: from })).statusCode).toBe(200);
  });
});

describe("a wrong token", () => {
  test("is refused in the same words however it is wrong, and is told nowhere", async () => {
    const app = await server();
    const wrongs = [`${adminToken}x`, adminToken.slice(1), "x", "é".repeat(400)];
    const answers = await Promise.all(wrongs.map(async (token) => (await signIn(app, { token })).answer));
    for (const [index, answer] of answers.entries()) {
      expect(answer.json()).toMatchObject({
        status: 401,
        code: "SIGN_IN_NEEDED",
        detail: "This is not the token of this server",
      });
      expect(answer.body).not.toContain(wrongs[index]);
      expect(answer.cookies).toEqual([]);
    }
    expect((await app.inject({ url: "/api/health", headers: { authorization: "Bearer nonsense" } })).statusCode).toBe(401);
  });

  test("stops whoever guesses, also at other routes; then the right one is not taken, either; others are let in", async () => {
    const app = await server();
    const ask = (token: string, remoteAddress: string): InjectOptions => ({
      url: "/api/schema",
      headers: { authorization: `Bearer ${token}` },
      remoteAddress,
    });
    for (let tries = 0; tries < 10; tries++) expect((await app.inject(ask(`guess-${tries}`, "192.0.2.1"))).statusCode).toBe(401);
    expect((await app.inject(ask("guess", "192.0.2.1"))).json()).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
    expect((await app.inject(ask(adminToken, "192.0.2.1"))).statusCode).toBe(429);
    const signing = { method: "POST", url: "/api/session", payload: { token: adminToken } } as const;
    expect((await app.inject({ ...signing, remoteAddress: "192.0.2.1" })).statusCode).toBe(429);
    expect((await app.inject({ ...signing, remoteAddress: "192.0.2.2" })).statusCode).toBe(200);
    expect((await app.inject({ url: "/api/schema", remoteAddress: "192.0.2.1" })).statusCode).toBe(200);
  });
});
