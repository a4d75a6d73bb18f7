import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directions, linkTowards } from "../../../web/drawing/directions.ts";
import { lettersAt, namesThatFit } from "../../../web/drawing/labels.ts";
import { outsideOf, windowSides } from "../../../web/drawing/outside.ts";
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

describe("names", () => {
  const named = fc
    .array(fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }), weight: fc.nat(50) }), {
      maxLength: 40,
    })
    .map((nodes) => nodes.map((node, index) => ({ ...node, id: idOf(`theme:n${index}`), name: `Naam ${index}`, radius: 18 })));
  /** The room of a name, from where it stands; of one line of about `letters` letters of 6 pixels. */
  const boxOf = ({ x, y, name }: { x: number; y: number; name: string }, place: { anchor: string; x: number; y: number }) => {
    const width = name.length * 6;
    const left = x + place.x - { start: 0, middle: width / 2, end: width }[place.anchor as "start" | "middle" | "end"];
    return { left, right: left + width, top: y + place.y, bottom: y + place.y + 13 };
  };

  test("no name lies over another, and the most telling one is there", () => {
    fc.assert(
      fc.property(named, (nodes) => {
        const places = namesThatFit(nodes, 1);
        const boxes = nodes.flatMap((node) => {
          const place = places.get(node.id);
          return place ? [boxOf(node, place)] : [];
        });
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            expect(one.left >= other.right || other.left >= one.right || one.top >= other.bottom || other.top >= one.bottom).toBe(
              true,
            );
        const [first] = [...nodes].sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
        if (first) expect(places.has(first.id)).toBe(true);
      }),
    );
  });

  test("a name stands below its sign, or on a side that is free", () => {
    const at = (text: string, x: number, weight: number) => ({
      id: idOf(text),
      name: "Een heel lange naam",
      x,
      y: 0,
      radius: 18,
      weight,
    });
    const places = namesThatFit([at("theme:left", -400, 0), at("theme:a", 0, 1), at("theme:b", 60, 2), at("theme:c", 400, 0)], 1);
    expect(places.get(idOf("theme:b"))).toMatchObject({ anchor: "middle", y: 25 });
    expect(places.get(idOf("theme:a"))?.y).toBeLessThan(0);
    // At the edges of the drawing, inwards.
    expect(places.get(idOf("theme:left"))).toMatchObject({ anchor: "start" });
    expect(places.get(idOf("theme:c"))).toMatchObject({ anchor: "end" });
  });

  test("letters are never smaller than 11 pixels on the screen", () => {
    expect(lettersAt(1)).toBe(1);
    expect(lettersAt(0.25) * 0.25 * 13).toBeGreaterThan(11);
  });
});

test("what lies outside of the window is counted once, on the side where it lies furthest out, with the nearest there", () => {
  fc.assert(
    fc.property(someNodes, (nodes) => {
      const window = { x1: -200, y1: -100, x2: 200, y2: 100 };
      const spots = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
      const outside = outsideOf(nodes, spots, window);
      const beyond = nodes.filter(({ x, y }) => Math.abs(x) > 200 || Math.abs(y) > 100);
      expect(windowSides.reduce((sum, side) => sum + outside[side].count, 0)).toBe(beyond.length);
      const away = ({ x, y }: { x: number; y: number }) => ({ left: -200 - x, right: x - 200, up: -100 - y, down: y - 100 });
      const furthest = (node: { x: number; y: number }) => Math.max(...Object.values(away(node)));
      for (const side of windowSides) {
        const there = beyond.filter((node) => away(node)[side] === furthest(node)).map(furthest);
        const { count, nearest } = outside[side];
        expect(nearest === undefined).toBe(count === 0);
        if (nearest) expect(away(spots.get(nearest) ?? { x: 0, y: 0 })[side]).toBe(Math.min(...there));
      }
    }),
  );
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
