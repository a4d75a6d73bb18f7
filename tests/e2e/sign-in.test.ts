import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site } from "./site.ts";
import { axeFindings, said, visit } from "./visit.ts";

const adminToken = "a-token-of-this-test-alone";
let site: Site;
beforeAll(async () => {
  site = await openSite({ tokens: { adminToken, localToken: undefined } });
});
afterAll(() => site.close());

describeInBrowser("signing in", (browser) => {
  test("with the keyboard alone: a mistake is named at its field, then one is in, also after a reload, and out again", async () => {
    const { page, calm, close } = await visit(await browser(), `${site.address}`, {}, [401]);
    await page.goto(site.address);
    await page.getByRole("link", { name: "Voor redacteuren" }).click();
    const token = page.getByLabel("Toegangscode");
    await token.fill("niet de goede");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Deze toegangscode klopt niet").waitFor();
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("sign-in-token");
    expect(await token.getAttribute("aria-describedby")).toContain("sign-in-wrong");
    expect(await axeFindings(page)).toStrictEqual([]);
    await token.fill(` ${adminToken} `);
    await page.getByLabel(/initialen/).fill("AB");
    await page.keyboard.press("Enter");
    await page.getByText(/Je bent aangemeld als redacteur \(AB\), tot \d\d:\d\d uur/).waitFor();
    expect(await page.evaluate("document.cookie")).toBe("");
    await page.reload();
    await page.getByRole("button", { name: "Afmelden" }).click();
    await token.waitFor();
    expect(await said(page)).toBe("Je bent afgemeld.");
    calm();
    await close();
  });

  test("where nobody can, it says who can change that", async () => {
    const closed = await openSite();
    const { page, calm, close } = await visit(await browser(), closed.address);
    await page.goto(`${closed.address}/aanmelden`);
    await page.getByText("Op deze server kan nu niemand iets veranderen.").waitFor();
    expect(await page.getByLabel("Toegangscode").count()).toBe(0);
    calm();
    await close();
    await closed.close();
  });
});
