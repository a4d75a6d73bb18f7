import type { StylesheetStyle } from "cytoscape";

/** How the page draws, as the stage shows it. */
export interface Look {
  readonly line: string;
  readonly paper: string;
  readonly accent: string;
  readonly ink: string;
  /** A list of font families. */
  readonly font: string;
}

/** The look of the style sheet as the stage has it: its own colour, background, border, outline and letters. */
export function lookOf(stage: HTMLElement): Look {
  const { color, backgroundColor, borderTopColor, outlineColor, fontFamily } = getComputedStyle(stage);
  return { line: color, paper: backgroundColor, accent: borderTopColor, ink: outlineColor, font: fontFamily };
}

/** How links look. Nodes are only an invisible place to point at: the layer above draws them. */
export const styleOf = ({ line, paper, accent, ink, font }: Look): StylesheetStyle[] => [
  {
    selector: "node",
    style: { width: "data(size)", height: "data(size)", "background-opacity": 0, "overlay-opacity": 0 },
  },
  {
    selector: "edge",
    style: {
      width: 1.6,
      "line-color": line,
      "curve-style": "bezier",
      "target-arrow-shape": "triangle",
      "target-arrow-color": line,
      "arrow-scale": 0.8,
      "overlay-opacity": 0,
    },
  },
  {
    selector: "edge[basis = 'derived']",
    style: { "line-style": "dashed", "line-dash-pattern": [1.5, 4.5], "line-cap": "round" },
  },
  { selector: "edge[?contested]", style: { "line-style": "dashed", "line-dash-pattern": [9, 4] } },
  { selector: "edge.faint", style: { opacity: 0.25 } },
  { selector: "edge.away", style: { opacity: 0.3 } },
  { selector: "edge.chosen", style: { "line-color": accent, "target-arrow-color": accent, width: 2, "z-index": 9 } },
  {
    selector: "edge.highlighted, edge.told",
    style: {
      "line-color": accent,
      "target-arrow-color": accent,
      width: 2.4,
      label: "data(out)",
      color: ink,
      "font-size": 11,
      "font-family": font,
      "text-rotation": "autorotate",
      "text-background-color": paper,
      "text-background-opacity": 0.92,
      "text-background-padding": "2px",
      "min-zoomed-font-size": 8,
      "z-index": 10,
    },
  },
];
