import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { projectRoot } from "../server/app.ts";
import { axeFindings, type DrawnElement, visit } from "./visit.ts";

/** Where nobody is: the browser is handed every file of this address. */
const address = "http://elsewhere.test";
/** As strict as the site itself. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'";
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "overlap-two-canvases-"));
  const vite = join(projectRoot, "node_modules", "vite", "bin", "vite.js");
  const page = join(projectRoot, "tests", "web", "drawing", "two-canvases");
  const options = ["--config", "web/vite.config.ts", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, [vite, "build", page, ...options], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileAt(path: string): Promise<Buffer | undefined> {
  const file =
    path === "/no-eval.js" ? join(projectRoot, "web", "public", path) : join(folder, path === "/" ? "index.html" : path);
  return readFile(file).catch(() => undefined);
}

describeInBrowser("drawings in somebody else's page, each with a state of its own", (browser) => {
  async function open(colorScheme: "light" | "dark" = "light") {
    const seen = await visit(await browser(), address, { colorScheme, reducedMotion: "reduce" });
    await seen.page.route(`${address}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      const body = await fileAt(path);
      const type = types[path === "/" ? ".html" : extname(path)] ?? "text/plain";
      await (body
        ? route.fulfill({ body, headers: { "content-type": type, "content-security-policy": policy } })
        : route.fulfill({ status: 204 }));
    });
    await seen.page.goto(address);
    await itemsOf(seen.page, "alone").nth(1).waitFor();
    return seen;
  }
  const itemsOf = (page: Page, id: string): Locator => page.locator(`#${id} graph-canvas .item`);
  const namesIn = (page: Page, id: string) =>
    itemsOf(page, id).evaluateAll<(string | null)[], DrawnElement>((items) =>
      items.map((item) => item.getAttribute("aria-label")),
    );
  const told = (page: Page, id: string) => page.locator(`#${id} ~ p`).first().textContent();
  /** Everything that can be seen and heard of one drawing. */
  const all = (page: Page, id: string) => page.locator(`#${id} graph-canvas .canvas-world`).innerHTML();

  test("draw their own items in their own language, Dutch where nobody says which", async () => {
    const { page, calm, close } = await open();
    expect(await namesIn(page, "dutch")).toStrictEqual([
      "Summa College, instelling, 3 verbanden, 2 niet in beeld",
      "Hoe gebruik je ruimtes?, vraagstuk, 3 verbanden, 2 niet in beeld, omstreden",
    ]);
    expect((await namesIn(page, "english"))[2]).toMatch(/^Artificial intelligence, theme, 3 links/);
    expect((await namesIn(page, "alone"))[0]).toMatch(/^Kunstmatige intelligentie, thema, 3 verbanden/);
    expect(await page.getByRole("application", { name: "Tekening" }).count()).toBe(2);
    expect(await page.getByRole("application", { name: "Drawing" }).count()).toBe(1);
    expect(await page.getByRole("img", { name: /^Summa College asks How to use spaces\?\./ }).count()).toBe(1);
    expect(await axeFindings(page)).toStrictEqual([]);
    calm();
    await close();
  });

  test("what is chosen, moved or said in one changes nothing in another", async () => {
    const { page, calm, close } = await open();
    const before = { dutch: await all(page, "dutch"), alone: await all(page, "alone") };
    const english = itemsOf(page, "english");
    await english.first().focus();
    await page.keyboard.press(" ");
    await page.locator("#english .item[data-selected]").waitFor();
    await page.keyboard.press("ArrowRight");
    expect(await told(page, "english")).toMatch(/^Summa College asks How to use spaces\?/);
    await page.keyboard.press("Alt+ArrowDown");
    await page.locator("#english .item-pin").waitFor({ state: "attached" });
    expect(await all(page, "dutch")).toBe(before.dutch);
    expect(await all(page, "alone")).toBe(before.alone);
    expect(await told(page, "dutch")).toBe("");

    const englishNow = await all(page, "english");
    const box = await itemsOf(page, "dutch").nth(1).locator(".glyph-shape").boundingBox();
    if (!box) throw new Error("The question is not drawn");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('#dutch .item[data-id="question:ruimtes"][data-selected]').waitFor();
    expect(await all(page, "english")).toBe(englishNow);
    calm();
    await close();
  });

  test("another language in one leaves the other as it is", async () => {
    const { page, calm, close } = await open();
    const alone = await all(page, "alone");
    await page.locator("#dutch + button").click();
    await expect.poll(() => namesIn(page, "dutch")).toContainEqual(expect.stringMatching(/^How to use spaces\?, question/));
    await page.locator("#english + button").click();
    await expect
      .poll(() => namesIn(page, "english"))
      .toContainEqual(expect.stringMatching(/^Hoe gebruik je ruimtes\?, vraagstuk/));
    expect((await namesIn(page, "dutch"))[1]).toMatch(/^How to use spaces\?/);
    expect(await all(page, "alone")).toBe(alone);
    calm();
    await close();
  });

  test("one that is moved in the page goes on there, with what is provided there", async () => {
    const { page, calm, close } = await open();
    await page.evaluate(`document.querySelector("#english").append(document.querySelector("#alone > div"))`);
    const moved = page.locator("#english > div").last().locator(".item");
    await expect.poll(() => moved.first().getAttribute("aria-label")).toMatch(/^Artificial intelligence, theme/);
    const box = await moved.first().locator(".glyph-shape").boundingBox();
    if (!box) throw new Error("The theme is not drawn");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('#english .item[data-id="theme:ai"][data-selected]').waitFor();
    expect(await page.locator("#english .item[data-selected]").count()).toBe(1);
    calm();
    await close();
  });

  test.each([
    ["light", "rgb(255, 255, 255)", "rgb(27, 36, 48)"],
    ["dark", "rgb(20, 24, 31)", "rgb(232, 236, 241)"],
  ] as const)(
    "look as on the site without its style sheets, %s, and take a colour of the page over",
    async (scheme, paper, ink) => {
      const { page, calm, close } = await open(scheme);
      expect(await page.evaluate("document.styleSheets.length")).toBe(0);
      const styleOf = (selector: string, name: string) =>
        page.evaluate(`(() => {
        const [box, inside] = ${JSON.stringify(selector)}.split(" ");
        return getComputedStyle(document.querySelector(box + " graph-canvas").shadowRoot.querySelector(inside))[${JSON.stringify(name)}];
      })()`);
      expect(await styleOf("#dutch .canvas-stage", "backgroundColor")).toBe(paper);
      expect(await styleOf("#dutch .item-name", "fill")).toBe(ink);
      expect(await styleOf("#dutch .canvas-stage", "height")).toBe("220px");
      await page.evaluate(`document.querySelector("#english").style.setProperty("--paper", "rgb(1, 2, 3)")`);
      expect(await styleOf("#english .canvas-stage", "backgroundColor")).toBe("rgb(1, 2, 3)");
      expect(await styleOf("#alone .canvas-stage", "backgroundColor")).toBe(paper);
      calm();
      await close();
    },
  );
});
