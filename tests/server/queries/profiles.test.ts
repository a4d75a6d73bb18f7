import { beforeAll, expect, test } from "vitest";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { profileLinks, profileNodes } from "../../../server/queries/profiles.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { smallFiles, smallFolder } from "../small.ts";

describeOnBothEngines("the queries behind profiles", (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadDataset(store, smallFolder());
  });

  test("read every node with what a profile needs", async () => {
    const rows = await store.read(profileNodes, {});
    expect(rows).toHaveLength(8);
    const noord = rows.find(({ id }) => id === "institution:noord");
    expect(noord).toMatchObject({ kind: "institution", name: "Noord College", nameEn: "North College", contested: false });
    expect(noord?.properties.city).toBe("Groningen");
    expect(noord?.properties.until).toBeUndefined();
    expect(rows.find(({ id }) => id === "question:vr")?.properties.year).toBe(2021);
    expect(rows.find(({ id }) => id === "network:net")?.contested).toBe(true);
  });

  test("read every link with its ends, basis and all that it holds", async () => {
    const rows = await store.read(profileLinks, {});
    const given = Object.entries(smallFiles)
      .filter(([file]) => file.startsWith("links/"))
      .flatMap(([, links]) => links as { from: string; kind: string; to: string }[]);
    const ends = (row: { from: string; linkKind: string; to: string }) => `${row.from} ${row.linkKind} ${row.to}`;
    expect(rows.map(ends).sort()).toStrictEqual(given.map(({ from, kind, to }) => `${from} ${kind} ${to}`).sort());
    const addresses = rows.find(({ linkKind }) => linkKind === "ADDRESSES");
    expect(addresses?.link).toMatchObject({ basis: "stated", contested: true, sources: ["source:page", "source:blog"] });
    expect(rows.find(({ from }) => from === "institution:oost")?.link).toMatchObject({ basis: "derived", contested: false });
    expect(rows.find(({ linkKind }) => linkKind === "MADE")?.link).toMatchObject({ since: 2020 });
  });
});
