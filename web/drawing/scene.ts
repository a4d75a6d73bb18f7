import { type LinkScene, linksInPieces } from "./link-layer.ts";
import type { Sight, WindowSize } from "./sight.ts";
import { extentOf } from "./sight.ts";
import { type SignScene, signsInPieces } from "./signs.ts";

/** All that is painted, under what a keyboard and a screen reader enter. */
export interface Scene extends LinkScene, SignScene {}

/** Paints a scene on a sheet, piece by piece: nothing that lies outside of it. */
export function* paintInPieces(
  context: CanvasRenderingContext2D,
  scene: Scene,
  sight: Sight,
  size: WindowSize,
): Generator<void, void> {
  const ratio = context.canvas.width / size.width;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const { zoom, pan } = sight;
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio);
  const extent = extentOf(sight, size);
  yield* linksInPieces(context, scene, zoom, extent);
  yield* signsInPieces(context, scene, zoom, extent);
  context.globalAlpha = 1;
}
