import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { describeInBrowser } from "../real/browser.ts";
import { appOn, loadSeed } from "../server/app.ts";
import { openSite, type Site, textOf, webRoot } from "./site.ts";
import { said, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("the shell", (browser) => {
  const open = async (path: string, options = {}, expected: readonly number[] = []) => {
    const seen = await visit(await browser(), site.address, options, expected);
    await seen.page.goto(site.address + path);
    return seen;
  };

  test("the start page tells the story of the data, and everything in its drawing is a link", async () => {
    const { page, calm, close } = await open("/");
    await page.getByRole("heading", { level: 1, name: "Vijf mbo-instellingen, drie gedeelde vragen" }).waitFor();
    const drawing = page.getByRole("group", { name: "Wie deelt welke vraag" });
    expect(await drawing.getByRole("link").count()).toBe(8);
    expect(await drawing.getByRole("link", { name: /gedeeld door 5 instellingen/ }).count()).toBe(3);
    expect(await textOf(page.locator("footer"))).toMatch(
      /401 items en 1\.233 verbanden, uit \d+ bronnen\.\s+Gegevens versie \d+-[0-9a-f]{12}/,
    );
    await drawing.getByRole("link", { name: /^Rijn IJssel/ }).click();
    await page.getByRole("heading", { level: 1, name: "Rijn IJssel" }).waitFor();
    calm();
    await close();
  });

  test("from a typed name to an institution's page in two actions, typo and all", async () => {
    const { page, calm, close } = await open("/");
    await page.getByRole("combobox", { name: "Zoeken", exact: true }).fill("graafschp");
    await page
      .getByRole("option", { name: /Graafschap College/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Graafschap College" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/instelling/graafschap-college");
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: /Vijf/ }).waitFor();
    calm();
    await close();
  });

  test("another language says the same in other words, and keeps the view", async () => {
    const { page, calm, close } = await open("/verken?toon=theme:zelfregulatie&kies=theme:zelfregulatie");
    await page.getByRole("heading", { name: "Zelfregulatie" }).waitFor();
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Self-regulation" }).waitFor();
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(1);
    await expect.poll(() => page.locator(".item[data-selected]").count()).toBe(1);
    expect(page.url()).toContain("taal=en");
    await page.getByRole("navigation").getByRole("link", { name: "Patterns" }).click();
    await page.getByRole("heading", { level: 1, name: "Ask for a pattern" }).waitFor();
    expect(page.url()).toContain("taal=en");
    calm();
    await close();
  });

  test("the appearance is chosen once and remembered on this device", async () => {
    const { page, calm, close } = await open("/over", { colorScheme: "light" });
    const paper = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    expect(await paper()).toBe("rgb(255, 255, 255)");
    const choose = page.getByRole("button", { name: /^Weergave/ });
    await choose.click();
    await choose.click();
    expect(await choose.getAttribute("aria-label")).toContain("donker");
    expect(await paper()).toBe("rgb(20, 24, 31)");
    await page.reload();
    expect(await paper()).toBe("rgb(20, 24, 31)");
    calm();
    await close();
  });

  test("an address that does not exist says so", async () => {
    const { page, close } = await open("/zomaar-iets");
    await page.getByRole("heading", { level: 1, name: "Deze pagina is er niet" }).waitFor();
    await page.getByRole("link", { name: "Naar de start", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /Vijf/ }).waitFor();
    await close();
  });

  test("data that tells another story: the start page begins with its largest items", async () => {
    const store = await openGrafeo(":memory:");
    await store.write([
      {
        cypher: `UNWIND $rows AS row CREATE (n:Entity:Institution {id: row.id, kind: 'institution', name: row.name, name_en: row.name,
                 description: '', description_en: '', contested: false, sources: ['source:x'], bases: ['stated'], notes: ['']})`,
        params: { rows: [{ id: "institution:eigen", name: "Eigen College" }] },
      },
    ]);
    const app = await appOn(store, { webRoot });
    const address = await app.listen({ port: 0, host: "127.0.0.1" });
    const { page, close } = await visit(await browser(), address);
    await page.goto(address);
    await page.getByRole("heading", { level: 1, name: "Wie werkt aan dezelfde vragen?" }).waitFor();
    await page.getByRole("link", { name: "Eigen College" }).waitFor();
    await close();
    await app.close();
  });
});

describeInBrowser("while the data cannot be reached", (browser) => {
  test("what was read stays, it says so, and goes on by itself when the server is back", async () => {
    const data = await mkdtemp(join(tmpdir(), "overlap-away-"));
    const start = async (port: number) => {
      const store = await openGrafeo(join(data, "graph.grafeo"));
      if (port === 0) await loadSeed(store);
      const app = await appOn(store, { webRoot });
      return { app, address: await app.listen({ port, host: "127.0.0.1" }) };
    };
    const first = await start(0);
    const { page, close } = await visit(await browser(), first.address);
    await page.goto(`${first.address}/verken?toon=institution:summa-college&kies=institution:summa-college`);
    await page.getByRole("heading", { name: "Summa College" }).waitFor();
    first.app.server.closeAllConnections();
    await first.app.close();

    await page
      .locator(".detail-bar")
      .getByRole("button", { name: /Klap uit/ })
      .click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await textOf(alert)).toContain("De gegevens zijn even niet bereikbaar. Wat je ziet klopt nog.");
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(1);
    expect(await page.getByRole("heading", { name: "Summa College" }).isVisible()).toBe(true);

    const second = await start(Number(new URL(first.address).port));
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBeGreaterThan(1);
    await expect.poll(() => alert.count()).toBe(0);
    expect(await said(page)).toMatch(/toegevoegd/);
    await close();
    second.app.server.closeAllConnections();
    await second.app.close();
    await rm(data, { recursive: true, force: true });
  });

  test("a first visit says so too, and is never empty", async () => {
    const { page, close } = await visit(await browser(), site.address);
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(site.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await textOf(page.getByRole("alert"))).toContain("De gegevens zijn even niet bereikbaar.");
    await page.unroute("**/api/**");
    await page.getByRole("heading", { level: 1, name: /Vijf/ }).waitFor();
    await close();
  });
});
