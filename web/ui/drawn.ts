import { html, svg, type TemplateResult } from "lit";

/** A bar for a part of a whole, in [0, 1]; the number beside it says the same. */
export const bar = (share: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="bar-rest" width="100" height="6" /><rect class="bar-part" width=${Math.max(1, share * 100)} height="6" />
  </svg>`;

/** From where on each dot is filled; those of the words (docs/methods.md) are among them, so that a word has dots of its own. */
const dotsFrom = [0.1, 0.35, 0.5, 0.65, 0.85];

/** Five dots, the more filled the higher a value in [0, 1]; the words beside it say the same. */
export const dotsFor = (value: number): TemplateResult => {
  const filled = dotsFrom.filter((from) => value >= from).length;
  return html`<svg class="dots" viewBox="0 0 60 12" aria-hidden="true" focusable="false">
    ${dotsFrom.map((_, dot) => svg`<circle cx=${6 + dot * 12} cy="6" r="4" ?data-filled=${dot < filled} />`)}
  </svg>`;
};
