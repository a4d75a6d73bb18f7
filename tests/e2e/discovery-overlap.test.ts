import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";

const five = "/overlap?met=rijn-ijssel,graafschap-college,summa-college,koning-willem-i-college,mediacollege-amsterdam";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("the overlap", (browser) => {
  async function open(path: string): Promise<Page> {
    const page = await (await browser()).newPage({ locale: "nl-NL" });
    await page.goto(site.address + path);
    await page.getByRole("grid").waitFor();
    return page;
  }

  test("names the largest block, and every column and row", async () => {
    const page = await open(five);
    expect(await textOf(page.locator(".overlap-sentence"))).not.toContain("?”.");
    expect(await textOf(page.locator(".overlap-sentence"))).toMatch(/^Het grootste blok: .*Rijn IJssel.*delen \d+ vragen/);
    expect(await page.getByRole("columnheader").count()).toBe(6);
    const rows = await page.getByRole("rowheader").count();
    expect(rows).toBeGreaterThan(10);
    expect(await page.getByRole("gridcell").count()).toBe(rows * 5);
    await page.close();
  });

  test("begins with the institutions of the story, and keeps to a choice from then on", async () => {
    const page = await open("/overlap");
    await page.getByText("Je ziet nu de 5 instellingen van het verhaal").waitFor();
    await page.getByRole("gridcell").first().waitFor();
    const chosen = page.getByRole("group", { name: "Instellingen" }).getByRole("button", { name: /^Haal .* weg$/ });
    expect(await chosen.count()).toBe(5);
    expect(new URL(page.url()).search).toBe("");
    await page.getByRole("button", { name: "Haal Rijn IJssel weg" }).click();
    await expect.poll(() => chosen.count()).toBe(4);
    await expect.poll(() => new URL(page.url()).searchParams.get("met")?.split(",").length).toBe(4);
    expect(await page.getByText("Je ziet nu de 5").count()).toBe(0);
    await page.close();
  });

  test("is walked through with arrows from one tab stop, and a cell opens to its evidence and back", async () => {
    const page = await open(five);
    expect(await page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);
    await page.locator('[role=grid] [tabindex="0"]').focus();
    const at = async () => {
      const focused = page.locator(":focus");
      return [await focused.getAttribute("data-row"), await focused.getAttribute("data-column")];
    };
    expect(await at()).toStrictEqual(["1", "1"]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await at()).toStrictEqual(["2", "2"]);
    await page.keyboard.press("Home");
    expect(await at()).toStrictEqual(["2", "0"]);
    await page.keyboard.press("Control+End");
    expect((await at())[1]).toBe("5");
    await page.keyboard.press("Control+Home");
    expect(await at()).toStrictEqual(["0", "0"]);
    expect(await page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);

    const cell = page.locator("button.cell").first();
    const [row, column] = [await cell.getAttribute("data-row"), Number(await cell.getAttribute("data-column"))];
    await page.keyboard.press("ArrowDown");
    while ((await at())[0] !== row) await page.keyboard.press("ArrowDown");
    while (Number((await at())[1]) !== column) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const evidence = page.getByRole("complementary", { name: /^Bewijs: / });
    await evidence.waitFor();
    expect(await textOf(page.locator(":focus"))).toMatch(/^Bewijs: /);
    expect(page.url()).toContain("cel=question:");
    expect(await evidence.locator(".fact-list .source").count()).toBeGreaterThan(0);
    expect(await textOf(evidence.locator(".basis").first())).toMatch(/^(staat in de bron|afgeleid)$/);
    await page.keyboard.press("Escape");
    await expect.poll(() => evidence.count()).toBe(0);
    expect(await at()).toStrictEqual([row, String(column)]);
    await page.close();
  });

  test("sorts, filters and changes form, all of it in the link", async () => {
    const page = await open(five);
    const rowNames = () => page.getByRole("rowheader").allInnerTexts();
    const blocks = await rowNames();
    await page.getByRole("combobox", { name: "Volgorde" }).selectOption("name");
    const byName = await rowNames();
    expect(byName).not.toStrictEqual(blocks);
    expect(byName).toStrictEqual(byName.toSorted(new Intl.Collator("nl", { numeric: true }).compare));
    await page.getByRole("button", { name: "Summa College", exact: true }).click();
    expect(await textOf(page.locator('th[aria-sort="descending"]'))).toContain("Summa College");
    const column = Number(await page.getByRole("button", { name: "Summa College", exact: true }).getAttribute("data-column"));
    const filled = await page
      .locator(`tbody [data-column="${column}"]`)
      .evaluateAll<boolean[], HTMLElementLike>((cells) => cells.map((cell) => cell.tagName === "BUTTON"));
    expect(filled.lastIndexOf(true)).toBeLessThan(filled.indexOf(false));

    await page.getByRole("button", { name: "gedeeld", exact: true }).click();
    await expect.poll(async () => (await rowNames()).length).toBeLessThan(blocks.length);
    const shared = await rowNames();
    await page.getByRole("button", { name: "lijst", exact: true }).click();
    const listed = page.locator(".overlap-list > li > node-link .node-name");
    await expect.poll(async () => (await listed.allInnerTexts()).toSorted()).toStrictEqual(shared.toSorted());
    expect(page.url()).toMatch(/toon=gedeeld&vorm=lijst&orde=summa-college/);
    await page.reload();
    await listed.first().waitFor();
    expect((await listed.allInnerTexts()).toSorted()).toStrictEqual(shared.toSorted());

    const network = await page.getByRole("link", { name: "netwerk" }).getAttribute("href");
    expect(network).toContain("institution:summa-college");
    expect((network ?? "").match(/question:/g)).toHaveLength(shared.length);
    await page.close();
  });

  test("takes another institution and lets one go", async () => {
    const page = await open(five);
    await page.getByRole("combobox", { name: "Voeg een instelling toe" }).fill("yuverta");
    await page.getByRole("option", { name: /Yuverta/ }).click();
    await expect.poll(() => page.getByRole("columnheader").count()).toBe(7);
    await page.getByRole("button", { name: "Haal Rijn IJssel weg" }).click();
    await expect.poll(() => page.getByRole("columnheader").count()).toBe(6);
    expect(page.url()).toContain("met=graafschap-college,summa-college,koning-willem-i-college,mediacollege-amsterdam,yuverta");
    await page.close();
  });

  test("lists everything two institutions share by kind, each with what it rests on", async () => {
    const page = await open("/overlap?met=rijn-ijssel,roc-nijmegen");
    const section = page.getByRole("region", { name: "Alles wat zij delen" });
    const headings = await section.getByRole("heading", { level: 3 }).allInnerTexts();
    expect(headings.map((text) => text.replace(/[\s\d]+$/, ""))).toContain("Netwerken");
    const counts = headings.map((text) => Number(/\d+$/.exec(text)?.[0]));
    const told = Number(/\d+/.exec(await textOf(section.locator("p").first()))?.[0]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(told);
    await section.getByText("Waar dit op berust").first().click();
    await section.locator(".fact-list .source").first().waitFor();
    await page.close();
  });

  test("gives the table as CSV and the matrix as a picture, with date, version and sources", async () => {
    const page = await open(five);
    const fileFrom = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
    };
    const csv = await fileFrom("Download als tabel");
    expect(csv.name).toBe("overlap.csv");
    expect(
      csv.text.startsWith("\uFEFFitem;instelling;aantal verbanden;sterkte;bron;adres van de bron;basis;gegevens versie\r\n"),
    ).toBe(true);
    const cells = await page.locator("button.cell").count();
    expect(csv.text.trimEnd().split("\r\n")).toHaveLength(cells + 1);
    expect(csv.text).toMatch(/;(staat in de bron|afgeleid);\d+-[0-9a-f]{12}\r\n/);
    const picture = await fileFrom("Download als plaatje");
    expect(picture.name).toBe("overlap.svg");
    expect(picture.text).toMatch(/<svg[^>]*xmlns/);
    expect(picture.text.match(/<circle /g)).toHaveLength(cells);
    expect(picture.text).toMatch(/Gemaakt op \d+ \w+ \d{4} met Overlap\. Gegevens versie \d+-[0-9a-f]{12}\./);
    await page.setContent(picture.text);
    expect((await page.locator("svg").boundingBox())?.width).toBeGreaterThan(500);
    await page.close();
  });
});

/** As much of an element as the page hands back; these tests are compiled without the browser's types. */
interface HTMLElementLike {
  readonly tagName: string;
}
