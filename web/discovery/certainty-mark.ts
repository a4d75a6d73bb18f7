import { html, type TemplateResult } from "lit";
import type { Certainty } from "../../model/discovery.ts";
import { dotsFor } from "../ui/drawn.ts";
import type { DiscoveryWords } from "./discovery-element.ts";

/** How sure a score is, in a word with a quiet mark. */
export const certaintyMark = ({ value, level }: Certainty, { certainty }: DiscoveryWords): TemplateResult =>
  html`<span class="certainty" data-level=${level}
    >${dotsFor(value)}<span class="visually-hidden">${certainty.label(certainty.level[level])}</span
    ><span aria-hidden="true">${certainty.level[level]}</span></span
  >`;
