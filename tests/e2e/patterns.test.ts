import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examples } from "../../web/patterns/examples.ts";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { answered, axeFindings, focusedElement, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("patterns", (browser) => {
  const open = async (path: string, expected: readonly number[] = []) => {
    const seen = await visit(await browser(), site.address, {}, expected);
    await seen.page.goto(site.address + path);
    await seen.page.locator("cypher-editor .cm-content").waitFor();
    return seen;
  };

  /** The values as JSON, which stand behind the fields. */
  const allValues = async (page: Page) => {
    const field = page.getByLabel("Waarden voor $namen, als JSON");
    if (!(await field.isVisible())) await page.getByText("Alle waarden tegelijk, als JSON").click();
    return field;
  };
  const ended = (page: Page) => page.locator('.result:not([data-ending="coming"])');
  const cells = (page: Page) => page.locator("result-table tbody td");

  test("every example finds something", async () => {
    const { page, calm, close } = await open("/patronen");
    for (const { title } of examples) {
      await page.getByLabel("Voorbeeld").selectOption({ label: title.nl });
      await page.getByLabel("Patroon (Cypher)").press("Control+Enter");
      await ended(page).waitFor();
      expect(await textOf(page.locator(".patterns-result")), title.nl).toMatch(/^[1-9]\d* rij/);
    }
    calm();
    await close();
  });

  test("a row limit cuts off, and says so; the address holds pattern, values and limits", async () => {
    const { page, calm, close } = await open("/patronen");
    await page.getByLabel("Patroon (Cypher)").fill("MATCH (n:Theme) WHERE n.id <> $id RETURN n ORDER BY n.name");
    await (await allValues(page)).fill('{"id": "theme:ai"}');
    await page.getByLabel("Rijen", { exact: true }).fill("5");
    await page.getByLabel("Rijen", { exact: true }).blur();
    await page.getByRole("button", { name: "Voer uit" }).click();
    await page.getByText("Afgekapt op 5 rijen: er zijn er meer.").waitFor();
    await expect.poll(() => page.locator("result-table tbody tr").count()).toBe(5);
    expect(await textOf(page.locator(".result"))).toMatch(/In [\d.]+ ms\. Gegevens versie \d+-[0-9a-f]{12}\./);

    const other = await open(page.url().slice(site.address.length));
    expect(await textOf(other.page.getByLabel("Patroon (Cypher)"))).toContain("n.id <> $id");
    expect(await (await allValues(other.page)).inputValue()).toContain("theme:ai");
    expect(await other.page.getByLabel("Rijen", { exact: true }).inputValue()).toBe("5");
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
    expect(await page.evaluate("document.querySelector('cypher-editor').selection")).toEqual([10, 11]);
    expect(await page.evaluate(`${focusedElement}.className`)).toContain("cm-content");
    expect(await page.locator("cypher-editor .cm-lintRange-error").allInnerTexts()).toEqual(["DETACH"]);
    await (await allValues(page)).fill("{oeps");
    await pattern.press("Control+Enter");
    expect(await textOf(page.locator("#params-error"))).toContain("geen geldige JSON");
    calm();
    await close();
  });

  test("names that the data do not have, and what is empty, are told; a table goes with the text that it belongs to", async () => {
    const { page, calm, close } = await open("/patronen");
    const pattern = page.getByLabel("Patroon (Cypher)");
    await (await allValues(page)).fill("{}");
    await pattern.fill("MATCH (n:Instituton)-[:ADDRESES]->(q) RETURN n.descripton");
    await pattern.press("Control+Enter");
    const told = await textOf(page.locator(".result-unknown"));
    expect(told).toContain("De soort Instituton bestaat niet in de gegevens. Bedoel je Institution?");
    expect(told).toContain("Bedoel je ADDRESSES?");
    expect(told).toContain("Bedoel je description?");
    await pattern.fill("RETURN 2015 AS a, [] AS b, '' AS c, '  ' AS d, null AS e, 1.0 AS f, 0.0000123 AS g");
    expect(await page.locator(".result").count()).toBe(0);
    await pattern.press("Control+Enter");
    const expected = ["2015", "lege lijst", "lege tekst", "2 spaties", "niets", "1,0", "0,0000123"];
    await expect.poll(() => cells(page).allInnerTexts()).toEqual(expected);
    await pattern.press("End");
    await pattern.pressSequentially(" ");
    expect(await page.locator(".result").count()).toBe(0);

    await pattern.fill("MATCH (a:Activity) WHERE a.date = '2023-06-27' RETURN DISTINCT date(a.date) AS d");
    await pattern.press("Control+Enter");
    expect(await textOf(page.locator(".result-unknown"))).toMatch(
      /Het kenmerk date bevat ook vrije tekst, zoals “.+”\. date\(…\) kan die niet lezen\..*CASE WHEN n\.date =~/s,
    );
    await expect.poll(() => cells(page).allInnerTexts()).toEqual(["2023-06-27"]);

    await pattern.fill("MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.name < b.name AND b.name < c.name RETURN count(*)");
    await pattern.press("Control+Enter");
    await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
    await pattern.fill("RETURN 42 AS x");
    expect(await page.locator(".result").count()).toBe(0);
    await pattern.press("Control+Enter");
    await expect.poll(() => cells(page).allInnerTexts()).toEqual(["42"]);
    await (await allValues(page)).fill('{"y": 1}');
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
      await Promise.all([page.waitForRequest("**/api/patterns/rows"), page.getByRole("button", { name: "Voer uit" }).click()]);
      await page.getByRole("button", { name: "Stop", exact: true }).click();
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

  test("kinds are offered while one types, a pattern is tidied, and the tab key leaves the editor", async () => {
    const { page, calm, close } = await open("/patronen");
    const pattern = page.getByLabel("Patroon (Cypher)");
    await pattern.fill("");
    await pattern.pressSequentially("match (t:Them");
    await page.getByRole("option", { name: /^Theme/ }).click();
    await pattern.press("End");
    await pattern.pressSequentially(" return t");
    await page.getByRole("button", { name: "Zet netjes" }).click();
    await expect.poll(() => page.locator("cypher-editor .cm-line").allInnerTexts()).toEqual(["MATCH (t:Theme)", "RETURN t"]);
    expect(await axeFindings(page)).toEqual([]);
    await pattern.focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('schema-panel') !== null")).toBe(true);
    calm();
    await close();
  });

  test("a pattern is built step by step with counts, in step with its Cypher, and a sentence builds one too", async () => {
    const { page, calm, close } = await open("/patronen");
    const pattern = page.getByLabel("Patroon (Cypher)");
    const card = (item: number) => page.locator(`.builder-card[data-item="${item}"]`);
    await card(0).getByLabel("Begin met").selectOption("institution");
    await expect.poll(() => textOf(card(0))).toMatch(/\d+ instellingen/);
    await card(0).getByRole("button", { name: "Ga verder vanaf instelling" }).press("Enter");
    await page.getByRole("button", { name: /vraagt zich af vraagstuk/ }).press("Enter");
    await expect.poll(() => textOf(card(1))).toMatch(/\d+ vraagstukken/);
    expect(await textOf(pattern)).toContain("(institution:Institution)-[r1:ASKS]->(question:Question)");
    await card(1).getByRole("button", { name: "Ga verder vanaf vraagstuk" }).click();
    await page.getByLabel("er is géén").check();
    await page.getByRole("button", { name: /heeft geen hierbij helpt product/ }).click();
    await expect.poll(() => textOf(pattern)).toContain("NOT EXISTS { (question)<-[:ADDRESSES]-(:Product) }");
    await expect.poll(() => textOf(card(2))).toMatch(/\d+ vraagstuk/);
    await card(0).getByRole("button", { name: "Voorwaarde voor instelling" }).click();
    await page.getByLabel("Waarde", { exact: true }).fill("Rijn IJssel");
    await page.getByLabel("Waarde", { exact: true }).press("Enter");
    await expect.poll(() => textOf(card(0))).toMatch(/[^\d]1 instelling\b/);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Laat zien wat er is" }).click();
    await ended(page).waitFor();

    await pattern.fill("MATCH (t:Theme) RETURN t LIMIT 3");
    await page.getByText("Het patroon hieronder zegt meer").waitFor();
    await pattern.fill("MATCH (t:Theme)<-[r:ABOUT]-(p:Product) RETURN t, r, p");
    await expect.poll(() => page.locator(".builder-steps .builder-card").count()).toBe(2);
    await page.getByLabel("Zeg het in een zin").fill("instelling vraagt vraagstuk over thema zelfregulatie");
    await page.getByLabel("Zeg het in een zin").press("Enter");
    await expect.poll(() => page.locator(".builder-steps .builder-card").count()).toBe(3);
    await page.getByRole("button", { name: "Laat zien wat er is" }).click();
    await page.locator("result-table tbody tr").first().waitFor();
    calm();
    await close();
  });

  test("the editor is fetched by this page alone; without it, a plain text box does the same", async () => {
    const { page, close } = await visit(await browser(), site.address, {}, [403]);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const path of ["/", "/verken", "/instelling", "/cijfers"]) {
      await page.goto(site.address + path);
      await answered(page);
    }
    expect(asked.filter((url) => /cypher-editor/.test(url))).toEqual([]);
    await page.route(/cypher-editor/, (route) => route.fulfill({ status: 403 }));
    await page.goto(`${site.address}/patronen`);
    await expect.poll(() => asked.filter((url) => /cypher-editor/.test(url)).length).toBeGreaterThan(0);
    await page.getByLabel("Patroon (Cypher)").fill("RETURN 1 AS een");
    await page.getByLabel("Patroon (Cypher)").press("Control+Enter");
    await page.locator("result-table tbody tr").first().waitFor();
    expect(await page.locator("textarea#cypher").count()).toBe(1);
    await close();
  });
});
