import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examples } from "../../web/patterns/examples.ts";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("patterns", (browser) => {
  const open = async (path: string, expected: readonly number[] = []) => {
    const seen = await visit(await browser(), site.address, {}, expected);
    await seen.page.goto(site.address + path);
    await seen.page.getByLabel("Patroon (Cypher)").waitFor();
    return seen;
  };

  test("every example finds something", async () => {
    const { page, calm, close } = await open("/patronen");
    for (const { title } of examples) {
      await page.getByLabel("Voorbeeld").selectOption({ label: title.nl });
      await page.getByLabel("Patroon (Cypher)").press("Control+Enter");
      await page.locator(".result").waitFor();
      expect(await textOf(page.locator(".patterns-result")), title.nl).toMatch(/^[1-9]\d* rij/);
    }
    calm();
    await close();
  });

  test("a row limit cuts off, and says so; the address holds pattern, values and limits", async () => {
    const { page, calm, close } = await open("/patronen");
    await page.getByLabel("Patroon (Cypher)").fill("MATCH (n:Theme) WHERE n.id <> $id RETURN n ORDER BY n.name");
    await page.getByLabel("Waarden voor $namen, als JSON").fill('{"id": "theme:ai"}');
    await page.getByLabel("Rijen").fill("5");
    await page.getByLabel("Rijen").blur();
    await page.getByRole("button", { name: "Voer uit" }).click();
    await page.getByText("Afgekapt op 5 rijen: er zijn er meer.").waitFor();
    expect(await page.locator("result-table tbody tr").count()).toBe(5);
    expect(await textOf(page.locator(".result"))).toMatch(/In [\d.]+ ms\. Gegevens versie \d+-[0-9a-f]{12}\./);

    const other = await open(page.url().slice(site.address.length));
    expect(await other.page.getByLabel("Patroon (Cypher)").inputValue()).toContain("n.id <> $id");
    expect(await other.page.getByLabel("Waarden voor $namen, als JSON").inputValue()).toContain("theme:ai");
    expect(await other.page.getByLabel("Rijen").inputValue()).toBe("5");
    other.calm();
    await other.close();
    calm();
    await close();
  });

  test("rows with items are drawn, can be explored, and are kept as CSV and JSON", async () => {
    const { page, calm, close } = await open("/patronen?voorbeeld=samen-in-netwerk");
    await page.getByRole("button", { name: "Voer uit" }).click();
    await page.getByRole("button", { name: "Tekening" }).click();
    await page.locator("result-drawing .item").nth(2).waitFor();
    const drawn = await page.locator("result-drawing .item").count();
    for (const [name, holds] of [
      ["CSV", "Rijn IJssel"],
      ["JSON", '"datasetVersion"'],
    ] as const) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      expect(await readFile(await file.path(), "utf8")).toContain(holds);
    }
    await page.getByRole("link", { name: "Verken deze items" }).click();
    await expect.poll(() => page.locator("explore-page graph-canvas .item").count()).toBe(drawn);
    calm();
    await close();
  });

  test("what may not be is refused, with the reason and the place", async () => {
    const { page, calm, close } = await open("/patronen", [400]);
    const pattern = page.getByLabel("Patroon (Cypher)");
    await pattern.fill("MATCH (n)\nDETACH DELETE n");
    await pattern.press("Control+Enter");
    const alert = page.getByRole("alert");
    await alert.getByText("Dit patroon is geweigerd.").waitFor();
    expect(await textOf(alert)).toContain("DELETE zou de gegevens veranderen. Een patroon leest alleen");
    await alert.getByRole("button", { name: /Ga naar regel 2/ }).click();
    expect(await page.evaluate("document.activeElement.id + document.activeElement.selectionStart")).toBe("cypher10");
    await page.getByLabel("Waarden voor $namen, als JSON").fill("{oeps");
    await pattern.press("Control+Enter");
    expect(await textOf(page.locator("#params-error"))).toContain("geen geldige JSON");
    calm();
    await close();
  });

  test("names that the data do not have, and what is empty, are told; a table goes with the text that it belongs to", async () => {
    const { page, calm, close } = await open("/patronen");
    const pattern = page.getByLabel("Patroon (Cypher)");
    await page.getByLabel("Waarden voor $namen, als JSON").fill("{}");
    await pattern.fill("MATCH (n:Instituton)-[:ADDRESES]->(q) RETURN n.descripton");
    await pattern.press("Control+Enter");
    const told = await textOf(page.locator(".result-unknown"));
    expect(told).toContain("De soort Instituton bestaat niet in de gegevens. Bedoel je Institution?");
    expect(told).toContain("Bedoel je ADDRESSES?");
    expect(told).toContain("Bedoel je description?");
    await pattern.fill("RETURN 2015 AS a, [] AS b, '' AS c, '  ' AS d, null AS e, 1.0 AS f, 0.0000123 AS g");
    expect(await page.locator(".result").count()).toBe(0);
    await pattern.press("Control+Enter");
    await page.locator(".result").waitFor();
    const cells = await page.locator("result-table tbody td").allInnerTexts();
    expect(cells).toEqual(["2015", "lege lijst", "lege tekst", "2 spaties", "niets", "1,0", "0,0000123"]);
    await pattern.press("End");
    await pattern.pressSequentially(" ");
    expect(await page.locator(".result").count()).toBe(0);

    await pattern.fill("MATCH (a:Activity) WHERE a.date = '2023-06-27' RETURN DISTINCT date(a.date) AS d");
    await pattern.press("Control+Enter");
    expect(await textOf(page.locator(".result-unknown"))).toMatch(
      /Het kenmerk date bevat ook vrije tekst, zoals “.+”\. date\(…\) kan die niet lezen\..*CASE WHEN n\.date =~/s,
    );
    expect(await page.locator("result-table tbody td").allInnerTexts()).toEqual(["2023-06-27"]);

    await pattern.fill("MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.name < b.name AND b.name < c.name RETURN count(*)");
    await pattern.press("Control+Enter");
    await page.getByRole("button", { name: "Stop" }).waitFor();
    await pattern.fill("RETURN 42 AS x");
    expect(await page.locator(".result").count()).toBe(0);
    await pattern.press("Control+Enter");
    await page.locator("result-table tbody td").waitFor();
    expect(await page.locator("result-table tbody td").allInnerTexts()).toEqual(["42"]);
    await page.getByLabel("Waarden voor $namen, als JSON").fill('{"y": 1}');
    expect(await page.locator(".result").count()).toBe(0);
    calm();
    await close();
  });

  test("stopping closes the request, and the server can take the next", async () => {
    const { page, calm, close } = await open("/patronen");
    const pattern = page.getByLabel("Patroon (Cypher)");
    await pattern.fill(
      "UNWIND range(1, 50) AS x MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.name < b.name AND b.name < c.name RETURN count(*)",
    );
    await page.getByLabel("Seconden").fill("30");
    await page.getByLabel("Seconden").blur();
    for (let time = 0; time < 3; time += 1) {
      const failing = page.waitForEvent("requestfailed");
      await Promise.all([page.waitForRequest("**/api/patterns"), page.getByRole("button", { name: "Voer uit" }).click()]);
      await page.getByRole("button", { name: "Stop" }).click();
      const failed = await failing;
      expect(failed.url()).toContain("/api/patterns");
      await page.getByText("Gestopt. Je kunt het opnieuw proberen.").waitFor();
    }
    await page.getByLabel("Voorbeeld").selectOption("geld");
    await page.getByRole("button", { name: "Voer uit" }).click();
    await page.locator("result-table tbody tr").first().waitFor();
    calm();
    await close();
  });

  test("the tab key leaves the editor", async () => {
    const { page, close } = await open("/patronen");
    await page.getByLabel("Patroon (Cypher)").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("params");
    await close();
  });
});
