import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { axeFindings, said, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("what a pattern finds", (browser) => {
  const open = async (cypher: string, rows = 1_000) => {
    const seen = await visit(await browser(), site.address);
    await seen.page.goto(`${site.address}/patronen?tijd=30000&rijen=${rows}&params={}&cypher=${encodeURIComponent(cypher)}`);
    await seen.page.locator("cypher-editor .cm-content").waitFor();
    await seen.page.getByRole("button", { name: "Voer uit" }).click();
    return seen;
  };
  const ended = (page: Page) => page.locator('.result:not([data-ending="coming"])');
  const taken = async (page: Page, name: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const focused = (page: Page) => page.evaluate("document.activeElement.getAttribute('aria-label')");

  test("a hundred thousand rows come as they are found, and are drawn, sorted and walked through a window at a time", async () => {
    const { page, calm, close } = await open(
      "UNWIND range(1, 100000) AS x RETURN x, x % 7 AS rest, 'rij ' + toString(x) AS tekst",
      100_000,
    );
    await ended(page).waitFor();
    expect(await textOf(page.locator("#result-title"))).toBe("100.000 rijen");
    const table = page.locator("result-table table");
    await table.locator("tbody tr td").first().waitFor();
    expect(await table.getAttribute("aria-rowcount")).toBe("100001");
    expect(await table.locator("tbody tr").count()).toBeLessThan(100);
    expect(await textOf(table.locator("thead"))).toMatch(/rest\s+geheel getal/);

    await table.getByRole("button", { name: "rest" }).press("Enter");
    await table.getByRole("button", { name: "rest" }).press("Enter");
    await expect.poll(() => said(page)).toBe("Gesorteerd op rest, van groot naar klein.");
    await expect.poll(() => textOf(table.locator("tbody tr").first().locator("td").nth(1))).toBe("6");
    await table.locator(".row-open").first().focus();
    await page.keyboard.press("End");
    await expect.poll(() => focused(page)).toBe("Rij 99.995: waarop rust dit?");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => focused(page)).toBe("Rij 99.988: waarop rust dit?");
    await page.keyboard.press("Home");
    await expect.poll(() => focused(page)).toBe("Rij 6: waarop rust dit?");
    await page.keyboard.press("Enter");
    await page.getByText("In deze rij staan geen items of verbanden.").waitFor();

    const csv = await taken(page, "CSV");
    expect(csv.name).toMatch(/^overlap-1-[0-9a-f]{12}-pattern\.csv$/);
    const lines = csv.text.trimEnd().split("\r\n");
    expect([lines.length, lines[1]]).toEqual([100_001, "6;6;rij 6"]);
    calm();
    await close();
  });

  test("rows that are stopped stay, and the page and every file say that there may be more", async () => {
    // Each row takes about a millisecond, so that there is time to stop.
    const slow = "UNWIND range(1, 100000) AS x RETURN x, COUNT { MATCH (a:Entity)-->(b) WHERE a.name > b.name } AS c";
    const { page, calm, close } = await open(slow, 100_000);
    await page.getByRole("button", { name: "Stop, en houd deze rijen" }).click();
    await page.locator('.result[data-ending="stopped"]').waitFor();
    const count = Number((await textOf(page.locator("#result-title"))).replace(/\D/g, ""));
    expect(count).toBeGreaterThan(0);
    await page.getByText(/Gestopt na [\d.]+ rij(en)?: er kunnen er meer zijn\./).waitFor();
    const [csv, json] = [await taken(page, "CSV"), await taken(page, "JSON")];
    expect([csv.name, json.name].map((name) => name.replace(/^overlap-1-\w+/, ""))).toEqual([
      `-pattern-first-${count}-rows.csv`,
      `-pattern-first-${count}-rows.json`,
    ]);
    expect(csv.text).toContain("Gestopt na");
    expect(JSON.parse(json.text)).toMatchObject({ truncated: true, columns: ["x", "c"], pattern: { cypher: slow } });
    expect(JSON.parse(json.text).rows).toHaveLength(count);
    calm();
    await close();
  });

  test("a row opens to the links and sources beneath it, those among its items too, with what is contested marked", async () => {
    const { page, calm, close } = await open(
      "MATCH (n:Entity)--(m:Entity) WHERE n.contested AND size(n.claim_about) > 0 RETURN DISTINCT n, m ORDER BY n.id, m.id LIMIT 3",
    );
    await page.locator(".row-open").first().click();
    const detail = page.locator("row-detail");
    await detail.getByText("Tussen deze items, niet in de rij genoemd").waitFor();
    expect(await textOf(detail)).toMatch(/Bronnen spreken elkaar tegen:/);
    expect(await detail.locator(".contested-word").count()).toBeGreaterThan(0);
    expect(await detail.locator("a.source").count()).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);
    calm();
    await close();
  });

  test("a chart beside the rows; what is chosen in it is what the rows and the drawing show", async () => {
    const { page, calm, close } = await open(
      "MATCH (i:Institution)-[r:ASKS]->(q:Question)-[o:ABOUT]->(t:Theme) RETURN i, r, q, o, t ORDER BY i.id, q.id, t.id",
    );
    await ended(page).waitFor();
    const all = Number((await textOf(page.locator("#result-title"))).replace(/\D/g, ""));
    await page.getByRole("button", { name: "Grafiek" }).click();
    await page.getByRole("button", { name: "Tekening" }).click();
    const chart = page.locator("result-chart");
    await chart.getByRole("img", { name: /^Warmtekaart: aantal rijen per i en q/ }).waitFor();
    await chart.getByLabel("Grafiek").selectOption("Staven");
    await chart.getByLabel("Een staaf per").selectOption("t");
    await chart.getByRole("img", { name: /^Staafdiagram: aantal rijen per t/ }).waitFor();
    await chart.getByText("Dezelfde cijfers als tabel").click();
    const line = chart.locator(".chart-table tbody tr").first();
    const [name, count] = [await textOf(line.locator("th")), Number(await textOf(line.locator("td").first()))];
    expect(count).toBeLessThan(all);
    await line.getByRole("button").press("Enter");
    await page.getByText(`${count} ${count === 1 ? "rij" : "rijen"} van ${name}`).waitFor();
    await expect.poll(() => page.locator("result-table table").getAttribute("aria-rowcount")).toBe(String(count + 1));
    await page.locator("result-drawing .item").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Toon alle rijen" }).click();
    await expect.poll(() => page.locator("result-table table").getAttribute("aria-rowcount")).toBe(String(all + 1));
    calm();
    await close();
  });
});
