import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { axeFindings, placesOf, said, visit } from "./visit.ts";

const slow = { timeout: 20_000 };

describeInBrowser("choosing many", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const chosenIn = (page: Page) => page.locator("graph-canvas .item[data-chosen]").count();

  test("with a frame, with a loop and by keys; all of it hidden, shown alone, compared and taken away, and undone", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    const ids = ["institution:summa-college", "institution:rijn-ijssel", "question:inbedding-gpl", "theme:inbedding"];
    await page.goto(`${site.address}/verken?toon=${ids}&op=0.0,0.200,300.0,300.200`);
    const items = page.locator("graph-canvas .item");
    await expect.poll(() => items.count(), slow).toBe(4);
    const before = await placesOf(page);
    const spot = (id: string) => before[id] ?? { x: 0, y: 0 };
    const [top, bottom] = [spot("institution:summa-college"), spot("institution:rijn-ijssel")];
    const bar = page.getByRole("region", { name: "Wat je hebt gekozen" });

    await page.getByRole("button", { name: "Kies met een kader" }).click();
    await page.mouse.move(top.x - 40, top.y - 40);
    await page.mouse.down();
    await page.mouse.move(bottom.x + 60, bottom.y + 40, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => chosenIn(page), slow).toBe(2);
    expect(await said(page)).toBe("2 items gekozen.");
    expect(await textOf(bar)).toContain("Summa College, Rijn IJssel");
    expect(await bar.getByRole("link", { name: "Vergelijk in de overlap" }).getAttribute("href")).toBe(
      "/overlap?met=summa-college,rijn-ijssel",
    );
    await bar.locator("download-files summary").click();
    expect(await bar.getByRole("link", { name: "JSON", exact: true }).getAttribute("href")).toContain(
      "ids=institution:summa-college,institution:rijn-ijssel",
    );
    expect(await axeFindings(page)).toStrictEqual([]);
    await bar.getByRole("button", { name: "Toon alleen deze" }).click();
    await expect.poll(() => items.count(), slow).toBe(2);
    await page.keyboard.press("Control+z");
    await expect.poll(() => items.count(), slow).toBe(4);
    await bar.getByRole("button", { name: "Verberg", exact: true }).click();
    await expect.poll(() => items.count(), slow).toBe(2);
    expect(await textOf(page.locator("explore-status"))).toContain("2 verborgen door jou.");
    await page.keyboard.press("Control+z");
    await expect.poll(() => items.count(), slow).toBe(4);

    await page.getByRole("button", { name: "Kies met een lus" }).click();
    const theme = spot("theme:inbedding");
    await page.mouse.move(theme.x - 30, theme.y - 30);
    await page.mouse.down();
    for (const [x, y] of [
      [30, -30],
      [30, 30],
      [-30, 30],
    ] as const)
      await page.mouse.move(theme.x + x, theme.y + y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => chosenIn(page), slow).toBe(1);

    await page.locator('.item[data-id="institution:summa-college"]').focus();
    await page.keyboard.press("Control+a");
    await expect.poll(() => chosenIn(page), slow).toBe(4);
    expect(await page.locator('.item[data-id="theme:inbedding"]').getAttribute("aria-label")).toMatch(/, gekozen$/);
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Haal uit de keuze" }).click();
    await expect.poll(() => chosenIn(page), slow).toBe(3);
    await bar.getByRole("button", { name: "Zet vast" }).click();
    await expect.poll(() => page.locator("graph-canvas .item-pin").count(), slow).toBe(3);
    await bar.getByRole("button", { name: "Laat de keuze los" }).click();
    await bar.waitFor({ state: "hidden" });

    await page.getByRole("button", { name: "Kies met een kader" }).click();
    await page.keyboard.press("Escape");
    expect(await page.locator("select-area").count()).toBe(0);
    calm();
    await close();
  });
});
