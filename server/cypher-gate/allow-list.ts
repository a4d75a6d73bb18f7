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

/** Why a function is refused, for those that people try. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map([
  ["id", "id() gives the engine's own number, which means nothing elsewhere: use n.id"],
  ["elementid", "elementId() gives the engine's own name, which means nothing elsewhere: use n.id"],
  ["exists", "exists(…) is no longer a function: use IS NOT NULL, or EXISTS { … }"],
]);

/** Words that begin a clause that a pattern may not hold. As a name they need backticks, so that no engine can mistake them. */
export const wordsThatAreNoNames: ReadonlySet<string> = new Set(
  `load csv create merge set delete detach nodetach remove drop foreach insert call use show copy terminate explain profile
   alter rename grant revoke deny match optional return with unwind union where order skip limit finish filter let next`.split(
    /\s+/,
  ),
);
