import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { AppError, errorStatus, Problem } from "../../../model/errors.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { appOn, ask } from "../app.ts";
import { smallFolder } from "../small.ts";

let store: GraphStore;
let app: FastifyInstance;
const opened: FastifyInstance[] = [];

beforeAll(async () => {
  store = await openGrafeo(":memory:");
  await loadDataset(store, smallFolder());
  app = await appOn(store);
  return () => app.close();
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** An app whose store fails in one way, whatever it is asked. */
async function failing(error: unknown): Promise<FastifyInstance> {
  const fails = () => Promise.reject(error);
  const broken: GraphStore = {
    read: fails,
    write: fails,
    pattern: fails,
    patternStream: fails,
    health: async () => ({ engine: "neo4j", version: "", reachable: false }),
    preparePatterns: () => {},
    close: async () => {},
  };
  const made = await appOn(broken);
  opened.push(made);
  return made;
}

const invalid = (detail: string, ...fields: { field: string; why: string }[]) => [
  400,
  {
    type: "/api/docs#INVALID_REQUEST",
    title: "The request is not right",
    status: 400,
    detail,
    instance: expect.stringMatching(/^[0-9a-f-]{36}$/),
    code: "INVALID_REQUEST",
    ...(fields.length > 0 && { fields }),
  },
];

describe("a wrong request says which field and why", () => {
  test("in the path and in the query", async () => {
    const why = "not an id such as theme:zelfregulatie";
    expect(await ask(app, "/api/nodes/onzin")).toEqual(invalid(`params/id: ${why}`, { field: "params/id", why }));
    const tooSmall = "Too small: expected number to be >=1";
    expect(await ask(app, "/api/nodes/theme:xr/neighbours?limit=0&kinds=theme,aap")).toEqual(
      invalid(
        expect.stringContaining("query/kinds/1: ") as unknown as string,
        { field: "query/kinds/1", why: expect.stringContaining("institution") as unknown as string },
        { field: "query/limit", why: tooSmall },
      ),
    );
    expect(await ask(app, "/api/search")).toMatchObject([400, { fields: [{ field: "query/q" }] }]);
    expect(await ask(app, "/api/search?q=a&q=b")).toMatchObject([400, { fields: [{ field: "query/q" }] }]);
  });

  test("in the body", async () => {
    const post = (payload: object) => ask(app, { method: "POST", url: "/api/patterns", payload });
    expect(await post({})).toMatchObject([400, { fields: [{ field: "body/cypher" }] }]);
    expect(await post({ cypher: "RETURN 1", limits: { rows: 1_000_000 } })).toMatchObject([
      400,
      { fields: [{ field: "body/limits/rows", why: "Too big: expected number to be <=10000" }] },
    ]);
    expect(await post({ cypher: "RETURN 1", also: 1 })).toMatchObject([400, { fields: [{ field: "body" }] }]);
  });

  test("a body that lies too deep to be looked through, or whose number would be rounded", async () => {
    const post = (value: string) =>
      ask(app, {
        method: "POST",
        url: "/api/patterns",
        payload: `{"cypher":"RETURN $a AS x","params":{"a":${value}}}`,
        headers: { "content-type": "application/json" },
      });
    const wrong = [400, { code: "INVALID_REQUEST", fields: [{ field: "body" }] }];
    expect(await post(`${"[".repeat(5_000)}${"]".repeat(5_000)}`)).toMatchObject(wrong);
    expect(await post(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toMatchObject(wrong);
    expect(await post("12345678901234567890")).toMatchObject(wrong);
    expect(await post("[[[9007199254740991]]]")).toMatchObject([200, { rows: [[[[[9007199254740991]]]]] }]);
  });

  test("more ids than a view holds", async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `theme:t${index}`);
    expect(await ask(app, `/api/subgraph?ids=${ids}`)).toMatchObject([400, { fields: [{ field: "query/ids" }] }]);
  });
});

describe("every other failure is a problem too", () => {
  test.each([
    ["malformed JSON", { method: "POST", payload: '{"cypher":', headers: { "content-type": "application/json" } }, 400],
    ["no JSON at all", { method: "POST", payload: "cypher", headers: { "content-type": "text/plain" } }, 415],
    ["too large", { method: "POST", payload: { cypher: "x".repeat(300_000) } }, 413],
    ["another method", { method: "DELETE" }, 405],
  ] as const)("%s", async (_, request, status) => {
    const answer = await app.inject({ url: "/api/patterns", ...request });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(Problem.parse(answer.json())).toMatchObject({ status });
  });

  test("a method that an address does not know names those that it does", async () => {
    const answer = await app.inject({ method: "DELETE", url: "/api/nodes/theme:xr/neighbours?limit=1" });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
    expect(answer.json()).toMatchObject({ code: "ROUTE_NOT_FOUND" });
  });

  test("an address that is not there, or cannot be read", async () => {
    expect(await ask(app, "/api/niets?q=geheim")).toMatchObject([404, { detail: "There is nothing at /api/niets" }]);
    expect(await ask(app, { method: "PROPFIND" as "GET", url: "/api/health" })).toMatchObject([405, { code: "ROUTE_NOT_FOUND" }]);
    expect(await ask(app, "/nergens.js")).toMatchObject([404, { code: "ROUTE_NOT_FOUND" }]);
    expect(await ask(app, "/api/nodes/%zz")).toMatchObject([400, { code: "INVALID_REQUEST" }]);
    expect(await ask(app, `/api/nodes/theme:${"a".repeat(2_000)}`)).toMatchObject([
      expect.any(Number),
      { code: expect.any(String) },
    ]);
  });

  test("each code of the table answers its status, and a bug's message stays inside", async () => {
    for (const code of Object.keys(errorStatus) as (keyof typeof errorStatus)[]) {
      const [status, body] = await ask(await failing(new AppError(code, `why ${code}`)), "/api/schema");
      expect([status, body]).toMatchObject([errorStatus[code], { code, status, detail: `why ${code}` }]);
    }
    const [status, body] = await ask(await failing(new Error("password=hunter2")), "/api/schema");
    expect([status, Problem.parse(body).code]).toEqual([500, "INTERNAL"]);
    expect(JSON.stringify(body)).not.toContain("hunter2");
  });

  test("a database that is away: 503, when to come back, and health that says so", async () => {
    const away = await failing(new AppError("STORE_UNAVAILABLE", "away"));
    const answer = await away.inject("/api/schema");
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "5"]);
    const health = await away.inject("/api/health");
    expect([health.statusCode, health.headers["retry-after"]]).toEqual([503, "5"]);
    expect(health.json()).toEqual({
      status: "unavailable",
      engine: "neo4j",
      version: "",
      nodes: 0,
      links: 0,
      datasetVersion: "",
    });
  });

  test("too many requests: 429, when to come back; the web part is not counted", async () => {
    const limited = await appOn(store, { rateLimit: 2 });
    const codes = [];
    for (let count = 0; count < 3; count++) codes.push((await limited.inject("/api/health")).statusCode);
    expect(codes).toEqual([200, 200, 429]);
    const answer = await limited.inject("/api/health");
    expect(answer.headers["retry-after"]).toMatch(/^\d+$/);
    expect(Problem.parse(answer.json()).code).toBe("TOO_MANY_REQUESTS");
    expect((await limited.inject("/overlap")).statusCode).toBe(404);
  });

  test("unknown addresses, and methods that one does not know, count as requests too", async () => {
    const requests = [
      { url: "/api/niets" },
      { url: "/api" },
      { url: "/nergens.js" },
      { url: "/api/health", method: "DELETE" },
    ] as const;
    for (const request of requests) {
      const limited = await appOn(store, { rateLimit: 3 });
      const codes = [];
      for (let count = 0; count < 5; count++) codes.push((await limited.inject(request)).statusCode);
      const unknown = "method" in request ? 405 : 404;
      expect(codes).toEqual([unknown, unknown, unknown, 429, 429]);
      expect((await limited.inject("/api/health")).statusCode).toBe(429);
    }
  });

  test("what can be sent at all", async () => {
    const part = fc.string({ unit: "binary", maxLength: 30 }).map(encodeURIComponent);
    const path = fc.constantFrom(
      "search",
      "nodes",
      "nodes/theme:xr/neighbours",
      "paths",
      "subgraph",
      "sources",
      "institutions/x/peers",
    );
    const key = fc.constantFrom("q", "limit", "kinds", "linkKinds", "seen", "ids", "from", "to");
    const query = fc.array(fc.tuple(key, part), { maxLength: 4 }).map((pairs) => pairs.map((pair) => pair.join("=")).join("&"));
    await fc.assert(
      fc.asyncProperty(path, part, query, async (known, unknown, text) => {
        for (const url of [`/api/${known}?${text}`, `/api/nodes/${unknown}?${text}`]) {
          const answer = await app.inject({ url });
          expect(answer.statusCode).toBeLessThan(500);
          if (answer.statusCode === 200) continue;
          expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
          const problem = Problem.parse(answer.json());
          expect(problem.status).toBe(answer.statusCode);
          expect(problem.instance).toBe(answer.headers["x-request-id"]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("over a real connection", () => {
  const send = (port: number, bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
      socket.on("data", (data) => (answer += data)).on("end", () => resolve(answer));
      socket.on("error", reject);
    });

  test("what is not HTTP, and what Node would refuse by itself without a word", async () => {
    const listening = await appOn(store);
    await listening.listen({ port: 0, host: "127.0.0.1" });
    const { port } = listening.server.address() as AddressInfo;
    try {
      for (const [bytes, status] of [
        ["GIBBERISH\r\n\r\n", 400],
        [`GET /${"a".repeat(200_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
        ["FETCH /api/health HTTP/1.1\r\nHost: x\r\n\r\n", 400],
        ["GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
        ["GET /api/health HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n", 417],
        ["CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", 501],
      ] as const) {
        const [head = "", body = ""] = (await send(port, bytes)).split("\r\n\r\n");
        expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
        expect(head).toContain("application/problem+json");
        expect(Problem.parse(JSON.parse(body))).toMatchObject({ code: "INVALID_REQUEST", status });
      }
    } finally {
      listening.server.closeAllConnections();
      listening.server.close();
    }
  });
});
