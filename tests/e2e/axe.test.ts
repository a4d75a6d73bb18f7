import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site } from "./site.ts";
import { answered, axeFindings, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const items = (count: number) => async (page: Page) => {
  await page
    .locator("graph-canvas .item")
    .nth(count - 1)
    .waitFor({ state: "attached" });
};
const story = "/verken?toon=institution:summa-college,institution:rijn-ijssel,network:owp-ict,question:inbedding-gpl,theme:ai";

/** Each state of the pages: its address, and what is done before it is looked at. */
const states: Readonly<Record<string, readonly [path: string, act?: (page: Page) => Promise<void>]>> = {
  start: ["/"],
  "a search with results": [
    "/",
    async (page) => {
      await page.getByRole("combobox").first().fill("leerruimte");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
    },
  ],
  "a search without results": [
    "/",
    async (page) => {
      await page.getByRole("combobox").first().fill("qqqqzzzz");
      await page.locator(".search-note").first().waitFor();
    },
  ],
  "all results of a search": ["/zoek?q=leerruimte&soort=space", (page) => page.locator(".result").first().waitFor()],
  "a search that finds nothing, with words like it": [
    "/zoek?q=xylofoon",
    (page) => page.locator(".results-nearest a").first().waitFor(),
  ],
  "a drawing for another site, with its table": [
    "/insluiten",
    async (page) => {
      await page.locator("overlap-graph .item").nth(7).waitFor({ state: "attached" });
      await page.locator("overlap-graph summary").click();
    },
  ],
  "the list of keys": [
    "/over",
    async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  ],
  "an empty canvas": ["/verken", (page) => page.locator(".explore-offers").waitFor()],
  "a canvas": [story, items(5)],
  "a canvas with details of what is contested, sources open": [
    `${story}&kies=network:owp-ict`,
    async (page) => {
      await page.locator("node-detail .claims").waitFor();
      await page.locator("node-detail .fold summary").first().click();
      await page.locator("node-detail .link-group .fold summary").first().click();
    },
  ],
  "a canvas with filters, the view in words": [
    `${story}&zonder=network&basis=stated&vaag=1`,
    async (page) => {
      await page.locator(".hidden-by").first().waitFor();
      await page.locator("explore-status .fold summary").click();
      await page.locator(".panel > summary").nth(0).click();
    },
  ],
  "a canvas with a menu": [
    story,
    async (page) => {
      await items(5)(page);
      if (!(await page.locator(".canvas-layer").isVisible()))
        await page.getByRole("button", { name: /Tekening|Drawing/ }).click();
      await page.locator(".item").first().focus();
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menu").waitFor();
    },
  ],
  "ways between two": [
    "/verken?van=institution:summa-college&naar=institution:yuverta",
    (page) => page.locator(".ways li").first().waitFor(),
  ],
  "a pattern": ["/patronen"],
  "a pattern's table": [
    "/patronen?voorbeeld=kortste-weg",
    async (page) => {
      await page.locator("pattern-form [type=submit]").click();
      await page.locator("result-table").waitFor();
    },
  ],
  "a pattern's drawing": [
    "/patronen?voorbeeld=samen-in-netwerk",
    async (page) => {
      await page.locator("pattern-form [type=submit]").click();
      await page.locator(".result-bar .chip").nth(1).click();
      await items(3)(page);
    },
  ],
  "a pattern that is refused": [
    "/patronen?cypher=CREATE%20(n)%20RETURN%20n",
    async (page) => {
      await page.locator("pattern-form [type=submit]").click();
      await page.getByRole("alert").waitFor();
    },
  ],
  "values that are no JSON": [
    "/patronen?params={",
    async (page) => {
      await page.locator("pattern-form [type=submit]").click();
      await page.locator("#params-error:not(:empty)").waitFor();
    },
  ],
  "numbers, with the method": ["/cijfers", (page) => page.locator(".numbers .fold summary").click()],
  "groups of items": ["/cijfers?maat=community", (page) => page.locator(".numbers-groups li").first().waitFor()],
  "about, downloads and sources open": [
    "/over",
    async (page) => {
      for (const fold of await page.locator("details summary").all()) await fold.click();
    },
  ],
  "a page that is not there": ["/bestaat/niet"],
};

const forms = [
  { colorScheme: "light", width: 1280, language: "nl" },
  { colorScheme: "dark", width: 1280, language: "en" },
  { colorScheme: "light", width: 320, language: "en" },
  { colorScheme: "dark", width: 320, language: "nl" },
] as const;

describeInBrowser("axe finds nothing, and nothing is wider than the window", (browser) => {
  test.each(Object.keys(states))("%s", async (name) => {
    const [path, act] = states[name] ?? ["/"];
    const { page, calm, close } = await visit(await browser(), site.address, {}, [400, 404]);
    for (const { colorScheme, width, language } of forms) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const address = new URL(path, site.address);
      address.searchParams.set("taal", language);
      await page.goto(address.href);
      await page.locator("main h1").first().waitFor({ state: "attached" });
      await answered(page);
      await act?.(page);
      const form = `${colorScheme}, ${width} wide, ${language}`;
      expect(await axeFindings(page), form).toStrictEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), form).toBeLessThanOrEqual(0);
      expect(await page.locator("main h1").count(), form).toBe(1);
      expect(await page.evaluate("document.documentElement.lang"), form).toBe(language);
    }
    calm();
    await close();
  });
});
