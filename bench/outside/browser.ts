/** The browser, in a process of its own: reads a `BrowserOrder` from its input, opens pages, and prints a `BrowserFigures`. */
import { text } from "node:stream/consumers";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../tests/real/find-browser.ts";
import type { BrowserFigures, BrowserOrder, Drawing, Expansion, Opening, Use } from "../parts/browser.ts";
import { drawLarge, isDrawn, now, panFrames, tasksAnew, watchLongTasks, whatItTook } from "./in-page.ts";

const middleOf = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "nl-NL" });
  const page = await context.newPage();
  await page.addInitScript("globalThis.__name = (named) => named"); // what the compiler wraps named functions in
  await page.addInitScript(watchLongTasks);
  return page;
}

/** Until so many of what the selector names are there. */
async function opening(
  browser: Browser,
  turns: number,
  { name, url, selector, count }: BrowserOrder["pages"][number],
): Promise<Opening> {
  const seen: { there: number; paint: number; bytes: number; tasks: number[] }[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const page = await newPage(browser);
    await page.goto(url, { waitUntil: "commit" });
    await page
      .locator(selector)
      .nth(count - 1)
      .waitFor({ state: "attached" });
    const there = await page.evaluate(now);
    await page.waitForTimeout(500); // long tasks are told late
    seen.push({ there, ...(await page.evaluate(whatItTook)) });
    await page.context().close();
  }
  return {
    name,
    there: middleOf(seen.map(({ there }) => there)),
    paint: middleOf(seen.map(({ paint }) => paint)),
    longTasks: middleOf(seen.map(({ tasks }) => tasks.length)),
    longest: middleOf(seen.map(({ tasks }) => Math.max(0, ...tasks))),
    bytes: middleOf(seen.map(({ bytes }) => bytes)),
  };
}

async function expansion(browser: Browser, { turns, expand }: BrowserOrder): Promise<Expansion> {
  const seen: { taken: number; longest: number }[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const page = await newPage(browser);
    await page.goto(expand.url);
    const item = page.locator(`.canvas-world [data-id="${expand.item}"]`);
    await item.waitFor();
    await page.waitForTimeout(1_000);
    await item.focus();
    const begin = await page.evaluate(tasksAnew);
    await page.keyboard.press("Enter");
    await page
      .locator(".canvas-world .item")
      .nth(expand.count - 1)
      .waitFor({ state: "attached" });
    const taken = (await page.evaluate(now)) - begin;
    await page.waitForTimeout(500);
    seen.push({ taken, longest: Math.max(0, ...(await page.evaluate(whatItTook)).tasks) });
    await page.context().close();
  }
  return { taken: middleOf(seen.map(({ taken }) => taken)), longest: middleOf(seen.map(({ longest }) => longest)) };
}

async function drawings(browser: Browser, { expand, drawings }: BrowserOrder): Promise<Drawing[]> {
  const page = await newPage(browser);
  await page.goto(expand.url);
  await page.locator(".canvas-world .item").first().waitFor();
  await page.waitForTimeout(1_000);
  const drawn: Drawing[] = [];
  for (const size of drawings) {
    const milliseconds = await page.evaluate(drawLarge, size);
    await page.waitForTimeout(1_000);
    drawn.push({ ...size, milliseconds, ...(await drag(page)) });
  }
  await page.context().close();
  return drawn;
}

/** The longest task of each kind of work, the middle of several turns; 0 where none took 50 ms. */
async function use(browser: Browser, turns: number, { name, url, count }: BrowserOrder["uses"][number]): Promise<Use> {
  const seen: Omit<Use, "name">[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const page = await newPage(browser);
    const longest = async () => {
      await page.waitForTimeout(1_500); // long tasks are told late
      return Math.max(0, ...(await page.evaluate(whatItTook)).tasks);
    };
    await page.goto(url);
    await page.waitForFunction(isDrawn, count);
    const opening = await longest();
    await page.evaluate(tasksAnew);
    await page.locator("item-list .item-pick").nth(1).click();
    await page.locator("node-detail h2").first().waitFor();
    const selecting = await longest();
    await page.evaluate(tasksAnew);
    await page.locator(".drawing-choice select").first().selectOption("columns");
    await page.locator(".canvas-heading").first().waitFor({ state: "attached" });
    const layingOut = await longest();
    await page.evaluate(tasksAnew);
    await page.locator('graph-canvas .item[tabindex="0"]').focus();
    await page.keyboard.press("Enter");
    const expanding = await longest();
    seen.push({ opening, selecting, layingOut, expanding });
    await page.context().close();
  }
  const of = (work: keyof Omit<Use, "name">) => middleOf(seen.map((tasks) => tasks[work]));
  const [opening, selecting, layingOut, expanding] = [of("opening"), of("selecting"), of("layingOut"), of("expanding")];
  return { name, opening, selecting, layingOut, expanding };
}

async function drag(page: Page) {
  await page.mouse.move(640, 450);
  await page.mouse.down();
  const frames = page.evaluate(panFrames, 2_000);
  for (let step = 0; step < 120; step++) await page.mouse.move(640 + 150 * Math.sin(step / 10), 450 + 100 * Math.cos(step / 10));
  const result = await frames;
  await page.mouse.up();
  return result;
}

async function measure(order: BrowserOrder): Promise<BrowserFigures | { readonly why: string }> {
  const found = await findBrowser();
  if (typeof found === "string") return { why: found };
  const browser = await chromium.launch(found);
  try {
    const openings: Opening[] = [];
    for (const page of order.pages) openings.push(await opening(browser, order.turns, page));
    const uses: Use[] = [];
    for (const drawing of order.uses) uses.push(await use(browser, order.turns, drawing));
    return {
      version: browser.version(),
      openings,
      expansion: await expansion(browser, order),
      drawings: await drawings(browser, order),
      uses,
    };
  } finally {
    await browser.close();
  }
}

console.log(JSON.stringify(await measure(JSON.parse(await text(process.stdin)) as BrowserOrder)));
