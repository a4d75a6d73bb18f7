import { expect, test } from "vitest";
import { z } from "zod";
import { describeOnBothEngines } from "../real/engines.ts";

const anything = z.record(z.string(), z.unknown());

describeOnBothEngines("the store", (open) => {
  test("gives back what was written", async () => {
    const store = await open();
    await store.write([{ cypher: "CREATE (:Entity {id: $id, year: $year})", params: { id: "theme:a", year: 2020 } }]);
    const cypher = "MATCH (n:Entity) RETURN n.id AS id, n.year AS year, n.until AS until";
    expect(await store.read({ name: "all", cypher, row: anything }, {})).toEqual([{ id: "theme:a", year: 2020 }]);
  });
});
