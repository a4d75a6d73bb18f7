import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site } from "./site.ts";
import { answered, type Visit, visit } from "./visit.ts";

const basePath = "/mbo/overlap";

describeInBrowser("under a path", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ basePath });
  });
  afterAll(() => site.close());

  /** Opens a page, and hears of every request that leaves the path or fails. */
  async function open(path: string): Promise<Visit & { readonly astray: string[] }> {
    const opened = await visit(await browser(), site.address);
    const astray: string[] = [];
    opened.page.on("request", (request) => {
      const { protocol, pathname } = new URL(request.url());
      if (protocol.startsWith("http") && pathname !== basePath && !pathname.startsWith(`${basePath}/`)) astray.push(pathname);
    });
    opened.page.on("response", (response) => {
      if (response.status() >= 400) astray.push(`${response.status()} ${response.url()}`);
    });
    await opened.page.goto(`${site.address}${path}`);
    return { ...opened, astray };
  }

  const pathOf = (address: string) => new URL(address).pathname;

  test("the start, links, back and reload", async () => {
    for (const address of [basePath, `${basePath}/`]) {
      const { page, calm, astray, close } = await open(address);
      await page.getByRole("navigation").getByRole("link", { name: "Overlap", exact: true }).click();
      await page.locator("overlap-matrix table").waitFor();
      expect(pathOf(page.url())).toBe(`${basePath}/overlap`);
      await page.reload();
      await page.locator("overlap-matrix table").waitFor();
      await page.goBack();
      await page.locator("start-page h1").waitFor();
      await page.locator("header.site a.mark").click();
      expect(pathOf(page.url())).toMatch(/^\/mbo\/overlap\/?$/);
      await answered(page);
      expect(
        await page.locator("header.site img").evaluate<number, { naturalWidth: number }>((image) => image.naturalWidth),
      ).toBeGreaterThan(0);
      expect(astray).toEqual([]);
      calm();
      await close();
    }
  });

  test("an address that was shared, the language, and a search", async () => {
    const { page, calm, astray, close } = await open(`${basePath}/instelling/summa-college?taal=en`);
    await page.getByRole("heading", { level: 1, name: "Summa College" }).waitFor();
    await answered(page);
    await page.getByRole("link", { name: "Nederlands" }).click();
    expect(page.url()).toBe(`${site.address}${basePath}/instelling/summa-college`);
    await page.locator("header.site search-box input").fill("graafschap");
    await page
      .getByRole("option", { name: /Graafschap College/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Graafschap College" }).waitFor();
    expect(pathOf(page.url())).toBe(`${basePath}/instelling/graafschap-college`);
    await answered(page);
    expect(astray).toEqual([]);
    calm();
    await close();
  });

  test("the network, with its worker, and the page of the API", async () => {
    const { page, calm, astray, close } = await open(`${basePath}/verken?toon=theme:ai,institution:summa-college`);
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(2);
    await answered(page);
    await page.getByRole("contentinfo").getByRole("link", { name: /API/ }).click();
    await page.getByText("/api/health").first().waitFor();
    expect(pathOf(page.url())).toMatch(/^\/mbo\/overlap\/api\/docs/);
    expect(astray).toEqual([]);
    calm();
    await close();
  });
});
