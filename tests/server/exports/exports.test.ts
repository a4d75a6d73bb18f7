import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { MultiDirectedGraph } from "graphology";
import { parse as gexf } from "graphology-gexf";
import { parse as graphml } from "graphology-graphml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportFormatNames, exportFormats } from "../../../model/exports.ts";
import { Archive } from "../../../server/archive/archive.ts";
import { filesIn, loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, folder, projectRoot } from "../app.ts";
import { awkwardFolder, awkwardTexts } from "./awkward.ts";
import { fileAt, summaryOf } from "./summary.ts";

const hashes = new Map<string, string>();

describeOnBothEngines("an export of everything", (open, engine) => {
  const versions = mkdtempSync(join(tmpdir(), "overlap-exports-"));
  let app: FastifyInstance;
  beforeAll(async () => {
    const store = await open();
    const archive = new Archive({ folder: versions, most: 10, say: () => {} });
    await loadDataset(store, awkwardFolder(), { archive });
    app = await appOn(store, { archive });
  });
  afterAll(() => rmSync(versions, { recursive: true, force: true }));

  test.each(exportFormatNames)("%s: the same bytes each time, on both engines, and out of the archive", async (format) => {
    const bytes = await fileAt(app, `/api/export/${format}`);
    expect(await fileAt(app, `/api/export/${format}?version=1`)).toEqual(bytes);
    if (format === "json") expect(await fileAt(app, "/api/versions/1")).toEqual(bytes);
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (engine.name === "grafeo") hashes.set(format, hash);
    else expect(hash).toBe(hashes.get(format));
  });

  test.each(exportFormatNames)("%s: a name with the version, its media type, and the licence", async (format) => {
    const { headers } = await app.inject(`/api/export/${format}`);
    const { media, ending } = exportFormats[format];
    expect(headers["content-type"]).toBe(media);
    expect(headers["content-disposition"]).toMatch(
      new RegExp(`^attachment; filename="overlap-1-[0-9a-f]{12}(-nodes)?\\.${ending}"$`),
    );
    expect(headers["x-dataset-version"]).toMatch(/^1-[0-9a-f]{12}$/);
    expect(headers.link).toContain(`rel="license"`);
  });
});

let app: FastifyInstance;
beforeAll(async () => {
  const store = await openGrafeo(":memory:");
  await loadDataset(store, awkwardFolder());
  app = await appOn(store);
});
afterAll(() => app.close());

const textAt = async (url: string) => (await fileAt(app, url)).toString();
const plainFormats = exportFormatNames.filter((name) => exportFormats[name].media !== "application/zip" && name !== "xlsx");

