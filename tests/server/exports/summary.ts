import type { FastifyInstance } from "fastify";
import type { DatasetLink, DatasetNode } from "../../../model/dataset.ts";
import { linkId } from "../../../model/graph.ts";

/** What every reader must find, in the words of this project. */
export interface Summary {
  readonly nodes: number;
  readonly links: number;
  readonly nodeKinds: Readonly<Record<string, number>>;
  readonly linkKinds: Readonly<Record<string, number>>;
  /** Pairs of nodes with more than one link between them in one direction. */
  readonly parallel: number;
  readonly names: Readonly<Record<string, string>>;
  readonly years: Readonly<Record<string, number>>;
  /** Of nodes and links. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  readonly ends: Readonly<Record<string, readonly [string, string]>>;
}

function counts(names: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of names) found[name] = (found[name] ?? 0) + 1;
  return found;
}

const sourcesOf = ({ evidence }: Pick<DatasetNode, "evidence">) => evidence.map(({ source }) => source).sort();

/** What the files of a data set hold, counted here and not by what writes the exports. */
export function summaryOf(files: ReadonlyMap<string, Uint8Array>): Summary {
  const rows = <Row>(folder: string): Row[] =>
    [...files].filter(([name]) => name.startsWith(folder)).flatMap(([, bytes]) => JSON.parse(new TextDecoder().decode(bytes)));
  const nodes = rows<DatasetNode>("nodes/");
  const links = rows<DatasetLink>("links/");
  const idOf = ({ from, kind, to }: DatasetLink) => linkId(from, kind, to);
  return {
    nodes: nodes.length,
    links: links.length,
    nodeKinds: counts(nodes.map(({ id }) => id.split(":")[0] ?? "")),
    linkKinds: counts(links.map(({ kind }) => kind)),
    parallel: Object.values(counts(links.map(({ from, to }) => `${from} ${to}`))).filter((count) => count > 1).length,
    names: Object.fromEntries(nodes.map(({ id, name }) => [id, name])),
    years: Object.fromEntries(
      nodes.flatMap(({ id, properties }) => (properties?.year === undefined ? [] : [[id, Number(properties.year)]])),
    ),
    sources: Object.fromEntries([
      ...nodes.map((node) => [node.id, sourcesOf(node)]),
      ...links.map((link) => [idOf(link), sourcesOf(link)]),
    ]),
    ends: Object.fromEntries(links.map((link) => [idOf(link), [link.from, link.to]])),
  };
}

/** The bytes of an answer at an address, which must be a file. */
export async function fileAt(app: FastifyInstance, url: string): Promise<Buffer> {
  const { statusCode, rawPayload, body } = await app.inject({ url, headers: { host: "localhost" } });
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}: ${body.slice(0, 500)}`);
  return rawPayload;
}
