/** How the page draws links, as the stage shows it. */
export interface Look {
  readonly line: string;
  readonly paper: string;
  readonly accent: string;
  readonly ink: string;
  /** Behind what belongs together. */
  readonly band: string;
  /** A list of font families. */
  readonly font: string;
}

/** The look of the style sheet as the stage has it: its own colour, background, border, outline, caret and letters. */
export function lookOf(stage: HTMLElement): Look {
  const { color, backgroundColor, borderTopColor, outlineColor, caretColor, fontFamily } = getComputedStyle(stage);
  return { line: color, paper: backgroundColor, accent: borderTopColor, ink: outlineColor, band: caretColor, font: fontFamily };
}
