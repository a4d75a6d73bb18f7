import { execFileSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import type { AppError } from "../../model/errors.ts";
import { PatternLink, PatternNode, PatternPath } from "../../model/patterns.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { describeOnBothEngines, openTestNeo4j } from "../real/engines.ts";
import { codeOf, pattern, read, runningIn, write } from "./ask.ts";

const graph = `
  CREATE (a:Entity:Institution {id: 'institution:a', kind: 'institution', name: 'A', big: 9007199254740993}),
         (b:Entity:Institution {id: 'institution:b', kind: 'institution', name: 'Bé'}),
         (q:Entity:Question {id: 'question:q', kind: 'question', year: 2020}),
         (s:Source {id: 'source:s', title: 'Bron'}),
         (a)-[:ASKS {id: 'institution:a|ASKS|question:q', basis: 'stated', since: 2019}]->(q),
         (b)-[:ASKS {basis: 'derived'}]->(q)`;

/** Keeps an engine busy for about half a minute on the graph below, when nobody stops it. */
const slow = "UNWIND range(1, 8) AS x MATCH (a), (b), (c) WHERE a.id + b.id + c.id = 'x' RETURN count(*) AS c";

describeOnBothEngines("a pattern", (open, engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await write(store, graph);
  });
  const cells = async (cypher: string, params = {}) => (await pattern(store, cypher, params)).rows;

  test("gives nodes", async () => {
    const [[node] = []] = await cells("MATCH (n:Entity {id: 'institution:a'}) RETURN n");
    expect(PatternNode.parse(node)).toEqual({
      $type: "node",
      id: "institution:a",
      kind: "institution",
      labels: ["Entity", "Institution"],
      properties: { id: "institution:a", kind: "institution", name: "A", big: "9007199254740993" },
    });
    expect((await cells("MATCH (s:Source) RETURN s"))[0]?.[0]).toMatchObject({
      $type: "node",
      id: "source:s",
      kind: "source",
      labels: ["Source"],
    });
  });

  test("gives links with the ids of their ends, also when these are not in the row", async () => {
    const found = await cells("MATCH (:Institution)-[r:ASKS]->() RETURN r, r.basis AS basis ORDER BY basis DESC");
    expect(PatternLink.parse(found[0]?.[0])).toEqual({
      $type: "link",
      id: "institution:a|ASKS|question:q",
      kind: "ASKS",
      from: "institution:a",
      to: "question:q",
      properties: { id: "institution:a|ASKS|question:q", basis: "stated", since: 2019 },
    });
    expect(found[1]?.[0]).toMatchObject({ id: "institution:b|ASKS|question:q", from: "institution:b", to: "question:q" });
    const [[back] = []] = await cells("MATCH (q:Question)<-[r {basis: 'stated'}]-(a) RETURN r");
    expect(back).toMatchObject({ from: "institution:a", to: "question:q" });
  });

  test("gives paths, each link in its own direction", async () => {
    const [[path] = []] = await cells("MATCH p = (:Institution {id: 'institution:a'})-[:ASKS*2]-(b) RETURN p");
    const { nodes, links } = PatternPath.parse(path);
    expect(nodes.map(({ id }) => id)).toEqual(["institution:a", "question:q", "institution:b"]);
    expect(links.map(({ from, to }) => [from, to])).toEqual([
      ["institution:a", "question:q"],
      ["institution:b", "question:q"],
    ]);
  });

  test("gives them within lists and maps, and maps with their nulls", async () => {
    const cypher =
      "MATCH (a:Institution {id: 'institution:a'})-[r]->(q) RETURN [a, [r]] AS list, {node: q, none: null, more: {n: 1}} AS map, a {.id, .nope} AS some";
    const [[list, map, some] = []] = await cells(cypher);
    expect(list).toMatchObject([
      { $type: "node", id: "institution:a" },
      [{ $type: "link", from: "institution:a", to: "question:q" }],
    ]);
    expect(map).toMatchObject({ node: { $type: "node", id: "question:q" }, none: null, more: { n: 1 } });
    expect(some).toEqual({ id: "institution:a", nope: null });
  });

  test("gives plain values", async () => {
    const cypher =
      "RETURN 1 AS a, 9007199254740993 AS b, 1.5 AS c, null AS d, [1, null] AS e, date('2021-03-04') AS f, 'é😀' AS g, true AS h, 1 / 0.0 AS i";
    expect(await cells(cypher)).toEqual([[1, "9007199254740993", 1.5, null, [1, null], "2021-03-04", "é😀", true, "Infinity"]]);
  });

  test("takes parameters", async () => {
    const cypher = "MATCH (n:Entity) WHERE n.id IN $ids AND n.year / $two = 1010 RETURN n.id, $map.a AS a";
    expect(await cells(cypher, { ids: ["question:q"], two: 2, map: { a: "x" } })).toEqual([["question:q", "x"]]);
    expect(await codeOf(cells("RETURN $nothing AS x"))).toBe("QUERY_REFUSED");
  });

  test("keeps the order and the names of the columns, also without rows", async () => {
    const cypher = "MATCH (n:Entity) WHERE n.id = $id RETURN n.name, n.id AS a, count( * ), n.kind AS `de soort`";
    expect((await pattern(store, cypher, { id: "institution:a" })).columns).toEqual(["n.name", "a", "count( * )", "de soort"]);
    expect(await pattern(store, "MATCH (n:Nothing) RETURN n.b AS b, n.a AS a")).toMatchObject({
      columns: ["b", "a"],
      rows: [],
      truncated: false,
    });
    expect((await pattern(store, "MATCH (z:Question)<-[b]-(a) RETURN *")).columns).toEqual(["a", "b", "z"]);
  });

  test("says when there were more rows", async () => {
    const cypher = "UNWIND range(1, 10) AS x RETURN x";
    expect(await pattern(store, cypher, {}, { rows: 3 })).toMatchObject({
      columns: ["x"],
      rows: [[1], [2], [3]],
      truncated: true,
    });
    expect((await pattern(store, cypher, {}, { rows: 10 })).truncated).toBe(false);
    expect((await pattern(store, `${cypher} UNION ALL ${cypher}`, {}, { rows: 19 })).truncated).toBe(true);
    expect(await pattern(store, `${cypher} ORDER BY x DESC LIMIT 5`, {}, { rows: 2 })).toMatchObject({
      columns: ["x"],
      rows: [[10], [9]],
      truncated: true,
    });
  });

  test("is refused before any engine sees it", async () => {
    const refused = [
      "CREATE (n) RETURN n",
      "MATCH (n) SET n.x = 1 RETURN n",
      "LOAD CSV FROM 'file:///no-such-file.csv' AS l RETURN l",
      "CALL dbms.listConfig() YIELD name RETURN name",
      "SHOW USERS",
      "USE system MATCH (n) RETURN n",
      "RETURN 1; RETURN 2",
    ];
    for (const cypher of refused) expect(await codeOf(pattern(store, cypher)), cypher).toBe("QUERY_REFUSED");
    expect(await read(store, "MATCH (n:Entity) RETURN count(n) AS c")).toEqual([{ c: 3 }]);
  });

  test("that only an engine finds wrong is refused in its words", async () => {
    const wrong = pattern(store, "RETURN 9223372036854775807 + 1 AS a");
    const message = await wrong.then(String, ({ code, message }: AppError) => `${code} ${message}`);
    expect(message).toMatch(/^QUERY_REFUSED .*(overflow|out of range|beyond 64 bits)/);
    if (engine.name !== "neo4j") return;
    const unknown = read(store, "RETURN 1 AS a,\n foo");
    expect(await unknown.catch(({ message }: AppError) => message)).toMatch(/^Variable `foo` not defined \(line 2, column 2\)$/);
  });

  test("sees what was written before it", async () => {
    await write(store, "CREATE (:Entity:Theme {id: 'theme:new', kind: 'theme'})");
    expect(await cells("MATCH (n:Theme) RETURN n.id")).toEqual([["theme:new"]]);
    await write(store, "MATCH (n:Theme) DETACH DELETE n");
    expect(await cells("MATCH (n:Theme) RETURN n.id")).toEqual([]);
  });

  test("ends at its time limit, in the database too", async () => {
    await write(store, "UNWIND range(1, 200) AS x CREATE (:Entity {id: 'x' + x})");
    expect(await codeOf(pattern(store, slow, {}, { timeout: 500 }))).toBe("QUERY_TIMEOUT");
    await nothingRuns();
    expect(await cells("RETURN 1 AS x")).toEqual([[1]]);
  });

  test("ends when it is cancelled, in the database too", async () => {
    const cancel = new AbortController();
    const running = codeOf(pattern(store, slow, {}, { signal: cancel.signal }));
    await expect.poll(atWork).toBe(1);
    cancel.abort();
    expect(await running).toBe("REQUEST_CANCELLED");
    await nothingRuns();
    expect(await codeOf(pattern(store, "RETURN 1 AS x", {}, { signal: AbortSignal.abort() }))).toBe("REQUEST_CANCELLED");
    expect(await cells("RETURN 1 AS x")).toEqual([[1]]);
  });

  test("that needs too much memory is refused, and harms nothing", async () => {
    const greedy = "MATCH (a), (b), (c) WITH collect([a.id, b.id, c.id]) AS all RETURN size(all) AS s";
    expect(await codeOf(pattern(store, greedy))).toBe("QUERY_REFUSED");
    expect(await cells("RETURN 1 AS x")).toEqual([[1]]);
  });

  test("whose answer would fill the server's memory is refused, and harms nothing", async () => {
    const long = "x".repeat(200_000);
    const wide = "UNWIND range(1, 1000) AS x RETURN $long + toString(x) AS a";
    expect(await codeOf(pattern(store, wide, { long }))).toBe("QUERY_REFUSED");
    expect((await pattern(store, wide, { long }, { rows: 10 })).rows).toHaveLength(10);
  });

  test("several at once", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, (_, x) => pattern(store, "RETURN $x AS x", { x })));
    expect(all.map(({ rows }) => rows[0]?.[0])).toEqual([0, 1, 2, 3, 4, 5]);
  });

  /** Neither a process of ours nor a transaction is left that still works on a pattern. */
  const nothingRuns = () => expect.poll(atWork).toBe(0);
  const atWork = () => (engine.name === "neo4j" ? transactions() : busyReaders());
});

async function transactions(): Promise<number> {
  const other = await openTestNeo4j();
  try {
    return await runningIn(other, "a.id + b.id + c.id");
  } finally {
    await other.close();
  }
}

/** Readers of this process that use a processor now. */
async function busyReaders(): Promise<number> {
  const processes = execFileSync("ps", ["-eo", "ppid=,pcpu=,stat=,args="], { encoding: "utf8" }).split("\n");
  return processes.filter(
    (line) => Number.parseInt(line, 10) === process.pid && line.includes("reader-process") && / R/.test(line),
  ).length;
}
