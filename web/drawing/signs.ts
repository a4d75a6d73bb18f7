import type { NodeId } from "../../model/graph.ts";
import { type FamilyName, families, nodeKinds } from "../../model/kinds.ts";
import type { Look } from "./look.ts";
import type { Extent } from "./sight.ts";
import { sizesOf } from "./sizes.ts";
import { type Spot, sharers, shown, type View } from "./view.ts";

/** The sign of a node as it is painted from afar: as `glyph` of web/ui has it, but for the icon. */
export interface Sign {
  readonly id: NodeId;
  readonly family: FamilyName;
  readonly isInstitution: boolean;
  readonly size: number;
  readonly sharers: number;
  readonly contested: boolean;
  readonly isFaint: boolean;
}

/** All that is painted of the nodes. */
export interface SignScene {
  readonly signs: readonly Sign[];
  readonly spots: ReadonlyMap<NodeId, Pick<Spot, "x" | "y">>;
  /** What is not dimmed; absent when nothing is. */
  readonly inFocus: ReadonlySet<NodeId> | undefined;
  /** These are drawn above, with their icons. */
  readonly near: ReadonlySet<NodeId>;
  /** These have a ring around them that says so. */
  readonly chosen: ReadonlySet<NodeId>;
  readonly look: Look;
}

const signsByView = new WeakMap<View, readonly Sign[]>();

/** The signs of what a view shows, what is faint first. */
export function signsOf(view: View): readonly Sign[] {
  const known = signsByView.get(view) ?? [...computed(view)];
  signsByView.set(view, known);
  return known;
}

function* computed(view: View): Generator<Sign> {
  const { nodes, faint } = shown(view);
  const [shared, sizes] = [sharers(shown(view)), sizesOf(view)];
  for (const [some, isFaint] of [
    [faint.nodes, true],
    [nodes, false],
  ] as const)
    for (const { id, kind, contested } of some)
      yield {
        id,
        family: nodeKinds[kind].family,
        isInstitution: kind === "institution",
        size: sizes.get(id) ?? 1,
        sharers: shared.get(id) ?? 0,
        contested,
        isFaint,
      };
}

/** So many signs are painted in one go. */
const inOnePiece = 150;
/** Pixels on the screen that a sign reaches from its middle below which its form and its ring cannot be told. */
const leastForForm = 2.2;
const leastForArcs = 7;
const opacity = { plain: 1, away: 0.45, faint: 0.25 };
/** Pixels at zoom 1 around a sign that its ring may take. */
const reach = 60;

/** Signs of one look, and where they are. */
interface Group {
  readonly family: FamilyName;
  readonly isHollow: boolean;
  readonly alpha: number;
  readonly placed: (readonly [Sign, Pick<Spot, "x" | "y">])[];
}

/** Paints the signs of nodes: those that look alike together. */
export function* signsInPieces(
  context: CanvasRenderingContext2D,
  scene: SignScene,
  zoom: number,
  { x1, y1, x2, y2 }: Extent,
): Generator<void, void> {
  const { signs, spots, inFocus, near, chosen, look } = scene;
  const groups = new Map<string, Group>();
  for (const sign of signs) {
    const spot = spots.get(sign.id);
    if (!spot || near.has(sign.id)) continue;
    if (spot.x < x1 - reach || spot.x > x2 + reach || spot.y < y1 - reach || spot.y > y2 + reach) continue;
    const isHollow = look.isForced ? !sign.isInstitution : sign.family === "who" && !sign.isInstitution;
    const standing = sign.isFaint ? "faint" : inFocus && !inFocus.has(sign.id) ? "away" : "plain";
    const key = `${sign.family} ${isHollow} ${standing}`;
    const group = groups.get(key) ?? { family: sign.family, isHollow, alpha: opacity[standing], placed: [] };
    groups.set(key, group);
    group.placed.push([sign, spot]);
  }
  yield;
  for (const group of groups.values())
    for (let first = 0; first < group.placed.length; first += inOnePiece) {
      const placed = group.placed.slice(first, first + inOnePiece);
      paintChosen(context, placed, chosen, look);
      paint(context, { ...group, placed }, look, zoom);
      yield;
    }
}

