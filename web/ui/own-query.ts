import type { Place } from "../app/address.ts";
import type { State } from "../app/state.ts";

/**
 * Selects the query of the address for the page at `path`. While the next page is being loaded it stays what it was,
 * so that a page that is left does not follow the address of another.
 */
export function ownQuery(path: RegExp): (state: State) => Place["query"] {
  let last: Place["query"] = {};
  return ({ place }) => {
    if (path.test(place.path)) last = place.query;
    return last;
  };
}
