import type { Address } from "../app/address.ts";
import type { AppState } from "../app/state.ts";

/**
 * Selects the query of the address for the page at `path`. While the next page is being loaded it stays what it was,
 * so that a page that is left does not follow the address of another.
 */
export function ownQuery(path: RegExp): (state: AppState) => Address["query"] {
  let last: Address["query"] = {};
  return ({ address }) => {
    if (path.test(address.path)) last = address.query;
    return last;
  };
}
