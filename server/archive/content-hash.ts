import { createHash } from "node:crypto";
import type { Synonyms } from "../../model/dataset.ts";

/** What a node, a link or a source holds in the graph: plain values and lists of text. */
export type Stored = Readonly<Record<string, unknown>>;

/** What holds for a whole dataset version, beside its rows. */
export interface Whole {
  readonly synonyms: Synonyms;
}

/** SHA-256 over all that a dataset version holds. Rows come in the order sources, nodes, links, each by id; what a link joins stands in its id. */
export class ContentHash {
  readonly #hash = createHash("sha256");

  add(row: Stored): void {
    this.#hash.update(`${textOf(row)}\n\n`);
  }

  /** The hash in hexadecimal. Nothing can be added afterwards. */
  finish({ synonyms }: Whole): string {
    return this.#hash.update(JSON.stringify(synonyms)).digest("hex");
  }
}

/** A row as text that is the same whatever the order of its keys. */
function textOf(row: Stored): string {
  const keys = Object.keys(row).sort();
  return keys.map((key) => `${key}=${JSON.stringify(row[key])}`).join("\n");
}
