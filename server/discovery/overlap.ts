import type { z } from "zod";
import type { OverlapAnswer, overlapRoute } from "../../model/discovery.ts";
import { AppError } from "../../model/errors.ts";
import { overlapOf } from "../analysis/comparison/overlap.ts";
import { nodesOn, summaryOf } from "../analysis/graph/graph-index.ts";
import type { InstitutionIndex } from "../analysis/graph/indices.ts";
import { blockSentence } from "../analysis/wording/overlap.ts";
import type { GraphStore } from "../store/store.ts";
import { institutionAt, membersOf, nodeOfKind, type Snapshot, snapshotOf, sourcesFor } from "./snapshot.ts";

/** Which questions or themes some institutions share. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function overlap(store: GraphStore, query: z.output<typeof overlapRoute.query>): Promise<OverlapAnswer> {
  const snapshot = await snapshotOf(store);
  const { graph, profiles } = snapshot;
  const found = overlapOf(profiles, {
    institutions: comparedIn(snapshot, query),
    rows: query.rows,
    show: query.show,
    theme: query.theme && nodeOfKind(snapshot, query.theme, "theme", "query/theme"),
    basis: query.basis,
  });
  const linkOf = await snapshot.linksInFull([...found.cells, ...found.shared].flatMap(({ links }) => links));
  const summary = (institution: InstitutionIndex) => summaryOf(graph, profiles.institutions.at(institution));
  const cells = found.cells.map(({ institution, node, count, strength, basis, links }) => ({
    institution: summary(institution).id,
    count,
    strength,
    basis,
    row: graph.node(node).id,
    links: links.map(linkOf),
    nodes: nodesOn(graph, links),
  }));
  const shared = found.shared.map(({ node, institutions, links }) => ({
    item: summaryOf(graph, node),
    institutions: institutions.map((institution) => summary(institution).id),
    links: links.map(linkOf),
  }));
  return {
    institutions: found.institutions.map(summary),
    rows: found.rows.map((row) => summaryOf(graph, row)),
    cells,
    sentence: blockSentence(profiles, query.rows, found.block),
    shared,
    left: found.left,
    sources: sourcesFor(
      snapshot,
      [...cells, ...shared].flatMap(({ links }) => links),
    ),
    datasetVersion: snapshot.datasetVersion,
  };
}

/** The institutions to compare, each once, in the order asked, those in the network only. */
function comparedIn(snapshot: Snapshot, { institutions, network }: z.output<typeof overlapRoute.query>): InstitutionIndex[] {
  const asked = [...new Set(institutions.map((id) => institutionAt(snapshot, id, "query/institutions")))];
  if (asked.length === 0) {
    const why = "names no institution";
    throw new AppError("INVALID_REQUEST", why, { fields: [{ field: "query/institutions", why }] });
  }
  if (network === undefined) return asked;
  const members = new Set(membersOf(snapshot, nodeOfKind(snapshot, network, "network", "query/network")));
  return asked.filter((institution) => members.has(institution));
}
