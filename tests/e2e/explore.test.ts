import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { type DrawnElement, furthest, placesOf, said, spotsOf, visit } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("exploring", (browser) => {
  const open = async (path: string, options = {}) => {
    const seen = await visit(await browser(), site.address, options);
    await seen.page.goto(site.address + path);
    return seen;
  };

  test("by mouse: from the story to the source of a fact, and nothing that was there moves", async () => {
    const { page, calm, close } = await open("/");
    await page.getByRole("link", { name: "Laat zien hoe" }).click();
    await page.locator("graph-canvas .item").nth(7).waitFor();
    const before = await spotsOf(page);
    expect(Object.keys(before)).toHaveLength(8);
    const summa = (await placesOf(page))["institution:summa-college"];
    if (!summa) throw new Error("Summa College is not drawn");

    await page.mouse.dblclick(summa.x, summa.y);
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBeGreaterThan(20);
    await expect.poll(() => said(page)).toMatch(/^\d+ toegevoegd, \d+ niet getoond\.$/);
    expect(furthest(before, await spotsOf(page))).toBe(0);

    const detail = page.getByRole("complementary", { name: "Details" });
    await detail.getByRole("heading", { name: "Summa College" }).waitFor();
    await detail.locator(".link-group .fold summary").first().click();
    expect(await detail.locator(".link-group .evidence .source").first().isVisible()).toBe(true);
    expect(await textOf(detail.locator(".link-group .evidence .basis").first())).toMatch(/staat in de bron|afgeleid/);

    await page.getByRole("button", { name: "Ongedaan maken" }).first().click();
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(8);
    expect(furthest(before, await spotsOf(page))).toBe(0);
    calm();
    await close();
  });

  test("when items cannot be given a place, that is said instead of waiting for ever", async () => {
    const { page, close } = await visit(await browser(), site.address);
    // The worker answers as it does when the layout throws.
    const failing = "addEventListener('message', ({ data }) => postMessage({ id: data.id, failed: 'no place' }));";
    await page.route("**/layout-worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: failing }));
    await page.goto(`${site.address}/verken?toon=institution:summa-college`);
    await page.getByRole("alert").waitFor();
    await close();
  });

  test("a hub comes 25 at a time, never the same one twice, until all of it is there", async () => {
    const { page, calm, close } = await open("/verken?toon=network:owp-ict&kies=network:owp-ict");
    const bar = page.locator(".detail-bar");
    await page.locator("graph-canvas .item").waitFor();
    const counts: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const before = await page.locator("graph-canvas .item").count();
      const button = bar.getByRole("button", { name: /Klap uit/ });
      await button.waitFor();
      if (await button.isDisabled()) break;
      const places = await spotsOf(page);
      await button.click();
      // Of a hub it is asked first what is wanted, with how much there is of each kind.
      const asks = /\d+/.exec(await textOf(button))?.[0];
      const dialog = page.getByRole("dialog", { name: /^Klap uit: / });
      if (Number(asks) > 40) {
        const [all = 0, ...kinds] = await dialog
          .locator(".expand-groups .button")
          .evaluateAll<number[], { textContent: string }>((rows) =>
            rows.map((row) => Number(/(\d+)\s*$/.exec(row.textContent)?.[1])),
          );
        expect(kinds.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(all);
        await dialog.getByRole("button", { name: /^Alle soorten/ }).click();
      }
      await expect.poll(() => page.locator("graph-canvas .item").count()).toBeGreaterThan(before);
      const after = await page.locator("graph-canvas .item").count();
      expect(furthest(places, await spotsOf(page))).toBe(0);
      counts.push(after - before);
    }
    expect(counts.slice(0, -1)).toStrictEqual(counts.slice(0, -1).map(() => 25));
    const [ids, different] = await page
      .locator("graph-canvas .item")
      .evaluateAll<[number, number], DrawnElement>((items) => [items.length, new Set(items.map((item) => item.dataset.id)).size]);
    expect(ids).toBe(different);
    const answer = await fetch(`${site.address}/api/nodes/network:owp-ict?limit=500`);
    const { links } = (await answer.json()) as { links: { items: { node: { id: string } }[] }[] };
    expect(ids).toBe(1 + new Set(links.flatMap(({ items }) => items.map(({ node }) => node.id))).size);
    calm();
    await close();
  });

  test("a filter says how many it hides, and letting go of it brings them back where they were", async () => {
    const derived = "question:inbedding-gpl,question:inzet-ruimtes,institution:rijn-ijssel";
    const { page, calm, close } = await open(`/verken?toon=${derived},institution:graafschap-college,theme:ai`);
    await page.locator("graph-canvas .item").nth(4).waitFor();
    const before = await placesOf(page);
    await page.getByLabel("Alleen wat in de bron staat").check();
    const status = page.locator("explore-status");
    await expect.poll(() => textOf(status)).toMatch(/\d+ verborgen door filter Basis\./);
    const [, shown = "", hidden = ""] =
      /(\d+) van 401 items.*?(\d+) verborgen door filter Basis/s.exec(await textOf(status)) ?? [];
    expect(Number(hidden)).toBeGreaterThan(0);
    expect(Number(shown) + Number(hidden)).toBe(5);
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(Number(shown));
    await expect.poll(() => page.locator("item-list li:not(download-files li)").count()).toBe(Number(shown));
    await status.getByRole("button", { name: "Toon alles" }).click();
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(5);
    expect(furthest(before, await placesOf(page))).toBeLessThanOrEqual(1);
    calm();
    await close();
  });

  test("dragging pins; tidying up moves the rest and not what is pinned; both can be undone", async () => {
    const { page, calm, close } = await open(
      "/verken?toon=question:inbedding-gpl,institution:summa-college,institution:rijn-ijssel,theme:inbedding&op=0.0,200.0,-200.0,0.200",
    );
    await page.locator("graph-canvas .item").nth(3).waitFor();
    const before = await placesOf(page);
    const theme = before["theme:inbedding"];
    if (!theme) throw new Error("The theme is not drawn");
    await page.mouse.move(theme.x, theme.y);
    await page.mouse.down();
    await page.mouse.move(theme.x + 60, theme.y + 40, { steps: 5 });
    await page.mouse.up();
    await page.locator('.spot[data-spot="theme:inbedding"] .item-pin').waitFor({ state: "attached" });
    const dragged = await placesOf(page);
    expect(Math.abs((dragged["theme:inbedding"]?.x ?? 0) - theme.x - 60)).toBeLessThanOrEqual(1);
    const { "theme:inbedding": pinned, ...others } = dragged;
    expect(furthest(others, before)).toBeLessThanOrEqual(1);

    await page.getByRole("button", { name: "Ruim op" }).click();
    await expect.poll(() => said(page)).toBe("Opgeruimd.");
    const tidied = await placesOf(page);
    expect(furthest({ pinned: pinned ?? theme }, { pinned: tidied["theme:inbedding"] ?? theme })).toBeLessThanOrEqual(1);
    expect(furthest(others, tidied)).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Ongedaan maken" }).first().click();
    await page.getByRole("button", { name: "Ongedaan maken" }).first().click();
    await expect.poll(async () => furthest(before, await placesOf(page))).toBeLessThanOrEqual(1);
    calm();
    await close();
  });

  test("the address opens the same items, places and selection elsewhere, also in English and on a telephone", async () => {
    const first = await open("/verken?toon=institution:graafschap-college&kies=institution:graafschap-college");
    await first.page
      .locator(".detail-bar")
      .getByRole("button", { name: /Klap uit/ })
      .click();
    await expect.poll(() => first.page.locator("graph-canvas .item").count()).toBe(26);
    await expect.poll(() => first.page.url()).toContain("network:");
    const ids = Object.keys(await placesOf(first.page)).sort();
    const address = first.page.url();
    const transformsIn = (page: Page) =>
      page
        .locator("graph-canvas .spot")
        .evaluateAll<Record<string, string | null>, DrawnElement>((spots) =>
          Object.fromEntries(spots.map((spot) => [spot.dataset.spot, spot.getAttribute("transform")])),
        );
    const places = await transformsIn(first.page);

    const second = await visit(await browser(), site.address, { viewport: { width: 360, height: 740 } });
    await second.page.goto(`${address}&taal=en`);
    await expect.poll(() => second.page.locator("graph-canvas .item").count()).toBe(26);
    expect(Object.keys(await placesOf(second.page)).sort()).toStrictEqual(ids);
    expect(await transformsIn(second.page)).toStrictEqual(places);
    await second.page.getByRole("heading", { name: "Graafschap College" }).waitFor();
    expect(await second.page.locator(".item[data-selected]").getAttribute("data-id")).toBe("institution:graafschap-college");
    for (const { calm, close } of [first, second]) {
      calm();
      await close();
    }
  });

  test("what an address asks for and is not there is said", async () => {
    const { page, calm, close } = await open("/verken?toon=theme:ai,theme:bestaat-niet");
    await page.getByText("1 item uit deze link staat niet in de gegevens: ").waitFor();
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(1);
    calm();
    await close();
  });

  test("list and drawing show the same; what is chosen in one is chosen in the other", async () => {
    const { page, calm, close } = await open(
      "/verken?toon=question:inbedding-gpl,institution:summa-college,institution:rijn-ijssel",
    );
    await page.locator("graph-canvas .item").nth(2).waitFor();
    const idsIn = (selector: string) =>
      page.locator(selector).evaluateAll<unknown[], DrawnElement>((items) => items.map((item) => item.dataset.id).sort());
    expect(await idsIn("item-list .item-pick")).toStrictEqual(await idsIn("graph-canvas .item"));
    await page
      .locator("item-list")
      .getByRole("button", { name: /^Summa College/ })
      .click();
    await page.locator('.item[data-id="institution:summa-college"][data-selected]').waitFor();
    await page.getByRole("button", { name: "Sluit details, terug naar de lijst" }).click();
    await page.locator("item-list").getByRole("button", { name: "Verberg: Rijn IJssel" }).click();
    await expect.poll(() => idsIn("graph-canvas .item")).toStrictEqual(["institution:summa-college", "question:inbedding-gpl"]);
    expect(await textOf(page.locator("explore-status"))).toContain("1 verborgen door jou.");
    calm();
    await close();
  });

  test("the ways between two items, as sentences, shortest first", async () => {
    const { page, calm, close } = await open("/verken?toon=institution:mediacollege-amsterdam,institution:summa-college");
    await page.getByText("Hoe hangen twee items samen?").click();
    for (const [end, name] of [
      ["Van", "Mediacollege"],
      ["Naar", "Summa"],
    ] as const) {
      await page.getByRole("combobox", { name: end, exact: true }).fill(name);
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
    }
    const ways = page.locator("path-finder .ways > li");
    await ways.first().waitFor();
    const steps = (await ways.locator(".label").allInnerTexts()).map((text) => Number(/\d+/.exec(text)?.[0] ?? 1));
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toStrictEqual([...steps].sort((one, other) => one - other));
    expect(await textOf(ways.first().locator("p").nth(1))).toMatch(/^Mediacollege Amsterdam \(Ma\) .* Summa College\.$/s);
    await ways.first().getByRole("button", { name: "Toon in de tekening" }).click();
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe((steps[0] ?? 0) + 1);
    await expect.poll(() => page.url()).toContain("naar=institution:summa-college");
    await page.reload();
    await ways.first().waitFor();
    calm();
    await close();
  });
});
