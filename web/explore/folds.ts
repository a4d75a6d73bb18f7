import { html } from "lit";
import type { Language } from "../../model/graph.ts";
import { recalled, remember } from "../app/device.ts";
import { icon } from "../ui/icon.ts";
import { exploreWordsIn } from "./words.ts";

/** Under which name this device remembers what was folded. */
const key = "overlap-folds";

export const sides = ["left", "right"] as const;
export type Side = (typeof sides)[number];

/** The parts beside the drawing that are folded away, so that it is wide. */
export type Folded = ReadonlySet<Side>;

export const foldedLastTime = (): Folded => new Set(sides.filter((side) => recalled(key)?.split(" ").includes(side)));

/** The same with one side folded away, or back again; this device remembers it. */
export function turned(folded: Folded, side: Side): Folded {
  const next = new Set(folded);
  if (!next.delete(side)) next.add(side);
  remember(key, next.size === 0 ? undefined : [...next].join(" "));
  return next;
}

/** Folds a side away, and brings it back. */
export const foldButton = (side: Side, folded: Folded, language: Language, turn: () => void) => {
  const text = exploreWordsIn(language).folds[side];
  return html`<button
    type="button"
    class="quiet square fold-side"
    data-side=${side}
    aria-label=${text}
    title=${text}
    aria-expanded=${!folded.has(side)}
    aria-controls="explore-${side}"
    @click=${turn}
  >
    ${icon(side === "left" ? "panelLeft" : "panelRight")}
  </button>`;
};
