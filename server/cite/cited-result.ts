import type { FoundResult } from "../../model/cite.ts";
import { citedQuery, citedResultPath } from "../../model/cited-address.ts";
import { AppError } from "../../model/errors.ts";
import type { Cited } from "./styles.ts";

export const title = "Overlap";

/** Programs for references, and proxies, cut longer ones. */
const longestAddress = 6_000;

interface Asked {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly limits: { readonly rows: number };
}

/**
 * A result as it is cited, with the day on which it was found. Its address holds all that it takes to find it again.
 *
 * @throws AppError INVALID_REQUEST when that is too long for an address
 */
export function citedAs(
  { cypher, params, limits: { rows } }: Asked,
  result: FoundResult,
  accessed: Date,
  base: string,
): { readonly cited: Cited; readonly date: string } {
  const { datasetVersion: version, engine, hash, truncated } = result;
  const date = accessed.toISOString().slice(0, 10);
  const query = new URLSearchParams(citedQuery({ cypher, params, rows, version, engine, hash, date }));
  const url = `${base}${citedResultPath}?${query}`;
  if (url.length > longestAddress) {
    const why = `The pattern and its values are too long for an address: it would have ${url.length} characters, and ${longestAddress} are allowed`;
    throw new AppError("INVALID_REQUEST", why, { fields: [{ field: "body/cypher", why }] });
  }
  const found = `${truncated ? "The first " : ""}${result.rows} rows on dataset version ${version}, engine ${engine}, SHA-256 of the result ${hash}.`;
  const cited = {
    key: `overlap-${version}-${hash.slice(0, 12)}`,
    title: `${title}: the result of a pattern`,
    version,
    url,
    accessed,
    note: `Pattern: ${cypher} Parameters: ${JSON.stringify(params)} ${found}`,
    shortNote: found,
  };
  return { cited, date };
}
