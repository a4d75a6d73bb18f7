import { beforeAll, describe, expect, test } from "vitest";
import { type GraphStore, noVersion, type VersionStep } from "../../server/store/store.ts";
import { backstop } from "../real/backstop.ts";
import { describeOnBothEngines } from "../real/engines.ts";
import { codeOf, long, pattern, read, runningIn, write } from "./ask.ts";

describeOnBothEngines("values", (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
  });

  test("come out as they went in, as plain JSON", async () => {
    const props = {
      id: "theme:één",
      text: "Ĳsje 😀 \" ' \\ \n 漢字",
      empty: "",
      whole: 2020,
      below: -7,
      zero: 0,
      part: 1.5,
      yes: true,
      no: false,
      texts: ["a", "", "é"],
      numbers: [1, -2, 3],
      parts: [0.5, 2.25],
    };
    await write(store, "CREATE (n:Entity) SET n = $props", { props });
    const [row] = await read(store, "MATCH (n:Entity {id: 'theme:één'}) RETURN properties(n) AS all, n.text AS text");
    expect(row).toEqual({ all: props, text: props.text });
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
  });

  test("whole numbers go in as integers, wherever they stand", async () => {
    const cypher = "UNWIND $rows AS row RETURN row.n / 2 AS half, $list[0] / 2 AS first, row.part / 2 AS part";
    expect(await read(store, cypher, { rows: [{ n: 7, part: 7.5 }], list: [9] })).toEqual([{ half: 3, first: 4, part: 3.75 }]);
  });

  test("integers beyond 2^53 are texts, all others numbers", async () => {
    const cypher = `RETURN 9007199254740991 AS a, 9007199254740992 AS b, 9007199254740993 AS c, -9223372036854775808 AS d,
                    [9007199254740993, 1] AS e, {f: 9007199254740993} AS f`;
    expect(await read(store, cypher)).toEqual([
      {
        a: 9007199254740991,
        b: "9007199254740992",
        c: "9007199254740993",
        d: "-9223372036854775808",
        e: ["9007199254740993", 1],
        f: { f: "9007199254740993" },
      },
    ]);
  });

  test("what JSON has no number for is text", async () => {
    expect(await read(store, "RETURN 1 / 0.0 AS a, -1 / 0.0 AS b, 0.0 / 0.0 AS c")).toEqual([
      { a: "Infinity", b: "-Infinity", c: "NaN" },
    ]);
  });

  test("moments are ISO 8601", async () => {
    const cypher = `RETURN date('2021-03-04') AS day, datetime('2021-03-04T10:11:12Z') AS moment, datetime('2021-03-04T10:11:12.5+02:00') AS there,
                    localdatetime('2021-03-04T10:11:12.25') AS local, localtime('10:11:12') AS time, time('10:11:12+01:00') AS timeThere,
                    duration('P1Y2M3DT4H5M6S') AS long, duration('P3D') AS short`;
    expect(await read(store, cypher)).toEqual([
      {
        day: "2021-03-04",
        moment: "2021-03-04T10:11:12Z",
        there: "2021-03-04T10:11:12.5+02:00",
        local: "2021-03-04T10:11:12.25",
        time: "10:11:12",
        timeThere: "10:11:12+01:00",
        long: "P1Y2M3DT4H5M6S",
        short: "P3D",
      },
    ]);
  });

  test("what is not there is absent, but in a list", async () => {
    const cypher = "OPTIONAL MATCH (n:Nothing) RETURN n.id AS id, null AS none, [1, null] AS list, {a: null, b: 1} AS map";
    expect(await read(store, cypher)).toEqual([{ list: [1, null], map: { b: 1 } }]);
  });

  test("a null in what is written leaves the property out", async () => {
    await write(store, "CREATE (n:Entity {id: 'theme:null', year: $none, city: 'Goes'})", { none: null });
    expect(await read(store, "MATCH (n:Entity {id: 'theme:null'}) RETURN properties(n) AS all")).toEqual([
      { all: { id: "theme:null", city: "Goes" } },
    ]);
  });
});

