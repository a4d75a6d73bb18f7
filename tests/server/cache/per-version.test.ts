import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cachedPerVersion } from "../../../server/cache/per-version.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
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
    await expect.poll(asking).toEqual(["team:t1", "team:t2"]);
    await app.close();
  });
});

describe("an answer for each state of the graph", () => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await openGrafeo(":memory:");
  });
  afterEach(() => store.close());

  test("is made once for each state of the graph, and each time while nothing was loaded", async () => {
    let times = 0;
    const answer = cachedPerVersion(async () => ++times);
    expect([await answer(store), await answer(store)]).toEqual([1, 2]);
    await loadDataset(store, smallFolder());
    expect(await Promise.all([answer(store), answer(store)])).toEqual([3, 3]);
    await loadDataset(store, folder(team(1)));
    expect([await answer(store), await answer(store)]).toEqual([4, 4]);
  });

  test("that fails is not held", async () => {
    await loadDataset(store, smallFolder());
    let times = 0;
    const answer = cachedPerVersion(async () => {
      if (++times === 1) throw new Error("not yet");
      return "made";
    });
    const first = [answer(store), answer(store)];
    expect(await Promise.allSettled(first)).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    expect(await answer(store)).toBe("made");
  });
});
