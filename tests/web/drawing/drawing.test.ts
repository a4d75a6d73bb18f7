import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directions, linkTowards } from "../../../web/drawing/directions.ts";
import { lettersAt, namesThatFit } from "../../../web/drawing/labels.ts";
import { spread } from "../../../web/drawing/spread.ts";
import { idOf, link } from "../nodes.ts";

const room = { width: 132, height: 92 };
const someNodes = fc
  .array(fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }), fixed: fc.boolean() }), {
    maxLength: 60,
  })
  .map((nodes) => nodes.map((node, index) => ({ ...node, id: idOf(`theme:n${index}`) })));

describe("where what is new goes", () => {
  test("over nothing that was there, and over nothing else that is new", () => {
    fc.assert(
      fc.property(someNodes, (nodes) => {
        const placed = spread(nodes, room);
        expect(placed.map(({ id }) => id)).toStrictEqual(nodes.filter(({ fixed }) => !fixed).map(({ id }) => id));
        const fixed = nodes.filter((node) => node.fixed);
        for (const [index, one] of placed.entries())
          for (const other of [...fixed, ...placed.slice(index + 1)])
            expect(Math.abs(one.x - other.x) >= room.width || Math.abs(one.y - other.y) >= room.height).toBe(true);
      }),
    );
  });

  test("where it wants to be when nothing is there", () => {
    expect(spread([{ id: idOf("theme:a"), x: 5, y: 6, fixed: false }], room)).toStrictEqual([{ id: "theme:a", x: 5, y: 6 }]);
  });
});

test("a name is left out only when it would lie over something", () => {
  const at = (text: string, x: number, weight: number) => ({ id: idOf(text), name: "Een lange naam", x, y: 0, weight });
  expect([...namesThatFit([at("theme:a", 0, 1), at("theme:b", 40, 2), at("theme:c", 400, 0)], 1)].sort()).toStrictEqual([
    "theme:b",
    "theme:c",
  ]);
  expect(lettersAt(1)).toBe(1);
  expect(lettersAt(0.25) * 0.25 * 13).toBeGreaterThan(11);
});

describe("a step along a link", () => {
  const spots = new Map(
    Object.entries({ "theme:a": [0, 0], "theme:right": [100, 10], "theme:far": [300, 0], "theme:up": [10, -80] }).map(
      ([id, [x = 0, y = 0]]) => [idOf(id), { x, y }],
    ),
  );
  const links = ["theme:right", "theme:far", "theme:up"].map((to) => link("theme:a", "BROADER", to));

  test.each([
    ["ArrowRight", "theme:right"],
    ["ArrowUp", "theme:up"],
    ["ArrowLeft", undefined],
    ["ArrowDown", undefined],
  ] as const)("%s leads to %s", (direction, to) => {
    expect(linkTowards(idOf("theme:a"), direction, links, spots)?.to).toBe(to);
  });

  test("every neighbour lies in some direction", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (x, y) => {
        fc.pre(x !== 0 || y !== 0);
        const two = new Map([
          [idOf("theme:a"), { x: 0, y: 0 }],
          [idOf("theme:b"), { x, y }],
        ]);
        const found = (Object.keys(directions) as (keyof typeof directions)[]).flatMap(
          (direction) => linkTowards(idOf("theme:a"), direction, [link("theme:b", "BROADER", "theme:a")], two)?.to ?? [],
        );
        expect(found).toContain("theme:b");
      }),
    );
  });
});
