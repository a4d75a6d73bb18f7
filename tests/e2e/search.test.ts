import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { answered, said, visit } from "./visit.ts";

describeInBrowser("the page with all that a search finds", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  async function open(path: string) {
    const opened = await visit(await browser(), site.address);
    await opened.page.goto(`${site.address}${path}`);
    return opened;
  }

  test("“leerruimte” leads in two actions to the spaces and to who has them", async () => {
    const { page, calm, close } = await open("/");
    await page.getByRole("combobox", { name: "Zoeken", exact: true }).fill("leerruimte");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Zoeken op “leerruimte”" }).waitFor();
    await page.getByRole("button", { name: /^Ruimtes 21$/ }).click();
    await expect.poll(() => textOf(page.locator(".results-count"))).toBe("1 tot en met 20 van 21");
    const strax = page.locator("[data-id='space:strax-lab']");
    expect(await textOf(strax.locator(".result-beside"))).toContain("Graafschap College");
    expect(await textOf(strax)).toContain("“leerruimte”: het is een ruimte");
    expect(await said(page)).toBe("1 tot en met 20 van 21");
    expect(new URL(page.url()).search).toBe("?q=leerruimte&soort=space");
    await page.goBack();
    await expect.poll(() => page.getByRole("button", { name: /^Alles/ }).getAttribute("aria-pressed")).toBe("true");
    calm();
    await close();
  });

  test("every result is reached by turning pages, once, and each page has its address", async () => {
    const { page, calm, close } = await open("/zoek?q=docent");
    await answered(page);
    const total = Number(/van (\d+)$/.exec(await textOf(page.locator(".results-count")))?.[1]);
    expect(total).toBeGreaterThan(40);
    const seen: (string | null)[] = [];
    for (;;) {
      await answered(page);
      for (const result of await page.locator(".result").all()) seen.push(await result.getAttribute("data-id"));
      const next = page.getByRole("link", { name: "Volgende" });
      if ((await next.count()) === 0) break;
      await next.click();
      await expect.poll(async () => (await textOf(page.locator(".results-count"))).split(" ")[0]).toBe(String(seen.length + 1));
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");

    const shared = await visit(await browser(), page.url());
    await shared.page.goto(page.url());
    await answered(shared.page);
    expect(await shared.page.locator(".result").first().getAttribute("data-id")).toBe(seen[Math.floor((total - 1) / 20) * 20]);
    shared.calm();
    await shared.close();
    calm();
    await close();
  });

  test("nothing found: words of the data that look like it, each of which finds something", async () => {
    const { page, calm, close } = await open("/zoek?q=xylofoon");
    await page.locator("main").getByText("Niets gevonden voor “xylofoon”.").waitFor();
    const words = page.locator(".results-nearest a");
    await expect.poll(() => words.count()).toBeGreaterThan(0);
    const word = await textOf(words.first());
    await words.first().click();
    await page.getByRole("heading", { level: 1, name: `Zoeken op “${word}”` }).waitFor();
    await page.locator(".result").first().waitFor();
    calm();
    await close();
  });

  test("a kind of which nothing fits says what there is of other kinds", async () => {
    const { page, calm, close } = await open("/zoek?q=ixtruck&soort=outcome");
    await page.getByText(/Niets van deze soort\. Er zijn wel \d+ resultaten/).waitFor();
    await page.getByRole("link", { name: "Toon alle soorten" }).click();
    await page.locator("[data-id='space:ixtruck']").waitFor();
    calm();
    await close();
  });
});
