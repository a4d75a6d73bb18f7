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
   existsExpression countExpression collectExpression countStar functionInvocation functionName functionArgument namespace trimFunction
   quantifier parenthesizedPath selector anyPath allPath anyShortestPath allShortestPath shortestGroup groupToken pathToken
   nonNegativeIntegerSpecification shortestPathExpression dynamicAnyAllExpression dynamicExpression dynamicLabelType
   matchMode type typePart typeName typeNullability typeListSuffix normalizeFunction normalForm`.split(/\s+/),
);

const reading =
  "A pattern only reads: it may hold MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, CALL { … }, UNION, RETURN, ORDER BY, SKIP and LIMIT";
const writes = (word: string) => `${word} would change the graph. ${reading}`;
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
  hint: "USING hints are refused: they change how an engine works, not what it finds",
  filterClause: "FILTER is not known to the engines: use WITH … WHERE",
  letClause: "LET is not known to the engines: use WITH *, … AS …",
  when: "WHEN … THEN … as a query is not known to the engines",
};

/** Functions that only look at their values, in lower case, with how many they take. */
export const functions: Readonly<Record<string, readonly [least: number, most: number]>> = {
  ...takes([1, 1], "count sum avg min max collect stdev stdevp"),
  ...takes([2, 2], "percentilecont percentiledisc"),
  ...takes(
    [1, 1],
    "abs ceil floor sign sqrt exp log log10 sin cos tan cot asin acos atan sinh cosh tanh coth degrees radians haversin isnan",
  ),
  ...takes([1, 3], "round"),
  ...takes([0, 0], "pi e rand randomuuid timestamp"),
  ...takes([2, 2], "atan2"),
  ...takes([1, 1], "toupper tolower upper lower reverse size isempty char_length character_length"),
  ...takes([1, 2], "ltrim rtrim btrim"),
  ...takes([1, 1], "tostring tointeger tofloat toboolean tostringornull tointegerornull tofloatornull tobooleanornull"),
  ...takes([1, 1], "tostringlist tointegerlist tofloatlist tobooleanlist"),
  ...takes([2, 2], "left right split nullif"),
  ...takes([3, 3], "replace"),
  ...takes([2, 3], "substring range"),
  ...takes([1, 100], "coalesce"),
  ...takes([1, 1], "head last tail keys properties labels type length nodes relationships startnode endnode"),
  ...moments("date datetime localdatetime time localtime"),
  ...takes([1, 1], "duration datetime.fromepochmillis"),
  ...takes([2, 2], "duration.between duration.inmonths duration.indays duration.inseconds datetime.fromepoch"),
};

/** The functions of a kind of moment: what it is made of, what it is now, and cut down to a unit. */
function moments(names: string): Record<string, readonly [number, number]> {
  return Object.assign(
    {},
    ...names.split(" ").map((name) => ({
      ...takes([0, 1], `${name} ${name}.transaction ${name}.statement ${name}.realtime`),
      ...takes([1, 3], `${name}.truncate`),
    })),
  );
}

function takes(counts: readonly [number, number], names: string): Record<string, readonly [number, number]> {
  return Object.fromEntries(names.split(" ").map((name) => [name, counts]));
}

/** Why a function is refused, for those that people try. */
export const refusedFunctions: Readonly<Record<string, string>> = {
  id: "id() gives the engine's own number, which means nothing elsewhere: use n.id",
  elementid: "elementId() gives the engine's own name, which means nothing elsewhere: use n.id",
  exists: "exists(…) is no longer a function: use IS NOT NULL, or EXISTS { … }",
};

/** Words that begin a clause that a pattern may not hold. As a name they need backticks, so that no engine can mistake them. */
export const wordsThatAreNoNames: ReadonlySet<string> = new Set(
  `load csv create merge set delete detach nodetach remove drop foreach insert call use show copy terminate explain profile
   alter rename grant revoke deny match optional return with unwind union where order skip limit finish filter let next`.split(
    /\s+/,
  ),
);
