import type { z } from "zod";
import type { Portrait, PortraitLine, portraitRoute } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { type InstitutionPortrait, portraitOf } from "../analysis/comparison/portrait.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import type { NodeIndex } from "../analysis/graph/indices.ts";
import { rankPeers } from "../analysis/peers/score.ts";
import { type ToldPortrait, toldPortrait } from "../analysis/wording/portrait.ts";
import type { GraphStore } from "../store/store.ts";
import { addressOf, institutionAddress } from "./addresses.ts";
import { plainScoring } from "./plain-scoring.ts";
import { institutionAt, snapshotOf, sourcesFor } from "./snapshot.ts";

/** So many institutions that are most alike are named. */
const mostAlike = 3;
/** So many lines of each sort are given unless all of them are asked for; one more is no reason to ask. */
const first = 6;

type Line = ToldPortrait["proud" | "yielded" | "ranInto"][number];
type AnyLine = InstitutionPortrait["proud" | "yielded" | "ranInto"][number];

/** An institution in sentences. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function portrait(
  store: GraphStore,
  id: NodeId,
  { lines }: z.output<typeof portraitRoute.query>,
): Promise<Portrait> {
  const snapshot = await snapshotOf(store);
  const { graph, profiles } = snapshot;
  const institution = institutionAt(snapshot, id, "params/id");
  const peers = rankPeers(profiles, institution, plainScoring).slice(0, mostAlike);
  const alike = peers.map((peer) => peer.institution);
  const whole = portraitOf(profiles, institution, alike);
  const cut = <L extends AnyLine>(all: readonly L[]): readonly L[] => (lines === "all" ? all : firstOf(all));
  const told = toldPortrait(profiles, {
    ...whole,
    proud: cut(whole.proud),
    yielded: cut(whole.yielded),
    ranInto: cut(whole.ranInto),
  });
  const { proud, yielded, ranInto } = told;
  const left = {
    proud: whole.proud.length - proud.length,
    yielded: whole.yielded.length - yielded.length,
    ranInto: whole.ranInto.length - ranInto.length,
  };
  const linkOf = await snapshot.linksInFull([...proud, ...yielded, ...ranInto].flatMap(({ links }) => links));
  const shown = (line: Line): PortraitLine => ({
    sentence: line.sentence,
    node: summaryOf(graph, line.node),
    facts: line.links.map(linkOf),
    derived: line.links.every((link) => graph.isDerived(link)),
    ...("theme" in line && { about: summaryOf(graph, line.theme) }),
  });
  const parts = { proud: proud.map(shown), yielded: yielded.map(shown), ranInto: ranInto.map(shown) };
  return {
    institution: summaryOf(graph, profiles.institutions.at(institution)),
    summary: told.summary,
    ...parts,
    unknown: told.unknown,
    left,
    ...(Object.values(left).some((count) => count > 0) && {
      more: addressOf(institutionAddress(id, "portrait"), { lines: "all" }),
    }),
    sources: sourcesFor(
      snapshot,
      [...parts.proud, ...parts.yielded, ...parts.ranInto].flatMap(({ facts }) => facts),
    ),
    datasetVersion: snapshot.datasetVersion,
  };
}

/** The lines that are read first: those about one theme are read together. They stay in their order. */
function firstOf<L extends AnyLine>(lines: readonly L[]): readonly L[] {
  if (lines.length <= first + 1) return lines;
  const byTheme = new Map<NodeIndex | undefined, L[]>();
  for (const line of lines) {
    const theme = "theme" in line ? line.theme : undefined;
    const together = byTheme.get(theme);
    if (together) together.push(line);
    else byTheme.set(theme, [line]);
  }
  const read = new Set([...byTheme.values()].flat().slice(0, first));
  return lines.filter((line) => read.has(line));
}
