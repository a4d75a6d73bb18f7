import type { Params } from "../../model/patterns.ts";
import { checkSizes } from "./cost/meter.ts";
import { refuse } from "./language/refuse.ts";
import { complaintsAbout, tokensOf, treeOf } from "./language/syntax.ts";
import { type Rendered, render } from "./render.ts";
import { checkFunctions, checkParts, checkRules, checkText, checkTokens } from "./rules.ts";

/**
 * Looks at a stranger's query before any engine sees it, and gives what an engine may run: the same query, written so that
 * no engine can read it as another one. Only what is known to be harmless, bounded and alike on both engines comes through.
 *
 * @throws AppError QUERY_REFUSED with the reason and, where there is one, the place
 */
export function gate(cypher: string, params: Params): Rendered {
  checkText(cypher);
  const tokens = tokensOf(cypher);
  checkTokens(tokens);
  const source = { tokens, tree: treeOf(cypher) };
  checkRules(source);
  checkFunctions(source);
  const [complaint] = complaintsAbout(cypher, params);
  if (complaint) refuse(complaint.message, complaint);
  checkParts(source);
  checkSizes(source, params);
  return render(source, params);
}
