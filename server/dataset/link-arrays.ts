import { type NodeKind, nodeKindNames } from "../../model/kinds.ts";

/** What joins which nodes, in numbers. */
export interface LinkArrays {
  /** Of each node, as an index into the list of kinds. */
  readonly kinds: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 for a link that no source states. */
  readonly derived: Uint8Array;
}

/** A kind as its index in the list of kinds. */
export const kindIndexOf = (kind: NodeKind): number => nodeKindNames.indexOf(kind);
