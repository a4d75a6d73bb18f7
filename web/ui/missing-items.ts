import type { NodeId } from "../../model/graph.ts";
import { wordsOf } from "../app/typed-id.ts";

/** How many are named. */
const mostNamed = 3;

/** Items that are not there, by the words of their addresses: nothing else is known of them. */
export const namesOfMissing = (missing: readonly NodeId[]): string =>
  [...missing.slice(0, mostNamed).map((id) => `‘${wordsOf(id)}’`), ...(missing.length > mostNamed ? ["…"] : [])].join(", ");
