import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { PageElement } from "../ui/element.ts";

/** One thing that a menu offers. */
export interface MenuChoice {
  readonly text: string;
  readonly act: () => void;
}

/** A menu at a point of the window. Arrows walk, Enter or a click acts, Escape closes; the focus goes back to where it was. */
@customElement("item-menu")
export class ItemMenu extends PageElement {
  @property() label = "";
  @property({ attribute: false }) choices: readonly MenuChoice[] = [];
  @state() private open = false;
  #back: Element | null = null;

  /** Shows the menu at a point, and takes the focus. */
  async show(label: string, choices: readonly MenuChoice[], { x, y }: { x: number; y: number }): Promise<void> {
    this.#back = document.activeElement;
    this.label = label;
    this.choices = choices;
    this.open = true;
    await this.updateComplete;
    const menu = this.querySelector<HTMLElement>("[role=menu]");
    if (!menu) return;
    menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
    this.#items[0]?.focus();
  }

  override render() {
    if (!this.open) return nothing;
    return html`<div class="menu" role="menu" aria-label=${this.label} @keydown=${this.#key} @focusout=${this.#left}>
      ${this.choices.map(
        ({ text, act }) =>
          html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#act(act)}>${text}</button>`,
      )}
    </div>`;
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #act(act: () => void): void {
    this.#close();
    act();
  }

  #close(): void {
    this.open = false;
    if (this.#back instanceof HTMLElement || this.#back instanceof SVGElement) this.#back.focus({ preventScroll: true });
  }

  #left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "item-menu": ItemMenu;
  }
}
