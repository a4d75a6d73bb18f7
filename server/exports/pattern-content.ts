import type { z } from "zod";
import { AppError } from "../../model/errors.ts";
import { type LinkId, NodeId } from "../../model/graph.ts";
import type { PatternAnswer, PatternLink, PatternNode, PatternRequest } from "../../model/patterns.ts";
import type { About } from "./content/content.ts";
import type { Chosen } from "./read-content.ts";

/** Runs a pattern; what it gives is a `PatternAnswer` as JSON. */
export type RunPattern = (request: z.output<typeof PatternRequest>, signal: AbortSignal) => Promise<Buffer>;

/** The nodes and links that some rows hold. @throws AppError INVALID_REQUEST when there are none */
export function chosenIn({ rows }: Pick<PatternAnswer, "rows">, pattern: NonNullable<About["pattern"]>): Chosen {
  const ids = new Set<NodeId>();
  const links = new Set<LinkId>();
  for (const thing of thingsIn(rows)) {
    const ends = thing.$type === "link" ? [thing.from, thing.to] : [thing.id];
    // What else a pattern may ask for, sources and the data set itself, is in every file anyway.
    for (const end of ends) if (NodeId.safeParse(end).success) ids.add(end as NodeId);
    if (thing.$type === "link" && typeof thing.properties.id === "string") links.add(thing.properties.id as LinkId);
  }
  if (ids.size > 0) return { ids: [...ids], links, pattern };
  const why = "No row holds an item or a link: name them in RETURN, or choose csv, xlsx, json or jsonl";
  throw new AppError("INVALID_REQUEST", why, { fields: [{ field: "body/cypher", why }] });
}

function* thingsIn(value: unknown): Generator<PatternNode | PatternLink> {
  if (typeof value !== "object" || value === null) return;
  const kind = "$type" in value ? value.$type : undefined;
  if (kind === "node" || kind === "link") yield value as PatternNode | PatternLink;
  else for (const inside of Object.values(value)) yield* thingsIn(inside);
}
