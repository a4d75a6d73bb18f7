/** Clauses that change the graph or its schema, or reach outside it, as words. */
const writing =
  /(?<![.:$\w])(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|INSERT|FOREACH|DROP|ALTER|GRANT|REVOKE|DENY|LOAD|COPY|RENAME|TERMINATE)(?![\w])/i;

const aside = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** By query. There are as many as the project has queries, so none has to go. */
const known = new Map<string, string | undefined>();

/**
 * The first word in one of the project's own queries that makes it write, if there is one. It is a check on mistakes, for
 * an engine that has no read mode; strangers' queries go through gate.ts.
 */
export function wouldWrite(cypher: string): string | undefined {
  if (!known.has(cypher)) known.set(cypher, writing.exec(cypher.replace(aside, " "))?.[1]?.toUpperCase());
  return known.get(cypher);
}
