import type { z } from "zod";
import type { OverlapAnswer, overlapRoute } from "../../model/discovery.ts";
import { AppError } from "../../model/errors.ts";
import type { Link } from "../../model/graph.ts";
import { overlapOf } from "../analysis/comparison/overlap.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import { nodesOf } from "../analysis/reasons/meeting.ts";
import type { GraphStore } from "../store/store.ts";
import { type Facts, factsOf, institutionAt, membersOf, placeOf, sourcesFor } from "./snapshot.ts";

/** Which questions or themes some institutions share. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function overlap(store: GraphStore, query: z.output<typeof overlapRoute.query>): Promise<OverlapAnswer> {
  const facts = await factsOf(store);
  const { graph, profiles, linkOf } = facts;
  const found = overlapOf(profiles, {
    institutions: comparedIn(facts, query),
    rows: query.rows,
    show: query.show,
    theme: query.theme && placeOf(facts, query.theme, "theme", "query/theme"),
    basis: query.basis,
  });
  const institution = (at: number) => summaryOf(graph, profiles.institutions[at] ?? 0);
  const cells = found.cells.map(({ row, links, ...cell }) => ({
    ...cell,
    institution: institution(cell.institution).id,
    row: summaryOf(graph, row).id,
    links: links.map(linkOf),
    nodes: nodesOf(graph, links),
  }));
  const shared = found.shared.map(({ item, institutions, links }) => ({
    item: summaryOf(graph, item),
    institutions: institutions.map((at) => institution(at).id),
    links: links.map(linkOf),
  }));
  const links: Link[] = [...cells, ...shared].flatMap((one) => one.links);
  return {
    institutions: found.institutions.map(institution),
    rows: found.rows.map((row) => summaryOf(graph, row)),
    cells,
    sentence: found.sentence,
    shared,
    left: found.left,
    sources: sourcesFor(facts, links),
    datasetVersion: facts.datasetVersion,
  };
}

/** The institutions to compare, each once, in the order asked, those in the network only. */
function comparedIn(facts: Facts, { institutions, network }: z.output<typeof overlapRoute.query>): number[] {
  const places = [...new Set(institutions.map((id) => institutionAt(facts, id, "query/institutions")))];
  if (places.length === 0) {
    const why = "names no institution";
    throw new AppError("INVALID_REQUEST", why, { fields: [{ field: "query/institutions", why }] });
  }
  if (network === undefined) return places;
  const members = new Set(membersOf(facts, placeOf(facts, network, "network", "query/network")));
  return places.filter((place) => members.has(place));
}
