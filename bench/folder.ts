import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../model/dataset.ts";
import { kindOf } from "../model/graph.ts";
import { linkKindNames, nodeKindNames } from "../model/kinds.ts";

/** Writes a data set as `npm run load` reads it: one file for each kind, one line for each row. */
export function writeFolder(folder: string, { nodes, links, sources, synonyms }: Dataset): void {
  const write = (name: string, rows: readonly unknown[]) =>
    writeFileSync(join(folder, name), `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
  mkdirSync(join(folder, "nodes"), { recursive: true });
  mkdirSync(join(folder, "links"), { recursive: true });
  for (const kind of nodeKindNames)
    write(
      `nodes/${kind}.json`,
      nodes.filter(({ id }) => kindOf(id) === kind),
    );
  for (const kind of linkKindNames)
    write(
      `links/${kind.toLowerCase().replaceAll("_", "-")}.json`,
      links.filter((link) => link.kind === kind),
    );
  write("sources.json", sources);
  write("synonyms.json", synonyms);
}
