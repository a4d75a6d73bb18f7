import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { visit } from "./visit.ts";

describeInBrowser("keys that work on every page", (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("“/” searches, “?” lists the keys, a digit goes where the list says, and a letter in a field stays a letter", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/over`);
    await page.locator("h1").waitFor();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Sneltoetsen" });
    await dialog.waitFor();
    const third = await textOf(dialog.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "3", exact: true }) }));
    const name = /Naar (.+)$/m.exec(third)?.[1] ?? "";
    expect(name).not.toBe("");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.keyboard.press("3");
    await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
    await expect.poll(() => page.evaluate("document.activeElement.tagName"), { timeout: 20_000 }).toBe("H1");

    await page.keyboard.press("/");
    const search = page.getByRole("combobox", { name: "Zoeken", exact: true });
    await expect.poll(() => page.evaluate("document.activeElement.getAttribute('role')"), { timeout: 20_000 }).toBe("combobox");
    await page.keyboard.type("a/3?");
    expect(await search.inputValue()).toBe("a/3?");
    calm();
    await close();
  });

  test("a key that comes right after the list has closed still leads somewhere", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/over`);
    await page.locator("footer").getByRole("button", { name: "Sneltoetsen" }).click();
    // The browser takes the focus out of a closed dialog with its next frame, not at once.
    await page.getByRole("button", { name: "Sluit" }).click();
    await page.locator("site-keys dialog button").dispatchEvent("keydown", { key: "3" });
    await page.waitForURL(`${site.address}/overlap`);
    calm();
    await close();
  });

  test("what is typed after Ctrl + K leads to items, kinds and pages", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/over`);
    await page.locator("h1").waitFor();
    await page.locator("footer").getByText("bronnen").waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("ruimtes");
    await page.getByRole("option", { name: /^Ruimtes: alle 21/ }).click();
    await page.locator(".results-count").getByText("1 tot en met 20 van 21", { exact: true }).waitFor();
    calm();
    await close();
  });

  test("single keys can be put off, and stay off on this device", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/over`);
    await page.locator("footer").getByRole("button", { name: "Sneltoetsen" }).click();
    await page.getByRole("checkbox", { name: "Losse toetsen doen iets" }).uncheck();
    await page.getByRole("button", { name: "Sluit" }).click();
    await page.reload();
    await page.locator("h1").waitFor();
    await page.locator("footer").getByRole("button", { name: "Sneltoetsen" }).waitFor();
    await page.keyboard.press("?");
    await page.keyboard.press("3");
    await page.keyboard.press("Control+k");
    await expect.poll(() => page.evaluate("document.activeElement.getAttribute('role')")).toBe("combobox");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/over");
    calm();
    await close();
  });
});
