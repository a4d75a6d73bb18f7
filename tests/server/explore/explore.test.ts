import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import {
  mostNodesInView,
  Neighbours,
  NodeDetail,
  neighboursRoute,
  nodesRoute,
  pathsRoute,
  searchRoute,
  subgraphRoute,
} from "../../../model/explore.ts";
import { kindOf, type NodeId } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { nodeDetail } from "../../../server/explore/node.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, loadSeed } from "../app.ts";
import { smallFolder } from "../small.ts";

const derived = { source: "source:page", basis: "derived", note: "Volgt uit de pagina." };
const stated = { source: "source:page", basis: "stated" };

const summaries = {
  noord: {
    id: "institution:noord",
    kind: "institution",
    name: "Noord College",
    nameEn: "North College",
    contested: false,
    degree: 2,
  },
  oost: {
    id: "institution:oost",
    kind: "institution",
    name: "Oost College",
    nameEn: "East College",
    contested: false,
    degree: 1,
  },
  zuid: {
    id: "institution:zuid",
    kind: "institution",
    name: "Zuid College",
    nameEn: "South College",
    contested: false,
    degree: 2,
  },
  vr: {
    id: "question:vr",
    kind: "question",
    name: "Hoe zet je virtual reality in?",
    nameEn: "How do you use virtual reality?",
    contested: false,
    degree: 4,
  },
  bril: { id: "product:bril", kind: "product", name: "Brillenkoffer", nameEn: "Headset case", contested: false, degree: 2 },
  net: { id: "network:net", kind: "network", name: "Netwerk XR", nameEn: "XR Network", contested: true, degree: 2 },
  xr: { id: "theme:xr", kind: "theme", name: "Extended reality", nameEn: "Extended reality", contested: false, degree: 2 },
};

const link = (from: string, kind: string, to: string, more: object = {}) => ({
  id: `${from}|${kind}|${to}`,
  kind,
  from,
  to,
  basis: "stated",
  contested: false,
  properties: {},
  evidence: [stated],
  ...more,
});
const links = {
  noordAsks: link("institution:noord", "ASKS", "question:vr"),
  oostAsks: link("institution:oost", "ASKS", "question:vr", { basis: "derived", evidence: [derived] }),
  about: link("question:vr", "ABOUT", "theme:xr", { basis: "derived", evidence: [derived] }),
  made: link("institution:zuid", "MADE", "product:bril", { properties: { since: 2020 } }),
  addresses: link("product:bril", "ADDRESSES", "question:vr", {
    contested: true,
    properties: { conflict: "Het verslag zegt iets anders." },
    evidence: [derived, { source: "source:blog", basis: "stated" }],
  }),
  noordJoins: link("institution:noord", "PARTICIPATES_IN", "network:net"),
  zuidJoins: link("institution:zuid", "PARTICIPATES_IN", "network:net"),
};

const sources = {
  page: { id: "source:page", title: "Een pagina", url: "https://example.org/pagina" },
  report: { id: "source:report", title: "Een verslag" },
  blog: { id: "source:blog", title: "Een blog", url: "https://example.org/jan", urlNamesPerson: true },
};

