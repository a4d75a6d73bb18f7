import { type Evidence, type Source, SourceId } from "../../../model/graph.ts";
import type { DraftEvidence, DraftSource } from "../rows/drafts.ts";
import { nameKey, slugOf } from "../rows/values.ts";
import { type SourcesThere, websiteKey } from "./there.ts";

/** Gives each source of the file the id of the one that is there, by address or title, or a new one. */
export class SourceIds {
  /** Those that are not there yet, by title as it is compared. */
  readonly fresh = new Map<string, Source>();
  readonly #there: SourcesThere;
  readonly #taken: Set<string>;

  constructor(there: SourcesThere) {
    this.#there = there;
    this.#taken = new Set<string>(there.byId.keys());
  }

  idOf({ title, url }: DraftSource): SourceId {
    const key = nameKey(title);
    const known = (url && this.#there.byUrl.get(websiteKey(url))) || this.#there.byTitle.get(key) || this.fresh.get(key);
    if (known) return known.id;
    const id = freeId("source", title, this.#taken);
    const source = { id: SourceId.parse(id), title, ...(url && { url }) };
    this.fresh.set(key, source);
    return source.id;
  }

  evidence(drafts: readonly DraftEvidence[]): Evidence[] {
    const found = new Map<string, Evidence>();
    for (const { source, basis, note } of drafts) {
      const id = this.idOf(source);
      if (!found.has(id)) found.set(id, { source: id, basis, ...(note && { note }) });
    }
    return [...found.values()];
  }
}

/** The ids that something has. */
interface Taken {
  has(id: string): boolean;
  add(id: string): unknown;
}

/** An id that nothing has yet, made from a name; it is taken from then on. */
export function freeId(kind: string, name: string, taken: Taken): string {
  const slug = `${kind}:${slugOf(name)}`;
  let id = slug;
  for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`;
  taken.add(id);
  return id;
}