describe("what is in a file", () => {
  test.each(plainFormats)("%s holds no address that names a person", async (format) => {
    for (const table of ["nodes", "links", "sources"])
      expect(await textAt(`/api/export/${format}?table=${table}`)).not.toContain("example.org/jan");
  });

  test.each(plainFormats.filter((name) => name !== "csv"))(
    "%s tells its version, its licence and its sources",
    async (format) => {
      const text = await textAt(`/api/export/${format}`);
      expect(text).toMatch(/1-[0-9a-f]{12}/);
      expect(text).toContain("Apache-2.0");
      expect(text).toContain("Een verslag");
    },
  );

  test("CSV tells the version in each row, and lists its sources as a table", async () => {
    const [head, row] = (await textAt("/api/export/csv?table=sources")).split("\r\n");
    expect(head).toBe("id,title,url,dataset_version");
    expect(row).toMatch(/^source:blog,Een blog,,1-[0-9a-f]{12}$/);
  });

  test("in no table a cell begins as a formula does", async () => {
    for (const dialect of ["plain", "dutch"])
      for (const table of ["nodes", "links", "sources"]) {
        const text = await textAt(`/api/export/csv?table=${table}&dialect=${dialect}`);
        expect(text).not.toMatch(/(^|[,;\n])"?[=+@]/);
      }
  });
});

describe("graphology reads", () => {
  const summary = summaryOf(awkwardFolder());
  const seen = (graph: MultiDirectedGraph, sourcesOf: (value: unknown) => unknown) => ({
    nodes: graph.order,
    links: graph.size,
    names: Object.fromEntries(graph.mapNodes((id, { name }) => [id, name])),
    years: Object.fromEntries(graph.mapNodes((id, { year }) => [id, year]).filter(([, year]) => year !== undefined)),
    sources: Object.fromEntries([
      ...graph.mapNodes((id, { sources }) => [id, sourcesOf(sources)]),
      ...graph.mapEdges((_, { link_id, sources }) => [link_id, sourcesOf(sources)]),
    ]),
    ends: Object.fromEntries(graph.mapEdges((_, { link_id }, from, to) => [link_id, [from, to]])),
  });
  const { nodes, links, names, years, sources, ends } = summary;
  const expected = { nodes, links, names, years, sources, ends };

  test("GEXF", async () => {
    const graph = gexf(MultiDirectedGraph, await textAt("/api/export/gexf"));
    expect(seen(graph, (value) => [...(value as string[])].sort())).toEqual(expected);
  });

  test("GraphML", async () => {
    const graph = graphml(MultiDirectedGraph, await textAt("/api/export/graphml"));
    expect(seen(graph, (value) => (JSON.parse(String(value)) as string[]).sort())).toEqual(expected);
  });
});

describe("a selection", () => {
  const ids = "institution:noord,product:p0,institution:alleen,theme:weg";

  test("has the links among its nodes, their sources, and says what is not there", async () => {
    const answer = JSON.parse(await textAt(`/api/export/json?ids=${ids}`));
    expect(answer.about).toMatchObject({ of: "selection", nodes: 3, links: 3, missing: ["theme:weg"] });
    expect(answer.links.map((link: { kind: string }) => link.kind)).toEqual(["MADE", "RESULTED_IN", "USED_AT"]);
    expect(answer.sources.map((source: { id: string }) => source.id)).toEqual(["source:page", "source:report"]);
  });

  test("its file is called so", async () => {
    const { headers } = await app.inject(`/api/export/csv?ids=${ids}&table=links`);
    expect(headers["content-disposition"]).toMatch(/filename="overlap-1-[0-9a-f]{12}-selection-links.csv"/);
  });
});

describe("the form", () => {
  test.each([
    ["text/csv", "text/csv; charset=utf-8"],
    ["text/turtle;q=0.5, application/ld+json", "application/ld+json; charset=utf-8"],
    ["text/*", "text/csv; charset=utf-8"],
    ["*/*", "application/json; charset=utf-8"],
    ["image/png", "application/json; charset=utf-8"],
  ])("%s asks for %s", async (accept, media) => {
    const { headers } = await app.inject({ url: "/api/export", headers: { accept } });
    expect([headers["content-type"], headers.vary]).toEqual([media, expect.stringContaining("Accept")]);
  });

  test("?format= asks louder than Accept", async () => {
    const { headers } = await app.inject({ url: "/api/export?format=turtle", headers: { accept: "text/csv" } });
    expect(headers["content-type"]).toBe("text/turtle; charset=utf-8");
  });

  test.each(["/api/export/pdf", "/api/export?format=pdf", "/api/export/csv?table=people", "/api/export/json?ids=x"])(
    "%s is refused with what can be asked for",
    async (url) => {
      const [status, body] = await ask(app, url);
      expect([status, body]).toEqual([400, expect.objectContaining({ code: "INVALID_REQUEST", fields: [expect.anything()] })]);
    },
  );
});

describe("an item's own address", () => {
  const at = (accept: string, id = "product:p1") => app.inject({ url: `/id/${id}`, headers: { accept, host: "localhost" } });

  test("leads a browser to its page", async () => {
    const { statusCode, headers } = await at("text/html,application/xhtml+xml,*/*;q=0.8");
    expect([statusCode, headers.location]).toEqual([303, "/verken?toon=product:p1&kies=product:p1"]);
    expect(headers.vary).toContain("Accept");
  });

  test.each([
    ["text/turtle", "<http://localhost/id/product:p1>"],
    ["application/ld+json", '"@id":"http://localhost/id/product:p1"'],
    ["text/csv", "institution:noord|MADE|product:p1"],
  ])("gives %s to who asks for it, with its links alone", async (accept, expected) => {
    const { statusCode, headers, body } = await at(accept);
    expect([statusCode, headers["content-type"]]).toEqual([200, `${accept}; charset=utf-8`]);
    expect(body).toContain(expected);
    expect(body).not.toContain("BROADER%7C");
    expect(body).not.toContain("product:p0");
  });

  test("of an item that is not there is not found", async () => {
    expect((await at("text/turtle", "product:weg")).json()).toMatchObject({ status: 404, code: "NODE_NOT_FOUND" });
    expect((await at("text/turtle", "onzin")).json()).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
  });
});

describe("what a pattern gives", () => {
  const post = async (format: string, cypher: string, limits = {}) => {
    const body = { cypher, params: {}, limits };
    return app.inject({ method: "POST", url: `/api/export/${format}`, payload: body, headers: { host: "localhost" } });
  };
  const made =
    "MATCH (i:Institution)-[r:MADE]->(p:Product) WHERE p.year < 2002 RETURN i, r, p.name AS name, p.year AS year, 1.5 AS part ORDER BY year";

  test("as CSV: items and links by id, numbers as numbers", async () => {
    const { body } = await post("csv", made);
    expect(body.split("\r\n").slice(0, 2)).toEqual([
      "i,r,name,year,part",
      "institution:noord,institution:noord|MADE|product:p0,'=1+1,2000,1.5",
    ]);
    const dutch = await post("csv?dialect=dutch", made);
    expect(dutch.body.split("\r\n")[1]).toBe("institution:noord;institution:noord|MADE|product:p0;'=1+1;2000;1,5");
  });

  test("as JSON and JSON Lines: the rows with the pattern, its version and whether they are all", async () => {
    const answer = (await post("json", made, { rows: 1 })).json();
    expect(answer.about).toMatchObject({ of: "pattern", pattern: { cypher: made, params: {} }, truncated: true });
    expect(answer.rows).toHaveLength(1);
    const { body, headers } = await post("jsonl", made, { rows: 1 });
    expect(
      body
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).is),
    ).toEqual(["about", "row"]);
    expect(headers["content-disposition"]).toContain("-pattern-first-1-rows.jsonl");
  });

  test("as a graph: the items and links in its rows, and no others", async () => {
    const { body } = await post("gexf", made);
    const graph = gexf(MultiDirectedGraph, body);
    expect(graph.nodes().sort()).toEqual(["institution:noord", "product:p0", "product:p1"]);
    expect(graph.edges().sort()).toEqual(["institution:noord|MADE|product:p0", "institution:noord|MADE|product:p1"]);
    expect(body).toContain("RETURN i, r");
  });

  test("rows without an item cannot be a graph, and it is said what can be done", async () => {
    const answer = await post("graphml", "MATCH (n:Product) RETURN n.name AS name");
    expect([answer.statusCode, answer.json().detail]).toEqual([400, expect.stringContaining("RETURN")]);
  });

  test("what is refused elsewhere is refused here", async () => {
    expect((await post("csv", "CREATE (n) RETURN n")).json()).toMatchObject({ status: 400, code: "QUERY_REFUSED" });
  });
});