describeOnBothEngines("reading", (open, engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await write(
      store,
      `CREATE (a:Entity:Institution {id: 'institution:a', kind: 'institution'}), (q:Entity:Question {id: 'question:q', kind: 'question'}),
              (t:Entity:Theme {id: 'theme:t', kind: 'theme'}), (a)-[:ASKS {basis: 'stated'}]->(q), (q)-[:ABOUT {basis: 'derived'}]->(t)`,
    );
  });

  test("keeps the direction of links", async () => {
    const out =
      "MATCH (:Entity {id: 'question:q'})-[r]->(m) RETURN type(r) AS kind, m.id AS id, startNode(r).id AS from, endNode(r).id AS to";
    const back = out.replace("-[r]->", "<-[r]-");
    expect(await read(store, out)).toEqual([{ kind: "ABOUT", id: "theme:t", from: "question:q", to: "theme:t" }]);
    expect(await read(store, back)).toEqual([{ kind: "ASKS", id: "institution:a", from: "institution:a", to: "question:q" }]);
    const either = "MATCH (:Entity {id: 'question:q'})-[r]-(m) RETURN startNode(r).id AS from, m.id AS id ORDER BY id";
    expect(await read(store, either)).toEqual([
      { from: "institution:a", id: "institution:a" },
      { from: "question:q", id: "theme:t" },
    ]);
  });

  test("stops at the number of rows that is asked for, and else gives them all", async () => {
    const cypher = "UNWIND range(1, 5000) AS x RETURN x";
    expect(await read(store, cypher, {}, { rows: 3 })).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
    expect(await read(store, cypher)).toHaveLength(5_000);
    expect(await read(store, cypher, {}, { rows: 0 })).toEqual([]);
  });

  test("gives up at its time limit", async () => {
    // The embedded engine cannot stop: what it gets is long for a millisecond, and still soon done.
    const [cypher, timeout] =
      engine.name === "neo4j"
        ? [long, 100]
        : ["UNWIND range(1, 2000) AS x UNWIND range(1, 2000) AS y WITH x, y WHERE x * y = 7 RETURN count(*) AS c", 1];
    expect(await codeOf(read(store, cypher, {}, { timeout }))).toBe("QUERY_TIMEOUT");
    expect(await read(store, "RETURN 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("refuses what would write, and writes nothing", async () => {
    const attempts = [
      "CREATE (n:Entity {id: 'x'}) RETURN n.id AS id",
      "MATCH (n:Entity) SET n.x = 1 RETURN n.x AS x",
      "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id",
      "MATCH (n:Entity) DETACH DELETE n",
      "MATCH (n:Entity) REMOVE n:Entity RETURN count(n) AS c",
      "/* read */ CREATE INDEX bad FOR (n:Entity) ON (n.name)",
      "DROP CONSTRAINT entity_id IF EXISTS",
    ];
    for (const cypher of attempts) expect(await codeOf(read(store, cypher)), cypher).toBe("QUERY_REFUSED");
    expect(await read(store, "MATCH (n:Entity) RETURN n.id AS id, n.x AS x ORDER BY id")).toEqual([
      { id: "institution:a" },
      { id: "question:q" },
      { id: "theme:t" },
    ]);
  });

  test("refuses what does not parse, or lacks a parameter", async () => {
    expect(await codeOf(read(store, "MATCH (n RETURN n"))).toBe("QUERY_REFUSED");
    expect(await codeOf(read(store, "RETURN $none AS x"))).toBe("QUERY_REFUSED");
  });

  test("fails on a row that has another shape than the query says", async () => {
    await expect(
      store.read(
        { name: "test", cypher: "RETURN 1 AS x", row: (await import("zod")).z.object({ x: (await import("zod")).z.string() }) },
        {},
      ),
    ).rejects.toThrow();
  });

  test("many at once", async () => {
    const cypher = "MATCH (n:Entity {id: $id}) RETURN n.id AS id";
    const ids = Array.from({ length: 200 }, (_, index) => ["institution:a", "question:q", "theme:t"][index % 3]);
    const found = await Promise.all(ids.map((id) => read(store, cypher, { id })));
    expect(found).toEqual(ids.map((id) => [{ id }]));
  });
});

describeOnBothEngines("what is cancelled", (open, engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
  });
  // The embedded engine cannot stop: what it gets is soon done.
  const cypher = engine.name === "neo4j" ? long : "UNWIND range(1, 2000) AS x UNWIND range(1, 500) AS y RETURN count(x * y) AS c";

  test("before it begins", async () => {
    const signal = AbortSignal.abort();
    expect(await codeOf(read(store, cypher, {}, { signal }))).toBe("REQUEST_CANCELLED");
    expect(await codeOf(pattern(store, "RETURN 1 AS x", {}, { signal }))).toBe("REQUEST_CANCELLED");
  });

  test("in the middle of it: nobody waits for it, and Neo4j stops", async () => {
    const leaving = new AbortController();
    const reading = codeOf(read(store, cypher, {}, { signal: leaving.signal }));
    if (engine.name === "neo4j") await expect.poll(() => runningIn(store, "x % y + z")).toBe(1);
    leaving.abort();
    expect(await reading).toBe("REQUEST_CANCELLED");
    if (engine.name === "neo4j") await expect.poll(() => runningIn(store, "x % y + z")).toBe(0);
    expect(await read(store, "RETURN 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("too late: what is there is given", async () => {
    const leaving = new AbortController();
    const found = await read(store, "RETURN 1 AS one", {}, { signal: leaving.signal });
    leaving.abort();
    expect(found).toEqual([{ one: 1 }]);
  });
});

