import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { hasReaders, runByPython } from "../server/exports/readers.ts";
import { openSite, type Site } from "./site.ts";
import { axeFindings, visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "overlap-e2e-scripts-"));
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The script in a language that the page offers. */
async function scriptIn(page: Page, language: "Python" | "R" | "curl"): Promise<string> {
  const scripts = page.locator("call-scripts");
  await scripts.getByRole("button", { name: language, exact: true }).click();
  return (await scripts.locator("pre").textContent()) ?? "";
}

/** What a program prints. It asks the server of this very process, which must be able to answer meanwhile. */
const printed = async (command: string, ...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(command, [...args], { encoding: "utf8", maxBuffer: 64_000_000 })).stdout;

const isThere = (command: string, ...args: readonly string[]) => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const hasR = isThere("Rscript", "-e", "library(httr2); library(jsonlite)");

/** What each script gets, which must be what the page has got. */
async function allGet(page: Page, expected: unknown): Promise<void> {
  const python = await scriptIn(page, "Python");
  const curl = await scriptIn(page, "curl");
  const r = await scriptIn(page, "R");
  expect(without(JSON.parse(await printed("sh", "-c", curl)))).toEqual(without(expected));
  if (hasReaders("python")) {
    const file = join(folder, "script.py");
    writeFileSync(file, `${python}\nprint(json.dumps(found))\n`);
    expect(without(await runByPython(file))).toEqual(without(expected));
  }
  if (hasR) {
    const file = join(folder, "script.R");
    writeFileSync(file, `${r}\ncat("\\n", jsonlite::toJSON(found$datasetVersion), "\\n", sep = "")\n`);
    const told = await printed("Rscript", file);
    expect(JSON.parse(told.trimEnd().split("\n").at(-1) ?? "")).toEqual([
      (expected as { datasetVersion: string }).datasetVersion,
    ]);
  }
}

/** Without the one thing that differs each time. */
const without = (answer: unknown): unknown => ({ ...(answer as object), milliseconds: 0 });

/** A text that would end a string in any of the languages, were it not taken for what it is. */
const awkward = `MATCH (i:Institution)
WHERE i.name <> $name AND i.name <> 'it\\'s \\\\ "quoted" $HOME \`x\`'
RETURN i.name AS naam, i.year AS jaar
ORDER BY naam`;
const name = `O'Brien "x" \\ \n \`id\` $(id) é 😀`;

describeInBrowser("the code for what a page shows", (browser) => {
  test("gives the same in Python, with curl and in R: of numbers, of an institution, and of a pattern with awkward texts", async () => {
    const { page, calm, close } = await visit(await browser(), site.address);
    await page.goto(`${site.address}/cijfers?maat=betweenness&soort=institution`);
    await page.getByText("Deze gegevens in je eigen programma").click();
    const asked = await page
      .waitForResponse((response) => response.url().includes("/api/numbers/"), { timeout: 1 })
      .catch(() => undefined);
    expect(asked).toBeUndefined(); // opening it asks nothing
    const shown = await page.locator("call-scripts .scripts-call").textContent();
    const address = /GET (\S+)/.exec(shown ?? "")?.[1] ?? "";
    expect(address).toContain(`${site.address}/api/numbers/betweenness?`);
    await allGet(page, await (await fetch(address)).json());
    const taken = page.waitForEvent("download");
    await page.getByRole("link", { name: "met komma’s, voor een script" }).click();
    expect(readFileSync(await (await taken).path(), "utf8")).toMatch(/^node\.id,/);
    expect(await axeFindings(page)).toEqual([]);

    // Another page has asked something else, and several things.
    await page.goto(`${site.address}/instelling/summa-college`);
    await page.getByText("Deze gegevens in je eigen programma").click();
    const which = page.getByLabel("Welke gegevens");
    await which.selectOption({ label: "Gelijkgestemde instellingen" });
    const peers = /GET (\S+)/.exec((await page.locator("call-scripts .scripts-call").textContent()) ?? "")?.[1] ?? "";
    expect(peers).toContain("/peers?");
    await allGet(page, await (await fetch(peers)).json());

    await page.goto(`${site.address}/patronen?${new URLSearchParams({ cypher: awkward, params: JSON.stringify({ name }) })}`);
    await page.locator("pattern-form [type=submit]").click();
    const body = JSON.stringify({ cypher: awkward, params: { name } });
    const headers = { "content-type": "application/json" };
    const answer: unknown = await (await fetch(`${site.address}/api/patterns`, { method: "POST", headers, body })).json();
    await page.locator("pattern-result").getByText("Deze gegevens in je eigen programma").click();
    expect((answer as { rows: unknown[] }).rows.length).toBeGreaterThan(5);
    await allGet(page, answer);
    expect(await scriptIn(page, "Python")).toContain('"version": "1-');

    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    calm();
    await close();
  });
});
