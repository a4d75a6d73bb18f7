import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { answered } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Opens all folds at once: one by one, the hundred of them take longer than all the rest. */
const openAll = (page: Page, summaries: string): Promise<void> =>
  page.locator(summaries).evaluateAll<void, { click(): void }>((found) => {
    for (const summary of found) summary.click();
  });

interface Shown {
  readonly textContent: string;
  querySelector(selector: string): Shown | null;
  querySelectorAll(selector: string): Iterable<Shown>;
}

/** The numbers that stand with each peer: the score, the reasons shown at first, what the rest come to, every reason, and the sum in words. */
const told = (page: Page) =>
  page.locator("li.peer").evaluateAll((peers: Shown[]) => {
    const numberIn = (text: string) => Number(text.replace(/\D/g, ""));
    const numbersAt = (peer: Shown, selector: string) =>
      Array.from(peer.querySelectorAll(selector), ({ textContent }) => numberIn(textContent));
    const textAt = (peer: Shown, selector: string) =>
      (peer.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
    return peers.map((peer) => ({
      score: numberIn(textAt(peer, ".score")),
      shown: numbersAt(peer, ".reasons > ol .amount"),
      rest: numberIn(textAt(peer, ".rest > summary").replace(/^.*(,|samen) /, "")),
      all: numbersAt(peer, ".reason .amount"),
      sum: textAt(peer, ".reasons-sum"),
    }));
  });

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

describeInBrowser("a ranking that the user weighs", (browser) => {
  async function open(path: string): Promise<Page> {
    const page = await (await browser()).newPage({ locale: "nl-NL" });
    await page.goto(site.address + path);
    await page.locator("li.peer").first().waitFor();
    return page;
  }

  /** Who is in the list, with how many points, as it is shown. */
  const ranking = async (page: Page): Promise<string[]> =>
    (await page.locator("li.peer .peer-head").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));

  test("follows the sliders at once, and the link brings it back", async () => {
    const page = await open("/instelling/rijn-ijssel");
    const before = await ranking(page);
    await page.getByText("Zelf wegen").click();
    const slider = page.getByRole("slider", { name: "Netwerken" });
    await slider.focus();
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
    expect(await slider.getAttribute("aria-valuetext")).toBe("3 keer");
    await expect.poll(() => page.url()).toContain("weging=networks:3");
    await expect.poll(() => ranking(page)).not.toStrictEqual(before);
    await page.getByRole("slider", { name: "Thema’s" }).fill("0");
    await page.getByRole("checkbox", { name: "Zeldzaam telt meer" }).uncheck();
    await expect.poll(() => page.url()).toMatch(/weging=themes:0,networks:3.*uit=rarity/);
    const again = await open(page.url().slice(site.address.length));
    const weighed = await ranking(again);
    expect(weighed).not.toStrictEqual(before);
    await expect.poll(() => ranking(page)).toStrictEqual(weighed);
    expect(await again.getByRole("slider", { name: "Netwerken" }).inputValue()).toBe("3");
    expect(await again.getByRole("checkbox", { name: "Zeldzaam telt meer" }).isChecked()).toBe(false);
    await again.getByRole("button", { name: "Terug naar standaard" }).click();
    await expect.poll(() => ranking(again)).toStrictEqual(before);
    expect(new URL(again.url()).search).toBe("");
    await page.close();
    await again.close();
  });

  test("keeps the last answer readable while the next one is on its way", async () => {
    const page = await open("/instelling/rijn-ijssel");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/institutions/*/peers?*", async (route) => {
      await held;
      await route.continue();
    });
    await page.getByText("Zelf wegen").click();
    const asked = page.waitForRequest(/peers\?.*products=3/);
    await page.getByRole("slider", { name: "Producten" }).fill("3");
    await asked;
    expect(await page.locator("li.peer").count()).toBe(5);
    release();
    await answered(page);
    expect(await page.locator("li.peer").count()).toBe(5);
    await page.close();
  });

  test.each(["rijn-ijssel", "summa-college", "yuverta", "aventus"])(
    "shows reasons that add up, for all peers of %s",
    async (slug) => {
      const page = await open(`/instelling/${slug}`);
      const more = page.getByRole("button", { name: /^Toon (er nog|de laatste)/ }).first();
      if (await more.isVisible()) {
        await more.click();
        await expect.poll(() => page.locator("li.peer").count()).toBeGreaterThan(5);
      }
      await answered(page);
      const peers = await page.locator("li.peer").count();
      await openAll(page, "li.peer .why > summary");
      await expect.poll(() => page.locator("li.peer .reasons-sum").count()).toBe(peers);
      const inShort = await told(page);
      expect(inShort.map(({ shown, rest }) => sumOf(shown) + rest)).toStrictEqual(inShort.map(({ score }) => score));
      for (const { score, sum } of inShort) expect(sum).toMatch(new RegExp(`\\b${score.toLocaleString("nl-NL")} punten?$`));
      await openAll(page, "li.peer .rest > summary");
      const whole = async () => (await told(page)).map(({ all }) => sumOf(all));
      await expect.poll(whole).toStrictEqual(inShort.map(({ score }) => score));
      await page.close();
    },
  );

  test("says why an institution is not in the list, and keeps the question in the link", async () => {
    const page = await open("/instelling/rijn-ijssel");
    const field = page.getByRole("combobox", { name: "Kies de instelling die je mist" });
    await field.fill("Noorderpoort");
    await page.getByRole("option", { name: /Noorderpoort/ }).click();
    const answer = page.locator("why-not .card strong");
    await answer.waitFor();
    const told = await textOf(answer);
    expect(told).toContain("Noorderpoort");
    const again = await open(page.url().slice(site.address.length));
    expect(await textOf(again.locator("why-not .card strong"))).toBe(told);
    await page.close();
    await again.close();
  });

  test("opens a reason to its links, with source, basis and drawing", async () => {
    const page = await open("/instelling/rijn-ijssel");
    await page.locator("li.peer .why > summary").first().click();
    await expect.poll(() => page.url()).toContain("waarom=");
    const reason = page.locator(".reason").first();
    await reason.locator("summary").click();
    const facts = reason.locator(".fact-list > li");
    expect(await facts.count()).toBeGreaterThan(0);
    for (const fact of await facts.all()) {
      expect(await fact.locator(".source").count()).toBeGreaterThan(0);
      expect(await textOf(fact.locator(".basis").first())).toMatch(/^(staat in de bron|afgeleid)$/);
    }
    expect(await reason.locator("svg[role=img] text").allTextContents()).toContain("Rijn IJssel");
    await page.close();
  });

  test("changes language without losing the view", async () => {
    const page = await open("/instelling/rijn-ijssel?weging=networks:2.5&waarom=roc-nijmegen");
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Is like" }).waitFor();
    expect(page.url()).toContain("weging=networks:2.5");
    expect(await textOf(page.locator(".reasons-sum"))).toMatch(/points$/);
    await page.close();
  });
});
