import { type Expression, isGroup, type PathPattern } from "../plan.ts";

/** The names that a pattern gives to nodes, links and paths. */
export function namesIn(paths: readonly PathPattern[]): string[] {
  const names = paths.flatMap(({ name, nodes, links }) => [
    name,
    ...nodes.map((node) => node.name),
    ...links.flatMap((link) => (isGroup(link) ? namesIn([link.path]) : [link.name])),
  ]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Every name that something mentions, also those that it gives itself. */
export function namesMentioned(something: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(something)) for (const inside of something) namesMentioned(inside, into);
  else if (typeof something === "object" && something !== null) {
    const { is, name } = something as { is?: unknown; name?: unknown };
    if (typeof name === "string" && (is === "variable" || is === undefined)) into.add(name);
    for (const inside of Object.values(something)) namesMentioned(inside, into);
  }
  return into;
}

/** What must all hold for a condition to hold. */
export function conjunctsOf(condition: Expression | undefined): Expression[] {
  if (!condition) return [];
  if (condition.is === "binary" && condition.operator === "AND")
    return [...conjunctsOf(condition.left), ...conjunctsOf(condition.right)];
  return [condition];
}
