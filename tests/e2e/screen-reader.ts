import type { CDPSession, Page } from "playwright-core";
import { vi } from "vitest";
import { backstop } from "../real/backstop.ts";

/** Something that a screen reader says: what it is, what it is called, and what is known of its state. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly node: number;
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

const silent = new Set(["InlineTextBox", "generic", "none", "LineBreak", "RootWebArea", "ListMarker", "LayoutTable"]);

/**
 * Reads a page as a screen reader does: only what is in the accessibility tree, in reading order, and acts on what it
 * found there by focus and keys. It never sees the page.
 */
export class Reader {
  readonly #page: Page;
  readonly #session: CDPSession;
  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<Reader> {
    const session = await page.context().newCDPSession(page);
    await session.send("Accessibility.enable");
    await session.send("DOM.enable");
    return new Reader(page, session);
  }

  /** Everything from top to bottom. */
  async all(): Promise<Heard[]> {
    const { nodes } = (await this.#session.send("Accessibility.getFullAXTree")) as unknown as { nodes: AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const heard: Heard[] = [];
    const visit = (node: AxNode | undefined) => {
      if (!node) return;
      const role = node.role?.value ?? "";
      if (!node.ignored && !silent.has(role)) {
        const state = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
        heard.push({ role, name: node.name?.value ?? "", state, node: node.backendDOMNodeId ?? 0 });
      }
      for (const child of node.childIds ?? []) visit(byId.get(child));
    };
    visit(nodes[0]);
    return heard;
  }

  /** The same as lines of text, for a whole page or from a heading to the next of its level. */
  async text(heading?: string): Promise<string> {
    const heard = await this.all();
    if (heading === undefined) return textOf(heard);
    const start = heard.findIndex(({ role, name }) => role === "heading" && name === heading);
    if (start < 0) throw new Error(`There is no heading “${heading}”. There are: ${namesOf(heard, "heading")}`);
    const level = Number(heard[start]?.state.level);
    const end = heard.findIndex(({ role, state }, place) => place > start && role === "heading" && Number(state.level) <= level);
    return textOf(heard.slice(start, end < 0 ? heard.length : end));
  }

  /** The first thing of a role with such a name, as soon as it is heard. */
  find(role: string, name: RegExp): Promise<Heard> {
    return vi.waitFor(
      async () => {
        const heard = await this.all();
        const found = heard.find((one) => one.role === role && name.test(one.name));
        if (!found) throw new Error(`No ${role} called ${name}. There are: ${namesOf(heard, role)}`);
        return found;
      },
      { timeout: backstop, interval: 100 },
    );
  }

  /** Goes to something and presses a key on it. */
  async press(role: string, name: RegExp, key = "Enter"): Promise<Heard> {
    const found = await this.find(role, name);
    await this.#session.send("DOM.focus", { backendNodeId: found.node });
    await this.#page.keyboard.press(key);
    return found;
  }

  /** Goes to a field and types in it. */
  async type(role: string, name: RegExp, text: string): Promise<void> {
    const found = await this.find(role, name);
    await this.#session.send("DOM.focus", { backendNodeId: found.node });
    await this.#page.keyboard.type(text);
  }
}

const textOf = (heard: readonly Heard[]) =>
  heard
    .filter(
      ({ role, name }) =>
        name !== "" && !["link", "button", "cell", "gridcell", "row", "list", "listitem", "paragraph"].includes(role),
    )
    .map(({ name }) => name)
    .join("\n");

const namesOf = (heard: readonly Heard[], role: string) =>
  heard
    .filter((one) => one.role === role)
    .map(({ name }) => `“${name}”`)
    .join(", ");
