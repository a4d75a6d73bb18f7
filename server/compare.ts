import type { z } from "zod";
import {
  aspectNames,
  type gapsRoute,
  type OverlapAnswer,
  type overlapRoute,
  type Portrait,
  ScoringQuery,
} from "../model/discovery.ts";
import { AppError } from "../model/errors.ts";
import type { Link, NodeId } from "../model/graph.ts";
import { summaryOf } from "./analysis/facts.ts";
import { gapsOf } from "./analysis/gaps.ts";
import { overlapOf } from "./analysis/overlap.ts";
import { nodesOf } from "./analysis/parts.ts";
import { type Line, portraitOf } from "./analysis/portrait.ts";
import { type Facts, factsOf, institutionAt, membersOf, placeOf, sourcesFor } from "./facts.ts";
import type { GraphStore } from "./graph/store.ts";

/** Everything weighs the same, and every effect counts. */
const plainScoring: ScoringQuery = ScoringQuery.parse(Object.fromEntries(aspectNames.map((aspect) => [aspect, 1])));

/** An institution in sentences. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function portrait(store: GraphStore, id: NodeId): Promise<Portrait> {
  const facts = await factsOf(store);
  const { graph, linkOf, profiles } = facts;
  const institution = institutionAt(facts, id, "params/id");
  const lines = portraitOf(profiles, institution, plainScoring);
  const shown = (line: Line) => ({
    sentence: line.sentence,
    node: summaryOf(graph, line.node),
    facts: line.links.map(linkOf),
    derived: line.links.every((link) => graph.derived[link] === 1),
    ...(line.theme !== undefined && { about: summaryOf(graph, line.theme) }),
  });
  const [proud, yielded, ranInto] = [lines.proud.map(shown), lines.yielded.map(shown), lines.ranInto.map(shown)];
  return {
    institution: summaryOf(graph, profiles.institutions[institution] ?? 0),
    summary: lines.summary,
    proud,
    yielded,
    ranInto,
    unknown: lines.unknown,
    sources: sourcesFor(
      facts,
      [...proud, ...yielded, ...ranInto].flatMap((line) => line.facts),
    ),
    datasetVersion: facts.datasetVersion,
  };
}

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

/** What is missing in the graph. */
export async function gaps(store: GraphStore): Promise<z.output<typeof gapsRoute.response>> {
  const { profiles, datasetVersion } = await factsOf(store);
  return { gaps: gapsOf(profiles, plainScoring), datasetVersion };
}
