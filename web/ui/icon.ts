import { html, nothing, svg, type TemplateResult } from "lit";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";
import { families, type NodeKind, nodeKinds } from "../../model/kinds.ts";
import { type IconName, iconLines } from "./icons.ts";

/** An icon beside a word, which a screen reader passes over. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${unsafeSVG(iconLines[name])}</svg>`;

/** Shapes of about the same area around the middle, for a circle of radius 16. */
const outlines = {
  circle: (name: string, grow: number) => svg`<circle class=${name} r=${16 + grow} />`,
  diamond: (name: string, grow: number) => svg`<path class=${name} d=${polygon(4, 20.5 + grow * 1.35, 0)} />`,
  square: (name: string, grow: number) =>
    svg`<rect class=${name} x=${-15 - grow} y=${-15 - grow} width=${30 + 2 * grow} height=${30 + 2 * grow} rx=${5 + grow / 2} />`,
  hexagon: (name: string, grow: number) => svg`<path class=${name} d=${polygon(6, 17.5 + grow * 1.15, Math.PI / 6)} />`,
};

function polygon(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (corner * 2 * Math.PI) / corners - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join("L")}Z`;
}

/** What a drawing shows of a node beside its name. */
export interface GlyphState {
  readonly kind: NodeKind;
  /** Sources disagree on something about it: a dashed outline. */
  readonly contested?: boolean;
  /** By how many institutions it is shared: that many arcs around it, from two on. */
  readonly sharers?: number;
}

/** The sign of a node, around 0,0, about 32 wide: colour and shape of its family, icon of its kind, ring of who share it. */
export const glyph = ({ kind, contested = false, sharers = 0 }: GlyphState): TemplateResult => {
  const { family, icon: name } = nodeKinds[kind];
  const outline = outlines[families[family].shape];
  return svg`<g class="glyph" data-family=${family} data-kind=${kind}>
    ${contested ? outline("glyph-contested", 4) : nothing}
    ${sharers > 1 ? ring(sharers, contested ? 27 : 24) : nothing}
    ${outline("glyph-shape", 0)}
    <g class="glyph-icon" transform="scale(0.74) translate(-12 -12)">${unsafeSVG(iconLines[name])}</g>
  </g>`;
};

/** Our mark: a ring with an arc for each institution that shares what it is around. */
function ring(arcs: number, radius: number): TemplateResult {
  const gap = arcs > 12 ? 0.06 : 0.2;
  const at = (angle: number) => `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`;
  const lines = Array.from({ length: arcs }, (_, arc) => {
    const start = (arc * 2 * Math.PI) / arcs + gap / 2;
    const end = ((arc + 1) * 2 * Math.PI) / arcs - gap / 2;
    return `M${at(start)}A${radius} ${radius} 0 ${end - start > Math.PI ? 1 : 0} 1 ${at(end)}`;
  });
  return svg`<path class="glyph-ring" d=${lines.join("")} />`;
}

/** The sign of a kind beside its word, which a screen reader passes over. */
export const kindIcon = (state: GlyphState): TemplateResult =>
  html`<svg class="kind-icon" viewBox=${(state.sharers ?? 0) > 1 ? "-27 -27 54 54" : "-21 -21 42 42"} aria-hidden="true" focusable="false">${glyph(state)}</svg>`;
