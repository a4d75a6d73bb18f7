import { html, nothing, type TemplateResult } from "lit";
import type { Certainty, ReasonInShort, RestsOn } from "../../model/discovery.ts";
import { dotsFor } from "../ui/drawn.ts";
import type { DiscoveryWords } from "./discovery-element.ts";

/** How much is known of both, in words with a quiet mark: it says nothing about what the reasons rest on. */
export const certaintyMark = ({ value, level }: Certainty, { certainty }: DiscoveryWords): TemplateResult =>
  html`<span class="certainty" data-level=${level}>${dotsFor(value)} ${certainty.label(certainty.level[level])}</span>`;

type Grounded = Pick<ReasonInShort, "amount" | "restsOn">;

/** The points of some reasons that rest on a source alone, partly, and not at all. */
export function pointsOn(reasons: readonly Grounded[]): Record<RestsOn, number> {
  const points = { stated: 0, partly: 0, derived: 0 };
  for (const { amount, restsOn } of reasons) if (restsOn) points[restsOn] += amount;
  return points;
}

/** From which share of the points on reasons are called mostly one thing. */
const mostly = 0.6;

/** How much of the named reasons rests on a source, in words. */
export function groundsMark(reasons: readonly Grounded[], { grounds }: DiscoveryWords): TemplateResult | typeof nothing {
  const { stated, partly, derived } = pointsOn(reasons);
  const all = stated + partly + derived;
  if (all === 0) return nothing;
  const level = stated >= mostly * all ? "stated" : derived >= mostly * all ? "derived" : "partly";
  return html`<span class="grounds basis" data-basis=${level === "stated" ? "stated" : "derived"}>${grounds.label(grounds.level[level])}</span>`;
}