describeOnBothEngines("exploring a small graph", (open, engine) => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const store = await open();
    await loadDataset(store, smallFolder());
    app = await appOn(store);
  });

  test("health says what it is and how large", async () => {
    expect(await ask(app, "/api/health")).toEqual([
      200,
      {
        status: "ok",
        engine: engine.name,
        version: expect.stringMatching(/^\d+\.\d+/),
        nodes: 8,
        links: 8,
        datasetVersion: expect.stringMatching(/^1-[0-9a-f]{12}$/),
      },
    ]);
  });

  test("the schema counts every kind, also those without any", async () => {
    const [status, body] = await ask(app, "/api/schema");
    expect(status).toBe(200);
    expect(body).toMatchObject({ sources: 3, datasetVersion: expect.stringMatching(/^1-/) });
    const { nodeKinds, linkKinds } = body as { nodeKinds: { kind: string; count: number }[]; linkKinds: { kind: string }[] };
    expect(nodeKinds).toHaveLength(11);
    expect(nodeKinds.find(({ kind }) => kind === "institution")).toEqual({
      kind: "institution",
      label: "Institution",
      name: { nl: "instellingen", en: "institutions" },
      count: 3,
    });
    expect(nodeKinds.find(({ kind }) => kind === "team")?.count).toBe(0);
    expect(linkKinds).toHaveLength(13);
    expect(linkKinds.find(({ kind }) => kind === "PARTICIPATES_IN")).toEqual({
      kind: "PARTICIPATES_IN",
      name: { nl: "doet mee aan", en: "takes part in" },
      count: 2,
      ends: [{ from: "institution", to: "network", count: 2 }],
    });
  });

  test("a node comes with its links by kind and every source beneath them", async () => {
    expect(await ask(app, "/api/nodes/question:vr")).toEqual([
      200,
      {
        node: {
          ...summaries.vr,
          description: "Over brillen in de les.",
          descriptionEn: "About headsets in class.",
          properties: { year: 2021 },
          otherNames: [],
          evidence: [stated],
          claims: [],
        },
        links: [
          {
            kind: "ASKS",
            direction: "in",
            count: 2,
            items: [
              { link: links.noordAsks, node: summaries.noord },
              { link: links.oostAsks, node: summaries.oost },
            ],
          },
          { kind: "ABOUT", direction: "out", count: 1, items: [{ link: links.about, node: summaries.xr }] },
          { kind: "ADDRESSES", direction: "in", count: 1, items: [{ link: links.addresses, node: summaries.bril }] },
        ],
        sources: [sources.blog, sources.page],
      },
    ]);
  });

  test("a node shows its claims, its other names and their sources", async () => {
    const [, net] = await ask(app, "/api/nodes/network:net?limit=1");
    expect(net).toMatchObject({
      node: {
        contested: true,
        claims: [
          { about: "leden", value: "zes", source: "source:page" },
          { about: "leden", value: "zeven", source: "source:report" },
        ],
      },
      links: [{ kind: "PARTICIPATES_IN", direction: "in", count: 2, items: [{ node: summaries.noord }] }],
      sources: [sources.page, sources.report],
    });
    const [, noord] = await ask(app, "/api/nodes/institution:noord");
    expect(noord).toMatchObject({ node: { otherNames: ["ROC Noord"], properties: { city: "Groningen" } } });
  });

  test("neighbours: what is stated first, then the best connected, then by id, and what is left", async () => {
    expect(await ask(app, "/api/nodes/question:vr/neighbours?limit=2")).toEqual([
      200,
      {
        nodes: [summaries.noord, summaries.bril],
        links: [links.noordAsks, links.addresses],
        left: 2,
        leftPerKind: [
          { linkKind: "ABOUT", direction: "out", kind: "theme", count: 1 },
          { linkKind: "ASKS", direction: "in", kind: "institution", count: 1 },
        ],
      },
    ]);
  });

  test("neighbours: links to what was seen come along", async () => {
    expect(await ask(app, "/api/nodes/institution:zuid/neighbours?seen=institution:noord,question:vr")).toEqual([
      200,
      {
        nodes: [summaries.net, summaries.bril],
        links: [links.noordJoins, links.made, links.zuidJoins, links.addresses],
        left: 0,
        leftPerKind: [],
      },
    ]);
  });

  test("neighbours of some kinds only", async () => {
    const get = async (query: string) => Neighbours.parse((await ask(app, `/api/nodes/question:vr/neighbours?${query}`))[1]);
    expect((await get("kinds=theme")).nodes).toEqual([summaries.xr]);
    expect((await get("linkKinds=ASKS")).nodes).toEqual([summaries.noord, summaries.oost]);
    expect(await get("kinds=team")).toEqual({ nodes: [], links: [], left: 0, leftPerKind: [] });
    expect(await get("kinds=theme,institution&limit=1")).toMatchObject({ nodes: [summaries.noord], left: 2 });
  });

  test("a subgraph: the nodes in the order asked, all links among them, and what is missing", async () => {
    expect(await ask(app, "/api/subgraph?ids=question:vr,institution:noord,theme:weg,product:bril,question:vr")).toEqual([
      200,
      {
        nodes: [summaries.vr, summaries.noord, summaries.bril],
        links: [links.noordAsks, links.addresses],
        missing: ["theme:weg"],
      },
    ]);
    expect(await ask(app, "/api/subgraph?ids=")).toEqual([200, { nodes: [], links: [], missing: [] }]);
  });

  test("a part of a view: its nodes, and the links that lead from them to anything in view", async () => {
    const post = (body: object) => ask(app, { method: "POST", url: "/api/subgraph", body });
    const ids = ["question:vr", "institution:noord", "product:bril", "theme:weg"];
    expect(await post({ ids, part: ["institution:noord", "theme:weg"] })).toEqual([
      200,
      { nodes: [summaries.noord], links: [links.noordAsks], missing: ["theme:weg"] },
    ]);
    expect(await post({ ids, part: ["question:vr"] })).toEqual([200, { nodes: [summaries.vr], links: [], missing: [] }]);
    expect(await post({ ids, part: [] })).toMatchObject([400, { code: "INVALID_REQUEST", fields: [{ field: "body/part" }] }]);
    const many = Array.from({ length: mostNodesInView + 1 }, (_, index) => `theme:t-${index}`);
    expect(await post({ ids: many, part: ["theme:xr"] })).toMatchObject([400, { fields: [{ field: "body/ids" }] }]);
    expect(await post({ ids: many.slice(1), part: ["theme:xr"] })).toMatchObject([200, { nodes: [summaries.xr], links: [] }]);
  });

  test("paths: the shortest, over the least connected nodes first, each link in its own direction", async () => {
    expect(await ask(app, "/api/paths?from=institution:noord&to=institution:zuid")).toEqual([
      200,
      { paths: [{ nodes: [summaries.noord, summaries.net, summaries.zuid], links: [links.noordJoins, links.zuidJoins] }] },
    ]);
    expect(await ask(app, "/api/paths?from=network:net&to=question:vr")).toEqual([
      200,
      { paths: [{ nodes: [summaries.net, summaries.noord, summaries.vr], links: [links.noordJoins, links.noordAsks] }] },
    ]);
    expect(await ask(app, "/api/paths?from=theme:ict&to=theme:ict")).toMatchObject([200, { paths: [{ links: [] }] }]);
  });

  test("sources by id, or all of them", async () => {
    expect(await ask(app, "/api/sources?ids=source:report,source:weg")).toEqual([200, { sources: [sources.report] }]);
    expect(await ask(app, "/api/sources")).toEqual([200, { sources: [sources.blog, sources.page, sources.report] }]);
  });

  test("an unknown node is named", async () => {
    const problem = (detail: string) => [404, expect.objectContaining({ code: "NODE_NOT_FOUND", status: 404, detail })];
    for (const path of ["nodes/theme:weg", "nodes/theme:weg/neighbours", "paths?from=theme:weg&to=theme:xr"])
      expect(await ask(app, `/api/${path}`), path).toEqual(problem("No item theme:weg"));
    expect(await ask(app, "/api/paths?from=theme:weg&to=theme:zoek")).toEqual(problem("No item theme:weg, theme:zoek"));
  });

  test("search forgives a typo, case, accents and half words, and knows synonyms, parts and other names", async () => {
    const first = async (q: string) => {
      const { results } = searchRoute.response.parse((await ask(app, `/api/search?q=${encodeURIComponent(q)}`))[1]);
      return results[0]?.node.id;
    };
    expect(await first("extended")).toBe("theme:xr");
    expect(await first("EXTENDÉD")).toBe("theme:xr");
    expect(await first("exte")).toBe("theme:xr");
    expect(await first("extnded")).toBe("theme:xr");
    expect(await first("headset")).toBe("product:bril");
    expect(await first("roc noord")).toBe("institution:noord");
    expect(await first("qqqqqq")).toBeUndefined();
    expect(await first("!?")).toBeUndefined();
  });

  test("search answers to the longest words that may be asked for, known pieces or none", async () => {
    for (const word of ["leerruimtecollege".repeat(12), "extndedrealtiy".repeat(15), "wqx".repeat(70)])
      expect(await ask(app, `/api/search?q=${word.slice(0, 200)}`)).toMatchObject([200, { results: [] }]);
  });

  test("search says what it searched for instead, and keeps to the kinds asked for", async () => {
    expect(await ask(app, "/api/search?q=extnded&kinds=theme")).toMatchObject([200, { correctedTo: "extended", results: [{}] }]);
    const [, body] = await ask(app, "/api/search?q=college&limit=2");
    expect(searchRoute.response.parse(body).results).toHaveLength(2);
    expect(await ask(app, "/api/search?q=college&kinds=theme")).toEqual([200, { results: [] }]);
  });

  test("search in full says why, who stands beside it, and how many there are of each kind, whichever were asked for", async () => {
    const [status, body] = await ask(app, "/api/search?q=extnded&kinds=theme&detail=full");
    expect(status).toBe(200);
    const { results, perKind } = searchRoute.response.parse(body);
    expect(results[0]).toMatchObject({
      node: { id: "theme:xr" },
      why: [{ said: "extnded", found: "extended", how: "spelling", where: "name" }],
      beside: { count: expect.any(Number) },
    });
    expect(perKind?.find(({ kind }) => kind === "theme")?.count).toBe(results.length);
    const [, other] = await ask(app, "/api/search?q=extnded&kinds=space&detail=full");
    expect(other).toMatchObject({ results: [], perKind });
  });

  test("a word for a kind finds every item of that kind", async () => {
    for (const q of ["netwerken", "networks", "Network"]) {
      const answer = searchRoute.response.parse((await ask(app, `/api/search?q=${q}&kinds=network&detail=full`))[1]);
      expect(
        answer.results.map(({ node }) => node.id),
        q,
      ).toContain("network:net");
    }
  });

  test("search that finds nothing offers words of the data", async () => {
    const [, body] = await ask(app, "/api/search?q=extendable-xtndd&kinds=space&detail=full");
    expect(searchRoute.response.parse(body).results).toEqual([]);
    expect(await ask(app, "/api/search?q=qqqqqq&detail=full")).toEqual([200, { results: [], perKind: [], nearestWords: [] }]);
  });
});

