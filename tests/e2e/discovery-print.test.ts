import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("a portrait on paper", (browser) => {
  test("has its reasons, numbers of sources in its text and each of them at its foot, says nothing twice, on three pages at most", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { locale: "nl-NL" });
    await page.addInitScript("window.print = () => { document.documentElement.dataset.printed = 'yes'; }");
    for (const who of [
      "summa-college",
      "rijn-ijssel",
      "graafschap-college",
      "koning-willem-i-college",
      "mediacollege-amsterdam",
    ]) {
      await page.goto(`${site.address}/instelling/${who}`);
      await page.locator(".peer").first().waitFor();
      await page.getByRole("button", { name: "Afdrukken" }).click();
      await expect.poll(() => page.locator("html").getAttribute("data-printed")).toBe("yes");
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, who).toBeLessThanOrEqual(3);
      await page.emulateMedia({ media: "print" });
      const text = await textOf(page.locator("main"));
      for (const heading of [
        "Lijkt op",
        "Kunnen jullie van leren",
        "Trots op",
        "Leverde op",
        "Liep tegenaan",
        "Bronnen en gegevens",
      ])
        expect(text, who).toContain(heading);
      const numbers = [...text.matchAll(/\[(\d+(?:, \d+)*)\]/g)].flatMap(([, list = ""]) => list.split(", ").map(Number));
      const sources = await page.locator(".printed-sources li").count();
      expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: sources }, (_, index) => index + 1));
      const sentences = await page.locator(".printed p, .printed li, .printed h3, .printed tbody th").allTextContents();
      const said = sentences.map((sentence) => sentence.replace(/\s+/g, " ").trim());
      expect(
        said.filter((sentence, index) => said.indexOf(sentence) !== index),
        who,
      ).toEqual([]);
      // Points add up in each column.
      const columns = await page
        .locator(".printed table tr")
        .evaluateAll<string[][], { cells: Iterable<{ textContent: string }> }>((rows) =>
          rows.map(({ cells }) => [...cells].map(({ textContent }) => textContent.trim())),
        );
      const points = (row: string[] | undefined, at: number) => Number((row?.[at] ?? "").replaceAll(".", "") || 0);
      for (let at = 1; at < (columns[0]?.length ?? 0); at += 1)
        expect(
          columns.slice(1, -1).reduce((sum, row) => sum + points(row, at), 0),
          who,
        ).toBe(points(columns.at(-1), at));
      await page.emulateMedia({ media: null });
    }
    calm();
    await close();
  });
});
