import { aspectNames } from "../../../model/discovery.ts";
import type { Language, Text } from "../../../model/graph.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { InstitutionIndex } from "../graph/indices.ts";
import type { PeerReason } from "../peers/reasons.ts";
import type { Profiles } from "../profile/types.ts";
import { institutionNamed, listed } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

/** Scores from which an institution is much alike, and from which it is fairly so. */
const alikeFrom = { much: 150, fairly: 60 } as const;

function alikeness(score: number): "much" | "fairly" | "little" {
  if (score >= alikeFrom.much) return "much";
  return score >= alikeFrom.fairly ? "fairly" : "little";
}

type About = Pick<PeerReason, "aspect" | "node">;

/** What a sentence about a peer is made from. */
interface ToldPeer {
  readonly score: number;
  /** What each reason is about. */
  readonly reasons: readonly About[];
  /** Whether so little is known of it that the score says little. */
  readonly thin: boolean;
}

/** How much a peer has in common with whoever asks, and what; `institution` is the peer. */
export function peerSentence(profiles: Profiles, institution: InstitutionIndex, { score, reasons, thin }: ToldPeer): Text {
  return inBoth((language) => {
    const words = wordsIn(language).peers;
    const alike = words[alikeness(score)](sharedCounts(profiles.graph, reasons, language));
    return thin ? `${alike} ${words.littleKnown(institutionNamed(profiles, institution, language))}` : alike;
  });
}

/** "4 gedeelde vragen, 2 gedeelde thema’s": questions first, then themes, each once however often it is shared, then all else. */
function sharedCounts(graph: GraphIndex, reasons: readonly About[], language: Language): string {
  const { count } = wordsIn(language).peers;
  const isTheme = ({ node }: About) => graph.node(node).kind === "theme";
  const themes = new Set(reasons.filter(isTheme).map(({ node }) => node));
  const counts = aspectNames.map((aspect) => {
    const itself = reasons.filter((reason) => reason.aspect === aspect && !isTheme(reason)).length;
    return [aspect, aspect === "themes" ? themes.size : itself] as const;
  });
  const parts = counts.filter(([, shared]) => shared > 0).map(([aspect, shared]) => count[aspect](shared));
  return listed(parts, language);
}
