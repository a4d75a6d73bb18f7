import { readdirSync, readFileSync } from "node:fs";
import { type DatasetLink, DatasetLink as DatasetLinkShape, DatasetNode, Synonyms } from "../../model/dataset.ts";
import { kindOf, type NodeId } from "../../model/graph.ts";
import type { NodeTexts } from "../../server/analysis/text/vocabulary.ts";

const folder = new URL("../../seed/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const list = (path: string): unknown[] => read(path) as unknown[];

/** The seed as the evaluation needs it. */
export interface SeedGraph {
  readonly nodes: readonly (NodeTexts & { readonly dataset: DatasetNode })[];
  readonly links: readonly DatasetLink[];
  readonly synonyms: Synonyms;
  readonly themesOf: (id: NodeId) => NodeTexts[];
}

/** Reads the seed from its files. */
export function readSeed(): SeedGraph {
  const nodes = readdirSync(new URL("nodes/", folder)).flatMap((file) =>
    list(`nodes/${file}`).map((row) => {
      const { id } = row as { id: NodeId };
      const node = DatasetNode(kindOf(id)).parse(row);
      return { ...node, otherNames: node.otherNames ?? [], dataset: node };
    }),
  );
  const links = readdirSync(new URL("links/", folder)).flatMap((file) =>
    list(`links/${file}`).map((row) => DatasetLinkShape.parse(row)),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    nodes,
    links,
    synonyms: Synonyms.parse(read("synonyms.json")),
    themesOf: (id) => links.filter((link) => link.from === id && link.kind === "ABOUT").flatMap(({ to }) => byId.get(to) ?? []),
  };
}
