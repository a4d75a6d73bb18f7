import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.ts";
import { DatasetLink, DatasetNode } from "../../model/dataset.ts";
import { kindOf } from "../../model/graph.ts";
import { mayJoin } from "../../model/kinds.ts";

const size = fc.record({ nodes: fc.integer({ min: 300, max: 2_000 }), seed: fc.nat() }).map(({ nodes, seed }) => ({
  nodes,
  links: nodes * 4,
  institutions: Math.ceil(nodes / 100),
  seed,
}));

describe("the data that the measurements are made on", () => {
  it("has as many nodes and links as asked for, all of the shape of a data file", () => {
    fc.assert(
      fc.property(size, (asked) => {
        const { nodes, links } = generate(asked);
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(asked.nodes);
        expect(new Set(links.map(({ from, kind, to }) => `${from}|${kind}|${to}`)).size).toBe(asked.links);
        for (const node of nodes) DatasetNode(kindOf(node.id)).parse(node);
        for (const link of links) DatasetLink.parse(link);
      }),
      { numRuns: 10 },
    );
  });

  it("joins only what may be joined, on sources that are there", () => {
    fc.assert(
      fc.property(size, (asked) => {
        const { nodes, links, sources } = generate(asked);
        expect(links.filter(({ from, kind, to }) => !mayJoin(kind, kindOf(from), kindOf(to)))).toStrictEqual([]);
        const known = new Set(sources.map(({ id }) => id));
        expect([...nodes, ...links].every(({ evidence }) => evidence.every(({ source }) => known.has(source)))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it("is the same for the same size and seed, and another for another seed", () => {
    const asked = { nodes: 500, links: 2_000, institutions: 5, seed: 3 };
    expect(generate(asked)).toStrictEqual(generate(asked));
    expect(generate({ ...asked, seed: 4 }).links).not.toStrictEqual(generate(asked).links);
  });
});
