/**
 * `npm run bench [-- <part> … --nodes 100000 --rounds 3 --seconds 4 --beside <folder> --write]`: measures what is named, or all of it, one after the
 * other, prints the tables, and with `--write` puts them into docs/performance.md. `--beside` names another checkout of the project
 * with its own `dist`, an older one say: a part that can compares the two in the same run.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { machineText } from "./machine.ts";
import { root } from "./overlap.ts";
import type { Bench, Part } from "./part.ts";
import { browserPart } from "./parts/browser.ts";
import { growthPart } from "./parts/growth.ts";
import { loadPart } from "./parts/load.ts";
import { neighboursPart } from "./parts/neighbours.ts";
import { opportunitiesPart } from "./parts/opportunities.ts";
import { patternsPart } from "./parts/patterns.ts";
import { peersPart } from "./parts/peers.ts";
import { searchPart } from "./parts/search.ts";
import { World } from "./world.ts";

const parts: Record<string, Part> = {
  load: loadPart,
  neighbours: neighboursPart,
  search: searchPart,
  peers: peersPart,
  growth: growthPart,
  opportunities: opportunitiesPart,
  patterns: patternsPart,
  browser: browserPart,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    nodes: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    beside: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

const begin = performance.now();
const say = (what: string) => console.error(`[${Math.round((performance.now() - begin) / 1_000)} s] ${what} …`);
const nodes = Number(values.nodes);
const world = new World(say);
const bench: Bench = {
  world,
  say,
  large: { nodes, links: nodes * 4, institutions: Math.round(nodes / 100) },
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  beside: values.beside && resolve(values.beside),
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => world.close().finally(() => process.exit(1)));

try {
  const tables: string[] = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    const text = await parts[name]?.(bench);
    console.log(`\n${text}\n`);
    tables.push(text ?? "");
  }
  if (values.write) write([machineText(bench), ...tables].join("\n\n"));
} finally {
  await world.close();
}

/** Puts the figures between the two marks in the page. */
function write(figures: string): void {
  const path = join(root, "docs", "performance.md");
  const page = readFileSync(path, "utf8");
  const [start, end] = ["<!-- figures: begin -->", "<!-- figures: end -->"];
  const [before, after] = [page.split(start)[0] ?? "", page.split(end)[1] ?? ""];
  writeFileSync(path, `${before}${start}\n\n${figures}\n\n${end}${after}`);
  console.error(`Written to ${path}`);
}
