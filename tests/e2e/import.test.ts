import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { describeInBrowser } from "../real/browser.ts";
import { appOn } from "../server/app.ts";
import { networkWithMistakes } from "../server/curation/made-up.ts";
import { type Site, textOf, webRoot } from "./site.ts";
import { axeFindings, said, visit } from "./visit.ts";

const adminToken = "a-token-of-this-test-alone";
let site: Site;
beforeAll(async () => {
  const app = await appOn(await openGrafeo(":memory:"), { webRoot, tokens: { adminToken, localToken: undefined } });
  site = { address: await app.listen({ port: 0, host: "127.0.0.1" }), close: () => app.close() };
});
afterAll(() => site.close());

async function looksRight(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [320, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await axeFindings(page), `${width} wide, ${colorScheme}`).toStrictEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), `${width} wide`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

describeInBrowser("a coordinator of another network, from an empty database", (browser) => {
  test("takes a workbook with ten mistakes to a published graph with peers and opportunities, without a command", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, {}, [422]);
    await page.goto(site.address);
    await page.getByRole("link", { name: "Gegevens inlezen" }).click();
    await page.getByRole("link", { name: "Meld je aan" }).click();
    await page.getByLabel("Toegangscode").fill(adminToken);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Gegevens inlezen uit een rekenblad" }).click();

    const field = page.getByLabel("Kies een bestand");
    await field.setInputFiles({ name: "verslag.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") });
    await page.getByRole("alert").getByText("Dit is geen rekenblad.").waitFor();
    const name = "Vijf.xlsx";
    const buffer = Buffer.from(await networkWithMistakes());
    await page.locator("#import-file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

    await page.getByRole("heading", { name: "4 dingen kloppen niet" }).waitFor();
    const wrong = await textOf(page.locator(".import-wrongs"));
    for (const part of [
      "Rij 5, Website",
      "Rij 8, Instelling",
      "Rij 9, Plaats",
      "Rij 3, Jaar",
      "‘binnenkort’ is geen jaar",
      "#N/B",
    ])
      expect(wrong).toContain(part);
    await page.getByText("Bij 2 rijen staat geen bron.").waitFor();
    await looksRight(page);
    await page.getByLabel("Titel van de bron").fill("Inventarisatie van het netwerk");
    await page.getByLabel("We hebben het zelf afgeleid").check();
    await page.getByRole("button", { name: "Gebruik dit" }).click();
    await page.getByRole("heading", { name: "Waar komt dit vandaan?" }).waitFor({ state: "detached" });
    await page.getByLabel("Wat is ‘ROC Kikerdam’?").selectOption({ label: "Hetzelfde als ROC Kikkerdam" });
    await expect.poll(() => said(page)).toMatch(/^Erbij: 9 items en \d+ verbanden\. Anders: 0 items\.$/);
    await page.getByText("Wat staat er in de kolommen?").click();
    await page.getByLabel("Wat betekent kolom ‘Kleur’?").selectOption({ label: "toelichting" });
    await expect.poll(() => page.getByLabel("Wat betekent kolom ‘Kleur’?").inputValue()).toBe("property:note");
    await looksRight(page);

    await page.getByRole("button", { name: "Publiceer" }).click();
    await page.getByRole("heading", { name: "Gepubliceerd" }).waitFor();
    await looksRight(page);
    await page.getByRole("link", { name: /^ROC Kikkerdam/ }).click();
    await page.getByRole("heading", { level: 1, name: "ROC Kikkerdam" }).waitFor();
    await expect.poll(() => textOf(page.locator("main"))).toMatch(/Café-College Éénhoorn/);
    await page.goto(`${site.address}/kansen`);
    await expect.poll(() => textOf(page.locator("main"))).toMatch(/Stagekompas/);
    calm();
    await close();
  });
});
