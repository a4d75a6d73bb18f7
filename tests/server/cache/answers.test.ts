import fc from "fast-check";
import { expect, test } from "vitest";
import { packed } from "../../../server/cache/packed-json.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, folder } from "../app.ts";
import { smallFolder } from "../small.ts";

const evidence = [{ source: "source:page", basis: "stated" }];
const team = (number: number) => ({
  "nodes/team.json": [{ id: `team:t${number}`, name: `Team ${number}`, nameEn: `Team ${number}`, evidence }],
  "links/asks.json": [{ from: `team:t${number}`, kind: "ASKS", to: "question:vr", evidence }],
});

/** Loads into the same graph without this process's knowing, as another process does. */
const elsewhere = (store: GraphStore) => ({
  ...store,
  read: store.read.bind(store),
  write: store.write.bind(store),
});

describeOnBothEngines("cached answers", (open) => {
  test("go when the graph changes: at once when this process changes it, soon when another does", async () => {
    const store = await open();
    await loadDataset(store, smallFolder());
    const app = await appOn(store);
    const asking = async () => {
      const [, answer] = await ask(app, "/api/nodes/question:vr/neighbours?kinds=team");
      return (answer as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
    };
    expect(await asking()).toEqual([]);
    await loadDataset(store, folder(team(1)));
    expect(await asking()).toEqual(["team:t1"]);
    await loadDataset(elsewhere(store), folder(team(2)));
    await expect.poll(asking, { timeout: 10_000 }).toEqual(["team:t1", "team:t2"]);
    await app.close();
  });
});

test("what is packed comes out as it went in", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const at = packed(values);
      expect(values.map((_, place) => at(place))).toEqual(values.map((value) => JSON.parse(JSON.stringify(value))));
    }),
  );
});
