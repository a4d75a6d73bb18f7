import { html } from "lit";
import { type FamilyName, families } from "../../model/kinds.ts";

/** How the page draws links and signs, as the stage shows it. */
export interface Look {
  readonly line: string;
  readonly paper: string;
  readonly accent: string;
  readonly ink: string;
  /** Of letters and outlines that must be seen. */
  readonly strong: string;
  /** Behind what belongs together. */
  readonly band: string;
  /** A list of font families. */
  readonly font: string;
  readonly families: Readonly<Record<FamilyName, string>>;
  /** Colours are those that whoever looks chose for all pages: forms tell the families alone. */
  readonly isForced: boolean;
}

/** Of each family one thing in its colour, which nobody sees. */
export const lookSamples = (Object.keys(families) as FamilyName[]).map(
  (family) => html`<i class="glyph canvas-sample" data-family=${family}></i>`,
);

/** The look of the style sheet as the stage has it: its own colour, background, border, outline, caret and letters, and those of its samples. */
export function lookOf(stage: HTMLElement): Look {
  const { color, backgroundColor, borderTopColor, outlineColor, caretColor, columnRuleColor, fontFamily } =
    getComputedStyle(stage);
  const samples = [...stage.querySelectorAll<HTMLElement>("[data-family]")];
  const families = samples.map((sample) => [sample.dataset.family, getComputedStyle(sample).color] as const);
  return {
    line: color,
    paper: backgroundColor,
    accent: borderTopColor,
    ink: outlineColor,
    strong: columnRuleColor,
    band: caretColor,
    font: fontFamily,
    families: Object.fromEntries(families) as Record<FamilyName, string>,
    isForced: matchMedia("(forced-colors: active)").matches,
  };
}
