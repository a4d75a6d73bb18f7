import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { said, visit } from "./visit.ts";

describeInBrowser("finding one's own place among institutions", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  async function open(path: string, viewport = { width: 1280, height: 800 }) {
    const opened = await visit(await browser(), site.address, { viewport });
    await opened.page.goto(`${site.address}${path}`);
    return opened;
  }
  const numberIn = (text: string) => Number(/\d+/.exec(text)?.[0]);

  test("institutions are narrowed down to a sector, so that colleges do not stand among ministries", async () => {
    const { page, calm, close } = await open("/instelling");
    const listed = page.locator(".institutions .name-columns li");
    await listed.first().waitFor();
    const all = await listed.count();
    expect(await listed.filter({ hasText: "Ministerie" }).count()).toBeGreaterThan(0);
    const chip = page.getByRole("group", { name: "Sector" }).getByRole("button", { name: /^mbo \d+$/ });
    const told = numberIn((await textOf(chip)).replace("mbo", ""));
    await chip.click();
    await page.getByRole("button", { name: /^mbo/, pressed: true }).waitFor();
    expect(await listed.count()).toBe(told);
    expect(told).toBeLessThan(all);
    expect(await listed.filter({ hasText: "Ministerie" }).count()).toBe(0);
    calm();
    await close();
  });

  test("one's own institution is remembered by the browser, and opportunities are for it until one asks for all", async () => {
    const { page, calm, close } = await open("/instelling/rijn-ijssel");
    await page.getByRole("button", { name: "Dit is mijn instelling" }).click();
    expect(await said(page)).toContain("Rijn IJssel is nu jouw instelling");
    await page.getByRole("link", { name: "Kansen", exact: true }).first().click();
    const chip = page.getByRole("button", { name: "alleen voor Rijn IJssel" });
    await chip.waitFor();
    expect(await chip.getAttribute("aria-pressed")).toBe("true");
    expect(new URL(page.url()).searchParams.get("wie")).toBe("rijn-ijssel");
    await page.locator("opportunity-card").first().waitFor();
    for (const sentence of await page.locator(".opportunity-sentence").allInnerTexts())
      expect(sentence.startsWith("Rijn IJssel")).toBe(true);
    await chip.click();
    await page.getByRole("button", { name: "alleen voor Rijn IJssel", pressed: false }).waitFor();
    await expect
      .poll(async () => (await page.locator(".opportunity-sentence").allInnerTexts()).some((one) => !one.startsWith("Rijn")))
      .toBe(true);
    await page.goto(`${site.address}/instelling`);
    await page.locator(".own-institution").getByRole("link", { name: "Rijn IJssel" }).waitFor();
    calm();
    await close();
  });

  test("“wij willen praten” makes a message without an address, and asks nobody for anything", async () => {
    const { page, calm, close } = await open("/kansen");
    await page.locator(".sheet-link").first().click();
    const talk = page.getByRole("link", { name: /Wij willen praten/ });
    await talk.waitFor();
    const mail = new URL((await talk.getAttribute("href")) ?? "");
    expect([mail.protocol, mail.pathname]).toStrictEqual(["mailto:", ""]);
    const [asker, from] = /^Wat (.+) kan leren van (.+)$/.exec((await page.locator("h1").textContent()) ?? "")?.slice(1) ?? [];
    expect(mail.searchParams.get("subject")).toBe(`${asker} wil graag praten met ${from}`);
    expect(mail.searchParams.get("body")).toContain(page.url());
    calm();
    await close();
  });

  test("points stand beside the strongest of the network, and what is known beside what reasons rest on", async () => {
    const { page, calm, close } = await open("/instelling/rijn-ijssel");
    await page.locator(".peer").first().waitFor();
    await page
      .locator(".alike")
      .getByText(/De sterkste match in het hele netwerk heeft \d+ punten/)
      .waitFor();
    const [here] = /\d+ punten/.exec(await textOf(page.locator(".learn > .second").first())) ?? [];
    const kansen = await open("/kansen");
    await kansen.page.getByText(`De sterkste match in het hele netwerk heeft ${here}.`).waitFor();
    await kansen.close();
    const head = await textOf(page.locator(".peer-head").first());
    expect(head).toMatch(/Over beide: (veel|redelijk wat|weinig) bekend/);
    expect(head).toMatch(/De redenen: (vooral uit bronnen|deels uit bronnen|vooral afgeleid)/);
    await page.locator(".peer .fold.why > summary").first().click();
    const grounds = page.getByText(
      /Van deze punten berusten er \d+ helemaal op een bron, \d+ deels, en \d+ op wat wij afleidden/,
    );
    const parts = (await textOf(grounds.first())).match(/\d+/g)?.map(Number) ?? [];
    const score = numberIn(await textOf(page.locator(".peer-head .score").first()));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(score);
    calm();
    await close();
  });

  test.each([
    [1280, 800],
    [360, 740],
  ])("at %i px the table hides no row or column without a sign that brings it into sight", async (width, height) => {
    const { page, calm, close } = await open("/overlap", { width, height });
    await page.locator(".matrix tbody tr").first().waitFor();
    const sign = (side: string) => page.locator(`.matrix-further [data-side=${side}]`);
    await sign("down").waitFor();
    const rows = await page.locator(".matrix tbody tr").count();
    expect(numberIn(await textOf(sign("down")))).toBeLessThan(rows);
    for (const side of ["down", "right"])
      for (let left = await sign(side).count(); left > 0; left = await sign(side).count()) {
        const before = await textOf(sign(side));
        await sign(side).click();
        await expect.poll(async () => ((await sign(side).count()) > 0 ? textOf(sign(side)) : "")).not.toBe(before);
      }
    await sign("up").waitFor();
    expect(numberIn(await textOf(sign("up")))).toBeLessThan(rows);
    if (width < 400) await sign("left").waitFor();
    calm();
    await close();
  });
});
