import type { NodeId } from "../../model/graph.ts";
import type { LayoutName } from "./view.ts";

/** What the layout worker is asked: where nodes go that have no spot yet. */
export interface LayoutRequest {
  readonly id: number;
  /** Besides the layouts of all: among what is fixed, beside what it is linked to or, if there is room, just where it is. */
  readonly layout: LayoutName | "beside" | "there";
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
  /** The parts that it is to have, in reading order, each with its nodes. */
  readonly sections: readonly (readonly NodeId[])[];
}

export interface LayoutLink {
  readonly from: NodeId;
  readonly to: NodeId;
}

export interface LayoutNode {
  readonly id: NodeId;
  readonly x: number;
  readonly y: number;
  /** Stays exactly there. */
  readonly fixed: boolean;
}

/** Where the nodes go that were not fixed. */
export interface LayoutAnswer {
  readonly id: number;
  readonly spots: readonly { readonly id: NodeId; readonly x: number; readonly y: number }[];
}

/** Why there are no spots. */
export interface LayoutFailure {
  readonly id: number;
  readonly failed: string;
}