describeOnBothEngines("writing", (open) => {
  const names = "MATCH (n:Entity) RETURN n.id AS id ORDER BY id";

  test("all statements, in their order, and tells how far it is", async () => {
    const store = await open();
    const heard: number[] = [];
    await store.write(
      [
        { cypher: "CREATE (:Entity {id: 'a'})", params: {} },
        { cypher: "MATCH (a:Entity {id: 'a'}) CREATE (a)-[:ABOUT]->(:Entity {id: $id})", params: { id: "b" } },
        { cypher: "MATCH (a:Entity {id: 'a'})-[r:ABOUT]->(b) SET r.id = a.id + '|' + b.id", params: {} },
      ],
      { progress: (done) => heard.push(done) },
    );
    expect(heard).toEqual([1, 2, 3]);
    expect(await read(store, "MATCH ()-[r:ABOUT]->() RETURN r.id AS id")).toEqual([{ id: "a|b" }]);
  });

  test("all of it or nothing", async () => {
    const store = await open();
    await write(store, "CREATE (:Entity {id: 'before'})");
    const failing = ["RETURN 1 / 0 AS x", "MATCH (n", "CREATE (:Entity {id: 'before'})", "CREATE (:Entity {id: $missing})"];
    for (const cypher of failing) {
      const statements = [
        { cypher: "CREATE (:Entity {id: 'half'})", params: {} },
        { cypher: "MATCH (n:Entity {id: 'before'}) SET n.changed = true", params: {} },
        { cypher, params: {} },
        { cypher: "CREATE (:Entity {id: 'after'})", params: {} },
      ];
      await expect(store.write(statements), cypher).rejects.toThrow();
      expect(await read(store, "MATCH (n:Entity) RETURN properties(n) AS all"), cypher).toEqual([{ all: { id: "before" } }]);
    }
  });

  test("an id once", async () => {
    const store = await open();
    const cypher = "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n += row.props";
    await write(store, cypher, {
      rows: [
        { id: "a", props: { x: 1 } },
        { id: "a", props: { y: 2 } },
      ],
    });
    await write(store, cypher, { rows: [{ id: "a", props: { x: 3 } }] });
    expect(await read(store, "MATCH (n:Entity) RETURN properties(n) AS all")).toEqual([{ all: { id: "a", x: 3, y: 2 } }]);
  });

  test("from many sides at once, without one losing", async () => {
    const store = await open();
    await write(store, "CREATE (:Entity {id: 'sum', count: 0})");
    await Promise.all(Array.from({ length: 20 }, () => write(store, "MATCH (n:Entity {id: 'sum'}) SET n.count = n.count + 1")));
    expect(await read(store, "MATCH (n:Entity {id: 'sum'}) RETURN n.count AS count")).toEqual([{ count: 20 }]);
  });

  test("is seen by a read that begins after it, and by none before it ends", async () => {
    const store = await open();
    let seen: unknown[] | undefined;
    await store.write([
      { cypher: "CREATE (:Entity {id: 'a'})", params: {} },
      { cypher: "CREATE (:Entity {id: 'b'})", params: {} },
    ]);
    const rows = Array.from({ length: 20_000 }, (_, index) => ({ id: `c${index}` }));
    const writing = store.write([{ cypher: "UNWIND $rows AS row CREATE (n:Entity {id: row.id})", params: { rows } }], {
      progress: () => {
        read(store, names).then((found) => {
          seen ??= found;
        });
      },
    });
    await writing;
    expect(await read(store, names)).toHaveLength(20_002);
    expect([2, 20_002, undefined]).toContain(seen?.length);
  });
});

