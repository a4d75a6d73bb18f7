import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Archive } from "../../server/archive/archive.ts";
import { loadDataset } from "../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { describeInBrowser } from "../real/browser.ts";
import { appOn } from "../server/app.ts";
import { changedFolder, smallFolder } from "../server/small.ts";
import { type Site, textOf, webRoot } from "./site.ts";
import { axeFindings, visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "overlap-e2e-cited-"));
const archive = new Archive({ folder, most: 10, say: () => {} });
let store: GraphStore;
let site: Site;
beforeAll(async () => {
  store = await openGrafeo(":memory:");
  await loadDataset(store, smallFolder(), { archive });
  const app = await appOn(store, { webRoot, archive });
  site = { address: await app.listen({ port: 0, host: "127.0.0.1" }), close: () => app.close() };
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const asked = {
  cypher: "MATCH (i:Institution)-[:ASKS]->(q) WHERE q.year > $year RETURN i, q.year AS jaar",
  params: '{"year": 2000}',
};

describeInBrowser("a cited answer", (browser) => {
  test("from the answer to its permanent address, and what became of it when the data have changed", async () => {
    const { page, calm, close } = await visit(await browser(), site.address, {}, [404]);
    await page.goto(`${site.address}/patronen?${new URLSearchParams(asked)}`);
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Voer uit" }).first().click();
    await page.getByText("Verwijs naar dit antwoord").click();
    const citation = page.locator("citation-panel");
    await citation.getByText("Overlap: the result of a pattern (Version 1-").waitFor();
    const taken = page.waitForEvent("download");
    await citation.getByRole("button", { name: "RIS" }).click();
    expect(readFileSync(await (await taken).path(), "utf8")).toMatch(/^TY {2}- DATA\r\n/);
    expect(await axeFindings(page)).toEqual([]);

    await citation.getByRole("link", { name: "Open het vaste adres" }).click();
    await page.getByRole("heading", { level: 1, name: "Een antwoord met een vast adres" }).waitFor();
    await page.getByText("Dit is precies het antwoord waarnaar is verwezen.").waitFor();
    await page.getByText("De gegevens zijn niet veranderd: versie 1 is de nieuwste.").waitFor();
    expect(await textOf(page.locator("row-list"))).toMatch(/Noord College\s+2021.*Oost College\s+2021/s);

    await loadDataset(store, changedFolder(), { archive, replace: true });
    const address = page.url();
    await page.reload();
    await page.getByText("Het antwoord is nu anders: dit is versie 2.").waitFor();
    const parts = await page.locator("article.cited").textContent();
    expect(parts).toMatch(/Dit is precies het antwoord waarnaar is verwezen.*Nu weg \(2\).*Nu erbij \(1\)/s);

    await page.goto(address.replace(/kenmerk=[0-9a-f]{6}/, "kenmerk=000000"));
    await page.getByText("Let op: dit is niet het antwoord waarnaar is verwezen.").waitFor();
    await page.goto(address.replace(/versie=1-[0-9a-f]{12}/, "versie=9"));
    await page.getByText("Deze server heeft versie 9 van de gegevens niet.").waitFor();
    await page.goto(`${site.address}/resultaat?cypher=RETURN+1`);
    await page.getByText("Dit adres is niet compleet.").waitFor();

    for (const [width, colorScheme] of [
      [1280, "light"],
      [320, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${address}&taal=en`);
      await page.getByText("Cite this answer").click();
      await page.locator("citation-panel blockquote").waitFor();
      const findings = await axeFindings(page);
      expect(findings, `${width}: ${findings.join()}`).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    }
    calm();
    await close();
  });
});
