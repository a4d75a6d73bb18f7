import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { queryString } from "../../../model/call.ts";
import { NodeId } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import { type Address, hrefOf, parseAddress } from "../../../web/app/address.ts";
import type { Camera } from "../../../web/drawing/view.ts";
import { addToView, emptyView, layoutNames, type Spot, type View } from "../../../web/drawing/view.ts";
import { packedQuery, parseView, viewQuery } from "../../../web/explore/view-address.ts";
import { idOf, node } from "../nodes.ts";

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,60}$/);
const anId = fc.tuple(fc.constantFrom(...nodeKindNames), slug).map(([kind, rest]) => NodeId.parse(`${kind}:${rest}`));
const pixel = fc.integer({ min: -99_999, max: 99_999 });
const aSpot: fc.Arbitrary<Spot> = fc
  .tuple(pixel, pixel, fc.boolean())
  .map(([x, y, pinned]) => (pinned ? { x, y, pinned } : { x, y }));
const aCamera: fc.Arbitrary<Camera> = fc
  .tuple(pixel, pixel, fc.integer({ min: 10, max: 250 }))
  .map(([x, y, zoom]) => ({ x, y, zoom: zoom / 100 }));

const aView: fc.Arbitrary<View> = fc
  .record({
    items: fc.uniqueArray(fc.tuple(anId, aSpot), { maxLength: 500, selector: ([id]) => id }),
    hide: fc.array(fc.nat(499), { maxLength: 20 }),
    without: fc.uniqueArray(fc.constantFrom(...nodeKindNames)),
    stated: fc.boolean(),
    contested: fc.constantFrom("all" as const, "only" as const, "without" as const),
    fade: fc.boolean(),
    layout: fc.record({ name: fc.constantFrom(...layoutNames), from: anId }, { requiredKeys: ["name"], noNullPrototype: true }),
    sizing: fc.record({ by: fc.constantFrom("none" as const, "shown" as const, "all" as const) }),
  })
  .map(({ items, hide, without, layout, sizing, ...filters }) => {
    const view = addToView({ nodes: items.map(([id]) => node(id)), links: [] }, new Map(items))(emptyView);
    const hidden = new Set(hide.flatMap((index) => items[index]?.[0] ?? []));
    return { ...view, hidden, layout, sizing, filters: { without: new Set(without), ...filters } };
  });

/** Through an address, as it would be copied and opened elsewhere. */
async function opened(query: Address["query"]) {
  const address = hrefOf({ path: "/verken", query: await packedQuery(query), language: "nl" });
  return parseView(parseAddress(new URL(address, "https://overlap.example")).query);
}

describe("the address of a view", () => {
  test("opens the same nodes, spots, selection, filters and camera", async () => {
    await fc.assert(
      fc.asyncProperty(aView, fc.option(aCamera, { nil: undefined }), fc.nat(499), async (view, camera, chosen) => {
        const selected = [...view.nodes.keys()][chosen];
        const there = await opened(viewQuery({ view, selected, camera }));
        expect(there).toStrictEqual({
          ids: [...view.nodes.keys()],
          spots: view.spots,
          hidden: view.hidden,
          filters: view.filters,
          layout: view.layout,
          sizeBy: view.sizing.by,
          selected,
          camera,
        });
      }),
      { numRuns: 60 },
    );
  });

  test("stays short with everything of the data set on the canvas", async () => {
    const { readFileSync, readdirSync } = await import("node:fs");
    const folder = new URL("../../../seed/nodes/", import.meta.url);
    const ids = readdirSync(folder).flatMap((file) =>
      (JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { id: string }[]).map(({ id }) => idOf(id)),
    );
    expect(ids.length).toBeGreaterThan(400);
    const spots = new Map(
      ids.map((id, index) => [id, { x: ((index * 7_919) % 4_000) - 2_000, y: ((index * 104_729) % 4_000) - 2_000 }]),
    );
    const view = addToView({ nodes: ids.map((id) => node(id)), links: [] }, spots)(emptyView);
    const query = viewQuery({ view, selected: ids[0], camera: { x: 1, y: 2, zoom: 0.5 } });
    expect(queryString(await packedQuery(query)).length).toBeLessThan(8_000);
    expect((await opened(query)).ids).toStrictEqual(ids);
  });

  test("passes over whatever it cannot hold", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom("toon", "op", "kies", "zonder", "kijk", "pak", "weg"), fc.string()),
        async (query) => {
          const { ids } = await parseView(query);
          for (const id of ids) expect(NodeId.safeParse(id).success).toBe(true);
        },
      ),
    );
  });
});

test("an address survives being written and read in either language", () => {
  fc.assert(
    fc.property(
      fc.record({
        path: fc.constantFrom("/", "/verken", "/instelling/summa-college"),
        query: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1, unit: "grapheme" })),
        language: fc.constantFrom("nl" as const, "en" as const),
      }),
      (given) => {
        const { taal: _, ...query } = given.query;
        const address = { ...given, query };
        expect(parseAddress(new URL(hrefOf(address), "https://overlap.example"))).toStrictEqual({
          ...address,
          query: { ...query },
        });
      },
    ),
  );
});
