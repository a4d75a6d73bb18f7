import { LitElement } from "lit";
import type { Language, NodeId } from "../../model/graph.ts";
import { type Address, hrefOf } from "../app/address.ts";
import { type AppState, announce, appStore } from "../app/state.ts";
import { Selected, type Store } from "../app/store.ts";
import { type Words, wordsIn } from "../app/words.ts";

/** An element with words: in the language of the page around it, in Dutch where nothing around it says which. */
export abstract class WordElement extends LitElement {
  readonly #language = new Selected(this, appStore, ({ address }) => address.language);
  /** What every part of the page may need. */
  protected get app(): Store<AppState> {
    return this.#language.store;
  }
  protected get language(): Language {
    return this.#language.value;
  }
  protected get words(): Words {
    return wordsIn(this.language);
  }
  /** The address of a page of this site, in the language of now. */
  protected linkTo(path: string, query: Address["query"] = {}): string {
    return hrefOf({ path, query, language: this.language });
  }
  /** Lets a screen reader say `text` when it is done with what it says. */
  protected say(text: string): void {
    this.app.update(announce(text));
  }
}

/**
 * What most elements of this site are made from. It draws into itself, without a shadow: labels, descriptions and
 * headings refer to each other by id across elements, and one style sheet serves the screen and the printer.
 */
export abstract class PageElement extends WordElement {
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
