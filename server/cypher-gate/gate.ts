import { AppError } from "../../model/errors.ts";
import type { Params } from "../../model/patterns.ts";
import { checkSizes } from "./cost/meter.ts";
import { type Fact, Given } from "./given/given.ts";
import { refuse } from "./language/refuse.ts";
import { parse, wordsOf } from "./language/syntax.ts";
import { checkMeaning } from "./meaning/clauses.ts";
import { type Rendered, render } from "./render.ts";
import { checkFunctions, checkParts, checkRules, checkText, checkTokens } from "./rules.ts";

/** How a check ended, and what it rests on beside the text: other parameters of which that is true have the same outcome. */
export type Outcome = { readonly facts: readonly Fact[] } & ({ readonly rendered: Rendered } | { readonly refused: string });

/**
 * Looks at a stranger's query before any engine sees it, and gives what an engine may run: the same query, written so that
 * no engine can read it as another one. Only what is known to be harmless, bounded and alike on both engines comes through.
 *
 * @throws AppError QUERY_REFUSED with the reason and, where there is one, the place
 */
export const gate = (cypher: string, params: Params): Rendered => checked(cypher, new Given(params));

/** As `gate`, with what the outcome rests on. */
export function outcomeOf(cypher: string, params: Params): Outcome {
  const given = new Given(params);
  try {
    return { rendered: checked(cypher, given), facts: given.facts };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refused: error.message, facts: given.facts };
  }
}

function checked(cypher: string, given: Given): Rendered {
  checkText(cypher);
  const words = wordsOf(cypher);
  checkTokens(words.tokens);
  const { tree, wrong } = parse(words);
  const source = { tokens: words.tokens, tree };
  checkRules(source);
  checkFunctions(source);
  if (wrong) refuse(wrong.message, wrong);
  checkParts(source);
  checkMeaning(source, given);
  return render(source, given, checkSizes(source, given));
}
