import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeKindNames } from "../../model/kinds.ts";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site } from "./site.ts";
import { axeFindings, placesAtRest, said, spotsOf, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The ids of so many nodes of the data, those with most links first. */
async function mostLinked(count: number): Promise<string[]> {
  const answer = await fetch(`${site.address}/api/nodes?kinds=${nodeKindNames.join()}&limit=1000`);
  const { nodes } = (await answer.json()) as { nodes: { id: string; degree: number }[] };
  return nodes
    .sort((one, other) => other.degree - one.degree || (one.id < other.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

/** How many names can be seen, how many pairs of them lie over each other, and the names of the biggest hubs among them. */
const names = (page: Page): Promise<{ seen: string[]; overlapping: number }> =>
  page.evaluate(`(() => {
    const texts = [...document.querySelector("graph-canvas").shadowRoot.querySelectorAll(".item-name")]
      .filter((text) => getComputedStyle(text).display !== "none");
    const boxes = texts.map((text) => text.getBoundingClientRect());
    const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const overlapping = boxes.reduce((sum, box, at) => sum + boxes.slice(at + 1).filter((other) => over(box, other)).length, 0);
    return { seen: texts.map((text) => text.dataset.name), overlapping };
  })()`);

describeInBrowser("the drawing", (browser) => {
  test.each([
    [10, 10],
    [30, 25],
    [60, 35],
    [120, 35],
    [220, 25],
    [401, 20],
  ])("of %d items shows at least %d names, the biggest hubs among them, and none over another", async (items, atLeast) => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    const ids = await mostLinked(items);
    await page.goto(`${site.address}/verken?toon=${ids.join(",")}`);
    await page
      .locator("graph-canvas .item")
      .nth(items - 1)
      .waitFor({ state: "attached" });
    await placesAtRest(page);
    const { seen, overlapping } = await names(page);
    expect(seen.length).toBeGreaterThanOrEqual(atLeast);
    expect(overlapping).toBe(0);
    const institutions = ids.filter((id) => id.startsWith("institution:"));
    expect(seen).toEqual(expect.arrayContaining(institutions.slice(0, 3)));
    calm();
    await close();
  });

  test("of 401 items takes at most 2,000 elements of the page, and its list gives the rest when asked", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    await page.goto(`${site.address}/verken?toon=${(await mostLinked(401)).join(",")}`);
    await page.locator("graph-canvas .item").nth(400).waitFor({ state: "attached" });
    await placesAtRest(page);
    const elements = await page.evaluate<number>(`(() => {
      const count = (root) => [...root.querySelectorAll("*")].reduce((sum, element) =>
        sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
      return count(document);
    })()`);
    expect(elements).toBeLessThanOrEqual(2_000);
    await page.locator("item-list").getByRole("button", { name: "Toon alle 401" }).click();
    await expect.poll(() => page.locator("item-list li:not(download-files li)").count()).toBe(401);
    calm();
    await close();
  });

  test("shows icons and counts when somebody comes near enough to tell them", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    const ids = "institution:summa-college,network:owp-ict,theme:ai";
    await page.goto(`${site.address}/verken?toon=${ids}&op=0.0,200.0,400.0&kijk=200.0.30`);
    await page.locator("graph-canvas .item").nth(2).waitFor({ state: "attached" });
    await placesAtRest(page);
    expect(await page.locator("graph-canvas .glyph-icon").count()).toBe(0);
    await page.locator("graph-canvas .item").first().focus();
    for (let times = 0; times < 3; times += 1) await page.getByRole("button", { name: "Inzoomen" }).click();
    await expect.poll(() => page.locator("graph-canvas .glyph-icon").count()).toBe(3);
    calm();
    await close();
  });

  test("moves to its new places before one's eyes when it is tidied up, and at once with reduced motion", async () => {
    const toon = "toon=institution:summa-college,network:owp-ict,theme:ai&op=0.0,900.0,900.900";
    for (const reducedMotion of ["no-preference", "reduce"] as const) {
      const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion });
      await page.goto(`${site.address}/verken?${toon}`);
      await page.locator("graph-canvas .item").nth(2).waitFor({ state: "attached" });
      await page.evaluate(`(() => {
        window.moving = 0;
        const world = document.querySelector("graph-canvas").shadowRoot.querySelector(".canvas-world");
        new MutationObserver(() => window.moving++).observe(world, { attributeFilter: ["data-moving"] });
      })()`);
      await page.getByRole("button", { name: "Ruim op" }).click();
      await expect.poll(() => said(page)).toBe("Opgeruimd.");
      await placesAtRest(page);
      const moving = () => page.evaluate<number>("window.moving");
      if (reducedMotion === "reduce") expect(await moving()).toBe(0);
      else await expect.poll(moving).toBeGreaterThan(1);
      calm();
      await close();
    }
  });

  test("is laid out as somebody chooses: in columns with headings, where what is pinned stays, and the link says so", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    const ids = (await mostLinked(40)).join(",");
    await page.goto(`${site.address}/verken?toon=${ids}`);
    await page.locator("graph-canvas .item").nth(39).waitFor({ state: "attached" });
    await page.locator("graph-canvas .item").first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.locator("graph-canvas .item-pin").waitFor({ state: "attached" });
    const before = await spotsOf(page);
    const [pinned = ""] = ids.split(",");
    await page.getByRole("combobox", { name: "Indeling" }).selectOption({ label: "wie – vraag – wat helpt" });
    await expect.poll(() => said(page)).toBe("Ingedeeld wie – vraag – wat helpt. Wat je vastzette, bleef staan.");
    const headings = page.getByRole("heading", { level: 2 }).and(page.locator(".canvas-heading"));
    await expect
      .poll(() => headings.allTextContents())
      .toStrictEqual([
        expect.stringMatching(/^Wie \(\d+\)$/),
        expect.stringMatching(/^Wat zij vragen \(\d+\)$/),
        expect.stringMatching(/^Wat helpt \(\d+\)$/),
        expect.stringMatching(/^Opbrengst \(\d+\)$/),
      ]);
    const after = await spotsOf(page);
    expect(after[pinned]).toStrictEqual(before[pinned]);
    const across = (kind: string) =>
      Object.entries(after).flatMap(([id, { x }]) => (id.startsWith(kind) && id !== pinned ? [x] : []));
    expect(Math.max(...across("institution:"))).toBeLessThan(Math.min(...across("theme:")));
    expect(await page.locator('graph-canvas .item[data-kind="theme"]').first().getAttribute("aria-label")).toMatch(
      /, onder Wat zij vragen \(\d+\)$/,
    );
    await expect.poll(() => page.url()).toContain("columns");
    await page.getByRole("combobox", { name: "Grootte" }).selectOption({ label: "brug tussen anderen" });
    await expect.poll(() => said(page)).toBe("De grootte zegt nu: brug tussen anderen.");
    await expect.poll(() => page.url()).toContain("betweenness");
    await page.reload();
    await expect.poll(() => headings.count()).toBe(4);
    expect(await page.getByRole("combobox", { name: "Indeling" }).inputValue()).toBe("columns");
    expect(await page.getByRole("combobox", { name: "Grootte" }).inputValue()).toBe("betweenness");
    expect(await axeFindings(page)).toStrictEqual([]);
    calm();
    await close();
  });

  test("says what lies out of view, and leads there", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    const far = "toon=institution:summa-college,institution:rijn-ijssel,theme:ai&op=0.0,100.0,3000.0&kijk=0.0.100";
    await page.goto(`${site.address}/verken?${far}`);
    const map = page.locator("overview-map");
    await map.waitFor();
    const sign = page.getByRole("button", { name: "1 buiten beeld →" });
    await sign.click();
    await sign.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "← 2 buiten beeld" }).waitFor();
    await map.click({ position: { x: 8, y: 48 } });
    await sign.waitFor();
    await page.getByRole("button", { name: "Alles in beeld" }).click();
    await map.waitFor({ state: "detached" });
    calm();
    await close();
  });

  test("can be seen in forced colours, numbers the steps of a path, and lets an item be put elsewhere without dragging", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce", forcedColors: "active" });
    const [from, to] = ["institution:summa-college", "network:owp-ict"];
    await page.goto(`${site.address}/verken?toon=${from},${to}&op=0.0,300.0&kijk=150.0.100`);
    await page.locator("graph-canvas .item").nth(1).waitFor({ state: "attached" });
    await placesAtRest(page);
    const contrast = () =>
      page.evaluate<number>(`(() => {
        const sheet = document.querySelector("graph-canvas").shadowRoot.querySelector(".canvas-stage canvas[data-front]");
        const { data } = sheet.getContext("2d").getImageData(sheet.width / 2, sheet.height / 2 - 6, 1, 12);
        return Math.max(...data.filter((_, index) => index % 4 === 3));
      })()`);
    await expect.poll(contrast).toBeGreaterThan(200);
    await page.evaluate(`document.querySelector("graph-canvas").path = ${JSON.stringify([from, to])}`);
    await expect
      .poll(() => page.locator("graph-canvas .item-step").allTextContents())
      .toStrictEqual(["1", "2"].map((step) => expect.stringContaining(step)));
    const item = page.locator(`graph-canvas .item[data-id="${to}"]`);
    expect(await item.getAttribute("aria-label")).toMatch(/^Stap 2 van 2, /);
    await item.focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Zet ergens anders neer" }).click();
    await page.locator(".canvas-placing").waitFor();
    const stage = await page.locator("graph-canvas .canvas-stage").boundingBox();
    if (!stage) throw new Error("There is no drawing");
    await page.mouse.click(stage.x + stage.width / 2, stage.y + stage.height / 2 + 90);
    await expect.poll(async () => (await spotsOf(page))[to]?.y).toBeGreaterThan(60);
    expect((await spotsOf(page))[to]?.x).toBeCloseTo(150, -1);
    await page.locator(".canvas-placing").waitFor({ state: "detached" });
    calm();
    await close();
  });

  test("brings what an expand brought in view", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { reducedMotion: "reduce" });
    await page.goto(`${site.address}/verken?toon=institution:summa-college&kies=institution:summa-college`);
    await page
      .locator(".detail-bar")
      .getByRole("button", { name: /Klap uit/ })
      .click();
    await expect.poll(() => said(page)).toMatch(/^\d+ toegevoegd/);
    await placesAtRest(page);
    expect(await page.locator(".canvas-outside").count()).toBe(0);
    calm();
    await close();
  });

  test("is wide when what stands beside it is folded away, which this browser remembers, and goes to a new layout step by step", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    const ids = (await mostLinked(30)).join(",");
    await page.goto(`${site.address}/verken?toon=${ids}`);
    await page.locator("graph-canvas .item").nth(29).waitFor({ state: "attached" });
    const width = async () => (await page.locator("graph-canvas .canvas-stage").boundingBox())?.width ?? 0;
    const before = await width();
    const [left, right] = ["Wegen en legenda", "Lijst en details"].map((name) => page.getByRole("button", { name, exact: true }));
    await left?.click();
    await right?.click();
    await expect.poll(width).toBeGreaterThan(before + 500);
    await page.reload();
    await page.locator("graph-canvas .item").nth(29).waitFor({ state: "attached" });
    expect(await left?.getAttribute("aria-expanded")).toBe("false");
    expect(await width()).toBeGreaterThan(before + 500);
    expect(await axeFindings(page)).toStrictEqual([]);
    await page.evaluate(`(() => {
      window.sights = new Set();
      const world = document.querySelector("graph-canvas").shadowRoot.querySelector(".canvas-world");
      new MutationObserver(() => window.sights.add(world.getAttribute("transform"))).observe(world, { attributeFilter: ["transform"] });
    })()`);
    await page.getByRole("combobox", { name: "Indeling" }).selectOption({ label: "in een cirkel" });
    await expect.poll(() => page.evaluate<number>("window.sights.size")).toBeGreaterThan(2);
    await right?.click();
    await expect.poll(width).toBeLessThan(before + 500);
    calm();
    await close();
  });

  test("dims what the chosen item has no link with", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(
      `${site.address}/verken?toon=institution:summa-college,network:owp-ict,theme:ai&kies=institution:summa-college`,
    );
    const dimmed = page.locator("graph-canvas .item[data-away]");
    await expect
      .poll(() => dimmed.evaluateAll((spots) => spots.map((spot) => spot.getAttribute("data-spot"))))
      .toStrictEqual(["theme:ai"]);
    await page.getByRole("button", { name: "Sluit details" }).click();
    await expect.poll(() => dimmed.count()).toBe(0);
    calm();
    await close();
  });

  test("says each action where everybody can read it, with a way back", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/verken?toon=institution:summa-college,theme:ai`);
    await page.locator("graph-canvas .item").nth(1).waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Leeg het doek" }).click();
    const told = page.locator(".told");
    await told.getByText("Het doek is leeg.").waitFor();
    await told.getByRole("button", { name: "Ongedaan maken" }).click();
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(2);
    await told.getByText("Ongedaan gemaakt.").waitFor();
    calm();
    await close();
  });

  test("is still there after a visit to another page, and when the menu leads to it again", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/verken?toon=institution:summa-college,theme:ai`);
    const items = page.locator("graph-canvas .item");
    await items.nth(1).waitFor({ state: "attached" });
    const menu = page.getByRole("navigation").first();
    await menu.getByRole("link", { name: "Verkennen" }).click();
    await expect.poll(() => page.url()).toContain("toon=");
    await menu.getByRole("link", { name: "Kansen" }).click();
    await page.getByRole("heading", { level: 1, name: /kansen/i }).waitFor();
    await menu.getByRole("link", { name: "Verkennen" }).click();
    await items.nth(1).waitFor({ state: "attached" });
    await expect.poll(() => page.url()).toContain("toon=");
    calm();
    await close();
  });

  test("copies its link where a browser has no clipboard of its own, as on plain http", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.goto(`${site.address}/verken?toon=theme:ai`);
    await page.locator("graph-canvas .item").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Kopieer" }).first().click();
    await page.locator(".told").getByText("Gekopieerd.").waitFor();
    calm();
    await close();
  });
});
