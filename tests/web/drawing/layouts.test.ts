import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NodeId } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import { besideTheirOwn, inBlocks, inColumns, type Point } from "../../../web/drawing/columns.ts";
import { sectionsOf } from "../../../web/drawing/sections.ts";
import { sizesOf } from "../../../web/drawing/sizes.ts";
import { byStructure, inCircle } from "../../../web/drawing/structure.ts";
import { addToView, emptyView, layoutNames, setLayout, setSizing, type View } from "../../../web/drawing/view.ts";
import { idOf, link, node } from "../nodes.ts";

const ids = Array.from({ length: 40 }, (_, index) => idOf(`${nodeKindNames[index % 11]}:n${index}`));
const anId = fc.constantFrom(...ids);
const someLinks = fc.array(
  fc.tuple(anId, anId, fc.constantFrom("ABOUT" as const, "PART_OF" as const)).map(([from, to, kind]) => link(from, kind, to)),
  { maxLength: 80 },
);
const someSections = fc
  .tuple(fc.shuffledSubarray(ids), fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 }))
  .map(([all, sizes]) => {
    const left = [...all];
    return [...sizes.map((size) => left.splice(0, size)), left].filter(({ length }) => length > 0);
  });
const aView: fc.Arbitrary<View> = fc
  .tuple(fc.shuffledSubarray(ids), someLinks, fc.constantFrom(...layoutNames), fc.option(anId, { nil: undefined }))
  .map(([there, links, name, from]) => {
    const among = links.filter(({ from: one, to }) => there.includes(one) && there.includes(to));
    const view = addToView({ nodes: there.map((id) => node(id)), links: among }, new Map())(emptyView);
    return setLayout({ name, ...(from && { from }) })(view);
  });

const crossings = (sections: readonly (readonly NodeId[])[], links: readonly { from: NodeId; to: NodeId }[]) => {
  const rank = new Map(sections.flatMap((all) => all.map((id, index) => [id, index] as const)));
  const of = (id: NodeId) => rank.get(id) ?? 0;
  return links.reduce(
    (sum, one, index) =>
      sum + links.slice(index + 1).filter((other) => (of(one.from) - of(other.from)) * (of(one.to) - of(other.to)) < 0).length,
    0,
  );
};

describe("what stands under which heading", () => {
  test("is everything that is shown, once, in every layout that has headings", () => {
    fc.assert(
      fc.property(aView, (view) => {
        const sections = sectionsOf(view);
        const all = sections.flatMap((section) => section.ids);
        if (view.layout.name === "structure" || view.layout.name === "circle") expect(all).toStrictEqual([]);
        else expect([...all].sort()).toStrictEqual([...view.nodes.keys()].sort());
        for (const { heading } of sections) expect(heading("nl")).not.toBe("");
      }),
    );
  });

  test("who, what they ask, and what helps, in this order", () => {
    const nodes = ["product:p", "institution:a", "question:q", "team:t"].map((id) => node(id));
    const view = setLayout({ name: "columns" })(addToView({ nodes, links: [] }, new Map())(emptyView));
    expect(sectionsOf(view).map(({ heading }) => heading("nl"))).toStrictEqual([
      "Wie (2)",
      "Wat zij vragen (1)",
      "Wat helpt (1)",
    ]);
    expect(sectionsOf(view)[0]?.ids).toStrictEqual(["institution:a", "team:t"]);
  });

  test("steps are counted from the item that was chosen", () => {
    const nodes = ["theme:a", "theme:b", "theme:c", "theme:d"].map((id) => node(id));
    const links = [link("theme:a", "BROADER", "theme:b"), link("theme:c", "BROADER", "theme:b")];
    const view = setLayout({ name: "layers", from: idOf("theme:c") })(addToView({ nodes, links }, new Map())(emptyView));
    expect(sectionsOf(view).map((section) => [section.heading("nl"), section.ids])).toStrictEqual([
      ["theme:c", ["theme:c"]],
      ["1 stap (1)", ["theme:b"]],
      ["2 stappen (1)", ["theme:a"]],
      ["Los hiervan (1)", ["theme:d"]],
    ]);
  });
});

