import type { NodeId } from "../../model/graph.ts";
import type { Camera, Spot } from "./view.ts";

/** The user put a node somewhere. */
export class MoveEvent extends Event {
  readonly id: NodeId;
  readonly spot: Spot;
  constructor(id: NodeId, spot: Spot) {
    super("node-move", { bubbles: true });
    this.id = id;
    this.spot = spot;
  }
}

/** The user asked what can be done with a node, at a point of the window. */
export class MenuEvent extends Event {
  readonly id: NodeId;
  readonly x: number;
  readonly y: number;
  constructor(id: NodeId, { x, y }: { x: number; y: number }) {
    super("node-menu", { bubbles: true });
    this.id = id;
    this.x = x;
    this.y = y;
  }
}

/** The user looks at another part of the drawing. */
export class CameraEvent extends Event {
  /** Absent for all of it. */
  readonly camera: Camera | undefined;
  constructor(camera: Camera | undefined) {
    super("camera-change", { bubbles: true });
    this.camera = camera;
  }
}
