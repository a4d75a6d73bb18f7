import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { focusedElement, furthest, placesOf, said, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** What has the focus, as a screen reader names it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`((element) => element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "")(${focusedElement})`);
const focusedId = (page: Page): Promise<string | undefined> => page.evaluate(`${focusedElement}?.dataset?.id`);

/** Presses a key until what has the focus is called like that. */
async function pressTo(page: Page, key: string, name: RegExp, most = 60): Promise<void> {
  for (let press = 0; press < most; press += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} did not lead to ${name}; at ${await focused(page)}`);
}

describeInBrowser("exploring by keyboard alone", (browser) => {
  test("from the start page to a source, through the drawing", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(site.address);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Naar de inhoud");
    await pressTo(page, "Tab", /^Zoeken$/);
    await page.keyboard.type("inbeding");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("graph-canvas .item").first().waitFor();
    expect(await focused(page)).toBe("Verkennen");

    await pressTo(page, "Tab", /inbed/i);
    const start = await focusedId(page);
    expect(await focused(page)).toMatch(/, (thema|vraagstuk), \d+ verbanden, \d+ niet in beeld/);
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page)).toMatch(/^\d+ toegevoegd, \d+ niet getoond\.$/);
    expect(await focusedId(page)).toBe(start);

    const arrows = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"];
    const heard: string[] = [];
    for (const arrow of arrows) {
      await page.keyboard.press(arrow);
      heard.push(await said(page));
      if ((await focusedId(page)) !== start) break;
    }
    expect(await focusedId(page)).not.toBe(start);
    expect(heard.at(-1)).toMatch(
      / (gaat over|onderwerp van|vraagt zich af|helpt bij|valt onder|doet mee aan|leverde op|beschrijft) /,
    );

    await page.keyboard.press(" ");
    const name = (await focused(page)).split(",")[0] ?? "";
    await page.locator("node-detail h2", { hasText: name.slice(0, 20) }).waitFor();
    await pressTo(page, "Tab", /^Klap uit|Verberg/, 12);
    await pressTo(page, "Tab", /staat in de bron|afgeleid/);
    await page.keyboard.press("Enter");
    expect(await page.locator("node-detail details[open] .source").first().isVisible()).toBe(true);
    calm();
    await close();
  });

  test("the drawing is one tab stop, and can be left", async () => {
    const { page, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/verken?toon=question:inbedding-gpl,institution:summa-college,institution:rijn-ijssel`);
    await page.locator("graph-canvas .item").nth(2).waitFor();
    expect(await page.locator('graph-canvas [tabindex="0"]').count()).toBe(1);
    await page.locator('graph-canvas [tabindex="0"]').focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(`document.activeElement.closest("graph-canvas") === null`)).toBe(true);
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(`document.activeElement.closest("graph-canvas") !== null`)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(`document.activeElement.closest("explore-toolbar") !== null`)).toBe(true);
    await close();
  });

  test("moving an item without dragging, its menu, hiding it and taking that back", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/verken?toon=question:inbedding-gpl,institution:summa-college&op=0.0,200.0`);
    await page.locator("graph-canvas .item").nth(1).waitFor();
    const before = await placesOf(page);
    await page.locator('.item[data-id="institution:summa-college"]').focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect
      .poll(async () => (await placesOf(page))["institution:summa-college"]?.y)
      .toBeGreaterThan(before["institution:summa-college"]?.y ?? 0);
    expect(await focusedId(page)).toBe("institution:summa-college");

    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu", { name: /Summa College/ }).waitFor();
    await page.keyboard.press("Escape");
    expect(await focusedId(page)).toBe("institution:summa-college");
    await page.keyboard.press("Shift+F10");
    await pressTo(page, "ArrowDown", /^Verberg$/, 10);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(1);
    expect(await said(page)).toBe("Summa College is verborgen.");
    await page.getByRole("button", { name: "Ongedaan maken" }).first().press("Enter");
    await page.getByRole("button", { name: "Ongedaan maken" }).first().press("Enter");
    await expect.poll(async () => furthest(before, await placesOf(page))).toBeLessThanOrEqual(1);
    calm();
    await close();
  });

  test("what two institutions share is found by reading alone", async () => {
    const { page, close } = await visit(await browser(), site.address, { viewport: { width: 360, height: 740 } });
    await page.goto(`${site.address}/verken?toon=institution:summa-college,institution:mediacollege-amsterdam`);
    for (const name of ["Summa College", "Mediacollege Amsterdam \\(Ma\\)"]) {
      const expand = page.locator("item-list").getByRole("button", { name: new RegExp(`^Klap uit: ${name}`) });
      await expand.waitFor();
      await expand.press("Enter");
      await expect.poll(() => said(page)).toMatch(/toegevoegd/);
    }
    await page.getByText("Deze tekening in woorden").press("Enter");
    const text = page.getByLabel("Deze tekening in woorden");
    await expect.poll(() => textOf(text)).toMatch(/- .+: verbonden met 2 instellingen/);
    await close();
  });
});
