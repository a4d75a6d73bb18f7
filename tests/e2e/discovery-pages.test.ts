import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { answered } from "./visit.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("opportunities, gaps and questions", (browser) => {
  async function open(path: string): Promise<Page> {
    const page = await (await browser()).newPage({ locale: "nl-NL" });
    await page.goto(site.address + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }
  const csvOf = async (page: Page): Promise<string[]> => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download als tabel" }).click(),
    ]);
    return (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  };
  const numberIn = (text: string) => Number(text.replace(/[^\d]/g, ""));

  test("opportunities are filtered by chips and lists, and open to a path of links that follow on each other", async () => {
    const page = await open("/kansen");
    const count = page.getByText(/^\d+ van [\d.]+ kansen$/);
    await count.waitFor();
    const all = numberIn((await textOf(count)).split(" van ")[1] ?? "");
    await page.getByRole("button", { name: "ruimtes" }).click();
    await expect.poll(async () => numberIn((await textOf(count)).split(" van ")[1] ?? "")).toBeLessThan(all);
    expect(page.url()).toContain("soort=space");
    const card = page.locator("opportunity-card").first();
    await card.getByText("Waarom past dit?").click();
    await card.locator(".reasons-sum").waitFor();
    const steps = await card.locator("lazy-fold opportunity-why > fact-list .fact-sentence").allInnerTexts();
    expect(steps.length).toBeGreaterThan(1);
    const amounts = await card.locator(".reasons > ol .amount").allInnerTexts();
    const score = numberIn(await textOf(card.locator(".score")));
    expect(amounts.reduce((sum, amount) => sum + numberIn(amount), 0)).toBe(score);

    await page.getByRole("combobox", { name: "Netwerk" }).selectOption({ label: "Werkgroep Learning Labs" });
    await expect.poll(() => page.url()).toContain("netwerk=network:werkgroep-learning-labs");
    await answered(page);
    const lines = await csvOf(page);
    expect(lines[0]).toMatch(/^\uFEFFwie zoekt;vraag;wat er al is;soort;van;punten;/);
    expect(lines).toHaveLength((await page.locator("opportunity-card").count()) + 1);
    expect(lines.slice(1).every((line) => line.includes(";ruimte;"))).toBe(true);
    await page.close();
  });

  test("an institution's table holds all parts of its page, each with its sources", async () => {
    const page = await open("/instelling/graafschap-college");
    await page.locator(".opportunity-group").first().waitFor();
    await page.locator("portrait-lens li").first().waitFor();
    await page.locator("peer-list").waitFor();
    const [head = "", ...lines] = await csvOf(page);
    expect(head).toMatch(/^\uFEFFdeel;plaats;instelling;punten;.*;bron;adres van de bron;basis;gegevens versie$/);
    const parts = new Set(lines.map((line) => line.split(";", 1)[0]));
    expect([...parts].slice(0, 5)).toEqual(["Lijkt op", "Kunnen jullie van leren", "Trots op", "Leverde op", "Liep tegenaan"]);
    expect(lines.every((line) => /;\d+-[0-9a-f]{12}$/.test(line))).toBe(true);
    await page.close();
  });

  test("an institution sees the best for each of its questions, and the rest when it asks, as the link says", async () => {
    const page = await open("/instelling/graafschap-college");
    const groups = page.locator(".opportunity-group");
    await groups.first().waitFor();
    const offersIn = (index: number) => groups.nth(index).locator("opportunity-card");
    const names = await groups.locator("h3 > node-link").allInnerTexts();
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
    expect(await offersIn(0).count()).toBe(2);
    const more = groups.first().getByRole("button", { name: /^Toon er nog \d+ bij deze vraag/ });
    const left = numberIn((await textOf(more)).split(" bij ")[0] ?? "");
    await more.click();
    await expect.poll(() => offersIn(0).count()).toBe(2 + left);
    expect(await offersIn(1).count()).toBe(2);
    await page.getByRole("button", { name: /^Toon nog \d+ vragen van jullie/ }).click();
    await expect.poll(() => groups.count()).toBeGreaterThan(3);
    await page.reload();
    await expect.poll(() => offersIn(0).count()).toBe(2 + left);
    expect(await groups.count()).toBeGreaterThan(3);
    await page.close();
  });

  test("an institution of which no question is known is not told that nothing fits", async () => {
    const page = await open("/instelling/roc-a12");
    await page.getByText("We weten nog niet welke vragen deze instelling heeft.").waitFor();
    expect(await page.getByText("We vonden nog niets dat past").count()).toBe(0);
    await page.close();
  });

  test("an offer that several institutions could learn from stands there once, with the page of each", async () => {
    const page = await open("/kansen?aantal=24");
    const shared = page.locator("opportunity-card").filter({ hasText: "instellingen vragen dit" }).first();
    await shared.waitFor();
    const told = numberIn(/(\d+) instellingen vragen dit/.exec(await textOf(shared))?.[1] ?? "");
    const others = shared.locator(".opportunity-others a");
    expect(await others.count()).toBe(told - 1);
    const name = await textOf(others.first());
    await others.first().click();
    await expect.poll(() => textOf(page.getByRole("heading", { level: 1 }))).toContain(`Wat ${name} kan leren van`);
    await page.locator(".match-sentence").waitFor();
    await page.close();
  });

  test("a count in the address that is none is left alone", async () => {
    for (const count of ["-3", "2.5", "veel"]) {
      const page = await open(`/kansen?aantal=${count}`);
      await expect.poll(() => page.locator("opportunity-card").count()).toBe(12);
      await page.close();
    }
  });

  test("as many dots never go with another word for how sure something is", async () => {
    const page = await open("/kansen?aantal=96");
    await expect.poll(() => page.locator("opportunity-card").count()).toBe(96);
    const marks = await page.evaluate<[number, string][]>(
      `[...document.querySelectorAll(".certainty")].map((mark) => [mark.querySelectorAll("[data-filled]").length, mark.dataset.level])`,
    );
    const levels = new Map<number, Set<string>>();
    for (const [dots, level] of marks) levels.set(dots, new Set([...(levels.get(dots) ?? []), level]));
    expect(levels.size).toBeGreaterThan(2);
    for (const [dots, words] of levels) expect([...words], `${dots} dots`).toHaveLength(1);
    await page.close();
  });

  test("the gap board counts what it lists", async () => {
    const page = await open("/kansen?toon=gaten");
    await page.locator(".gap").first().waitFor();
    expect(await page.locator(".gap").count()).toBe(4);
    const told = (await page.locator(".gap-count").allInnerTexts()).map(numberIn);
    const more = page.getByRole("button", { name: /^Toon alle/ });
    for (let left = await more.count(); left > 0; left -= 1) await more.first().click();
    for (const [index, gap] of (await page.locator(".gap").all()).entries())
      expect(await gap.locator("li").count()).toBe(told[index]);
    expect(await csvOf(page)).toHaveLength(told.reduce((sum, count) => sum + count, 1));
    await page.close();
  });

  test("a question in own words finds who asks it and why, and only goes into the link to be shared", async () => {
    const page = await open("/vraag");
    const text = "Hoe houden we het leerlab na de start in gebruik?";
    const asked = page.waitForRequest("**/api/questions/match");
    await page.getByRole("textbox", { name: "Jouw vraag" }).fill(text);
    await page.getByRole("button", { name: "Zoek wie dit ook vraagt" }).click();
    expect((await asked).method()).toBe("POST");
    await page.locator(".own-match").first().waitFor();
    expect(page.url()).toBe(`${site.address}/vraag`);
    expect(await textOf(page.locator(".own-match dd").first())).not.toBe("");
    await page.locator(".own-match summary").first().click();
    const why = page.locator(".own-match table").first();
    await why.waitFor();
    const amounts = (await why.locator("tbody .amount").allInnerTexts()).map((amount) => Number(amount.replace(",", ".")));
    const total = Number((await textOf(why.locator("tfoot .amount"))).replace(",", "."));
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total, 5);
    expect(await page.locator(".own-match .own-words mark").count()).toBeGreaterThan(0);

    await page.getByRole("button", { name: "Deel" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("tekst")).toBe(text);
    const first = await textOf(page.locator(".own-match h3").first());
    await page.reload();
    await page.locator(".own-match").first().waitFor();
    expect(await textOf(page.locator(".own-match h3").first())).toBe(first);
    await page.close();
  });

  test("an institution that is not there, and data that are away, are told in words with a way on", async () => {
    const page = await open("/instelling/bestaat-niet");
    await page.getByRole("alert").first().waitFor();
    expect(await textOf(page.getByRole("alert").first())).toContain("staat niet (meer) in de gegevens");
    expect(await page.getByRole("alert").count()).toBe(1);
    await page.goto(`${site.address}/kans?wie=rijn-ijssel&vraag=blend-leervormen&aanbod=product:bestaat-niet`);
    await page.getByText("Deze match is er niet (meer).").waitFor();
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(`${site.address}/kansen`);
    await page.getByRole("alert").first().waitFor();
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Probeer opnieuw" }).first().click();
    await page.locator("opportunity-card").first().waitFor();
    await page.close();
  });

  test("addresses take the ids of the API as well as our own shorter names", async () => {
    const both = async (one: string, other: string, told: (page: Page) => Promise<string>) => {
      const said: string[] = [];
      for (const path of [one, other]) {
        const page = await open(path);
        said.push(await told(page));
        expect(await page.getByRole("alert").count()).toBe(0);
        await page.close();
      }
      expect(said[0]).not.toBe("");
      expect(said[1]).toBe(said[0]);
    };
    const waited = (selector: string) => async (page: Page) => {
      await page.locator(selector).first().waitFor();
      return (await page.locator(selector).allInnerTexts()).join("\n");
    };
    await both(
      "/instelling/graafschap-college?mist=aventus&waarom=rijn-ijssel",
      "/instelling/institution:graafschap-college?mist=institution:aventus&waarom=institution:rijn-ijssel",
      async (page) =>
        [await waited(".lead")(page), await waited(".why-not .card")(page), await waited("li.peer .reasons")(page)].join(),
    );
    const api = await fetch(`${site.address}/api/institutions/institution:rijn-ijssel/opportunities?limit=1`);
    const [first] = ((await api.json()) as { opportunities: { question: { id: string }; offer: { id: string } }[] })
      .opportunities;
    const question = first?.question.id ?? "";
    await both(
      `/kans?wie=rijn-ijssel&vraag=${question.replace("question:", "")}&aanbod=${first?.offer.id}`,
      `/kans?wie=institution:rijn-ijssel&vraag=${question}&aanbod=${first?.offer.id}`,
      waited(".match-sentence"),
    );
    await both(
      "/kansen?thema=zelfregulatie&netwerk=owp-ict",
      "/kansen?thema=theme:zelfregulatie&netwerk=network:owp-ict",
      waited(".opportunity-count"),
    );
    await both(
      "/overlap?met=rijn-ijssel,summa-college&orde=summa-college&netwerk=owp-ict",
      "/overlap?met=institution:rijn-ijssel,institution:summa-college&orde=institution:summa-college&netwerk=network:owp-ict",
      waited("overlap-matrix th"),
    );
  });

  test("the same selection opens in the network", async () => {
    const page = await open("/instelling/rijn-ijssel");
    await page.locator("li.peer").first().waitFor();
    // The page shortens its address as soon as the selection is drawn: the first one may be gone before anybody looks.
    const opened = page.waitForURL(/\/verken\?toon=institution:rijn-ijssel,institution:/);
    await page.getByRole("link", { name: "Toon in netwerk" }).click();
    await opened;
    await page.locator("main").getByText("Rijn IJssel").filter({ visible: true }).first().waitFor();
    await page.close();
  });

  test("an institution is found from the list of all", async () => {
    const page = await open("/instelling");
    await page.locator("main a", { hasText: "Aventus" }).click();
    await expect.poll(() => textOf(page.getByRole("heading", { level: 1 }))).toContain("Aventus");
    await expect.poll(() => page.title()).toBe("Aventus – Overlap");
    await page.goBack();
    await expect.poll(() => page.title()).toBe("Instellingen – Overlap");
    await page.close();
  });
});
