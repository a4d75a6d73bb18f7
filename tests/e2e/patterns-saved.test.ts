import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { axeFindings, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("patterns that stay", (browser) => {
  test("a pattern is saved with title, tags and typed values, and what was run is remembered, also after a reload", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/patronen?voorbeeld=labs`);
    await page.locator("cypher-editor .cm-content").waitFor();
    const shelf = page.locator("pattern-shelf dialog");
    const openShelf = () => page.getByRole("button", { name: "Bewaard en eerder" }).click();
    await page.getByRole("button", { name: "Voer uit" }).click();
    await page.locator("result-table tbody td").first().waitFor();
    await openShelf();
    await shelf.getByLabel("Titel voor dit patroon").fill("Ruimtes van twee");
    await shelf.getByLabel("Labels, met komma’s ertussen").fill("ruimtes, labs");
    await shelf.getByRole("button", { name: "Bewaar dit patroon" }).click();
    await shelf.getByText("Bewaard als Ruimtes van twee.").waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`${site.address}/patronen`);
    await openShelf();
    expect(await textOf(shelf)).toMatch(/Bewaarde patronen \(1\)[\s\S]*ruimtes[\s\S]*Eerder uitgevoerd \(1\)[\s\S]*instellingen/);
    await shelf.getByRole("button", { name: "Kopieer: Ruimtes van twee" }).click();
    await shelf.getByText("De kopie heet Ruimtes van twee (2).").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      shelf.getByRole("button", { name: "Zet alles in een bestand" }).click(),
    ]);
    const text = await readFile(await file.path(), "utf8");
    expect(JSON.parse(text).patterns[0]).toMatchObject({
      tags: ["ruimtes", "labs"],
      params: { instellingen: { type: "items" } },
    });
    await shelf.getByRole("button", { name: "Verwijder: Ruimtes van twee", exact: true }).click();
    await shelf.getByText("Ruimtes van twee is verwijderd.").waitFor();
    await shelf.getByRole("button", { name: "Zet terug" }).click();
    await expect.poll(() => shelf.locator(".shelf-list").first().locator("li").count()).toBe(2);

    const read = shelf.getByLabel("Lees een bestand met patronen");
    const json = { name: "x.json", mimeType: "application/json" };
    await read.setInputFiles({ ...json, buffer: Buffer.from('{"overlap": "drawings"}') });
    await shelf.getByText("In dit bestand staan geen patronen van Overlap.").waitFor();
    await read.setInputFiles({ ...json, buffer: Buffer.from(text) });
    await shelf.getByText("Alle patronen uit het bestand had je al.").waitFor();
    await shelf.getByLabel("Zoek in titels").fill("labs kopie-die-er-niet-is");
    await shelf.getByText("Niets past bij wat je zoekt.").first().waitFor();
    await shelf.getByLabel("Zoek in titels").fill("LABS");
    await shelf.getByRole("button", { name: "Ruimtes van twee", exact: true }).click();
    await expect.poll(() => textOf(page.locator("cypher-editor .cm-content"))).toContain("WHERE i.id IN $instellingen");

    // Values by their kinds, with names, and with suggestions out of the data.
    const params = page.locator("params-form");
    await params.getByRole("button", { name: "Haal weg: Graafschap College" }).click();
    await params.getByLabel("Voeg toe aan $instellingen").fill("summa");
    await expect.poll(() => params.locator("datalist option").first().getAttribute("value")).toBe("institution:summa-college");
    await params.getByLabel("Voeg toe aan $instellingen").fill("institution:summa-college");
    await params.getByLabel("Voeg toe aan $instellingen").press("Enter");
    await params.getByRole("button", { name: "Haal weg: Summa College" }).waitFor();
    const address = new URL(page.url());
    expect(JSON.parse(address.searchParams.get("params") ?? "")).toEqual({
      instellingen: ["institution:rijn-ijssel", "institution:summa-college"],
    });
    await params.getByLabel("Soort waarde van $instellingen").selectOption("JSON");
    await params.getByLabel("Waarde voor $instellingen").fill("[oeps");
    await params.getByLabel("Waarde voor $instellingen").blur();
    await params.getByText("Dit is geen JSON").waitFor();
    calm();
    await close();
  });

  test("the panel of what is in the data puts kinds, links, properties and values in the pattern", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/patronen?params={}&cypher=MATCH%20(p:Product)%20RETURN%20`);
    await page.locator("cypher-editor .cm-content").press("Control+End");
    await page.getByText("Wat is er in de gegevens?").click();
    const panel = page.locator("schema-panel");
    expect(await textOf(panel)).toMatch(/:Product\s+Producten, \d+ items[\s\S]*:ASKS[\s\S]*instelling → vraagstuk \(\d+\)/);
    await panel.getByText("Kenmerken van product").click();
    await panel.getByRole("button", { name: "licence", exact: true }).click();
    await expect.poll(() => textOf(page.locator("cypher-editor .cm-content"))).toBe("MATCH (p:Product) RETURN p.licence");
    await panel.getByRole("button", { name: ":MADE", exact: true }).click();
    await expect.poll(() => textOf(page.locator("cypher-editor .cm-content"))).toContain("p.licence-[:MADE]->");
    expect(await axeFindings(page)).toEqual([]);
    calm();
    await close();
  });

  test("what is chosen in the drawing becomes a pattern, in which it goes by its name", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/verken?toon=institution:rijn-ijssel,institution:summa-college`);
    await page.locator("graph-canvas .item").nth(1).waitFor();
    await page.locator("graph-canvas .item").first().focus();
    await page.keyboard.press("Control+a");
    await page.getByRole("link", { name: "Vraag er een patroon over" }).click();
    const told = /is (Rijn IJssel, Summa College|Summa College, Rijn IJssel)/;
    await expect.poll(() => textOf(page.locator("pattern-builder"))).toMatch(told);
    await expect.poll(() => textOf(page.locator(".builder-count").first())).toBe("2 instellingen");
    calm();
    await close();
  });
});
