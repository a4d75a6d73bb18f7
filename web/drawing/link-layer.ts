import type { Language, LinkId } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import { grouped } from "./grouped.ts";
import { type LinkPath, pointOn } from "./link-paths.ts";
import type { Look } from "./look.ts";
import type { Extent } from "./sight.ts";

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

/** So many links are drawn in one stroke. */
const inOnePiece = 250;
/** Pixels on the screen below which a link is a dot. */
const leastLength = 1.5;

/** Draws links on a canvas, piece by piece: what looks the same together, and none that lies outside of a part of the drawing. */
export function* linksInPieces(
  context: CanvasRenderingContext2D,
  scene: LinkScene,
  zoom: number,
  { x1, y1, x2, y2 }: Extent,
): Generator<void, void> {
  drawBands(context, scene);
  const least = leastLength / zoom;
  const standing = new Map<Standing, LinkPath[]>(order.map((name) => [name, []]));
  let seen = 0;
  for (const path of scene.paths) {
    const { from, to, bend } = path;
    if (Math.max(from.x, to.x, bend.x) < x1 || Math.min(from.x, to.x, bend.x) > x2) continue;
    if (Math.max(from.y, to.y, bend.y) < y1 || Math.min(from.y, to.y, bend.y) > y2) continue;
    if (Math.abs(from.x - to.x) < least && Math.abs(from.y - to.y) < least) continue;
    seen += 1;
    standing.get(scene.standingOf(path.link.id))?.push(path);
  }
  yield;
  const thin = thinnedTo(seen);
  for (const [name, paths] of standing) yield* drawStanding(context, name, paths, scene.look, { zoom, thin });
  if (wordHeight * zoom >= leastWordHeight) for (const path of standing.get("told") ?? []) drawWords(context, path, scene);
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

function* drawStanding(
  context: CanvasRenderingContext2D,
  name: Standing,
  paths: readonly LinkPath[],
  look: Look,
  { zoom, thin }: { readonly zoom: number; readonly thin: number },
): Generator<void, void> {
  const colour = name === "chosen" || name === "told" ? look.accent : look.line;
  const detailed = zoom >= leastForDetail;
  const kinds = detailed
    ? grouped(paths, ({ link }) => (link.contested ? "contested" : link.basis))
    : new Map([["stated" as const, paths]]);
  for (const [kind, same] of kinds)
    for (let first = 0; first < same.length; first += inOnePiece) {
      const some = same.slice(first, first + inOnePiece);
      context.strokeStyle = colour;
      context.fillStyle = colour;
      context.lineWidth = Math.max(width[name], 0.7 / zoom);
      context.globalAlpha = opacity[name] * (detailed || colour === look.accent ? 1 : thin);
      context.setLineDash(dashes[kind]);
      context.lineCap = kind === "derived" ? "round" : "butt";
      context.beginPath();
      for (const { from, to, bend, isStraight } of some) {
        context.moveTo(from.x, from.y);
        if (isStraight) context.lineTo(to.x, to.y);
        else context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
      }
      context.stroke();
      if (detailed) drawArrows(context, some);
      yield;
    }
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
