import { z } from "zod";
import { EngineName, PatternRequest } from "./patterns.ts";
import { VersionRef } from "./versions.ts";

/** The page that a cited result has its permanent address on. */
export const citedResultPath = "/resultaat";

/** All that makes a result: whoever has this can see whether it still is what it was. */
export interface CitedQuestion {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** At most so many rows. */
  readonly rows: number;
  readonly version: string;
  readonly engine?: EngineName | undefined;
  /** SHA-256 of what was found. */
  readonly hash?: string | undefined;
  /** As in 2026-11-28. */
  readonly date?: string | undefined;
}

/** The query of a cited result's address. Its names stand in citations: they must never change. */
export const citedQuery = ({ cypher, params, rows, version, engine, hash, date }: CitedQuestion): Record<string, string> => ({
  cypher,
  ...(Object.keys(params).length > 0 && { params: JSON.stringify(params) }),
  rijen: String(rows),
  versie: version,
  ...(hash && { kenmerk: hash }),
  ...(engine && { motor: engine }),
  ...(date && { dag: date }),
});

const { cypher, params, limits } = PatternRequest.shape;
const shape = z.object({
  cypher,
  params,
  rows: limits.unwrap().shape.rows,
  version: VersionRef,
  engine: EngineName.optional().catch(undefined),
  hash: z.string().optional(),
  date: z.iso.date().optional().catch(undefined),
});

/** What an address asks; undefined when it is not complete, or not right. */
export function citedIn(query: Readonly<Record<string, string | undefined>>): CitedQuestion | undefined {
  const { cypher, params, rijen, versie, kenmerk, motor, dag } = query;
  const found = shape.safeParse({
    cypher,
    params: params === undefined ? undefined : jsonIn(params),
    rows: rijen === undefined ? undefined : Number(rijen),
    version: versie,
    engine: motor,
    hash: kenmerk?.toLowerCase(),
    date: dag,
  });
  return found.data;
}

/** The value that a text of JSON holds; the text itself when it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