describeOnBothEngines("exploring the project's own data", (open) => {
  let store: GraphStore;
  let app: FastifyInstance;
  let ids: NodeId[];
  beforeAll(async () => {
    store = await open();
    await loadSeed(store);
    app = await appOn(store);
    const rows = await ask(
      app,
      "/api/nodes?kinds=institution,question,theme,product,space,activity,network,programme,team,outcome,publication",
    );
    ids = nodesRoute.response.parse(rows[1]).nodes.map(({ id }) => id);
  });
  const anyId = () => fc.nat({ max: ids.length - 1 }).map((index) => ids[index] as NodeId);
  const neighboursOf = async (id: string, query: string) =>
    Neighbours.parse((await ask(app, `/api/nodes/${id}/neighbours?${query}`))[1]);

  test("expanding again and again visits every neighbour exactly once, and counts down to nothing", async () => {
    expect(ids).toHaveLength(401);
    await fc.assert(
      fc.asyncProperty(anyId(), fc.integer({ min: 1, max: 12 }), fc.constantFrom("most", "least"), async (id, limit, order) => {
        const whole = await neighboursOf(id, `limit=200&order=${order}`);
        const seen: string[] = [];
        for (let left = 1; left > 0; ) {
          const more = await neighboursOf(id, `limit=${limit}&order=${order}&seen=${seen}`);
          seen.push(...more.nodes.map((node) => node.id));
          left = more.left;
          expect(seen.length + left).toBe(whole.nodes.length);
          expect(more.nodes.length > 0 || left === 0).toBe(true);
        }
        expect(seen).toEqual(whole.nodes.map((node) => node.id));
        expect(new Set(seen).size).toBe(seen.length);
        const least = whole.nodes.map(({ degree }) => (order === "least" ? degree : -degree));
        const stated = (node: NodeId) =>
          whole.links.some(({ from, to, basis }) => [from, to].includes(node) && [from, to].includes(id) && basis === "stated");
        const grounds = whole.nodes.map((node) => (stated(node.id) ? 0 : 1));
        for (const [index, value] of least.entries())
          if (grounds[index] === grounds[index - 1]) expect(value).toBeGreaterThanOrEqual(least[index - 1] ?? value);
      }),
      { numRuns: 25 },
    );
  });

  test("the detail of a hub is that of any other node", async () => {
    await fc.assert(
      fc.asyncProperty(anyId(), fc.integer({ min: 1, max: 8 }), async (id, limit) => {
        expect(await nodeDetail(store, id, limit, 0)).toEqual(await nodeDetail(store, id, limit));
      }),
      { numRuns: 40 },
    );
  });

  test("the parts of a view together are the whole of it, and beside it come the same neighbours as by an address", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyId(), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (some, each) => {
          const whole = subgraphRoute.response.parse((await ask(app, `/api/subgraph?ids=${some}`))[1]);
          const found = { nodes: [] as object[], links: [] as { id: string }[] };
          for (let first = 0; first < some.length; first += each) {
            const body = { ids: some, part: some.slice(first, first + each) };
            const part = subgraphRoute.response.parse((await ask(app, { method: "POST", url: "/api/subgraph", body }))[1]);
            found.nodes.push(...part.nodes);
            found.links.push(...part.links);
          }
          expect(found.nodes).toEqual(whole.nodes);
          expect(found.links.sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(whole.links);
          const [id = ""] = some;
          const url = `/api/nodes/${id}/neighbours?limit=9`;
          const [, beside] = await ask(app, { method: "POST", url, body: { seen: some } });
          expect(beside).toEqual((await ask(app, `${url}&seen=${some}`))[1]);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("a subgraph holds exactly the links whose ends it holds", async () => {
    const everything = subgraphRoute.response.parse((await ask(app, `/api/subgraph?ids=${ids}`))[1]);
    expect(everything.links).toHaveLength(1_233);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyId(), { maxLength: 40 }), async (some) => {
        const { nodes, links: found } = subgraphRoute.response.parse((await ask(app, `/api/subgraph?ids=${some}`))[1]);
        expect(nodes.map(({ id }) => id)).toEqual(some);
        expect(found).toEqual(everything.links.filter(({ from, to }) => some.includes(from) && some.includes(to)));
      }),
      { numRuns: 25 },
    );
  });

  test("paths are joined end to end, equally long, without detours, and no shorter way exists", async () => {
    const steps = await stepsFrom(app, ids);
    await fc.assert(
      fc.asyncProperty(anyId(), anyId(), async (from, to) => {
        const { paths } = pathsRoute.response.parse((await ask(app, `/api/paths?from=${from}&to=${to}&limit=20`))[1]);
        const least = steps(from, to);
        expect(paths.length > 0).toBe(least <= 8);
        for (const { nodes, links: along } of paths) {
          expect(along).toHaveLength(least);
          expect([nodes.at(0)?.id, nodes.at(-1)?.id]).toEqual([from, to]);
          for (const [index, { from: one, to: other }] of along.entries())
            expect([one, other].sort()).toEqual([nodes[index]?.id, nodes[index + 1]?.id].sort());
        }
        expect(new Set(paths.map(({ nodes }) => nodes.map(({ id }) => id).join(" "))).size).toBe(paths.length);
      }),
      { numRuns: 40 },
    );
  });

  test("other ways: longer ones too, none through a hub, through an item that is left out, or through another kind", async () => {
    const steps = await stepsFrom(app, ids);
    const passable = (out: readonly NodeId[], kinds: readonly string[], hubs: boolean) => (id: NodeId) =>
      !out.includes(id) && kinds.includes(kindOf(id)) && (hubs || (degrees.get(id) ?? 0) < 27);
    const degrees = new Map<NodeId, number>();
    for (const id of ids) degrees.set(id, steps.around(id).length);
    expect([...degrees.values()].filter((degree) => degree >= 27)).toHaveLength(9);
    await fc.assert(
      fc.asyncProperty(
        anyId(),
        anyId(),
        fc.uniqueArray(anyId(), { maxLength: 5 }),
        fc.subarray([...nodeKindNames], { minLength: 6 }),
        fc.nat(2),
        fc.boolean(),
        async (from, to, without, kinds, longer, hubs) => {
          fc.pre(from !== to);
          const query = `from=${from}&to=${to}&limit=20&without=${without}&kinds=${kinds}&longer=${longer}`;
          const [, body] = await ask(app, `/api/paths?${query}&hubs=${hubs ? "allow" : "avoid"}`);
          const { paths, throughHubs } = pathsRoute.response.parse(body);
          const mayPass = passable(without, kinds, hubs);
          const least = steps(from, to, mayPass);
          expect(paths.length > 0).toBe(least <= 8);
          for (const { nodes } of paths) {
            expect(nodes.length - 1).toBeGreaterThanOrEqual(least);
            expect(nodes.length - 1).toBeLessThanOrEqual(least + longer);
            expect(nodes.slice(1, -1).filter(({ id }) => !mayPass(id))).toEqual([]);
            expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
          }
          const withHubs = steps(from, to, passable(without, kinds, true));
          expect(throughHubs).toBe(withHubs < least && withHubs <= 8 ? withHubs : undefined);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a node's detail counts all its links, and names every source that it shows", async () => {
    await fc.assert(
      fc.asyncProperty(anyId(), async (id) => {
        const { node, links: groups, sources: named } = NodeDetail.parse((await ask(app, `/api/nodes/${id}`))[1]);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(node.degree);
        const shown = [node, ...groups.flatMap(({ items }) => items.map(({ link }) => link))].flatMap(({ evidence }) => evidence);
        const used = [...shown, ...node.claims].map(({ source }) => source);
        expect(named.map(({ id: source }) => source)).toEqual([...new Set(used)].sort());
      }),
      { numRuns: 40 },
    );
  });

  test("500 ids of seen nodes fit in an address", async () => {
    const seen = Array.from({ length: 500 }, (_, index) => ids[index % ids.length]);
    expect(neighboursRoute.query.parse({ seen: seen.join(",") }).seen).toHaveLength(500);
    expect(await neighboursOf("institution:summa-college", `seen=${seen}`)).toMatchObject({ nodes: [], left: 0 });
  });
});

/** How many steps lie between two nodes at least, by walking over all links in this process; infinite when they do not hang together. */
async function stepsFrom(app: FastifyInstance, ids: readonly NodeId[]) {
  const { links: all } = subgraphRoute.response.parse((await ask(app, `/api/subgraph?ids=${ids}`))[1]);
  const around = new Map<NodeId, NodeId[]>(ids.map((id) => [id, []]));
  for (const { from, to } of all) {
    around.get(from)?.push(to);
    around.get(to)?.push(from);
  }
  const steps = (from: NodeId, to: NodeId, mayPass: (id: NodeId) => boolean = () => true): number => {
    const reached = new Map([[from, 0]]);
    for (const [id, step] of reached)
      for (const next of id === from || mayPass(id) ? (around.get(id) ?? []) : [])
        if (!reached.has(next)) reached.set(next, step + 1);
    return reached.get(to) ?? Number.POSITIVE_INFINITY;
  };
  return Object.assign(steps, { around: (id: NodeId) => around.get(id) ?? [] });
}