describeOnBothEngines("writing from one version to another", (open) => {
  /** What a load of one node does, whose name tells who wrote it. */
  const load = (store: GraphStore, name: string, step: VersionStep) => {
    const cypher = "MATCH (n:Entity) DETACH DELETE n";
    return store.write(
      [
        { cypher, params: {} },
        { cypher: "CREATE (:Entity {id: $name})", params: { name } },
        { cypher: "MERGE (d:Dataset {id: 'dataset'}) SET d = $state", params: { state: { id: "dataset", version: step.to } } },
      ],
      { step },
    );
  };
  const held = async (store: GraphStore) =>
    (await read(store, "OPTIONAL MATCH (d:Dataset) OPTIONAL MATCH (n:Entity) RETURN properties(d) AS state, n.id AS name"))[0];

  test("goes on from the version it was planned on, and from no other", async () => {
    const store = await open();
    await load(store, "first", { from: noVersion, to: "1-a" });
    await load(store, "second", { from: "1-a", to: "2-b" });
    for (const from of [noVersion, "1-a", "3-c"]) {
      const late = load(store, "late", { from, to: "4-d" });
      expect(await codeOf(late), from).toBe("DATASET_CHANGED");
      await expect(late).rejects.toThrow(/at version 2-b.*planned on .*Nothing of this one was written/);
    }
    expect(await held(store)).toEqual({ state: { id: "dataset", version: "2-b" }, name: "second" });
  });

  test("has nothing to do where the graph is already at the version it leads to", async () => {
    const store = await open();
    await load(store, "first", { from: noVersion, to: "1-a" });
    await load(store, "again", { from: noVersion, to: "1-a" });
    expect(await held(store)).toEqual({ state: { id: "dataset", version: "1-a" }, name: "first" });
  });

  test("a step that fails leaves no trace of itself", async () => {
    const store = await open();
    await expect(store.write([{ cypher: "MATCH (n", params: {} }], { step: { from: noVersion, to: "1-a" } })).rejects.toThrow();
    expect(await read(store, "MATCH (n) RETURN count(n) AS c")).toEqual([{ c: 0 }]);
  });

  test("of many at once, on nothing and on something, one goes through and the others are told", async () => {
    const store = await open();
    for (const [round, from] of [noVersion, "1-won", "2-won"].entries()) {
      const names = ["a", "b", "c", "d", "e"].map((name) => `${round}${name}`);
      const ends = await Promise.all(names.map((name) => codeOf(load(store, name, { from, to: `${round + 1}-${name}` }))));
      expect([...ends].sort()).toEqual([...Array(4).fill("DATASET_CHANGED"), "none"]);
      const winner = names[ends.indexOf("none")];
      expect(await held(store)).toEqual({ state: { id: "dataset", version: `${round + 1}-${winner}` }, name: winner });
      await write(store, "MATCH (d:Dataset) SET d.version = $version", { version: `${round + 1}-won` });
    }
  });
});

describeOnBothEngines("an empty database", (open) => {
  test("answers everything with nothing", async () => {
    const store = await open();
    expect(await read(store, "MATCH (n) RETURN n.id AS id")).toEqual([]);
    expect(await read(store, "MATCH (n) RETURN count(n) AS c")).toEqual([{ c: 0 }]);
    await store.write([]);
    expect(await pattern(store, "MATCH (n)-[r]->(m) RETURN n, r, m", {}, { rows: 10 })).toMatchObject({
      columns: ["n", "r", "m"],
      rows: [],
      truncated: false,
    });
  });
});

describeOnBothEngines("health and closing", (open, engine) => {
  test("says which engine, and whether it is there", async () => {
    const store = await open();
    expect(await store.health()).toEqual({ engine: engine.name, version: expect.stringMatching(/^\d+\.\d+/), reachable: true });
    await store.close();
    expect(await store.health()).toEqual({ engine: engine.name, version: "", reachable: false });
  });

  test("after closing, everything is unavailable, and closing again is fine", async () => {
    const store = await open();
    await store.close();
    await store.close();
    expect(await codeOf(read(store, "RETURN 1 AS x"))).toBe("STORE_UNAVAILABLE");
    expect(await codeOf(write(store, "CREATE (:Entity)"))).toBe("STORE_UNAVAILABLE");
    expect(await codeOf(store.pattern("RETURN 1 AS x", {}, { timeout: backstop, rows: 1 }, new AbortController().signal))).toBe(
      "STORE_UNAVAILABLE",
    );
  });
});

describe("a database file", () => {
  test("that another has open is unavailable", async () => {
    const { mkdtempSync, rmSync } = await import("node:fs");
    const { openGrafeo } = await import("../../server/store/grafeo/store.ts");
    const folder = mkdtempSync("/tmp/overlap-test-");
    const first = await openGrafeo(`${folder}/graph.grafeo`);
    expect(await codeOf(openGrafeo(`${folder}/graph.grafeo`))).toBe("STORE_UNAVAILABLE");
    await first.close();
    const again = await openGrafeo(`${folder}/graph.grafeo`);
    expect(await read(again, "MATCH (n) RETURN count(n) AS c")).toEqual([{ c: 0 }]);
    await again.close();
    rmSync(folder, { recursive: true });
  });

  test("loses the words that earlier versions kept for search, when it is opened", async () => {
    const { mkdtempSync, rmSync } = await import("node:fs");
    const { openGrafeo } = await import("../../server/store/grafeo/store.ts");
    const folder = mkdtempSync("/tmp/overlap-test-");
    const old = await openGrafeo(`${folder}/graph.grafeo`);
    await write(old, "CREATE (:Entity {id: 'theme:a', terms: 'een woord'})");
    await old.close();
    const store = await openGrafeo(`${folder}/graph.grafeo`);
    expect((await pattern(store, "MATCH (n) RETURN keys(n), n.terms, properties(n)")).rows).toEqual([
      [["id"], null, { id: "theme:a" }],
    ]);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
