import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { nodeKindNames } from "../../model/kinds.ts";
import { runProgram } from "../measure.ts";
import { root, startOverlap } from "../overlap.ts";
import type { Part } from "../part.ts";
import { figure, milliseconds, table } from "../report.ts";

/** What the browser is to do. */
export interface BrowserOrder {
  /** How often each page is opened. */
  readonly turns: number;
  /** A page is there when it holds so many of what the selector names. */
  readonly pages: readonly { readonly name: string; readonly url: string; readonly selector: string; readonly count: number }[];
  /** An item on the canvas, which is opened out until there are so many. */
  readonly expand: { readonly url: string; readonly item: string; readonly count: number };
  readonly drawings: readonly { readonly nodes: number; readonly links: number }[];
  /** Drawings of so many items, in which something is done. */
  readonly uses: readonly { readonly name: string; readonly url: string; readonly count: number }[];
}

/** The longest task in milliseconds while a drawing was opened, and while something was done with it. */
export interface Use {
  readonly name: string;
  readonly opening: number;
  readonly selecting: number;
  readonly layingOut: number;
  readonly expanding: number;
}

/** How a page was opened: milliseconds, and bytes that were sent. */
export interface Opening {
  readonly name: string;
  readonly there: number;
  readonly paint: number;
  readonly longTasks: number;
  readonly longest: number;
  readonly bytes: number;
}

export interface Expansion {
  readonly taken: number;
  readonly longest: number;
}

export interface Drawing {
  readonly nodes: number;
  readonly links: number;
  readonly milliseconds: number;
  /** Frames in a second while it is panned, and the longest one in milliseconds. */
  readonly perSecond: number;
  readonly longest: number;
}

export interface BrowserFigures {
  readonly version: string;
  readonly openings: readonly Opening[];
  readonly expansion: Expansion;
  readonly drawings: readonly Drawing[];
  readonly uses: readonly Use[];
}

const size = { nodes: 6_000, links: 24_000, institutions: 60 };
/** The item that is opened out: one with more neighbours than come at a time. */
const start = "institution:institution-0";
const turns = 5;

/** How long a page takes, in a browser that draws in software on the same machine as the server. */
export const browserPart: Part = async ({ world, say }) => {
  const seed = await startOverlap(await world.seed());
  const made = await startOverlap((await world.embedded(world.sample(size))).place);
  try {
    say("opening pages");
    const verken = async (count: number) => ({
      name: `Verken with ${count} items`,
      url: `${made.url}/verken?toon=${(await around(made.url, count)).join(",")}`,
      selector: ".canvas-world .item",
      count,
    });
    const order: BrowserOrder = {
      turns,
      pages: [
        { name: "start page, the project's own data", url: `${seed.url}/`, selector: ".start-questions a", count: 1 },
        ...(await Promise.all([25, 100, 500].map(verken))),
      ],
      expand: { url: `${made.url}/verken?toon=${start}`, item: start, count: 26 },
      drawings: [
        { nodes: 500, links: 1_500 },
        { nodes: 1_000, links: 3_000 },
        { nodes: 5_000, links: 15_000 },
      ],
      uses: [
        { name: "the project's own data", url: drawingOf(seed.url, await everything(seed.url)), count: 401 },
        { name: "1,000 items", url: drawingOf(made.url, (await everything(made.url)).slice(0, 1_000)), count: 1_000 },
      ],
    };
    const figures = await runProgram<BrowserFigures | { why: string }>("outside/browser.ts", order);
    return "why" in figures ? `## In the browser\n\nNot measured: ${figures.why}` : textOf(figures);
  } finally {
    await Promise.all([seed.stop(), made.stop()]);
  }
};

const textOf = ({ version, openings, expansion, drawings, uses }: BrowserFigures) => `## In the browser

Chromium ${version} without a graphics card, 1280 × 800, nothing cached from before; the middle of ${turns} openings. *There*: the milliseconds from the start until
what the page is about can be read or, for a drawing, until all items stand in their places. A long task keeps the page from answering for over 50 ms.

${table(
  ["", "there", "first paint", "long tasks", "longest", "sent"],
  openings.map(({ name, there, paint, longTasks, longest, bytes }) => [
    name,
    milliseconds(there),
    milliseconds(paint),
    figure(longTasks),
    milliseconds(longest),
    `${figure(bytes / 1_024)} kB`,
  ]),
)}

Opening out an item by 25 neighbours, from the key until they stand in their places: ${milliseconds(expansion.taken)}; longest task ${milliseconds(expansion.longest)}.

The longest task while a drawing is opened, an item selected, all of it laid out in columns, and the best connected item opened out:

${table(
  ["", "opening", "selecting", "laying out", "opening out"],
  uses.map(({ name, ...tasks }) => [
    name,
    ...[tasks.opening, tasks.selecting, tasks.layingOut, tasks.expanding].map((task) =>
      task === 0 ? "under 50 ms" : milliseconds(task),
    ),
  ]),
)}

Panning a drawing with the mouse for two seconds:

${table(
  ["", "drawn in", "frames in a second", "longest frame"],
  drawings.map(({ nodes, links, milliseconds: drawn, perSecond, longest }) => [
    `${figure(nodes)} items, ${figure(links)} links`,
    milliseconds(drawn),
    figure(perSecond),
    milliseconds(longest),
  ]),
)}

${bundles()}`;

/** All items, those with most links first. */
async function everything(url: string): Promise<string[]> {
  const response = await fetch(`${url}/api/nodes?kinds=${nodeKindNames.join()}&limit=5000`);
  const { nodes } = (await response.json()) as { nodes: { id: string; degree: number }[] };
  return nodes.sort((one, other) => other.degree - one.degree || (one.id < other.id ? -1 : 1)).map(({ id }) => id);
}

/** The address of a drawing, as the page itself packs one that is large. */
const drawingOf = (url: string, ids: readonly string[]) =>
  `${url}/verken?pak=${deflateRawSync(JSON.stringify({ toon: ids.join() })).toString("base64url")}`;

/** Items that hang together: a hub, what stands around it, and what stands around that. */
async function around(url: string, count: number): Promise<string[]> {
  const seen = [start];
  for (let next = 0; seen.length < count; next++) {
    const query = `limit=${Math.min(40, count - seen.length)}&seen=${seen.join(",")}`;
    const response = await fetch(`${url}/api/nodes/${seen[next]}/neighbours?${query}`);
    if (!response.ok) throw new Error(await response.text());
    seen.push(...((await response.json()) as { nodes: { id: string }[] }).nodes.map(({ id }) => id));
  }
  return seen;
}

/** What a browser fetches, as gzip sends it; the server sends Brotli, which is smaller still. */
function bundles(): string {
  const folder = join(root, "dist", "web");
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const files = readdirSync(join(folder, "assets")).filter((name) => /\.(js|css)$/.test(name));
  const sizeOf = (names: readonly string[]) =>
    `${figure(names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, "assets", name))).length, 0) / 1_024)} kB`;
  const first = files.filter((name) => page.includes(name));
  const of = (part: string) => files.filter((name) => name.startsWith(part));
  return table(
    ["what is sent, gzip", ""],
    [
      ["with the page itself", sizeOf(first)],
      ["the drawing, when it is first needed", sizeOf(of("graph-canvas"))],
      ["the layout, in a worker", sizeOf(of("layout-worker"))],
      ["everything", sizeOf(files)],
    ],
  );
}
