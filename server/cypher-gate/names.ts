import { allParts, nameIn, type Source } from "./language/source.ts";
import type { Part } from "./language/syntax.ts";

/** The names of the data that a query mentions: kinds of nodes and of links, and properties of either. */
export interface NamesOfData {
  readonly labels: readonly string[];
  readonly links: readonly string[];
  readonly properties: readonly string[];
}

export function namesOfData({ tree }: Source): NamesOfData {
  const [labels, links, properties] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const variables = new Set<string>();
  for (const { rule, parts } of allParts(tree)) {
    if (rule !== "nodePattern" && rule !== "relationshipPattern") continue;
    const into = rule === "nodePattern" ? labels : links;
    for (const part of parts) {
      if (part.rule === "labelExpression") for (const name of labelNames(part)) into.add(name);
      if (part.rule === "variable") variables.add(nameIn(part));
      if (part.rule === "properties")
        for (const key of part.parts[0]?.parts ?? []) if (key.rule === "propertyKeyName") properties.add(nameIn(key));
    }
  }
  for (const { rule, parts } of allParts(tree)) {
    const [base, postfix] = parts;
    if (rule !== "expression2" || base?.rule !== "variable" || !variables.has(nameIn(base))) continue;
    const property = postfix?.rule === "property" ? postfix : postfix?.parts.find((part) => part.rule === "property");
    if (property) properties.add(nameIn(property));
  }
  return { labels: [...labels], links: [...links], properties: [...properties] };
}

const labelNames = (part: Part): string[] =>
  [...allParts(part)]
    .filter(({ rule }) => rule === "labelExpression1")
    .flatMap(({ parts }) => parts.filter(({ rule }) => rule === "name").map(({ text }) => text));
