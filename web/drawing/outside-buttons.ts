import { html, nothing } from "lit";
import type { Language, NodeId } from "../../model/graph.ts";
import { wordsIn } from "../app/words.ts";
import { number } from "../ui/format.ts";
import { type Outside, windowSides } from "./outside.ts";

/** Says at each edge of the window that there is more on that side, and leads there. */
export const outsideButtons = (outside: Outside, language: Language, lookAt: (id: NodeId) => void) =>
  windowSides.map((side) => {
    const { count, nearest } = outside[side];
    if (!nearest) return nothing;
    const text = wordsIn(language).explore.outside[side](number(count, language));
    return html`<button type="button" class="canvas-outside" data-side=${side} @click=${() => lookAt(nearest)}>${text}</button>`;
  });
