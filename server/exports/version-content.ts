import { type Link, type LinkId, linkEnds, type NodeId, type Source } from "../../model/graph.ts";
import type { Stored } from "../archive/content-hash.ts";
import { rowOf, sectionOf, type VersionFile, type VersionRow } from "../archive/version-file.ts";
import { LinkRow, SourceRow, type WholeNode, WholeNodeRow } from "../queries/rows.ts";
import { type Content, shownSources } from "./content/content.ts";
import { type Chosen, ordered, selected, type Told } from "./read-content.ts";

/** Everything that a dataset version of the archive holds: the bytes that are made from it are those that the graph gave at the time. */
export async function ofVersion(file: VersionFile, told: Told): Promise<Content> {
  const { version, counts } = file.head;
  const sources: Source[] = [];
  const ids: NodeId[] = [];
  for await (const page of file.rows())
    for (const row of page) {
      const section = sectionOf(row.id);
      if (section === "sources") sources.push(SourceRow.parse({ source: rowOf(row) }));
      if (section === "nodes") ids.push(row.id as NodeId);
    }
  const { nodes, links } = counts;
  return {
    about: { ...told, of: "everything", datasetVersion: version, nodes, links, missing: [] },
    sources: shownSources(sources),
    synonyms: (await file.whole()).synonyms,
    ids,
    nodes: () => pages<WholeNode>(file, "nodes", (node) => WholeNodeRow.parse({ node })),
    links: () => pages<Link>(file, "links", (link) => LinkRow.parse({ link })),
  };
}

/** Some nodes of a dataset version, and links among them, with the sources that these rest on. */
export async function selectionOfVersion(file: VersionFile, told: Told, chosen: Chosen): Promise<Content> {
  const ids = new Set<string>(chosen.ids);
  const sources: Source[] = [];
  const nodes: WholeNode[] = [];
  const links: Link[] = [];
  for await (const page of file.rows())
    for (const row of page) {
      const section = sectionOf(row.id);
      if (section === "sources") sources.push(SourceRow.parse({ source: rowOf(row) }));
      else if (section === "nodes" && ids.has(row.id)) nodes.push(ordered(WholeNodeRow.parse({ node: rowOf(row) })));
      else if (section === "links" && isChosen(row.id as LinkId, ids, chosen.links))
        links.push(ordered(LinkRow.parse({ link: rowOf(row) })));
    }
  return selected({ ...told, datasetVersion: file.head.version }, chosen, { nodes, links, sources });
}

function isChosen(id: LinkId, ids: ReadonlySet<string>, links: Chosen["links"]): boolean {
  const { from, to } = linkEnds(id);
  return ids.has(from) && ids.has(to) && (links?.has(id) ?? true);
}

async function* pages<Row extends Pick<Link, "properties">>(
  file: VersionFile,
  section: ReturnType<typeof sectionOf>,
  read: (row: Stored) => Row,
): AsyncGenerator<readonly Row[]> {
  const isOfIt = ({ id }: VersionRow) => sectionOf(id) === section;
  for await (const page of file.rows()) {
    const rows = page.filter(isOfIt).map((row) => ordered(read(rowOf(row))));
    if (rows.length > 0) yield rows;
  }
}