/** The files of a data set out of an export in JSON. */
function filesOf(exported: string): Map<string, Uint8Array> {
  const { sources, synonyms, nodes, links } = JSON.parse(exported);
  const files: Record<string, unknown[]> = { "sources.json": sources, "synonyms.json": synonyms };
  const put = (name: string, row: unknown) => {
    files[name] = [...(files[name] ?? []), row];
  };
  for (const node of nodes) put(`nodes/${node.id.split(":")[0]}.json`, node);
  for (const link of links) put(`links/${link.kind.toLowerCase().replaceAll("_", "-")}.json`, link);
  return folder(files);
}

async function exportedOf(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const store = await openGrafeo(":memory:");
  await loadDataset(store, files);
  const server = await appOn(store);
  try {
    return (await fileAt(server, "/api/export/json")).toString();
  } finally {
    await server.close();
  }
}

describe("what was taken away can be loaded again", () => {
  test("the project's own data, all but the version: addresses that name persons stay behind", async () => {
    const content = (exported: string) => ({ ...JSON.parse(exported), about: undefined });
    const first = await exportedOf(await filesIn(`${projectRoot}/seed`));
    expect(content(await exportedOf(filesOf(first)))).toEqual(content(first));
  });

  test("whatever the texts, the years and the links are", async () => {
    const text = fc.oneof(fc.constantFrom(...awkwardTexts), fc.string({ minLength: 1, unit: "grapheme" }));
    const year = fc.option(fc.integer({ min: 1800, max: 2200 }), { nil: undefined });
    const evidence = fc.array(
      fc.record({ basis: fc.constantFrom("stated", "derived"), note: fc.option(text, { nil: undefined }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const item = fc.record({ name: text, description: text, year, evidence, otherNames: fc.array(text, { maxLength: 2 }) });
    const link = fc.record({
      from: fc.nat(5),
      kind: fc.constantFrom("MADE", "RESULTED_IN"),
      to: fc.nat(5),
      since: year,
      evidence,
    });
    const from = (rows: { basis: string; note: string | undefined }[]) => rows.map((row) => ({ source: "source:a", ...row }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 6, maxLength: 6 }),
        fc.array(link, { maxLength: 12 }),
        async (items, links) => {
          const node = (kind: string, index: number) => {
            const { name, description, year, evidence, otherNames } = items[index]!;
            const properties = kind === "product" && year !== undefined ? { year } : undefined;
            return { id: `${kind}:x${index}`, name, nameEn: name, description, otherNames, properties, evidence: from(evidence) };
          };
          const distinct = [...new Map(links.map((one) => [`${one.from} ${one.kind} ${one.to}`, one])).values()];
          const linksOf = (kind: string) =>
            distinct
              .filter((one) => one.kind === kind)
              .map(({ from: start, to, since, evidence }) => ({
                from: `institution:x${start}`,
                kind,
                to: `product:x${to}`,
                ...(since !== undefined && { properties: { since } }),
                evidence: from(evidence),
              }));
          const first = await exportedOf(
            folder({
              "sources.json": [{ id: "source:a", title: "Bron" }],
              "nodes/institution.json": items.map((_, index) => node("institution", index)),
              "nodes/product.json": items.map((_, index) => node("product", index)),
              "links/made.json": linksOf("MADE"),
              "links/resulted-in.json": linksOf("RESULTED_IN"),
            }),
          );
          expect(await exportedOf(filesOf(first))).toBe(first);
        },
      ),
      { numRuns: 25 },
    );
  });
});
