import type { Language, LinkId } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import { type LinkPath, pointOn } from "./link-paths.ts";
import type { Look } from "./look.ts";
import { type Extent, extentOf, type Sight, type WindowSize } from "./sight.ts";

/** How a link stands out from others, or does not. */
export type Standing = "plain" | "faint" | "away" | "chosen" | "told";

/** All that is drawn of the links. */
export interface LinkScene {
  readonly paths: readonly LinkPath[];
  readonly standingOf: (id: LinkId) => Standing;
  /** Parts of the drawing that belong together, behind everything. */
  readonly bands: readonly Extent[];
  readonly look: Look;
  readonly language: Language;
}

/** Below this zoom dots, dashes and arrows cannot be told apart, so lines are plain and thin. */
const leastForDetail = 0.45;
/** Words along a link are this high at zoom 1, and are left out where they would be smaller than can be read. */
const wordHeight = 11;
const leastWordHeight = 8;

/** Those in the background first. */
const order: readonly Standing[] = ["faint", "away", "plain", "chosen", "told"];
const opacity: Readonly<Record<Standing, number>> = { faint: 0.25, away: 0.3, plain: 1, chosen: 1, told: 1 };
const width: Readonly<Record<Standing, number>> = { faint: 1.6, away: 1.6, plain: 1.6, chosen: 2, told: 2.4 };
const dashes = { stated: [], derived: [1.5, 4.5], contested: [9, 4] };

/** Draws links on a canvas: all that look the same in one stroke, and none that lies outside of the window. */
export function drawLinks(context: CanvasRenderingContext2D, scene: LinkScene, sight: Sight, size: WindowSize): void {
  const ratio = context.canvas.width / size.width;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const { zoom, pan } = sight;
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio);
  drawBands(context, scene);
  const { x1, y1, x2, y2 } = extentOf(sight, size);
  const seen = scene.paths.filter(
    ({ from, to, bend }) =>
      Math.max(from.x, to.x, bend.x) >= x1 &&
      Math.min(from.x, to.x, bend.x) <= x2 &&
      Math.max(from.y, to.y, bend.y) >= y1 &&
      Math.min(from.y, to.y, bend.y) <= y2,
  );
  const thin = thinnedTo(seen.length);
  const standing = Map.groupBy(seen, ({ link }) => scene.standingOf(link.id));
  for (const name of order) drawStanding(context, name, standing.get(name) ?? [], scene.look, { zoom, thin });
  if (wordHeight * zoom >= leastWordHeight) for (const path of standing.get("told") ?? []) drawWords(context, path, scene);
  context.globalAlpha = 1;
}

/** How strongly links are drawn from afar: the more of them are in view, the less each tells. */
const thinnedTo = (count: number) => Math.min(0.8, Math.max(0.4, 0.9 - count / 1_600));

function drawBands(context: CanvasRenderingContext2D, { bands, look }: LinkScene): void {
  context.globalAlpha = 1;
  context.fillStyle = look.band;
  context.beginPath();
  for (const { x1, y1, x2, y2 } of bands) context.roundRect(x1, y1, x2 - x1, y2 - y1, 18);
  context.fill();
}

function drawStanding(
  context: CanvasRenderingContext2D,
  name: Standing,
  paths: readonly LinkPath[],
  look: Look,
  { zoom, thin }: { readonly zoom: number; readonly thin: number },
): void {
  const colour = name === "chosen" || name === "told" ? look.accent : look.line;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = Math.max(width[name], 0.7 / zoom);
  const detailed = zoom >= leastForDetail;
  context.globalAlpha = opacity[name] * (detailed || colour === look.accent ? 1 : thin);
  const kinds = detailed
    ? Map.groupBy(paths, ({ link }) => (link.contested ? "contested" : link.basis))
    : new Map([["stated" as const, paths]]);
  for (const [kind, same] of kinds) {
    context.setLineDash(dashes[kind]);
    context.lineCap = kind === "derived" ? "round" : "butt";
    context.beginPath();
    for (const { from, to, bend } of same) {
      context.moveTo(from.x, from.y);
      context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    }
    context.stroke();
  }
  if (detailed) drawArrows(context, paths);
}

function drawArrows(context: CanvasRenderingContext2D, paths: readonly LinkPath[]): void {
  context.beginPath();
  for (const { to, bend } of paths) {
    const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
    const corner = (turn: number) => [to.x - 9 * Math.cos(angle + turn), to.y - 9 * Math.sin(angle + turn)] as const;
    context.moveTo(to.x, to.y);
    context.lineTo(...corner(0.42));
    context.lineTo(...corner(-0.42));
    context.closePath();
  }
  context.fill();
}

/** What a link says, along it, the right way up. */
function drawWords(context: CanvasRenderingContext2D, path: LinkPath, { look, language }: LinkScene): void {
  const words = linkKinds[path.link.kind][language].out;
  const { x, y } = pointOn(path, 0.5);
  const angle = Math.atan2(path.to.y - path.from.y, path.to.x - path.from.x);
  context.save();
  context.translate(x, y);
  context.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle);
  context.font = `${wordHeight}px ${look.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const half = context.measureText(words).width / 2 + 2;
  context.globalAlpha = 0.92;
  context.fillStyle = look.paper;
  context.fillRect(-half, -wordHeight / 2 - 2, 2 * half, wordHeight + 4);
  context.globalAlpha = 1;
  context.fillStyle = look.ink;
  context.fillText(words, 0, 0);
  context.restore();
}
