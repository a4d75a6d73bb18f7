import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureNames, NumbersAnswer } from "../../../model/numbers.ts";
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

describe("what is refused", () => {
  test.each([
    ["popularity", 400, "INVALID_REQUEST"],
    ["core?direction=directed", 400, "INVALID_REQUEST"],
    ["community?parallel=each", 400, "INVALID_REQUEST"],
    ["degree?limit=0", 400, "INVALID_REQUEST"],
    ["degree?ids=theme:bestaat-niet", 404, "NODE_NOT_FOUND"],
  ])("%s", async (path, status, code) => {
    expect(await ask(app, `/api/numbers/${path}`)).toEqual([status, expect.objectContaining({ status, code })]);
  });
});

test("whoever leaves ends what was measured for them, and the next one gets an answer", async () => {
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const leaving = new AbortController();
  const left = fetch(`${address}/api/numbers/betweenness?seed=5`, { signal: leaving.signal });
  leaving.abort();
  await expect(left).rejects.toThrow();
  expect((await fetch(`${address}/api/numbers/betweenness?seed=6`)).status).toBe(200);
});
