/** What a pattern may be made of, as data. Whatever is not named here is refused. */

/** The grammar's rules that a pattern may use. */
export const allowedRules: ReadonlySet<string> = new Set(
  `statementsOrCommands preparsedStatement regularQuery union singleQuery statement name
   matchClause patternList pattern anonymousPattern patternElement nodePattern relationshipPattern arrowLine leftArrow rightArrow
   pathLength shortestPathPattern pathPatternNonEmpty labelExpression labelExpression1 labelExpression2 labelExpression3 labelExpression4 properties
   whereClause withClause returnClause returnBody returnItems returnItem orderBy orderItem ascToken descToken skip limit
   unwindClause subqueryClause subqueryScope
   expression expression1 expression2 expression3 expression4 expression5 expression6 expression7 expression8 expression9 expression10
   expression11 comparisonExpression6 postFix property propertyKeyName parenthesizedExpression
   literal numberLiteral stringLiteral listLiteral map parameter parameterName variable
   caseExpression caseAlternative extendedCaseExpression extendedCaseAlternative extendedWhen
   listComprehension patternComprehension reduceExpression listItemsPredicate patternExpression mapProjection mapProjectionElement
   existsExpression countExpression countStar functionInvocation functionName functionArgument namespace trimFunction`.split(
    /\s+/,
  ),
);

const reading =
  "A pattern only reads: it may hold MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, CALL { … }, UNION, RETURN, ORDER BY, SKIP and LIMIT";
const writes = (word: string) => `${word} would change the graph. ${reading}`;
const alike = "the embedded engine does not have it, and a pattern must give the same on every engine";

/** Why a rule of the grammar is refused, for those that people try. */
export const refusedRules: Readonly<Record<string, string>> = {
  createClause: writes("CREATE"),
  insertClause: writes("INSERT"),
  mergeClause: writes("MERGE"),
  setClause: writes("SET"),
  removeClause: writes("REMOVE"),
  deleteClause: writes("DELETE"),
  foreachClause: writes("FOREACH"),
  loadCSVClause: `LOAD CSV would read a file or a web page. ${reading}`,
  command: `Schema and administration commands, SHOW and TERMINATE are refused. ${reading}`,
  consoleCommand: `Console commands are refused. ${reading}`,
  useClause: "USE is refused: a pattern runs on the one graph there is",
  preparserOption: "EXPLAIN, PROFILE and CYPHER options are refused",
  callClause: "CALL of a procedure is refused: none is the same on every engine. CALL { … } with a subquery is fine",
  subqueryInTransactionsParameters: "IN TRANSACTIONS is refused: a pattern only reads",
  finishClause: "FINISH is refused: a pattern ends in RETURN",
  collectExpression: `COLLECT { … } is refused: ${alike}. A pattern comprehension does the same: [(a)--(b) | b.name]`,
  quantifier: `A quantified path is refused: ${alike}. A variable length does the same: -[:BROADER*1..3]->`,
  parenthesizedPath: `A path in parentheses is refused: ${alike}`,
  selector: `SHORTEST, ANY and ALL paths are refused: ${alike}. Use shortestPath((a)-[*..8]-(b)) or allShortestPaths(…)`,
  shortestPathExpression: `shortestPath in an expression is refused: ${alike}. Use MATCH p = shortestPath((a)-[*..8]-(b))`,
  dynamicLabelType: `A label from an expression is refused: ${alike}. Use WHERE $label IN labels(n)`,
  dynamicAnyAllExpression: `A label from an expression is refused: ${alike}. Use WHERE $label IN labels(n)`,
  hint: `USING hints are refused: ${alike}`,
  matchMode: `Match modes are refused: ${alike}`,
  filterClause: `FILTER is refused: ${alike}. Use WITH … WHERE`,
  letClause: `LET is refused: ${alike}. Use WITH *, … AS …`,
  when: `WHEN … THEN … is refused: ${alike}`,
  normalizeFunction: `normalize() is refused: ${alike}`,
  type: `A test on the kind of a value is refused: ${alike}`,
};

/** Functions that give the same on both engines, in lower case, with how many arguments they take. */
export const functions: Readonly<Record<string, readonly [least: number, most: number]>> = {
  ...takes([1, 1], "count sum avg min max collect stdev stdevp"),
  ...takes([2, 2], "percentilecont"),
  ...takes([1, 1], "abs ceil floor round sign sqrt exp log log10 sin cos tan asin acos atan degrees radians haversin"),
  ...takes([0, 0], "pi e"),
  ...takes([2, 2], "atan2"),
  ...takes([1, 1], "toupper tolower upper lower ltrim rtrim reverse size char_length tostring tointeger tofloat toboolean"),
  ...takes([2, 2], "left right split nullif"),
  ...takes([3, 3], "replace"),
  ...takes([2, 3], "substring range"),
  ...takes([1, 100], "coalesce"),
  ...takes([1, 1], "head last tail keys properties labels type length nodes relationships startnode endnode"),
  ...takes([0, 1], "date datetime localdatetime time localtime"),
  ...takes([1, 1], "duration"),
};

function takes(counts: readonly [number, number], names: string): Record<string, readonly [number, number]> {
  return Object.fromEntries(names.split(" ").map((name) => [name, counts]));
}

/** Why a function is refused, for those that people try. */
export const refusedFunctions: Readonly<Record<string, string>> = {
  id: "id() gives the engine's own number, which means nothing elsewhere: use n.id",
  elementid: "elementId() gives the engine's own name, which means nothing elsewhere: use n.id",
  isempty: "isEmpty() is not on every engine: use size(…) = 0",
  exists: "exists(…) is refused: use IS NOT NULL, or EXISTS { … }",
  percentiledisc: "percentileDisc() is not the same on every engine: use percentileCont()",
  rand: "rand() would give another answer each time",
  randomuuid: "randomUUID() would give another answer each time",
  timestamp: "timestamp() would give another answer each time",
};

/** Words that begin a clause that a pattern may not hold. As a name they need backticks, so that no engine can mistake them. */
export const wordsThatAreNoNames: ReadonlySet<string> = new Set(
  `load csv create merge set delete detach nodetach remove drop foreach insert call use show copy terminate explain profile
   alter rename grant revoke deny match optional return with unwind union where order skip limit finish filter let next`.split(
    /\s+/,
  ),
);