function paint(context: CanvasRenderingContext2D, { family, isHollow, alpha, placed }: Group, look: Look, zoom: number): void {
  const { shape } = families[family];
  const colour = look.families[family];
  context.globalAlpha = alpha;
  context.setLineDash([]);
  context.fillStyle = isHollow ? look.paper : colour;
  context.strokeStyle = colour;
  context.beginPath();
  for (const [{ size }, { x, y }] of placed)
    if (16 * size * zoom < leastForForm) context.rect(x - 14 * size, y - 14 * size, 28 * size, 28 * size);
    else outlines[shape](context, x, y, size, 0);
  context.fill();
  if (isHollow || look.isForced) {
    context.lineWidth = 3.5;
    context.stroke();
  }
  const ringed = placed.filter(([{ sharers }]) => sharers > 1);
  if (ringed.length > 0) {
    context.lineWidth = 3.5;
    context.beginPath();
    for (const [sign, spot] of ringed) ring(context, sign, spot, 16 * sign.size * zoom >= leastForArcs);
    context.stroke();
  }
  const contested = placed.filter(([sign]) => sign.contested && 16 * sign.size * zoom >= leastForForm);
  if (contested.length > 0) {
    context.strokeStyle = look.strong;
    context.lineWidth = 1.6;
    context.setLineDash([4, 3]);
    context.beginPath();
    for (const [{ size }, { x, y }] of contested) outlines[shape](context, x, y, size, 4);
    context.stroke();
    context.setLineDash([]);
  }
}

function paintChosen(context: CanvasRenderingContext2D, placed: Group["placed"], chosen: ReadonlySet<NodeId>, look: Look): void {
  const marked = chosen.size > 0 ? placed.filter(([{ id }]) => chosen.has(id)) : [];
  if (marked.length === 0) return;
  context.beginPath();
  for (const [{ size }, { x, y }] of marked) {
    context.moveTo(x + 30 * size, y);
    context.arc(x, y, 30 * size, 0, 2 * Math.PI);
  }
  context.globalAlpha = 0.18;
  context.fillStyle = look.accent;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = look.accent;
  context.lineWidth = 2.5;
  context.setLineDash([6, 3]);
  context.stroke();
  context.setLineDash([]);
}

type Outline = (context: CanvasRenderingContext2D, x: number, y: number, size: number, grow: number) => void;

/** Shapes of about the same area around a point, as those of `glyph`. */
const outlines: Readonly<Record<(typeof families)[FamilyName]["shape"], Outline>> = {
  circle: (context, x, y, size, grow) => {
    const radius = (16 + grow) * size;
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  },
  diamond: (context, x, y, size, grow) => polygon(context, x, y, (20.5 + grow * 1.35) * size, { corners: 4, turn: 0 }),
  square: (context, x, y, size, grow) => {
    const half = (15 + grow) * size;
    context.roundRect(x - half, y - half, 2 * half, 2 * half, (5 + grow / 2) * size);
  },
  hexagon: (context, x, y, size, grow) => polygon(context, x, y, (17.5 + grow * 1.15) * size, { corners: 6, turn: Math.PI / 6 }),
};

function polygon(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  { corners, turn }: { readonly corners: number; readonly turn: number },
): void {
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = turn + (corner * 2 * Math.PI) / corners - Math.PI / 2;
    const [across, down] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (corner === 0) context.moveTo(across, down);
    else context.lineTo(across, down);
  }
  context.closePath();
}

/** Our mark: an arc for each institution that shares it, or a whole ring where arcs cannot be told apart. */
function ring(
  context: CanvasRenderingContext2D,
  { sharers, size, contested }: Sign,
  { x, y }: Pick<Spot, "x" | "y">,
  inArcs: boolean,
): void {
  const radius = (contested ? 27 : 24) * size;
  const arcs = inArcs ? sharers : 1;
  const gap = arcs === 1 ? 0 : arcs > 12 ? 0.06 : 0.2;
  for (let arc = 0; arc < arcs; arc += 1) {
    const from = (arc * 2 * Math.PI) / arcs + gap / 2 - Math.PI / 2;
    const to = ((arc + 1) * 2 * Math.PI) / arcs - gap / 2 - Math.PI / 2;
    context.moveTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
    context.arc(x, y, radius, from, to);
  }
}
