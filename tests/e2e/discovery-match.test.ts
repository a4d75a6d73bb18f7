import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { Reader } from "./screen-reader.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { type Visit, visit } from "./visit.ts";

const today = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date());

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The numbers in a text, as Dutch writes them. */
const numbersIn = (text: string) => [...text.matchAll(/\d+(?:\.\d{3})*/g)].map(([number]) => Number(number.replaceAll(".", "")));

describeInBrowser("from an empty start to a printed match", (browser) => {
  /** The start page, in a window where printing is only noted. */
  async function start(): Promise<Visit> {
    const seen = await visit(await browser(), site.address, { locale: "nl-NL" });
    await seen.page.addInitScript("window.print = () => { document.documentElement.dataset.printed = 'yes'; }");
    await seen.page.goto(site.address);
    return seen;
  }

  /** What stands on the printed page; it must be one page of A4. */
  async function expectOnePage(page: Page): Promise<void> {
    expect(await page.locator("html").getAttribute("data-printed")).toBe("yes");
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.emulateMedia({ media: "print" });
    const text = await textOf(page.locator("main"));
    for (const heading of ["De weg ernaartoe", "Waarom dit past", "Wat terug kan", "Volgende stap", "Bronnen en gegevens"])
      expect(text).toContain(heading);
    expect(text).toContain(`Gemaakt op ${today}`);
    expect(text).toMatch(/Gegevens versie \d+-[0-9a-f]{12}/);
    expect(await page.locator("main button:visible").count()).toBe(0);
  }

  test("on one page, also those with the most to tell", async () => {
    const { page, calm, close } = await start();
    const longest = await page.evaluate<string[]>(`Promise.all(
      ["rijn-ijssel", "graafschap-college", "summa-college"].map(async (who) => {
        const answer = await fetch("/api/institutions/institution:" + who + "/opportunities?limit=100");
        const { opportunities } = await answer.json();
        return opportunities.map((one) => ({
          size: JSON.stringify([one.steps, one.sentence, one.approach, one.reasons.map(({ sentence }) => sentence)]).length,
          path: "/kans?wie=" + who + "&vraag=" + one.question.id + "&aanbod=" + one.offer.id,
        }));
      }),
    ).then((all) => all.flat().sort((a, b) => b.size - a.size).slice(0, 6).map(({ path }) => path))`);
    expect(longest).toHaveLength(6);
    for (const path of longest) {
      await page.goto(site.address + path);
      await page.getByRole("button", { name: "Afdrukken" }).click();
      await expectOnePage(page);
      await page.emulateMedia({ media: null });
    }
    calm();
    await close();
  });

  test("by mouse, in four actions", async () => {
    const { page, calm, close } = await start();
    await page.getByRole("combobox", { name: "Zoek je instelling" }).fill("rijn ij");
    await page.getByRole("option", { name: /Rijn IJssel/ }).click();
    await expect.poll(() => textOf(page.getByRole("heading", { level: 1 }))).toContain("Rijn IJssel");
    const peers = page.getByRole("region", { name: "Lijkt op" }).locator("li.peer");
    await expect.poll(() => peers.count()).toBe(5);
    await page
      .getByRole("link", { name: /^Eén pagina om af te drukken/ })
      .first()
      .click();
    await expect.poll(() => textOf(page.getByRole("heading", { level: 1 }))).toMatch(/^Wat Rijn IJssel kan leren van /);
    await expect.poll(() => page.title()).toMatch(/^Wat Rijn IJssel kan leren van .* – Overlap$/);
    expect(await textOf(page.locator(":focus"))).toMatch(/^Wat Rijn IJssel kan leren van /);
    await page.getByRole("button", { name: "Afdrukken" }).click();
    await expectOnePage(page);
    calm();
    await close();
  });

  test("by keyboard alone", async () => {
    const { page, calm, close } = await start();
    /** Presses Tab until something with this role and name has the focus. */
    const tabTo = async (wanted: Locator) => {
      await wanted.waitFor();
      for (let presses = 0; presses < 200; presses += 1) {
        await page.keyboard.press("Tab");
        if ((await page.locator(":focus").and(wanted).count()) > 0) return;
      }
      throw new Error(`Tab never reaches ${wanted}`);
    };
    await tabTo(page.getByRole("combobox", { name: "Zoek je instelling" }));
    await page.keyboard.type("graafschap");
    await page.keyboard.press("Enter");
    await expect.poll(() => textOf(page.getByRole("heading", { level: 1 }))).toContain("Graafschap College");
    await tabTo(page.locator("li.peer summary").first());
    await page.keyboard.press("Enter");
    await page.locator("li.peer .reasons-sum").first().waitFor();
    await tabTo(page.getByRole("link", { name: /^Eén pagina om af te drukken/ }).first());
    await page.keyboard.press("Enter");
    await expect.poll(() => textOf(page.getByRole("heading", { level: 1 }))).toMatch(/^Wat Graafschap College kan leren van /);
    await tabTo(page.getByRole("button", { name: "Afdrukken" }));
    await page.keyboard.press("Enter");
    await expectOnePage(page);
    calm();
    await close();
  });

  test("by reading only what a screen reader hears", async () => {
    const { page, calm, close } = await start();
    const reader = await Reader.of(page);
    await reader.type("combobox", /^Zoek je instelling$/, "rijn ijsel");
    await reader.find("status", /^/);
    await expect.poll(() => reader.text()).toMatch(/\d+ resulta/);
    await page.keyboard.press("Enter");
    await reader.find("heading", /^Rijn IJssel$/);
    await reader.find("DisclosureTriangle", /^Waarom\? /);
    const peers = await reader.text("Lijkt op");
    const score = /\n([\d.]+) punten\nOver beide: (veel|redelijk wat|weinig) bekend\n/.exec(peers);
    expect(score, peers).not.toBeNull();

    await reader.press("DisclosureTriangle", /^Waarom\? /);
    await reader.find("heading", /^Waarom\? De redenen tellen op$/);
    const reasons = await reader.text("Waarom? De redenen tellen op");
    const [sum = "", total = ""] = (/^[\d. +]+ = [\d.]+ punten$/m.exec(reasons)?.[0] ?? "").split(" = ");
    expect(numbersIn(total)).toStrictEqual(numbersIn(score?.[1] ?? ""));
    expect(numbersIn(sum).reduce((all, one) => all + one, 0)).toBe(numbersIn(total)[0]);
    const amounts = [...reasons.matchAll(/^(\d+)\n\s*punten$/gm)].map(([, amount]) => Number(amount));
    expect(numbersIn(sum).slice(0, amounts.length)).toStrictEqual(amounts);

    await reader.press("DisclosureTriangle", /^Waar dit op berust /);
    await reader.find("image", /^Tekening van \d+ items en \d+ verbanden\.$/);
    expect(await reader.text("Waarom? De redenen tellen op")).toMatch(/staat in de bron|afgeleid/);

    await reader.press("link", /^Eén pagina om af te drukken /);
    const title = await reader.find("heading", /^Wat Rijn IJssel kan leren van /);
    const steps = (await reader.text("De weg ernaartoe")).replaceAll("\n", " ");
    expect(steps).toMatch(/Rijn IJssel .*\( (staat in de bron|afgeleid) ; bron(nen)? \d/);
    expect(await reader.text("Volgende stap")).toMatch(/[Vv]raag/);
    expect(title.state.level).toBe(1);
    await reader.press("button", /^Afdrukken$/);
    await expectOnePage(page);
    calm();
    await close();
  });
});
