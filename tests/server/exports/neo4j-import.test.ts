import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, inject, test } from "vitest";
import { Gatekeeper } from "../../../server/cypher-gate/gatekeeper.ts";
import { filesIn, loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { openNeo4j } from "../../../server/store/neo4j/store.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnNeo4j, openTestNeo4j } from "../../real/engines.ts";
import { assembleNeo4j, type Neo4jServer, ownNeo4j } from "../../real/neo4j.ts";
import { appOn, projectRoot } from "../app.ts";
import { awkwardFolder } from "./awkward.ts";
import { fileAt } from "./summary.ts";

interface Exported {
  readonly nodes: readonly { readonly description: string; readonly properties?: object }[];
  readonly links: readonly object[];
}

async function exportsOf(files: ReadonlyMap<string, Uint8Array>, ...formats: readonly string[]): Promise<Buffer[]> {
  const store = await openGrafeo(":memory:");
  await loadDataset(store, files);
  return exportsFrom(store, ...formats);
}

/** Files out of a store, which is closed. */
async function exportsFrom(store: GraphStore, ...formats: readonly string[]): Promise<Buffer[]> {
  const app = await appOn(store);
  const found: Buffer[] = [];
  for (const format of formats) found.push(await fileAt(app, `/api/export/${format}`));
  await app.close();
  return found;
}

/** Nodes, links and sources of an export in JSON: all but the version, which a foreign database does not have. */
function contentOf(json: Buffer | undefined, change: (text: string) => string = (text) => text): Exported {
  const { nodes, links, sources } = JSON.parse(String(json), (_, value) => (typeof value === "string" ? change(value) : value));
  return { nodes, links, sources } as Exported;
}

const sets = {
  seed: () => filesIn(join(projectRoot, "seed")),
  awkward: async () => awkwardFolder(),
};

describeOnNeo4j("the Cypher script, run on an empty Neo4j", () => {
  test.each(Object.entries(sets))("makes the same graph: %s", async (_, files) => {
    const [script, json] = await exportsOf(await files(), "cypher", "json");
    const store = await openTestNeo4j();
    await store.write([{ cypher: "MATCH (n) DETACH DELETE n", params: {} }]);
    const statements = String(script)
      .split(/;\n/)
      .map((text) => text.replace(/^\/\/.*\n/, ""))
      .filter((text) => text.trim() !== "" && !text.startsWith("CREATE CONSTRAINT"));
    await store.write(statements.map((cypher) => ({ cypher, params: {} })));
    const [again] = await exportsFrom(store, "json");
    expect(contentOf(again)).toEqual(contentOf(json));
  });
});

const canStart = inject("neo4j") !== null && ownNeo4j() === undefined;

test.skipIf(!canStart)("neo4j-admin imports the tables into a fresh server: the same graph", async () => {
  const folder = mkdtempSync(join(tmpdir(), "overlap-import-"));
  let server: Neo4jServer | undefined;
  try {
    const [archive, json] = await exportsOf(awkwardFolder(), "neo4j-admin", "json");
    const files = unzipSync(archive ?? Buffer.alloc(0));
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const [, command = ""] =
      /^neo4j-admin (database import full .*)$/m.exec(strFromU8(files["README.txt"] ?? new Uint8Array())) ?? [];
    server = await assembleNeo4j();
    await server.admin(command.split(" "), folder);
    await server.start();
    const { uri, user, password } = server;
    const store = await openNeo4j({ uri, user, password, database: "neo4j", gatekeeper: new Gatekeeper() });
    const [again] = await exportsFrom(store, "json");
    // The import has no line breaks in cells, and no empty texts in lists.
    const oneLine = (text: string) => text.replace(/[\r\n\t]+/g, " ");
    expect(contentOf(again)).toEqual(contentOf(json, oneLine));
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
