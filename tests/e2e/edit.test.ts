import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Archive } from "../../server/archive/archive.ts";
import { loadDataset } from "../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { describeInBrowser } from "../real/browser.ts";
import { appOn } from "../server/app.ts";
import { smallFolder } from "../server/small.ts";
import { type Site, textOf, webRoot } from "./site.ts";
import { axeFindings, said, visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "overlap-e2e-edit-"));
const adminToken = "a-token-of-this-test-alone";
let site: Site;
beforeAll(async () => {
  const store = await openGrafeo(":memory:");
  const archive = new Archive({ folder, most: 10, say: () => {} });
  await loadDataset(store, smallFolder(), { archive });
  const app = await appOn(store, { webRoot, archive, tokens: { adminToken, localToken: undefined } });
  site = { address: await app.listen({ port: 0, host: "127.0.0.1" }), close: () => app.close() };
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.address}/aanmelden`);
  await page.getByLabel("Toegangscode").fill(adminToken);
  await page.keyboard.press("Enter");
  await page.getByText("Je bent aangemeld als redacteur").waitFor();
}

/** Whether the page is no wider than its window. */
const fits = (page: Page) => page.evaluate("document.documentElement.scrollWidth <= innerWidth");

describeInBrowser("adding and changing", (browser) => {
  test("on a phone, by keyboard: a question of an institution, where what is missing is asked for, and then it counts", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, { viewport: { width: 360, height: 780 } }, [409]);
    await page.goto(`${site.address}/instelling/zuid`);
    await page.getByRole("heading", { level: 1, name: "Zuid College" }).waitFor();
    expect(await page.getByRole("link", { name: "Wijzig" }).count()).toBe(0);
    await signIn(page);
    await page.goto(`${site.address}/instelling/zuid`);
    await page.getByRole("link", { name: "Nieuw item hierbij" }).press("Enter");
    await page.getByLabel("Wat voor item is het?").selectOption("question");
    await page.getByRole("button", { name: "Bekijk de wijziging" }).press("Enter");
    await expect.poll(() => said(page)).toBe("Er ontbreken nog 3 dingen.");
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("form-name");
    expect(await textOf(page.locator("main"))).toMatch(
      /Vul een naam in\..*Zeg waar dit staat\..*Zeg of het zo in de bron staat/s,
    );
    expect(await axeFindings(page)).toStrictEqual([]);
    expect(await fits(page)).toBe(true);
    await page.keyboard.type("Hoe delen we brillen?");
    await page.getByLabel("Zuid College vraagt zich af dit item").press("Space");
    await page.getByLabel("Titel van de bron").fill("Gesprek met Zuid, maart");
    await page.getByLabel("We hebben het zelf afgeleid").press("Space");
    await page.getByLabel("Hoe hebben jullie het afgeleid?").fill("Ze noemden het twee keer.");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Bekijk de wijziging" }).press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.textContent.trim()")).toBe("Dit verandert er");
    expect(await textOf(page.locator("edit-review"))).toMatch(
      /Hoe delen we brillen\?.*item.*erbij.*Zuid College vraagt zich af Hoe delen we brillen\?/s,
    );
    expect(await axeFindings(page)).toStrictEqual([]);
    expect(await fits(page)).toBe(true);
    await page.getByRole("button", { name: "Publiceer" }).press("Enter");
    await page.getByRole("heading", { name: "Gepubliceerd" }).waitFor();
    await page.goto(`${site.address}/instelling/zuid`);
    await expect.poll(() => textOf(page.locator("main"))).toContain("Hoe delen we brillen?");
    calm();
    await close();
  });

  test("the second of two editors is shown both words and chooses; two items are linked by choosing them", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, {}, [409]);
    await signIn(page);
    await page.goto(`${site.address}/verken?toon=product:bril&kies=product:bril`);
    await page.getByRole("link", { name: "Wijzig" }).click();
    const about = page.getByLabel("Omschrijving (mag leeg blijven)");
    await about.fill("Wat ik schreef.");
    const seen = { name: "Brillenkoffer", nameEn: "Headset case" };
    const other = await fetch(`${site.address}/api/edits`, {
      method: "POST",
      headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
      body: JSON.stringify({
        edit: {
          is: "node",
          kind: "product",
          id: "product:bril",
          seen,
          wanted: { ...seen, description: "Wat een ander schreef." },
        },
        evidence: { source: { id: "source:page" }, basis: "stated" },
      }),
    });
    expect(other.status).toBe(200);
    await page.getByLabel("Een pagina").check();
    await page.getByLabel("Het staat zo in de bron").check();
    await page.getByRole("button", { name: "Bekijk de wijziging" }).click();
    await page.getByRole("heading", { name: "Iemand anders was je voor" }).waitFor();
    expect(await textOf(page.locator("edit-review"))).toMatch(/omschrijving.*Wat een ander schreef\..*Wat ik schreef\./s);
    expect(await axeFindings(page)).toStrictEqual([]);
    await page.getByRole("button", { name: "Ga verder met deze keuze" }).click();
    await page.getByText("Kies bij elk wat er moet staan.").waitFor();
    await page.getByLabel("Wat jij schreef").check();
    await page.getByRole("button", { name: "Ga verder met deze keuze" }).click();
    await page.getByRole("button", { name: "Publiceer" }).click();
    await page.getByRole("heading", { name: "Gepubliceerd" }).waitFor();
    await page.getByRole("link", { name: "Bekijk het item" }).click();
    await page.locator(".detail-about").getByText("Wat ik schreef.").waitFor();

    await page.getByRole("link", { name: "Verband erbij" }).click();
    await page.getByRole("combobox", { name: "Tweede item" }).fill("oost");
    await page.getByRole("combobox", { name: "Tweede item" }).press("Enter");
    await page.getByText("Gekozen: Oost College (instelling)").waitFor();
    await page.getByLabel("Oost College maakte Brillenkoffer").check();
    await page.getByLabel("Titel van de bron").fill("Een pagina");
    await page.getByLabel("Het staat zo in de bron").check();
    await page.getByRole("button", { name: "Bekijk de wijziging" }).click();
    await page.getByRole("button", { name: "Publiceer" }).click();
    await page.getByText("De gegevens zijn nu versie").waitFor();
    expect(await textOf(page.locator(".form-done"))).toContain("Oost College maakte Brillenkoffer");

    await page.goto(`${site.address}/geschiedenis?item=product:bril`);
    await page.getByRole("heading", { level: 1, name: "Geschiedenis van Brillenkoffer" }).waitFor();
    await expect.poll(() => page.locator("history-entry").count()).toBe(3);
    await page.getByRole("link", { name: "De hele geschiedenis" }).click();
    const latest = page.locator("history-entry").first();
    await latest.getByText("Wat veranderde er?").click();
    await latest.getByText("Oost College maakte Brillenkoffer").waitFor();
    await latest.getByRole("button", { name: "Maak ongedaan … : versie" }).click();
    await latest.getByRole("heading", { name: "Dit gebeurt er als je het ongedaan maakt" }).waitFor();
    expect(await axeFindings(page)).toStrictEqual([]);
    await latest.getByLabel("Waarom? (mag leeg blijven)").fill("Was een proef");
    await latest.getByRole("button", { name: "Maak ongedaan", exact: true }).click();
    await page.getByRole("heading", { name: "Ongedaan gemaakt: Was een proef" }).waitFor();
    expect(await said(page)).toMatch(/^Ongedaan gemaakt\. De gegevens zijn nu versie \d+\.$/);
    await page.goto(`${site.address}/verken?toon=product:bril&kies=product:bril`);
    await page.getByRole("link", { name: "Klopt nog" }).click();
    await page.getByRole("button", { name: "Klopt nog" }).click();
    await page.getByRole("button", { name: "Publiceer" }).click();
    await page.getByRole("link", { name: "Bekijk het item" }).click();
    await page.locator("node-detail .fold > summary").first().click();
    await page
      .getByText(/klopte nog op \d+ \w+ \d{4}/)
      .first()
      .waitFor();
    await page.getByRole("link", { name: "Een bron zegt iets anders" }).click();
    await page.getByLabel("Waarover?").fill("omschrijving");
    await page.getByLabel("Wat zegt deze bron?").fill("Wat de krant schrijft.");
    await page.getByLabel("Titel van de bron").fill("Een krant");
    await page.getByLabel("Het staat zo in de bron").check();
    expect(await axeFindings(page)).toStrictEqual([]);
    await page.getByRole("button", { name: "Bekijk de wijziging" }).click();
    await page.getByRole("button", { name: "Publiceer" }).click();
    await page.getByRole("link", { name: "Bekijk het item" }).click();
    await expect.poll(() => textOf(page.locator(".claims"))).toMatch(/Over omschrijving.*Wat de krant schrijft\./s);
    expect(await textOf(page.locator(".claims"))).toContain("Wat ik schreef.");
    calm();
    await close();
  });
});
