import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OverlapClient } from "../../client/overlap-client.ts";
import * as routes from "../../client/routes.ts";
import {
  AppError,
  exportRoute,
  healthRoute,
  nodeRoute,
  numbersRoute,
  patternRowsRoute,
  patternsRoute,
  peersRoute,
  resultRoute,
  subgraphRoute,
} from "../../client/routes.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { requiredRoles } from "../server/accounts/required-roles.ts";
import { appOn, listening, loadSeed, projectRoot } from "../server/app.ts";

let app: FastifyInstance;
let address: string;
let overlap: OverlapClient;
beforeAll(async () => {
  const store = await openGrafeo(":memory:");
  await loadSeed(store);
  app = await appOn(store, { basePath: "/overlap" });
  address = `${await listening(app)}/overlap`;
  overlap = new OverlapClient({ address: `${address}/` });
});
afterAll(() => app.close());

/** What a promise fails with. */
const failed = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => new Error("it did not fail"),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
};

describe("the client", () => {
  test("asks by path, query and body, and its answers have the shapes of the routes", async () => {
    const { nodes, datasetVersion } = await overlap.call(healthRoute);
    expect([nodes, datasetVersion]).toEqual([401, expect.stringMatching(/^1-/)]);
    const { peers } = await overlap.call(peersRoute, { params: { id: "institution:summa-college" }, query: { limit: 3 } });
    expect(peers).toHaveLength(3);
    const ids = ["institution:summa-college", "institution:rijn-ijssel"];
    expect((await overlap.call(subgraphRoute, { query: { ids } })).nodes.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const { rows } = await overlap.call(numbersRoute, { params: { measure: "core" }, query: { limit: 5 } });
    expect(rows).toHaveLength(5);
    const cypher = "MATCH (n:Institution) WHERE n.id = $id RETURN n.name AS name";
    const answer = await overlap.call(patternsRoute, { body: { cypher, params: { id: "institution:summa-college" } } });
    expect(answer.rows).toEqual([["Summa College"]]);
    const cited = await overlap.call(resultRoute, { body: { cypher, params: { id: "institution:summa-college" } } });
    expect(cited.address).toContain(`${address}/resultaat?`);
  });

  test("fetches files with their name, and gives addresses that others can open", async () => {
    const file = await overlap.file(exportRoute, { params: { format: "csv" }, query: { table: "sources" } });
    expect(file.name).toBe(`overlap-${file.datasetVersion}-sources.csv`);
    const open = overlap.addressOf(exportRoute, { params: { format: "csv" }, query: { table: "sources" } });
    expect(await (await fetch(open)).text()).toBe(await file.content.text());
  });

  test("gives rows as they are found, and what there was at the end", async () => {
    const cypher = "UNWIND range(1, 20000) AS n RETURN n, 'é' AS text";
    const found = overlap.rows(patternRowsRoute, { cypher });
    let [sum, next] = [0, await found.next()];
    for (; !next.done; next = await found.next()) sum += Number(next.value[0]);
    expect(sum).toBe(200_010_000);
    expect(next.value).toMatchObject({ columns: ["n", "text"], rows: 20_000, truncated: false });
    for await (const [n] of overlap.rows(patternRowsRoute, { cypher })) if (n === 10) break;
  });

  test("fails with the server's own code, and with ours where there is no server", async () => {
    const missing = await failed(overlap.call(nodeRoute, { params: { id: "theme:nergens" } }));
    expect([missing.code, missing.fields]).toEqual(["NODE_NOT_FOUND", [expect.anything()]]);
    const refused = await failed(overlap.rows(patternRowsRoute, { cypher: "CREATE (n)" }).next());
    expect(refused.code).toBe("QUERY_REFUSED");
    const nobody = new OverlapClient({ address: "http://127.0.0.1:9" });
    expect((await failed(nobody.call(healthRoute))).code).toBe("STORE_UNAVAILABLE");
    const aborted = overlap.call(healthRoute, {}, AbortSignal.abort(new Error("enough")));
    await expect(aborted).rejects.toThrow("enough");
  });

  test("knows every endpoint that anybody may ask, but those for a session", () => {
    const known = Object.values(routes).flatMap((route) =>
      "url" in route ? [`${route.method} ${route.url.replace(/:(\w+)/g, "{$1}")}`] : [],
    );
    const open = Object.entries(requiredRoles).flatMap(([route, role]) =>
      role === "reader" && !route.includes("/session") ? [route] : [],
    );
    expect(known.sort()).toEqual(open.sort());
  });

  test("does not compile with a wrong question", () => {
    const wrong = () => [
      // @ts-expect-error no such measure
      overlap.call(numbersRoute, { params: { measure: "fame" } }),
      // @ts-expect-error a pattern has a text
      overlap.call(patternsRoute, { body: { params: {} } }),
      // @ts-expect-error a file is no answer
      overlap.call(exportRoute, { params: { format: "csv" } }),
    ];
    expect(wrong).toBeTypeOf("function");
  });
});

test("the package can be made, and asked from plain JavaScript", async () => {
  const folder = mkdtempSync(join(tmpdir(), "overlap-client-"));
  try {
    const compiler = join(projectRoot, "node_modules", "typescript", "bin", "tsc");
    const made = join(folder, "node_modules", "overlap-client");
    execFileSync(process.execPath, [compiler, "-p", join(projectRoot, "client"), "--outDir", join(made, "dist")]);
    copyFileSync(join(projectRoot, "client", "package.json"), join(made, "package.json"));
    symlinkSync(join(projectRoot, "node_modules", "zod"), join(folder, "node_modules", "zod"));
    expect(existsSync(join(made, "dist", "client", "overlap-client.d.ts"))).toBe(true);
    const program = `import { OverlapClient } from "overlap-client";
import { healthRoute } from "overlap-client/routes";
const { nodes } = await new OverlapClient({ address: process.argv[2] }).call(healthRoute);
console.log(nodes);`;
    writeFileSync(join(folder, "program.mjs"), program);
    const child = spawn(process.execPath, [join(folder, "program.mjs"), address], { stdio: ["ignore", "pipe", "inherit"] });
    expect((await text(child.stdout)).trim()).toBe("401");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
