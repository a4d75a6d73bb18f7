import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { TestBrowser } from "../real/browser.ts";

/** A page, with an eye on what must never happen. */
export interface Visit {
  readonly page: Page;
  /** Fails when the console had an error, the content security policy was broken, or another site was asked for something. */
  calm(): void;
  close(): Promise<void>;
}

/** Opens a page of the site at `address`; answers with a status in `expected` are not an error. */
export async function visit(
  browser: TestBrowser,
  address: string,
  options: BrowserContextOptions = {},
  expected: readonly number[] = [],
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  const isExpected = (text: string) => expected.some((status) => text.includes(`a status of ${status} `));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !isExpected(message.text())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(address).origin) wrong.push(`asked ${request.url()}`);
  });
  return { page, calm: () => expect(wrong).toStrictEqual([]), close: () => context.close() };
}

/** As much of an element of the drawing as the page hands back; these tests are compiled without the browser's types. */
export interface DrawnElement {
  readonly dataset: Readonly<Record<string, string>>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): { getBoundingClientRect(): Readonly<Record<"x" | "y" | "width" | "height", number>> } | null;
}

/** Where the middle of each drawn item is, in pixels of the window, by its id. */
export function placesOf(page: Page): Promise<Record<string, { x: number; y: number }>> {
  return page.locator("graph-canvas .item").evaluateAll<Record<string, { x: number; y: number }>, DrawnElement>((items) =>
    Object.fromEntries(
      items.map((item) => {
        const box = item.querySelector(".glyph-shape")?.getBoundingClientRect();
        if (!box) throw new Error("An item has no sign");
        return [item.dataset.id, { x: box.x + box.width / 2, y: box.y + box.height / 2 }];
      }),
    ),
  );
}

/** Where the drawing itself puts each item, wherever it is looked at from, by its id. */
export function spotsOf(page: Page): Promise<Record<string, { x: number; y: number }>> {
  return page.locator("graph-canvas .item").evaluateAll<Record<string, { x: number; y: number }>, DrawnElement>((spots) =>
    Object.fromEntries(
      spots.map((spot) => {
        const [x = 0, y = 0] = (spot.getAttribute("transform") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
        return [spot.dataset.spot, { x, y }];
      }),
    ),
  );
}

/** What has the focus, inside of shadow roots too; an expression for the page. */
export const focusedElement = `((element) => {
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
})(document.activeElement)`;

/** An expression for the page: what was changed so far has been drawn. */
const twoFrames = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

/** Waits until no part of the page waits for an answer any more. */
export async function answered(page: Page): Promise<void> {
  await page.evaluate(twoFrames);
  await expect.poll(() => page.locator("wait-view").count()).toBe(0);
}

/** Where the drawn items are as soon as none has moved from one frame to the next but one. */
export async function placesAtRest(page: Page): Promise<Record<string, { x: number; y: number }>> {
  let last = await placesOf(page);
  const moved = async () => {
    await page.evaluate(twoFrames);
    const before = last;
    last = await placesOf(page);
    return furthest(before, last);
  };
  await expect.poll(moved).toBe(0);
  return last;
}

/** How far the items that are in both have moved at most, in pixels. */
export function furthest(
  before: Record<string, { x: number; y: number }>,
  after: Record<string, { x: number; y: number }>,
): number {
  const moves = Object.entries(before).map(([id, { x, y }]) => {
    const now = after[id];
    return now ? Math.hypot(now.x - x, now.y - y) : Number.POSITIVE_INFINITY;
  });
  return Math.max(0, ...moves);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong on the page as it stands, a line for each element. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + " " + target.join(" ") + ": " + failureSummary)))`);
}

/** The last thing that a screen reader was told. */
export const said = async (page: Page): Promise<string> => ((await page.locator("#messages").textContent()) ?? "").trim();
