import type { Portrait } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { type Line, portraitOf } from "../analysis/comparison/portrait.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import type { GraphStore } from "../store/store.ts";
import { plainScoring } from "./plain-scoring.ts";
import { factsOf, institutionAt, sourcesFor } from "./snapshot.ts";

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
