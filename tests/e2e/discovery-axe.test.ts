import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site } from "./site.ts";
import { answered, axeFindings, visit } from "./visit.ts";

const five = "met=rijn-ijssel,graafschap-college,summa-college,koning-willem-i-college,mediacollege-amsterdam";

/** Each state of the pages: its address, and what is pressed before it is looked at. */
const states: Readonly<Record<string, readonly [path: string, ...press: string[]]>> = {
  "choosing an institution": ["/instelling"],
  "an institution": ["/instelling/rijn-ijssel"],
  "an institution of which little is known": ["/instelling/kennisnet"],
  "reasons, opened to their sources": ["/instelling/rijn-ijssel?waarom=roc-nijmegen", ".reason summary", ".lens summary"],
  "an opportunity, opened": ["/instelling/rijn-ijssel", ".opportunity summary"],
  "weights of one's own and who is missed": ["/instelling/rijn-ijssel?weging=themes:0&uit=age&mist=noorderpoort"],
  "an institution that is not there": ["/instelling/bestaat-niet"],
  opportunities: ["/kansen", ".opportunity summary"],
  "opportunities without any": ["/kansen?thema=theme:zelfregulatie&netwerk=network:gpa&soort=outcome&bewijs=stated"],
  "what is missing": ["/kansen?toon=gaten"],
  "a match": ["/kans?wie=rijn-ijssel&vraag=blend-leervormen&aanbod=product:kaders-flexibel-summa&van=summa-college"],
  "no match chosen": ["/kans"],
  "no overlap chosen": ["/overlap"],
  "the overlap as a table with evidence": [`/overlap?${five}`, "button.cell"],
  "the overlap as a list": [`/overlap?${five}&vorm=lijst&rijen=themas`, ".overlap-list summary"],
  "a question to be asked": ["/vraag"],
  "a question with matches": ["/vraag?tekst=hoe%20blijft%20het%20leerlab%20in%20gebruik", ".own-match summary"],
};

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describeInBrowser("axe finds nothing", (browser) => {
  async function show(page: Page, [path, ...press]: readonly [string, ...string[]]): Promise<void> {
    await page.goto(site.address + path);
    await page.locator("main h1").first().waitFor({ state: "attached" });
    await answered(page);
    for (const selector of press) await page.locator(selector).first().click();
    await answered(page);
  }

  test.each(Object.keys(states))("%s", async (name) => {
    const state = states[name];
    if (!state) throw new Error(`No state ${name}`);
    const { page, calm, close } = await visit(await browser(), site.address, {}, [404]);
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 320],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await show(page, state);
      expect(await axeFindings(page), `${colorScheme}, ${width} wide`).toStrictEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), `${width} wide`).toBeLessThanOrEqual(0);
    }
    calm();
    await close();
  });
});
