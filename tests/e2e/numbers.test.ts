import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("numbers of the network", (browser) => {
  test("bridge builders in the order that the API gives, with what they mean and how it is worked out", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/patronen`);
    await page.getByRole("link", { name: "Tel ook: wie staat waar in het netwerk?" }).click();
    const rows = page.locator("numbers-page tbody tr");
    await rows.nth(49).waitFor();
    const answer = await (await fetch(`${site.address}/api/numbers/betweenness?limit=50`)).json();
    const names = (answer as { rows: { node: { name: string } }[] }).rows.map(({ node }) => node.name);
    expect(await rows.locator(".node-name").allInnerTexts()).toEqual(names);
    expect(await textOf(page.locator("numbers-page section"))).toMatch(/Berekend over alles\. 401 items en [\d.]+ verbanden/);
    await page.getByText("Hoe is dit berekend?").click();
    await page.getByText("Brandes 2001").waitFor();
    calm();
    await close();
  });

  test("groups called by what they share, and a choice that the address holds", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/cijfers`);
    await page.getByLabel("Wat wil je weten?").selectOption({ label: "Groepen" });
    await page.locator(".numbers-groups > li").nth(3).waitFor();
    await page.getByLabel("Alleen verbanden die een bron zelf noemt").check();
    await page.getByLabel("Wat wil je weten?").selectOption({ label: "Verbinders" });
    await page.getByLabel("Binnen welke soort?").selectOption({ label: "Instellingen" });
    await page.getByText("Berekend over items van deze soort").waitFor();
    expect(new URL(page.url()).search).toBe("?maat=degree&basis=stated&soort=institution");
    calm();
    await close();
  });
});
