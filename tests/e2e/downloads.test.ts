import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site } from "./site.ts";
import { axeFindings, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("downloading", (browser) => {
  const open = async (path: string) => {
    const seen = await visit(await browser(), site.address);
    await seen.page.goto(site.address + path);
    return seen;
  };

  /** Opens the list of forms with the keyboard alone. */
  const openList = async (page: Page) => {
    const list = page.locator("download-files summary").filter({ visible: true });
    await list.focus();
    await page.keyboard.press("Enter");
  };

  /** The name of the file that a form gives, and its text. */
  const taken = async (page: Page, role: "link" | "button", name: string) => {
    const choice = page.locator("download-files").getByRole(role, { name, exact: true });
    const [file] = await Promise.all([page.waitForEvent("download"), choice.click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };

  test("of everything, from the page about the data", async () => {
    const { page, calm, close } = await open("/over");
    await openList(page);
    const { name, text } = await taken(page, "link", "Turtle");
    expect(name).toMatch(/^overlap-1-[0-9a-f]{12}\.ttl$/);
    expect(text).toContain(`<${site.address}/id/theme:zelfregulatie>`);
    const [cited] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "BibTeX" }).click()]);
    expect(await readFile(await cited.path(), "utf8")).toMatch(/version = \{1-[0-9a-f]{12}\}/);
    calm();
    await close();
  });

  test("of what is on the canvas: a link that others can call", async () => {
    const ids = "institution:summa-college,institution:rijn-ijssel,theme:zelfregulatie";
    const { page, calm, close } = await open(`/verken?toon=${ids}`);
    await page.locator("item-list .item-pick").nth(2).waitFor();
    await openList(page);
    const address = await page.locator("download-files").getByRole("link", { name: "JSON", exact: true }).getAttribute("href");
    const answer = (await (await fetch(site.address + address)).json()) as { about: object };
    expect(answer.about).toMatchObject({ of: "selection", nodes: 3, missing: [] });
    calm();
    await close();
  });

  test("of what a pattern finds, with the pattern in it", async () => {
    const { page, calm, close } = await open("/patronen?voorbeeld=samen-in-netwerk");
    await page.getByRole("button", { name: "Voer uit" }).click();
    await page.locator("result-table tbody tr").first().waitFor();
    await openList(page);
    const { name, text } = await taken(page, "button", "GEXF");
    expect(name).toMatch(/^overlap-1-[0-9a-f]{12}-pattern\.gexf$/);
    expect(text).toContain("MATCH");
    expect(text).toContain('label="Rijn IJssel"');
    calm();
    await close();
  });

  test("says what can be done when the rows hold nothing for that form", async () => {
    const seen = await visit(await browser(), site.address, {}, [400]);
    const { page, calm, close } = seen;
    await page.goto(`${site.address}/patronen`);
    await page.getByLabel("Patroon (Cypher)").fill("MATCH (n:Theme) RETURN count(n) AS themas");
    await page.getByLabel("Patroon (Cypher)").press("Control+Enter");
    await page.locator("result-table tbody tr").first().waitFor();
    await openList(page);
    await page.getByRole("button", { name: "GraphML", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "Het bestand kon niet worden gemaakt" }).waitFor();
    calm();
    await close();
  });

  test("the drawing as a picture: SVG that says in words what it shows, PNG of its size, and paper", async () => {
    const { page, calm, close } = await open(
      "/verken?toon=institution:summa-college,question:inbedding-gpl,institution:rijn-ijssel",
    );
    await page.locator("graph-canvas .item").nth(2).waitFor();
    await page.getByRole("button", { name: "Afbeelding of afdruk" }).click();
    const dialog = page.getByRole("dialog", { name: "Afbeelding van deze tekening" });
    await dialog.getByLabel("Titel").fill("Wie zoekt & wie vindt");
    await page.keyboard.press("Tab");
    await dialog.locator(".picture-preview").waitFor();
    expect(await axeFindings(page)).toStrictEqual([]);
    const take = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        dialog.getByRole("button", { name, exact: true }).click(),
      ]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    await expect.poll(async () => (await take("SVG")).bytes.toString()).toContain("<title>Wie zoekt &amp; wie vindt</title>");
    const svg = await take("SVG");
    expect(svg.name).toBe("wie-zoekt-wie-vindt.svg");
    const text = svg.bytes.toString();
    expect(text).toMatch(
      /<desc>Je ziet 2 instellingen, 1 vraagstuk, met 2 verbanden\..*Summa College vraagt zich af Hoe bed je/s,
    );
    for (const part of ["Summa College", "Rijn IJssel", "door ons afgeleid", "met Overlap. Gegevens versie 1-", "Bronnen"])
      expect(text, part).toContain(`>${part}`.replace(">met", "met"));
    expect(text).not.toMatch(/var\(|light-dark|class="item|<!--/);
    const png = await take("PNG");
    expect(png.name).toBe("wie-zoekt-wie-vindt.png");
    const [, width = 0] = /^<svg[^>]* width="(\d+)"/.exec(text) ?? [];
    expect(png.bytes.readUInt32BE(16)).toBe(Number(width) * 2);
    await page.keyboard.press("Escape");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".picture-printed img").isVisible()).toBe(true);
    expect(await page.locator("graph-canvas").isVisible()).toBe(false);
    calm();
    await close();
  });
});
