import type { NodeId } from "../../model/graph.ts";

/** What the layout worker is asked: where nodes go that have no spot yet. */
export interface LayoutRequest {
  readonly id: number;
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly { readonly from: NodeId; readonly to: NodeId }[];
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
