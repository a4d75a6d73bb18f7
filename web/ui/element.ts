import { LitElement } from "lit";
import type { Language, NodeId } from "../../model/graph.ts";
import { Selected } from "../app/store.ts";
import { type Words, wordsIn } from "../app/words.ts";

/**
 * What every element of this site is made from. It draws into itself, without a shadow: labels, descriptions and
 * headings refer to each other by id across elements, and one style sheet serves the screen and the printer.
 */
export abstract class PageElement extends LitElement {
  readonly #language = new Selected(this, (state) => state.place.language);
  protected get language(): Language {
    return this.#language.value;
  }
  protected get words(): Words {
    return wordsIn(this.language);
  }
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** The user pointed at a node. Whoever deals with it in its own way prevents the default. */
export class NodeEvent extends Event {
  readonly id: NodeId;
  constructor(type: "node-select" | "node-expand" | "node-pick", id: NodeId) {
    super(type, { bubbles: true, cancelable: true });
    this.id = id;
  }
}

/** A page knows what it is about. */
export class TitleEvent extends Event {
  readonly pageTitle: string;
  constructor(pageTitle: string) {
    super("page-title", { bubbles: true });
    this.pageTitle = pageTitle;
  }
}
