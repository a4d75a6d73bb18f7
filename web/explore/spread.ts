import type { LayoutNode } from "./layout-message.ts";

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Tries before a crowded place is taken for what it is. */
const rounds = 80;

/** Moves what is not fixed out of the way of everything else, as little as it can; gives only what is not fixed. */
export function spread(nodes: readonly LayoutNode[], room: Room): { id: LayoutNode["id"]; x: number; y: number }[] {
  const spots = nodes.map((node) => ({ ...node }));
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (const [index, one] of spots.entries())
      for (const other of spots.slice(index + 1)) moved = part(one, other, room) || moved;
    if (!moved) break;
  }
  return spots.filter(({ fixed }) => !fixed).map(({ id, x, y }) => ({ id, x, y }));
}

type Movable = { x: number; y: number; readonly fixed: boolean };

/** Pushes two that overlap apart, along the axis that needs least; whether it did. */
function part(one: Movable, other: Movable, room: Room): boolean {
  if (one.fixed && other.fixed) return false;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const [overX, overY] = [room.width - Math.abs(dx), room.height - Math.abs(dy)];
  if (overX <= 0.5 || overY <= 0.5) return false;
  const sideways = overX / room.width < overY / room.height;
  const push = (sideways ? overX : overY) * ((sideways ? dx : dy) < 0 ? -1 : 1);
  const share = one.fixed ? 0 : other.fixed ? 1 : 0.5;
  if (sideways) {
    one.x -= push * share;
    other.x += push * (1 - share);
  } else {
    one.y -= push * share;
    other.y += push * (1 - share);
  }
  return true;
}
