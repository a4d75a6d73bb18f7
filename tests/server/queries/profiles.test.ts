import { beforeAll, expect, test } from "vitest";
import { linkId, type NodeId } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";

import { idsOfKind, linksOfNodes, profileLinks, profileNodes } from "../../../server/queries/profiles.ts";

import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { smallFiles, smallFolder } from "../small.ts";

describeOnBothEngines("the queries behind profiles", (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadDataset(store, smallFolder());
  });

  const everyId = async () => {
    const found: NodeId[] = [];
    for (const kind of nodeKindNames) for (const { ids } of await store.read(idsOfKind(kind), {})) found.push(...ids);
    return found.sort();
  };

  test("read the ids of every node, by kind", async () => {
    const given = Object.entries(smallFiles)
      .filter(([file]) => file.startsWith("nodes/"))
      .flatMap(([, nodes]) => (nodes as { id: string }[]).map(({ id }) => id));
    expect(await everyId()).toStrictEqual(given.sort());
    expect(await store.read(idsOfKind("programme"), {})).toStrictEqual([{ ids: [] }]);
  });

  test("read some nodes with what a profile needs", async () => {
    const rows = await store.read(profileNodes, { ids: await everyId() });
    expect(rows).toHaveLength(8);
    const noord = rows.find(({ id }) => id === "institution:noord");
    expect(noord).toMatchObject({ kind: "institution", name: "Noord College", nameEn: "North College", contested: false });
    expect(noord?.city).toBe("Groningen");
    expect(noord?.until).toBeUndefined();
    expect(rows.find(({ id }) => id === "question:vr")?.year).toBe(2021);
    expect(rows.find(({ id }) => id === "network:net")?.contested).toBe(true);
    const one = await store.read(profileNodes, { ids: ["institution:noord" as NodeId] });
    expect(one.map(({ id }) => id)).toStrictEqual(["institution:noord"]);
  });

  const givenLinks = Object.entries(smallFiles)
    .filter(([file]) => file.startsWith("links/"))
    .flatMap(([, links]) => links as { from: string; kind: string; to: string }[]);

  test("read the links that lead from some nodes, with what a profile needs", async () => {
    const rows = await store.read(profileLinks, { ids: await everyId() });
    expect(rows).toHaveLength(1);
    const [{ ids, bases, contested, untils } = { ids: [], bases: [], contested: [], untils: [] }] = rows;
    expect([bases.length, contested.length, untils.length]).toStrictEqual([ids.length, ids.length, ids.length]);
    expect([...ids].sort()).toStrictEqual(givenLinks.map(({ from, kind, to }) => `${from}|${kind}|${to}`).sort());
    const told = (id: string) => {
      const at = (ids as readonly string[]).indexOf(id);
      return [bases[at], contested[at], untils[at]];
    };
    expect(told("product:bril|ADDRESSES|question:vr")).toStrictEqual(["stated", true, 0]);
    expect(told("institution:oost|ASKS|question:vr")).toStrictEqual(["derived", false, 0]);
    expect(await store.read(profileLinks, { ids: ["theme:ict" as NodeId] })).toStrictEqual([
      { ids: [], bases: [], contested: [], untils: [] },
    ]);
  });

  test("read links in full, by the node that they lead from; those that are not there give no row", async () => {
    const made = linkId("institution:zuid" as NodeId, "MADE", "product:bril" as NodeId);
    const gone = linkId("institution:zuid" as NodeId, "ASKS", "question:vr" as NodeId);
    const rows = await store.read(linksOfNodes, {
      wanted: [
        { from: "institution:zuid" as NodeId, links: [made, gone] },
        { from: "institution:oost" as NodeId, links: [linkId("institution:oost" as NodeId, "ASKS", "question:vr" as NodeId)] },
      ],
    });
    expect(rows.map(({ id }) => id).sort()).toStrictEqual(["institution:oost|ASKS|question:vr", made]);
    expect(rows.find(({ id }) => id === made)).toMatchObject({ basis: "stated", properties: { since: 2020 } });
  });
});
