import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { axeFindings, furthest, said, spotsOf, visit } from "./visit.ts";

const slow = { timeout: 20_000 };

describeInBrowser("what was drawn is found again", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const count = (page: Page) => page.locator("graph-canvas .item").count();

  test("by the buttons of the browser, after another page, after a reload, in another window, and after the canvas was emptied", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(
      `${site.address}/verken?toon=institution:summa-college,question:inbedding-gpl&kies=institution:summa-college`,
    );
    await expect.poll(() => count(page), slow).toBe(2);
    await expect.poll(() => page.url(), slow).toContain("op=");
    const before = await spotsOf(page);
    await page
      .locator(".link-group")
      .first()
      .getByRole("button", { name: /^Zet in beeld/ })
      .click();
    await expect.poll(() => count(page), slow).toBeGreaterThan(2);
    const many = await count(page);
    await expect.poll(() => new URL(page.url()).searchParams.get("toon")?.split(",").length, slow).toBe(many);
    const after = await spotsOf(page);

    await page.goBack();
    await expect.poll(() => count(page), slow).toBe(2);
    expect(furthest(before, await spotsOf(page))).toBe(0);
    expect(await said(page)).toBe("Eén stap terug.");
    await page.goForward();
    await expect.poll(() => count(page), slow).toBe(many);
    await page.keyboard.press("Control+z");
    await expect.poll(() => count(page), slow).toBe(2);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => count(page), slow).toBe(many);
    expect(furthest(after, await spotsOf(page))).toBe(0);

    await page.getByRole("navigation").getByRole("link", { name: "Kansen" }).click();
    await page.locator("opportunities-page h1").waitFor();
    await page.getByRole("navigation").getByRole("link", { name: "Verkennen" }).click();
    await expect.poll(() => count(page), slow).toBe(many);
    expect(furthest(after, await spotsOf(page))).toBe(0);
    await page.getByRole("button", { name: "Ongedaan maken" }).first().click();
    await expect.poll(() => count(page), slow).toBe(2);
    await page.getByRole("button", { name: "Opnieuw doen" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("toon")?.split(",").length, slow).toBe(many);
    await page.reload();
    await expect.poll(() => count(page), slow).toBe(many);
    expect(furthest(after, await spotsOf(page))).toBe(0);

    await page.goto(`${site.address}/verken`);
    await expect.poll(() => count(page), slow).toBe(many);
    expect(furthest(after, await spotsOf(page))).toBe(0);
    expect(await textOf(page.locator("action-told"))).toContain(`Je vorige tekening staat er weer: ${many} items.`);
    await page.getByRole("button", { name: "Begin opnieuw" }).click();
    await page.locator(".explore-offers").waitFor();
    await page.goto(`${site.address}/verken`);
    await page.getByRole("link", { name: `Zet je laatste tekening terug (${many} items)` }).click();
    await expect.poll(() => count(page), slow).toBe(many);
    expect(furthest(after, await spotsOf(page))).toBe(0);
    calm();
    await close();
  });

  test("by a name that it was given, and from a file", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/verken?toon=institution:summa-college,question:inbedding-gpl`);
    await expect.poll(() => count(page), slow).toBe(2);
    const dialog = page.getByRole("dialog", { name: "Bewaarde tekeningen" });
    const show = () => page.getByRole("button", { name: "Bewaarde tekeningen" }).click();
    await show();
    await dialog.getByLabel("Naam voor deze tekening").fill("Voor het teamoverleg");
    await page.keyboard.press("Enter");
    await dialog.getByText("Bewaard als Voor het teamoverleg.").waitFor();
    expect(await axeFindings(page)).toStrictEqual([]);
    await dialog.getByRole("button", { name: "Hernoem: Voor het teamoverleg" }).click();
    await page.keyboard.type("Voor maandag");
    await page.keyboard.press("Enter");
    await dialog.getByText("Heet nu Voor maandag.").waitFor();
    const file = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Zet alles in een bestand" }).click();
    const path = await (await file).path();
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
      overlap: "drawings",
      version: 1,
      views: [{ name: "Voor maandag", items: 2 }],
    });
    await dialog.getByRole("button", { name: "Verwijder: Voor maandag" }).click();
    await dialog.getByText("Er is nog niets bewaard.").waitFor();
    await dialog.getByRole("button", { name: "Zet terug" }).click();
    await dialog.getByRole("button", { name: "Verwijder: Voor maandag" }).click();

    const read = (content: string) =>
      dialog
        .locator("input[type=file]")
        .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(content) });
    await read("geen json");
    await dialog.getByText("Dit bestand is geen JSON.").waitFor();
    await read('{"nodes": []}');
    await dialog.getByText("In dit bestand staan geen tekeningen en geen verhaal van Overlap.").waitFor();
    await read('{"overlap": "drawings", "version": 1, "views": [{"name": "", "saved": "x", "items": 0, "query": {}}]}');
    await dialog.getByText("Dit bestand klopt niet bij ‘views.0.name’. Er is niets gelezen.").waitFor();
    await read(readFileSync(path, "utf8"));
    await dialog.getByText("1 tekening uit het bestand staat erbij.").waitFor();
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Leeg het doek" }).click();
    await page.locator(".explore-offers").waitFor();
    await show();
    await dialog.getByRole("button", { name: "Voor maandag", exact: true }).click();
    await expect.poll(() => count(page), slow).toBe(2);
    expect(await said(page)).toBe("Voor maandag staat op het doek.");
    calm();
    await close();
  });
});
