import type { Reason } from "../../../model/discovery.ts";
import type { Way } from "../profile/chains.ts";
import type { ReasonContext } from "../reasons/meeting.ts";
import type { OfferKind, Offers } from "./offers.ts";

export interface OpportunityContext extends ReasonContext {
  readonly offers: Offers;
}

/** Who could learn what from whom; institutions by their place among the profiles. */
export interface Who {
  readonly asker: number;
  readonly from: number;
  readonly question: number;
  readonly offer: number;
}

/** An offer that fits a question: what a whole opportunity is made from. */
export interface Fit extends Who {
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** The best reason's ways: from the asker, and from the other. */
  readonly pair: readonly [Way, Way];
}

/** What a search for opportunities narrows down to. */
export interface Wanted {
  readonly question?: number | undefined;
  readonly from?: number | undefined;
  readonly kinds?: readonly OfferKind[] | undefined;
}

/** What ties an institution to a thing: the kind of the link that leads to it. */
export function roleOf({ profiles: { graph } }: Pick<ReasonContext, "profiles">, { links, thing }: Way): string {
  const tie = links.find((link) => graph.from[link] === thing || graph.to[link] === thing);
  return tie === undefined ? "" : graph.kindOf(tie);
}
