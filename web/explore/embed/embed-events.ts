import type { NodeId } from "../../../model/graph.ts";
import type { NodeKind } from "../../../model/kinds.ts";

/** An item of a drawing, as a page around it may need it. */
export interface EmbeddedItem {
  readonly id: NodeId;
  readonly kind: NodeKind;
  /** In the language of the drawing. */
  readonly name: string;
  /** Where it is read about in Overlap. */
  readonly address: string;
}

/** The drawing is there, with so many items and links. */
export class ReadyEvent extends Event {
  readonly items: number;
  readonly links: number;
  constructor(items: number, links: number) {
    super("overlap-ready", { bubbles: true, composed: true });
    this.items = items;
    this.links = links;
  }
}

/** A visitor selected an item, or asked to open it: whoever opens it in a way of its own prevents the default. */
export class ItemEvent extends Event {
  readonly item: EmbeddedItem;
  constructor(name: "overlap-select" | "overlap-open", item: EmbeddedItem) {
    super(name, { bubbles: true, composed: true, cancelable: true });
    this.item = item;
  }
}

/** The drawing could not be fetched; what stands inside the element is shown instead. */
export class FailedEvent extends Event {
  readonly error: unknown;
  constructor(error: unknown) {
    super("overlap-error", { bubbles: true, composed: true });
    this.error = error;
  }
}
