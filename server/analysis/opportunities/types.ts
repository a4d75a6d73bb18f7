import type { GraphIndex } from "../graph/graph-index.ts";
import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import type { Chain } from "../profile/types.ts";
import type { FirstReasons, ReasonContext, StructuredReason } from "../reasons/meeting.ts";
import type { OfferKind, Offers } from "./offers.ts";

export interface OpportunityContext extends ReasonContext {
  readonly offers: Offers;
}

/** Who could learn what from whom. */
export interface Who {
  readonly asker: InstitutionIndex;
  readonly from: InstitutionIndex;
  readonly question: NodeIndex;
  readonly offer: NodeIndex;
}

/** An offer that fits a question, in numbers. */
export interface Fit extends Who {
  /** Whole points; the sum of the amounts of the reasons that `explained` gives. */
  readonly score: number;
}

/** Why an offer fits a question, for a sentence. */
export interface FitSubject {
  readonly about: "fit";
  readonly who: Who;
  readonly aspect: Chain["aspect"];
  /** The question itself, or the theme that question and offer share. */
  readonly node: NodeIndex;
  readonly pair: readonly [Chain, Chain];
}

/** That the asker goes about the question in another way itself, for a sentence. */
export interface ApproachSubject {
  readonly about: "approach";
  readonly who: Who;
  /** What the asker has itself. */
  readonly own: NodeIndex;
}

/** That others use an offer, that it is described, or that it led to something: how many links of each, for a sentence. */
export interface EvidenceSubject {
  readonly about: "evidence";
  readonly who: Who;
  readonly used: number;
  readonly described: number;
  readonly led: number;
}

export type OpportunityReason = StructuredReason<FitSubject | ApproachSubject | EvidenceSubject>;

/** A fit with what its sentence is made from. */
export interface SaidFit extends Fit {
  /** What the largest reason is about that is no bonus: the question itself or a theme. */
  readonly main: Pick<FitSubject, "aspect" | "node">;
  /** The chains of the largest contribution: from the asker, and from the other. */
  readonly pair: readonly [Chain, Chain];
}

/** A fit with its reasons. */
export interface ExplainedFit extends SaidFit {
  /** Largest first. Their amounts add up to the score. */
  readonly reasons: readonly OpportunityReason[];
}

/** A fit with its first reasons. */
export interface BriefFit extends SaidFit, FirstReasons<FitSubject | ApproachSubject | EvidenceSubject> {}

/** What a search for opportunities narrows down to. */
export interface Wanted {
  readonly question?: NodeIndex | undefined;
  readonly from?: InstitutionIndex | undefined;
  readonly kinds?: readonly OfferKind[] | undefined;
}

/** What ties an institution to a thing: the kind of the first link of a chain that leads to it; empty when none does. */
export function roleOf(graph: GraphIndex, { links, via }: Pick<Chain, "links" | "via">): string {
  const tie = links.find((link) => graph.from.at(link) === via || graph.to.at(link) === via);
  return tie === undefined ? "" : graph.kindOf(tie);
}
