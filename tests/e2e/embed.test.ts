import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../real/browser.ts";
import { openSite, type Site, textOf } from "./site.ts";
import { axeFindings, type DrawnElement, focusedElement } from "./visit.ts";

const items = "institution:summa-college,institution:rijn-ijssel,question:inbedding-gpl,theme:ai";
/** What stands in the page of somebody else, whose server names ours in its policy and nothing else. */
const pages = (site: string): Readonly<Record<string, string>> => ({
  "/script": `<h1>Wij</h1><div><script type="module" src="${site}/overlap-graph.js"></script>
    <overlap-graph id="one" items="${items}"><p>Een tabel van de schrijver</p></overlap-graph>
    <overlap-graph id="two" lang="en" view="${site}/verken?toon=theme:ai,question:inbedding-gpl&amp;op=0.0,300.40&amp;kies=theme:ai"></overlap-graph>
    <overlap-graph id="three" around="theme:ai" limit="3" layout="grid"></overlap-graph>
    <overlap-graph id="four" src="/eigen.json"></overlap-graph>
    <p id="end">Einde van de pagina</p></div>`,
  "/fallback": `<h1>Wij</h1><script type="module" src="${site}/overlap-graph.js"></script>
    <overlap-graph items="${items}"><p>Een tabel van de schrijver</p></overlap-graph>`,
  "/frame": `<h1>Wij</h1><iframe title="Overlap" width="900" height="600" src="${site}/insluiten/kader?toon=${items}&amp;taal=en"></iframe>
    <p>Einde van de pagina</p>`,
});
/** With room above and below, so that there is something to scroll. */
const wholePage = (body: string) =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Elders</title><link rel="stylesheet" href="/style.css"></head><body><main>${body}</main></body></html>`;
const style = "body { padding-bottom: 3000px } #one { --overlap-accent: rgb(1, 2, 3) } :root { --paper: red; --ink: red }";

let host: Server;
let elsewhere: string;
let site: Site;
/** A server that lets nobody in. */
let closed: Site;
let own = "{}";

beforeAll(async () => {
  host = createServer(({ url = "" }, reply) => {
    const [path = "", asked] = url.split("?");
    const from = asked === "closed" ? closed.address : site.address;
    const policy = `default-src 'none'; script-src ${from}; connect-src 'self' ${from}; style-src 'self'; frame-src ${from}`;
    const known = { "/style.css": ["text/css", style], "/eigen.json": ["application/json", own] }[path];
    const [media = "", body = ""] = known ?? ["text/html", wholePage(pages(from)[path] ?? "")];
    reply.writeHead(200, { "content-type": media, "content-security-policy": policy }).end(body);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => host.once("listening", listening));
  elsewhere = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  site = await openSite({ corsOrigins: [elsewhere], frameOrigins: [elsewhere] });
  closed = await openSite();
  own = await (await fetch(`${site.address}/api/subgraph?ids=theme:ai,question:inbedding-gpl`)).text();
});
afterAll(async () => {
  host.close();
  host.closeAllConnections();
  await Promise.all([site.close(), closed.close()]);
});

describeInBrowser("drawings in pages of another site", (browser) => {
  async function open(path: string) {
    const page = await (await browser()).newPage({ viewport: { width: 1_000, height: 800 } });
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => {
      if (![elsewhere, site.address, closed.address].includes(new URL(request.url()).origin)) wrong.push(request.url());
    });
    await page.goto(elsewhere + path);
    return { page, wrong };
  }
  const drawn = (page: Page, id: string) => page.locator(`#${id} graph-canvas .item`);
  const zoomOf = (page: Page, id: string): Promise<string | null> =>
    page.locator(`#${id} .canvas-world`).first().getAttribute("transform");
  const scrolled = (page: Page): Promise<number> => page.evaluate("scrollY");

  test("stand beside each other under a strict policy, tell what is selected, and take no scrolling", async () => {
    const { page, wrong } = await open("/script");
    await page.evaluate(
      `["ready", "select", "open", "error"].forEach((name) => document.addEventListener("overlap-" + name, (event) => (window.heard ??= []).push([name, event.item?.id ?? event.items])))`,
    );
    await drawn(page, "one").nth(3).waitFor({ state: "attached" });
    await drawn(page, "two").nth(1).waitFor({ state: "attached" });
    await drawn(page, "three").nth(3).waitFor({ state: "attached" });
    await drawn(page, "four").nth(1).waitFor({ state: "attached" });
    expect(await page.locator("#three .canvas-heading").first().textContent()).toMatch(/\(\d+\)/);
    expect(
      await drawn(page, "two").evaluateAll<(string | null)[], DrawnElement>((all) =>
        all.map((one) => one.getAttribute("transform")),
      ),
    ).toEqual(expect.arrayContaining([expect.stringContaining("translate(300 40)")]));
    // The language, the selection and the words are those of each one.
    expect(await textOf(page.locator("#two .about"))).toContain("See it in Overlap");
    expect(await textOf(page.locator("#one .about"))).toContain("Kies een item");
    await drawn(page, "one").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate<string>(`${focusedElement}.href`)).toContain(`${site.address}/instelling/`);
    await expect.poll(() => textOf(page.locator("#one .about"))).toMatch(/verband(en)? in deze tekening/);
    expect(await textOf(page.locator("#two .about"))).toContain("See it in Overlap");
    expect(await page.evaluate("window.heard.filter(([name]) => name === 'open').length")).toBe(1);
    // Its own table stands in the place of the author's, who wrote none.
    await page.locator("#four summary").click();
    expect(await page.locator("#four tbody tr").count()).toBe(2);
    await page.locator("#one summary").click();
    await page.getByText("Een tabel van de schrijver").waitFor();
    // Colours: what the page names, and nothing of its own.
    const styleOf = (id: string, name: string) =>
      page.evaluate(`getComputedStyle(document.querySelector("#${id}").shadowRoot.querySelector(".from a")).${name}`);
    expect(await styleOf("one", "color")).toBe("rgb(1, 2, 3)");
    expect(await styleOf("two", "color")).not.toBe("rgb(1, 2, 3)");
    expect(await axeFindings(page)).toEqual([]);
    // The wheel is the page's, unless Ctrl is held.
    const box = await page.locator("#one .stage").boundingBox();
    if (!box) throw new Error("It is not drawn");
    await page.mouse.move(box.x + 200, box.y + 100);
    const before = await zoomOf(page, "one");
    const top = await scrolled(page);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(top);
    expect(await zoomOf(page, "one")).toBe(before);
    await page.evaluate(`scrollTo(0, ${top})`);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -120);
    await page.keyboard.up("Control");
    await expect.poll(() => zoomOf(page, "one")).not.toBe(before);
    expect(await scrolled(page)).toBe(top);
    expect(wrong).toEqual([]);
    await page.close();
  });

  test("show what their author wrote when the server does not let that site read", async () => {
    const { page } = await open("/fallback?closed");
    await page.getByText("De tekening kan nu niet worden opgehaald").waitFor();
    expect(await page.getByText("Een tabel van de schrijver").isVisible()).toBe(true);
    await page.close();
  });

  test("stand in a frame where the settings name the site, and nowhere else", async () => {
    const { page, wrong } = await open("/frame");
    const inside = page.frameLocator("iframe");
    await inside.locator("graph-canvas .item").nth(3).waitFor({ state: "attached" });
    expect(await textOf(inside.locator(".about"))).toContain("Choose an item");
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await page.goto(`${elsewhere}/frame?closed`);
    await expect.poll(() => wrong.some((text) => text.includes("frame-ancestors"))).toBe(true);
    expect(await inside.locator("overlap-graph").count()).toBe(0);
    await page.close();
  });

  test("can be had from a page that shows them, from a link that was copied", async () => {
    const page = await (await browser()).newPage();
    await page.goto(`${site.address}/insluiten`);
    await page.locator("overlap-graph .item").nth(7).waitFor({ state: "attached" });
    await page.getByLabel("Link naar een tekening").fill("niets");
    await page.getByRole("button", { name: "Toon" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Link naar een tekening").fill(`${site.address}/verken?toon=theme:ai,question:inbedding-gpl`);
    await page.getByRole("button", { name: "Toon" }).click();
    await expect.poll(() => page.locator("overlap-graph .item").count()).toBe(2);
    const frame = (await page.locator(".snippet").nth(1).textContent()) ?? "";
    const address = /src="([^"]+)"/.exec(frame)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await page.goto(address);
    await page.locator("overlap-graph .item").nth(1).waitFor({ state: "attached" });
    await page.close();
  });
});
