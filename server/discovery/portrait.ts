import type { Portrait, PortraitLine } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { portraitOf } from "../analysis/comparison/portrait.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import { rankPeers } from "../analysis/peers/score.ts";
import { type ToldPortrait, toldPortrait } from "../analysis/wording/portrait.ts";
import type { GraphStore } from "../store/store.ts";
import { plainScoring } from "./plain-scoring.ts";
import { institutionAt, snapshotOf, sourcesFor } from "./snapshot.ts";

/** So many institutions that are most alike are named. */
const mostAlike = 3;

type Line = ToldPortrait["proud" | "yielded" | "ranInto"][number];

/** An institution in sentences. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function portrait(store: GraphStore, id: NodeId): Promise<Portrait> {
  const snapshot = await snapshotOf(store);
  const { graph, linkOf, profiles } = snapshot;
  const institution = institutionAt(snapshot, id, "params/id");
  const peers = rankPeers(profiles, institution, plainScoring).slice(0, mostAlike);
  const alike = peers.map((peer) => peer.institution);
  const told = toldPortrait(profiles, portraitOf(profiles, institution, alike));
  const shown = (line: Line): PortraitLine => ({
    sentence: line.sentence,
    node: summaryOf(graph, line.node),
    facts: line.links.map(linkOf),
    derived: line.links.every((link) => graph.isDerived(link)),
    ...("theme" in line && { about: summaryOf(graph, line.theme) }),
  });
  const [proud, yielded, ranInto] = [told.proud.map(shown), told.yielded.map(shown), told.ranInto.map(shown)];
  return {
    institution: summaryOf(graph, profiles.institutions.at(institution)),
    summary: told.summary,
    proud,
    yielded,
    ranInto,
    unknown: told.unknown,
    sources: sourcesFor(
      snapshot,
      [...proud, ...yielded, ...ranInto].flatMap(({ facts }) => facts),
    ),
    datasetVersion: snapshot.datasetVersion,
  };
}
