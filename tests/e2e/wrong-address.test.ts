import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site } from "./site.ts";
import { answered, axeFindings, type Visit, visit } from "./visit.ts";

describeInBrowser("an address that is not quite right", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  async function open(path: string, expected: readonly number[] = []): Promise<Visit> {
    const opened = await visit(await browser(), site.address, {}, expected);
    await opened.page.goto(`${site.address}${path}`);
    return opened;
  }

  test("with something of the text around it, or capitals, finds its page, and is put right", async () => {
    for (const [path, name, right] of [
      ["/instelling/summa-college.", "Summa College", "/instelling/summa-college"],
      ["/instelling/summa-college,", "Summa College", "/instelling/summa-college"],
      ["/instelling/Summa-College", "Summa College", "/instelling/summa-college"],
      ["/Instelling/institution:SUMMA-COLLEGE).", "Summa College", "/instelling/institution:summa-college"],
      ["/OVERLAP.", "Overlap", "/overlap"],
    ] as const) {
      const { page, calm, close } = await open(path);
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await answered(page);
      expect(new URL(page.url()).pathname, path).toBe(right);
      calm();
      await close();
    }
  });

  test("with capitals or a comma in an id of its query shows what it means", async () => {
    const { page, calm, close } = await open("/verken?toon=theme:AI,Institution:Summa-College.");
    await expect.poll(() => page.locator("graph-canvas .item").count()).toBe(2);
    await page.goto(`${site.address}/overlap?met=Summa-College,graafschap-college.`);
    await expect.poll(() => page.locator("overlap-matrix thead th").count()).toBe(3);
    calm();
    await close();
  });

  test("of an institution that is not there names it, and offers those that come nearest", async () => {
    for (const [path, named] of [
      ["/instelling/suma-colege", "‘suma colege’"],
      ["/instelling/summa%zz", "‘summa’"],
      ["/instelling/summa%ff", "‘summa’"],
    ] as const) {
      const { page, calm, close } = await open(path, [404]);
      await page.getByRole("alert").getByText(`${named} staat niet (meer) in de gegevens.`).waitFor();
      const offered = page.locator("nearest-names").getByRole("link", { name: /Summa College/ });
      await offered.waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await offered.click();
      await page.getByRole("heading", { level: 1, name: "Summa College" }).waitFor();
      calm();
      await close();
    }
  });

  test("of the overlap names the institution that is not there", async () => {
    const { page, calm, close } = await open("/overlap?met=summa-college,graafschapp", [404]);
    await page.getByRole("alert").getByText("‘graafschapp’ staat niet (meer) in de gegevens.").waitFor();
    await page
      .locator("nearest-names")
      .getByRole("link", { name: /Graafschap College/ })
      .click();
    await expect.poll(() => page.locator("overlap-matrix thead th").count()).toBe(3);
    expect(new URL(page.url()).search).toBe("?met=summa-college,graafschap-college");
    calm();
    await close();
  });

  test("of a page that is not there names it, in the reader's language, and offers what comes nearest", async () => {
    const dutch = await open("/themas/zelfregulatei");
    await dutch.page.getByRole("heading", { level: 1, name: "Deze pagina is er niet" }).waitFor();
    await dutch.page.getByText("‘/themas/zelfregulatei’").waitFor();
    await dutch.page
      .locator("nearest-names")
      .getByRole("link", { name: /Zelfregulatie/ })
      .first()
      .waitFor();
    expect(await axeFindings(dutch.page)).toEqual([]);
    dutch.calm();
    await dutch.close();
    const english = await open("/zelf%zzregulatie?taal=en");
    await english.page.getByText("There is no page at “/zelfregulatie”.").waitFor();
    await english.page.getByText("Did you mean one of these?").waitFor();
    english.calm();
    await english.close();
  });

  test("to the network names the item that is not there, and offers what comes nearest", async () => {
    const { page, calm, close } = await open("/verken?toon=theme:zelfregulatei");
    await page.getByText("1 item uit deze link staat niet in de gegevens: ‘zelfregulatei’.").waitFor();
    await page
      .locator("nearest-names")
      .getByRole("link", { name: /Zelfregulatie/ })
      .first()
      .waitFor();
    calm();
    await close();
  });
});
