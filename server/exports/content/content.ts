import type { DatasetLink, DatasetNode, Synonyms } from "../../../model/dataset.ts";
import type { Link, NodeId, Source } from "../../../model/graph.ts";
import type { WholeNode } from "../../queries/rows.ts";

/** What every file says of itself. No clock in it: the same version gives the same file next year. */
export interface About {
  readonly title: string;
  readonly of: "everything" | "selection" | "pattern";
  readonly datasetVersion: string;
  readonly licence: Licence;
  /** Where the server stands, without a slash at its end: what ids in linked data begin with. */
  readonly base: string;
  readonly nodes: number;
  readonly links: number;
  /** Asked for, but not there (any more). */
  readonly missing: readonly NodeId[];
  readonly pattern?: { readonly cypher: string; readonly params: Readonly<Record<string, unknown>> };
}

export interface Licence {
  readonly name: string;
  readonly url: string;
  readonly rights: string;
}

/** The graph, or a part of it, page by page: each time that `nodes` or `links` is called, from the start. */
export interface Content {
  readonly about: About;
  readonly sources: readonly Source[];
  /** Words that search treats as one, which only go with everything. */
  readonly synonyms: Synonyms;
  /** The ids of all nodes, in the order in which they come. */
  readonly ids: readonly NodeId[];
  nodes(): AsyncIterable<readonly WholeNode[]>;
  links(): AsyncIterable<readonly Link[]>;
}

/** What is in memory anyway, as pages. */
export async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/** A node as a data file holds it, so that what was taken away can be loaded again. */
export function datasetNode({ contested: _, kind: _kind, otherNames, properties, claims, ...node }: WholeNode): DatasetNode {
  return {
    ...node,
    ...(otherNames.length > 0 && { otherNames }),
    ...(Object.keys(properties).length > 0 && { properties: properties as NonNullable<DatasetNode["properties"]> }),
    ...(claims.length > 0 && { claims }),
  };
}

/** The same for a link. */
export function datasetLink({ from, kind, to, properties, evidence }: Link): DatasetLink {
  return {
    from,
    kind,
    to,
    ...(Object.keys(properties).length > 0 && { properties: properties as NonNullable<DatasetLink["properties"]> }),
    evidence,
  };
}

/** Sources as they may leave the house: an address that names a person is linked to, but never written out. */
export const shownSources = (sources: readonly Source[]): Source[] =>
  sources.map(({ url, ...source }) => ({ ...source, ...(url && !source.urlNamesPerson && { url }) }));

/** The description of a file in a sentence or two, for formats that have one field for it. */
export function descriptionOf({ title, of, datasetVersion, licence, base, nodes, links, pattern }: About): string {
  const what = { everything: "everything", selection: "a selection", pattern: "the result of a pattern" }[of];
  const asked = pattern ? ` Pattern: ${pattern.cypher} Parameters: ${JSON.stringify(pattern.params)}.` : "";
  return `${title}, dataset version ${datasetVersion}: ${what} (${nodes} nodes, ${links} links), from ${base}.${asked} Licence: ${licence.name}, ${licence.url}. ${licence.rights}`;
}
