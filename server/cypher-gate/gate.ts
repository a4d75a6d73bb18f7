import { AppError } from "../../model/errors.ts";
import type { Params } from "../../model/patterns.ts";
import type { Query } from "../interpreter/plan.ts";
import { checkSizes } from "./cost/meter.ts";
import { type Fact, Given } from "./given/given.ts";
import { knownFunction } from "./language/functions.ts";
import { refuse } from "./language/refuse.ts";
import { allParts, functionNameOf, type Source } from "./language/source.ts";
import { parse, wordsOf } from "./language/syntax.ts";
import { checkMeaning } from "./meaning/clauses.ts";
import { type NamesOfData, namesOfData } from "./names.ts";
import { planOf } from "./plan/query.ts";
import { columnsOf, isEndless, writtenAnew } from "./render.ts";
import { checkFunctions, checkParts, checkRules, checkText, checkTokens } from "./rules.ts";

/** What an engine is to run, or why it cannot. */
export type For<Work> = { readonly run: Work } | { readonly refused: string };

/** What Neo4j is to run. */
export interface ForNeo4j {
  /** The same query, written so that no parser can read it as another one. */
  readonly cypher: string;
  /** It is one query without a LIMIT of its own, so that one can be added at the end. */
  readonly endless: boolean;
  /** Characters and items, about, that a row could have; an estimate where the data decides. */
  readonly row: number;
}

/** A query that came through the gate, for each engine. */
export interface Rendered {
  readonly neo4j: For<ForNeo4j>;
  readonly grafeo: For<Query>;
  /** The names of the columns; undefined for `RETURN *`, whose columns are the names in the order of the alphabet. */
  readonly columns: readonly string[] | undefined;
  /** Why it gives something else each time that it runs; undefined when it does not. */
  readonly changing: string | undefined;
  readonly names: NamesOfData;
}

/** How a check ended, and what it rests on beside the text: other parameters of which that is true have the same outcome. */
export type Outcome = { readonly facts: readonly Fact[] } & ({ readonly rendered: Rendered } | { readonly refused: string });

/**
 * Looks at a stranger's query before any engine sees it, and gives what each engine may run. Only what is known to be harmless
 * and has a meaning comes through. What it may cost is asked for Neo4j alone, which cannot stop itself in the middle of a long
 * list; and what the interpreter has no word for is refused on the embedded engine alone.
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
  return {
    neo4j: orWhyNot(() => {
      const row = checkSizes(source, given);
      return { cypher: writtenAnew(source), endless: isEndless(source), row };
    }),
    grafeo: orWhyNot(() => planOf(source)),
    columns: columnsOf(source),
    changing: whyChanging(source),
    names: namesOfData(source),
  };
}

/** Functions whose value is another one each time; those of moments only when they are given nothing. */
const chances = /^(rand|randomuuid|timestamp|.*\.(transaction|statement|realtime))$/;
const clocks = /^(date|datetime|localdatetime|time|localtime)$/;

function whyChanging({ tree }: Source): string | undefined {
  for (const part of allParts(tree)) {
    if (part.rule !== "functionInvocation") continue;
    const name = functionNameOf(part);
    const isNow = clocks.test(name) && !part.parts.some(({ rule }) => rule === "functionArgument");
    if (isNow || chances.test(name)) return `${knownFunction(name)?.name ?? name}() gives another answer each time`;
  }
  return undefined;
}

function orWhyNot<Work>(work: () => Work): For<Work> {
  try {
    return { run: work() };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.message };
    throw error;
  }
}