describe("columns", () => {
  test("hold what they held, with links no longer than before", () => {
    fc.assert(
      fc.property(someSections, someLinks, (sections, links) => {
        const after = besideTheirOwn(sections, links);
        expect(after.map((all) => [...all].sort())).toStrictEqual(sections.map((all) => [...all].sort()));
      }),
    );
  });

  test("cross where they need not in no link", () => {
    const [left, right] = [ids.slice(0, 8), ids.slice(8, 16)];
    const links = left.map((from, index) => ({ from, to: right[(index * 5) % 8] ?? from }));
    expect(crossings([left, right], links)).toBeGreaterThan(5);
    expect(crossings(besideTheirOwn([left, right], links), links)).toBe(0);
  });

  test("stand beside each other, and no two items in one spot", () => {
    fc.assert(
      fc.property(someSections, someLinks, (sections, links) => {
        const spots = inColumns(sections, links);
        const reach = sections.map((all) => all.map((id) => spots.get(id)?.x ?? Number.NaN));
        for (const [index, xs] of reach.slice(1).entries())
          expect(Math.min(...xs)).toBeGreaterThan(Math.max(...(reach[index] ?? [])));
        for (const laid of [spots, inBlocks(sections)])
          expect(new Set([...laid.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(laid.size);
      }),
    );
  });
});

describe("by what hangs together", () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const apart = (one: Point | undefined, other: Point | undefined) =>
    Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));

  test("clusters stand apart, what is linked with nothing stands beneath, and it is the same each time", () => {
    const groups = [ids.slice(0, 12), ids.slice(12, 24), ids.slice(24, 36)];
    const alone = ids.slice(36);
    const inside = groups.flatMap((all) =>
      all.flatMap((from, index) => all.slice(index + 1, index + 5).map((to) => ({ from, to }))),
    );
    const between = groups.map((all, index) => ({ from: all[0] ?? idOf(""), to: groups[(index + 1) % 3]?.[0] ?? idOf("") }));
    const nodes = ids.map((id) => ({ id, x: 0, y: 0, fixed: false }));
    const spots = byStructure(nodes, [...inside, ...between], 120);
    const pairs = (one: readonly NodeId[], other: readonly NodeId[]) =>
      one.flatMap((from) => other.filter((to) => to !== from).map((to) => apart(spots.get(from), spots.get(to))));
    for (const [index, all] of groups.entries())
      expect(mean(pairs(all, all)) * 1.5).toBeLessThan(mean(pairs(all, groups[(index + 1) % 3] ?? [])));
    const lowest = Math.max(...groups.flat().map((id) => spots.get(id)?.y ?? 0));
    for (const id of alone) expect(spots.get(id)?.y).toBeGreaterThan(lowest + 60);
    expect([...byStructure(nodes, [...inside, ...between], 120)]).toStrictEqual([...spots]);
  });

  test("in a circle all are as far from the middle", () => {
    const spots = inCircle(
      ids.map((id) => ({ id, x: 0, y: 0, fixed: false })),
      [],
    );
    const away = [...spots.values()].map(({ x, y }) => Math.round(Math.hypot(x, y)));
    expect(spots.size).toBe(40);
    expect(new Set(away).size).toBe(1);
  });
});

test("size tells what it is asked to tell, and an institution is larger than anything else of the same number", () => {
  const nodes = [node("institution:a", { degree: 9 }), node("theme:b", { degree: 9 }), node("theme:c", { degree: 1 })];
  const links = [link("institution:a", "ABOUT", "theme:c"), link("theme:b", "BROADER", "theme:c")];
  const view = addToView({ nodes, links }, new Map())(emptyView);
  const sizes = (sizing: View["sizing"]) => [...sizesOf(setSizing(sizing)(view)).values()];
  const [a = 0, b = 0, c = 0] = sizes({ by: "all" });
  expect(a).toBeGreaterThan(b);
  expect(b).toBeGreaterThan(c);
  const [, shownB = 0, shownC = 0] = sizes({ by: "shown" });
  expect(shownC).toBeGreaterThan(shownB);
  const [, sameB, sameC] = sizes({ by: "none" });
  expect(sameB).toBe(sameC);
  const [, measuredB = 0, measuredC = 0] = sizes({ by: "measure", name: "betweenness", values: new Map([[idOf("theme:b"), 4]]) });
  expect(measuredB).toBeGreaterThan(measuredC);
});
