/** Whatever is built by clicking gives the same rows on both engines, and the counts beside its steps are those of its rows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "../../model/errors.ts";
import { linkKindNames, type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import { Gatekeeper } from "../../server/cypher-gate/gatekeeper.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import {
  type Built,
  type Condition,
  type Direction,
  isFound,
  itemsOf,
  mayLead,
  startWith,
  withItem,
  withStep,
} from "../../web/patterns/builder/built.ts";
import { continuationsCypher, countCypher, namesOf, type Written, written } from "../../web/patterns/builder/built-cypher.ts";
import { describeOnNeo4j, openTestNeo4j } from "../real/engines.ts";
import { loadSeed, projectRoot } from "../server/app.ts";
import { pattern, write } from "./ask.ts";

const seed = (name: string) => JSON.parse(readFileSync(join(projectRoot, "seed", `${name}.json`), "utf8")) as { id: string }[];
const idsOf = (kind: NodeKind): string[] => seed(`nodes/${kind}`).map(({ id }) => id);
const sources = seed("sources").map(({ id }) => id);

type Draw = (count: number) => number;

/** A condition on an item of a kind, or on a link where there is none, that some of the data fulfil. */
function condition(kind: NodeKind | undefined, draw: Draw): Condition {
  const ids = idsOf(kind ?? "institution");
  const some = (list: readonly string[]) => list[draw(list.length)] ?? "";
  const choices: Condition[] = [
    { about: "item", ids: [some(ids)] },
    { about: "item", ids: [some(ids), some(ids), some(ids)] },
    { about: "words", property: "name", words: some(["a", "LEER", "o"]) },
    { about: "words", property: "description", words: some(["mbo", "ict"]) },
    { about: "text", property: some(["city", "sector", "type"]) as "city", text: some(["Arnhem", "onderwijs", "tool"]) },
    { about: "from", property: "year", year: 2015 + draw(6) },
    { about: "until", property: "since", year: 2015 + draw(6) },
    { about: "source", source: some(sources) },
    { about: "contested" },
  ];
  return choices[draw(choices.length)] ?? { about: "contested" };
}

function linkCondition(draw: Draw): Condition {
  const choices: Condition[] = [
    { about: "basis", basis: "stated" },
    { about: "basis", basis: "derived" },
    { about: "source", source: sources[draw(sources.length)] ?? "" },
    { about: "contested" },
  ];
  return choices[draw(choices.length)] ?? { about: "contested" };
}

/** A step that the model allows from an item, in any of the shapes that can be clicked. */
function further(built: Built, draw: Draw): Built {
  const starts = [...itemsOf(built).keys()].filter((item) => isFound(built, item));
  const from = starts[draw(starts.length)] ?? 0;
  const kind = itemsOf(built)[from]?.kind;
  const directions: readonly Direction[] = ["out", "in", "either"];
  const all = linkKindNames.flatMap((link) =>
    directions.flatMap((direction) =>
      nodeKindNames.flatMap((to) => (mayLead(link, direction, kind, to) ? [{ link, direction, to }] : [])),
    ),
  );
  const { link, direction, to } = all[draw(all.length)] ?? {
    link: "ABOUT" as const,
    direction: "either" as const,
    to: undefined,
  };
  const [isAbsent, isAnyLink, isAnyKind] = [draw(4) === 0, draw(6) === 0, draw(6) === 0];
  const repeat = !isAbsent && !isAnyLink && draw(5) === 0 ? 2 : 1;
  return withStep(built, {
    from,
    direction: isAnyLink ? "either" : direction,
    isAbsent,
    repeat,
    ...(!isAnyLink && { link }),
    linkConditions: !isAbsent && repeat === 1 && draw(3) === 0 ? [linkCondition(draw)] : [],
    to: { ...(!isAnyKind && to && { kind: to }), conditions: !isAbsent && draw(4) === 0 ? [condition(to, draw)] : [] },
  });
}

const anyBuilt = fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }).map((numbers): Built => {
  let next = 0;
  const draw: Draw = (count) => (numbers[next++ % numbers.length] ?? 0) % Math.max(1, count);
  const kind = draw(10) === 0 ? undefined : nodeKindNames[draw(nodeKindNames.length)];
  let built = startWith(kind);
  if (draw(2) === 0) built = withItem(built, 0, (item) => ({ ...item, conditions: [condition(kind, draw)] }));
  for (let steps = draw(4); steps > 0; steps -= 1) built = further(built, draw);
  const found = [...itemsOf(built).keys()].filter((item) => isFound(built, item));
  const [per, of] = [found[draw(found.length)] ?? 0, found[draw(found.length)] ?? 0];
  return draw(4) === 0 && per !== of ? { ...built, show: { as: "counts", per, of } } : built;
});

describeOnNeo4j("what is built gives the same on both engines", () => {
  let engines: readonly GraphStore[] = [];
  beforeAll(async () => {
    const gatekeeper = new Gatekeeper();
    const neo4j = await openTestNeo4j(gatekeeper);
    await write(neo4j, "MATCH (n) DETACH DELETE n");
    engines = [await openGrafeo(":memory:", gatekeeper), neo4j];
    for (const store of engines) await loadSeed(store);
  });
  afterAll(async () => {
    for (const store of engines) await store.close();
  });

  /** The rows on each engine, in any order; undefined when there are too many to be compared. */
  const rowsOf = async ({ cypher, params }: Written): Promise<readonly unknown[][][] | undefined> => {
    try {
      const found = await Promise.all(engines.map((store) => pattern(store, cypher, params, { rows: 10_000, timeout: 5_000 })));
      return found.some(({ truncated }) => truncated) ? undefined : found.map(({ rows }) => rows);
    } catch (error) {
      if (error instanceof AppError && error.code === "QUERY_TIMEOUT") return undefined;
      throw new Error(cypher, { cause: error });
    }
  };
  const lines = (rows: readonly unknown[][] | undefined) => rows?.map((row) => JSON.stringify(row)).sort();

  test("rows, counts beside steps, and what leads on", async () => {
    let [compared, filled] = [0, 0];
    await fc.assert(
      fc.asyncProperty(anyBuilt, async (built) => {
        const rows = await rowsOf(written(built));
        if (!rows) return;
        compared += 1;
        if (rows[0]?.length) filled += 1;
        expect(lines(rows[0]), written(built).cypher).toEqual(lines(rows[1]));

        const last = built.steps.length;
        const counts = await rowsOf(countCypher(built, last));
        expect(counts?.[0], countCypher(built, last).cypher).toEqual(counts?.[1]);
        if (built.show.as === "matches") {
          const item = isFound(built, last) ? last : (built.steps[last - 1]?.from ?? 0);
          const column =
            written(built)
              .cypher.match(/^RETURN (.*)$/m)?.[1]
              ?.split(", ")
              .indexOf(namesOf(built)[item] ?? "") ?? -1;
          const ids = new Set(rows[0]?.map((row) => (row[column] as { id: string }).id));
          expect(counts?.[0], countCypher(built, last).cypher).toEqual([[ids.size]]);
        }
        const on = await rowsOf(continuationsCypher(built, 0));
        expect(lines(on?.[0]), continuationsCypher(built, 0).cypher).toEqual(lines(on?.[1]));
      }),
      {
        numRuns: Number(process.env.RANDOM_PATTERNS ?? 20),
        seed: Number(process.env.RANDOM_SEED ?? 2026),
        interruptAfterTimeLimit: 45_000,
      },
    );
    expect([compared > 3, filled > 1], `${compared} compared, ${filled} with rows`).toEqual([true, true]);
  });
});
