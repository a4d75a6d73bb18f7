import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureNames, NumbersAnswer, NumbersLine, projectionRoute, similarRoute } from "../../../model/numbers.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, loadSeed } from "../app.ts";

const answers = new Map<string, unknown>();

describeOnBothEngines("numbers of the project's own data", (open, engine) => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const store = await open();
    await loadSeed(store);
    app = await appOn(store);
  });

  test.each(measureNames)("%s is the same on both engines", async (measure) => {
    const [status, body] = await ask(app, `/api/numbers/${measure}?limit=10000`);
    expect(status).toBe(200);
    const answer = NumbersAnswer.parse(body);
    expect(answer).toMatchObject({ measure, of: "everything", nodes: 401, exact: true });
    expect(answer.rows).toHaveLength(401);
    if (engine.name === "grafeo") answers.set(measure, answer);
    else expect(answer).toEqual(answers.get(measure));
  });
});

let app: FastifyInstance;
beforeAll(async () => {
  const store = await openGrafeo(":memory:");
  await loadSeed(store);
  app = await appOn(store);
});
afterAll(() => app.close());

const numbers = async (path: string): Promise<NumbersAnswer> => {
  const [status, body] = await ask(app, `/api/numbers/${path}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return NumbersAnswer.parse(body);
};

describe("what is measured", () => {
  test("each link counts when it is asked for: the number that every item tells of itself", async () => {
    const { rows, leftOut } = await numbers("degree?parallel=each&limit=10000");
    expect(leftOut).toBe(0);
    for (const { node, value } of rows) expect(value, node.id).toBe(node.degree);
    expect(rows.map(({ value }) => value)).toEqual(rows.map(({ value }) => value).sort((one, other) => other - one));
  });

  test("parallel links count once otherwise, and it is said how many did not", async () => {
    const [once, each] = [await numbers("degree"), await numbers("degree?parallel=each")];
    expect(once.leftOut).toBeGreaterThan(0);
    expect(once.links + once.leftOut).toBe(each.links);
  });

  test("only what a source states, only some kinds, only what is shown", async () => {
    const stated = await numbers("degree?links=stated&parallel=each");
    expect(stated.links).toBeLessThan((await numbers("degree?parallel=each")).links);
    const themes = await numbers("pagerank?kinds=theme&direction=directed&limit=10000");
    expect(new Set(themes.rows.map(({ node }) => node.kind))).toEqual(new Set(["theme"]));
    expect(themes.of).toBe("kinds");
    const shown = await numbers("betweenness?ids=institution:summa-college,institution:rijn-ijssel,theme:zelfregulatie");
    expect([shown.of, shown.nodes]).toEqual(["ids", 3]);
  });

  test("groups cover all items, the largest first, each called by items of its own", async () => {
    const { groups = [], rows } = await numbers("community?limit=10000");
    const members = (group: number) => rows.filter(({ value }) => value === group).map(({ node }) => node.id);
    expect(groups.length).toBeGreaterThan(3);
    for (const [index, { group, size, sharedBy }] of groups.entries()) {
      expect(group).toBe(index);
      expect(size).toBeLessThanOrEqual(groups[index - 1]?.size ?? Number.POSITIVE_INFINITY);
      expect(members(group)).toHaveLength(size);
      for (const { id } of sharedBy) expect(members(group)).toContain(id);
      if (size > 5) expect(sharedBy.length).toBeGreaterThan(0);
    }
  });
});

describe("how much a number hangs on single links", () => {
  test("each item gets a range, and the order as a whole says how steady it is", async () => {
    const { rows, robustness } = await numbers("betweenness?samples=20&limit=30");
    expect(robustness).toMatchObject({ samples: 20, dropped: 0.1, top: 10 });
    expect(robustness?.meanCorrelation).toBeGreaterThan(0.7);
    for (const { range } of rows) expect(range?.low).toBeLessThanOrEqual(range?.high ?? -1);
    expect(rows[0]?.range?.topShare).toBeGreaterThan(rows[29]?.range?.topShare ?? 1);
    expect((await numbers("betweenness?limit=30")).rows.map(({ node }) => node.id)).toEqual(rows.map(({ node }) => node.id));
  });
});

describe("what items share", () => {
  test("who is most like an institution, of its own kind or of any", async () => {
    const [, body] = await ask(app, "/api/similar/institution:summa-college?kinds=institution&limit=5");
    const { node, rows } = similarRoute.response.parse(body);
    expect([node.id, rows.length]).toEqual(["institution:summa-college", 5]);
    for (const { node: other, value, shared } of rows) {
      expect([other.kind, shared > 0, value > 0 && value <= 1]).toEqual(["institution", true, true]);
      expect(other.id).not.toBe(node.id);
    }
    const [, back] = await ask(app, `/api/similar/${rows[0]?.node.id}?limit=1000`);
    const same = similarRoute.response.parse(back).rows.find(({ node: { id } }) => id === "institution:summa-college");
    expect(same).toMatchObject({ value: rows[0]?.value, shared: rows[0]?.shared });
  });

  test("institutions in pairs by the questions that both ask: what a pattern counts", async () => {
    const [, body] = await ask(app, "/api/projection?of=institution&over=question&limit=10000");
    const { rows, pairs } = projectionRoute.response.parse(body);
    const cypher =
      "MATCH (a:Institution)--(q:Question)--(b:Institution) WHERE a.id < b.id RETURN a.id, b.id, count(DISTINCT q) AS shared";
    const [, counted] = await ask(app, { method: "POST", url: "/api/patterns", payload: { cypher, limits: { rows: 10_000 } } });
    const expected = (counted as { rows: unknown[][] }).rows.map((row) => row.join(" ")).sort();
    expect(pairs).toBe(expected.length);
    expect(rows.map(({ one, other, shared }) => `${one.id} ${other.id} ${shared}`).sort()).toEqual(expected);
    const values = rows.map(({ value }) => value);
    expect(values).toEqual([...values].sort((one, other) => other - one));
  });
});

describe("what is refused", () => {
  test.each([
    ["popularity", 400, "INVALID_REQUEST"],
    ["core?direction=directed", 400, "INVALID_REQUEST"],
    ["community?parallel=each", 400, "INVALID_REQUEST"],
    ["community?samples=5", 400, "INVALID_REQUEST"],
    ["community/progress?samples=5", 400, "INVALID_REQUEST"],
    ["degree?limit=0", 400, "INVALID_REQUEST"],
    ["degree?ids=theme:bestaat-niet", 404, "NODE_NOT_FOUND"],
  ])("%s", async (path, status, code) => {
    expect(await ask(app, `/api/numbers/${path}`)).toEqual([status, expect.objectContaining({ status, code })]);
  });
});

test.each([
  ["projection?of=theme&over=theme", 400, "INVALID_REQUEST"],
  ["projection?of=theme", 400, "INVALID_REQUEST"],
  ["similar/theme:bestaat-niet", 404, "NODE_NOT_FOUND"],
])("%s is refused", async (path, status, code) => {
  expect(await ask(app, `/api/${path}`)).toEqual([status, expect.objectContaining({ status, code })]);
});

test("the way to an answer is told, line by line, and the last line is the answer", async () => {
  const { body, headers } = await app.inject("/api/numbers/betweenness/progress?samples=30&limit=5");
  expect(headers["content-type"]).toBe("application/x-ndjson");
  const lines = body
    .trim()
    .split("\n")
    .map((line) => NumbersLine.parse(JSON.parse(line)));
  const told = lines.flatMap((line) => ("done" in line ? [line.done] : []));
  expect(told).toEqual([...told].sort((one, other) => one - other));
  const last = lines.at(-1);
  expect(last && "answer" in last && last.answer).toEqual(await numbers("betweenness?samples=30&limit=5"));
});

test("whoever leaves ends what was measured for them, and the next one gets an answer", async () => {
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const leaving = new AbortController();
  const left = fetch(`${address}/api/numbers/betweenness?seed=5`, { signal: leaving.signal });
  leaving.abort();
  await expect(left).rejects.toThrow();
  expect((await fetch(`${address}/api/numbers/betweenness?seed=6`)).status).toBe(200);
});
