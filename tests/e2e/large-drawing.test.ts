import { deflateRawSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeKindNames } from "../../model/kinds.ts";
import { describeInBrowser } from "../real/browser.ts";
import { openMadeSite, type Site } from "./site.ts";
import { axeFindings, said, visit } from "./visit.ts";

const slow = { timeout: 120_000 };
/** So many items there are, and so many are drawn: far more than have an element each, or fit in a link. */
const [all, drawn] = [2_000, 1_900];

let site: Site;
beforeAll(async () => {
  site = await openMadeSite({ nodes: all, links: 6_000, institutions: 20 });
});
afterAll(() => site.close());

async function everything(): Promise<{ id: string; degree: number }[]> {
  const answer = await fetch(`${site.address}/api/nodes?kinds=${nodeKindNames.join()}&limit=5000`);
  const { nodes } = (await answer.json()) as { nodes: { id: string; degree: number }[] };
  return nodes;
}

/** As the page itself packs a drawing that is large. */
const packed = (ids: readonly string[]) => deflateRawSync(JSON.stringify({ toon: ids.join() })).toString("base64url");

/** So many elements, those in shadow roots too. */
const elements = (page: Page) =>
  page.evaluate<number>(`(() => {
    const count = (root) => [...root.querySelectorAll("*")].reduce((sum, element) =>
      sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
    return count(document);
  })()`);

/** How many pixels in the middle of the drawing are painted; 0 while it is being painted. */
const painted = (page: Page) =>
  page.evaluate<number>(`(() => {
    const stage = document.querySelector("graph-canvas").shadowRoot.querySelector(".canvas-stage");
    if (stage.hasAttribute("data-painting")) return 0;
    const sheet = stage.querySelector("canvas[data-front]");
    const context = Object.assign(document.createElement("canvas"), { width: 200, height: 200 }).getContext("2d");
    context.drawImage(sheet, 100 - sheet.width / 2, 100 - sheet.height / 2);
    const { data } = context.getImageData(0, 0, 200, 200);
    return data.filter((value, index) => index % 4 === 3 && value > 0).length;
  })()`);

describeInBrowser("a drawing of thousands of items", (browser) => {
  test("opens whole, keeps the page small, can be walked through, and comes back where no link could hold it", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    const nodes = await everything();
    const hub = nodes.reduce((first, node) => (node.degree > first.degree ? node : first)).id;
    const ids = [hub, ...nodes.map(({ id }) => id).filter((id) => id !== hub)].slice(0, drawn);
    await page.goto(`${site.address}/verken?pak=${packed(ids)}`);
    const status = page.locator(".explore-status p").filter({ hasText: "van 2.000" });
    const shows = (count: string) => expect.poll(() => status.textContent(), slow).toContain(`${count} van 2.000`);
    await shows("1.900");
    expect(await elements(page)).toBeLessThan(2_000);
    await expect.poll(() => painted(page), slow).toBeGreaterThan(2_000);
    await expect.poll(() => page.locator("graph-canvas .item-name").count(), slow).toBeGreaterThan(15);
    await page.getByRole("button", { name: "Inzoomen" }).click();
    await expect.poll(() => painted(page), slow).toBeGreaterThan(2_000);
    await expect.poll(() => page.url(), slow).toContain("groot=");
    expect(page.url().length).toBeLessThan(200);

    // A keyboard enters the drawing, and goes on to what is not in the page yet.
    await page.locator('graph-canvas .item[tabindex="0"]').focus();
    for (const step of [1, 2]) {
      await page.keyboard.press("PageDown");
      await expect.poll(() => page.locator('graph-canvas .item[tabindex="0"]').getAttribute("data-id"), slow).toBe(ids[step]);
    }
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("Enter");
    const dialog = page.locator("expand-dialog dialog[open]");
    if (await dialog.count()) await dialog.getByRole("button", { name: /^Alle soorten/ }).click();
    await expect.poll(() => said(page), slow).not.toBe("");

    await page.getByRole("button", { name: "Kopieer link" }).click();
    const saved = page.getByRole("dialog", { name: "Bewaarde tekeningen" });
    await saved.getByText(/is te groot voor een link/).waitFor();
    expect(await axeFindings(page)).toStrictEqual([]);
    await saved.getByRole("button", { name: "Bewaar deze tekening" }).click();
    await saved.getByText(/^\s*Bewaard als/).waitFor();
    await saved.getByRole("button", { name: "Sluit" }).click();
    const shown = await status.textContent();
    await page.reload();
    await expect.poll(() => status.textContent(), slow).toBe(shown);
    await expect.poll(() => said(page), slow).toMatch(/^Deze tekening is te groot voor een link\. Dit is de laatste/);
    calm();
    await close();

    const other = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    await other.page.goto(`${site.address}/verken?groot=3`);
    await expect.poll(() => said(other.page), slow).toMatch(/Vraag het bestand aan wie haar maakte/);
    other.calm();
    await other.close();
  });
});
