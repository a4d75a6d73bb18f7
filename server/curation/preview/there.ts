import type { Source } from "../../../model/graph.ts";
import type { NodeKind } from "../../../model/kinds.ts";
import type { Steps } from "../../analysis/graph/steps.ts";
import type { WholeNode } from "../../queries/rows.ts";
import { nameKey } from "../rows/values.ts";

/** What the graph holds, by all that an item of a file may be known by. */
export interface There {
  readonly byId: ReadonlyMap<string, WholeNode>;
  /** By kind and name as it is compared, in either language. */
  readonly byName: ReadonlyMap<string, WholeNode>;
  readonly byOtherName: ReadonlyMap<string, WholeNode>;
  readonly byWebsite: ReadonlyMap<string, WholeNode>;
  readonly sources: SourcesThere;
}

export interface SourcesThere {
  readonly byId: ReadonlyMap<string, Source>;
  readonly byTitle: ReadonlyMap<string, Source>;
  readonly byUrl: ReadonlyMap<string, Source>;
}

export const nameOfKind = (kind: NodeKind, name: string): string => `${kind}|${nameKey(name)}`;

/** A website without what may be left out of it. */
export const websiteKey = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/+$/, "");

export function* thereIn(nodes: readonly WholeNode[], sources: readonly Source[]): Steps<There> {
  const byId = new Map<string, WholeNode>();
  const byName = new Map<string, WholeNode>();
  const byOtherName = new Map<string, WholeNode>();
  const byWebsite = new Map<string, WholeNode>();
  for (const [index, node] of nodes.entries()) {
    if (index % 200 === 0) yield;
    byId.set(node.id, node);
    for (const name of [node.name, node.nameEn]) byName.set(nameOfKind(node.kind, name), node);
    for (const name of node.otherNames) byOtherName.set(nameOfKind(node.kind, name), node);
    const { website } = node.properties;
    if (typeof website === "string") byWebsite.set(`${node.kind}|${websiteKey(website)}`, node);
  }
  return {
    byId,
    byName,
    byOtherName,
    byWebsite,
    sources: sourcesThere(sources),
  };
}

/** Sources by all that one of a file or a form may be known by. */
export const sourcesThere = (sources: readonly Source[]): SourcesThere => ({
  byId: new Map(sources.map((source) => [source.id, source])),
  byTitle: new Map(sources.map((source) => [nameKey(source.title), source])),
  byUrl: new Map(sources.flatMap((source) => (source.url ? [[websiteKey(source.url), source]] : []))),
});
