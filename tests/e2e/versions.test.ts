import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Archive } from "../../server/archive/archive.ts";
import { loadDataset } from "../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { describeInBrowser } from "../real/browser.ts";
import { appOn } from "../server/app.ts";
import { changedFolder, smallFolder } from "../server/small.ts";
import { type Site, textOf, webRoot } from "./site.ts";
import { axeFindings, visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "overlap-e2e-versions-"));
let site: Site;
beforeAll(async () => {
  const store = await openGrafeo(":memory:");
  const archive = new Archive({ folder, most: 10, say: () => {} });
  await loadDataset(store, smallFolder(), { archive });
  await loadDataset(store, changedFolder(), { archive, replace: true });
  const app = await appOn(store, { webRoot, archive });
  site = { address: await app.listen({ port: 0, host: "127.0.0.1" }), close: () => app.close() };
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describeInBrowser("versions of the data", (browser) => {
  test("from the foot of a page: what was done in each, what two differ in, and each to take away", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/over`);
    await page.locator("footer.site").getByRole("link", { name: "Gegevens versie 2-" }).click();
    await page.getByRole("heading", { level: 1, name: "Versies van de gegevens" }).waitFor();
    const rows = page.locator("version-difference tbody tr");
    await expect.poll(() => rows.count()).toBe(3);
    expect(await textOf(rows.first())).toMatch(/virtual reality.*item.*veranderd.*jaar.*was 2021.*wordt 2022/s);
    const versions = page.locator(".versions-list > li");
    expect(await textOf(versions.first())).toMatch(/Versie 2.*nu te zien.*Erbij: 1 item\. Veranderd: 1 item\. Weg: 1 verband\./s);
    expect(await textOf(versions.nth(1))).toContain("De eerste gegevens: 8 items, 8 verbanden en 3 bronnen.");

    await page.getByLabel("Van versie").selectOption({ label: "2" });
    await page.getByText("Deze versies zijn gelijk.").waitFor();
    expect(new URL(page.url()).search).toMatch(/^\?van=2-[0-9a-f]{12}$/);
    await page.getByRole("link", { name: "Wat veranderde er in versie 2?" }).click();
    await expect.poll(() => rows.count()).toBe(3);

    const taken = page.waitForEvent("download");
    await page.getByRole("link", { name: "Versie 1 downloaden" }).click();
    const file = await (await taken).path();
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ about: { nodes: 8 }, nodes: { length: 8 } });
    calm();
    await close();
  });

  test.each([
    { viewport: { width: 1280, height: 900 }, colorScheme: "light" as const },
    { viewport: { width: 320, height: 700 }, colorScheme: "dark" as const },
  ])("axe finds nothing, and nothing sticks out, at $viewport.width px, $colorScheme", async (options) => {
    const { page, calm, close } = await visit(await browser(), site.address, options);
    await page.goto(`${site.address}/versies?taal=en`);
    await page.locator("version-difference tbody tr").nth(2).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    calm();
    await close();
  });
});
