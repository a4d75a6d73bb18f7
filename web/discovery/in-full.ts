import type { Reason, ReasonInShort } from "../../model/discovery.ts";

interface Listed {
  readonly reasons: readonly (ReasonInShort | Reason)[];
}
type InShort = Listed & { readonly rest: unknown };

/** Whether a line of a list came with every reason and all that these rest on. */
export const isInFull = <Line extends Listed>(line: Line): line is Exclude<Line, InShort> => !("rest" in line);
