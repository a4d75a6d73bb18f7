import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { axeFindings, focusedElement, furthest, said, spotsOf, visit } from "./visit.ts";

const slow = { timeout: 20_000 };

describeInBrowser("a story", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("shows how in six steps, lets the drawing grow, can be left and opened at its step, and be read from a file", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { viewport: { width: 360, height: 740 } });
    await page.goto(site.address);
    await page.getByRole("link", { name: "Laat zien hoe" }).click();
    const player = page.getByRole("region", { name: /^Verhaal: / });
    const items = page.locator("graph-canvas .item");
    await expect.poll(() => items.count(), slow).toBe(8);
    let before = await spotsOf(page);
    expect(before["question:inzet-ruimtes"]).toEqual({ x: 0, y: 210 });
    for (let step = 2; step <= 6; step += 1) {
      await player.getByRole("button", { name: "Volgende" }).click();
      await player.getByText(`Stap ${step} van 6`).waitFor();
      const heading = await textOf(player.getByRole("heading"));
      await expect.poll(() => said(page), slow).toContain(heading);
      await expect.poll(() => items.count(), slow).toBeGreaterThanOrEqual(Object.keys(before).length);
      expect(furthest(before, await spotsOf(page))).toBe(0);
      before = await spotsOf(page);
    }
    expect(Object.keys(before).length).toBe(23);
    expect(await axeFindings(page)).toStrictEqual([]);
    await player.getByRole("button", { name: "Vorige" }).click();
    await player.getByText("Stap 5 van 6").waitFor();
    await expect.poll(() => page.url(), slow).toContain("stap=5");
    await page.reload();
    await player.getByText("Stap 5 van 6").waitFor();
    await expect.poll(() => items.count(), slow).toBe(23);
    expect(furthest(before, await spotsOf(page))).toBe(0);
    await player.getByRole("button", { name: "Stop het verhaal" }).click();
    await expect.poll(() => page.url(), slow).not.toContain("verhaal=");
    expect(await items.count()).toBe(23);

    // On a phone: details and drawing beside each other, the drawing alone on three fifths of it, and reached in six keys.
    const canvas = () => page.locator("graph-canvas").locator("..").boundingBox();
    const detail = await page.locator(".explore-detail").boundingBox();
    const beside = await canvas();
    expect((beside?.y ?? 0) + (beside?.height ?? 0)).toBeLessThanOrEqual(detail?.y ?? 0);
    expect(beside?.height).toBeGreaterThan(200);
    await page.getByRole("button", { name: "Sluit details, terug naar de lijst" }).click();
    await expect.poll(async () => (await canvas())?.height, slow).toBeGreaterThanOrEqual(0.6 * 740);
    const whole = await canvas();
    expect((whole?.y ?? 0) + (whole?.height ?? 0)).toBeLessThanOrEqual(740);
    await expect.poll(() => page.url(), slow).not.toContain("kies=");
    await page.reload();
    await expect.poll(() => items.count(), slow).toBe(23);
    await page.evaluate("document.activeElement.blur()");
    for (const key of ["Tab", "Enter", "Tab", "Enter"]) await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(`${focusedElement}?.dataset?.id ?? ""`), slow).toMatch(/^\w+:/);

    const own = {
      overlap: "story",
      version: 1,
      title: { nl: "Eigen" },
      steps: [{ title: { nl: "Kijk" }, text: { nl: "Eén thema." }, show: ["theme:ai"] }],
    };
    await page.getByRole("button", { name: "Bewaarde tekeningen" }).click();
    await page
      .locator("saved-dialog input[type=file]")
      .setInputFiles({ name: "eigen.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(own)) });
    await page.getByRole("region", { name: "Verhaal: Eigen" }).waitFor();
    await expect.poll(() => items.count(), slow).toBe(1);
    await page.getByRole("button", { name: "Verken zelf verder" }).click();
    await page.getByRole("button", { name: "Ongedaan maken" }).first().click();
    await expect.poll(() => items.count(), slow).toBe(23);
    calm();
    await close();
  });
});
