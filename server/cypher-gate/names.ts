import type { FreeText } from "../../model/patterns.ts";
import { allParts, functionNameOf, nameIn, type Source } from "./language/source.ts";
import type { Part } from "./language/syntax.ts";

/** The names of the data that a query mentions: kinds of nodes and of links, and properties of either. */
export interface NamesOfData {
  readonly labels: readonly string[];
  readonly links: readonly string[];
  readonly properties: readonly string[];
  /** Properties that a function such as date() is given. */
  readonly moments: readonly { readonly name: string; readonly kind: FreeText["kind"] }[];
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
  const moments = new Map<string, NamesOfData["moments"][number]>();
  for (const part of allParts(tree)) {
    const name = propertyOf(part, variables);
    if (name !== undefined) properties.add(name);
    const given = part.rule === "functionInvocation" ? part.parts.find(({ rule }) => rule === "functionArgument") : undefined;
    const [kind, dated] = [
      kinds.find((one) => one === functionNameOf(part)),
      given?.parts[0] && propertyOf(given.parts[0], variables),
    ];
    if (given && kind && dated !== undefined) moments.set(`${kind} ${dated}`, { name: dated, kind });
  }
  return { labels: [...labels], links: [...links], properties: [...properties], moments: [...moments.values()] };
}

const kinds: readonly FreeText["kind"][] = ["date", "datetime", "localdatetime", "time", "localtime"];

/** The property of a node or link of the pattern that an expression reads, if it reads one. */
function propertyOf({ rule, parts }: Part, variables: ReadonlySet<string>): string | undefined {
  const [base, postfix] = parts;
  if (rule !== "expression2" || base?.rule !== "variable" || !variables.has(nameIn(base))) return undefined;
  const property = postfix?.rule === "property" ? postfix : postfix?.parts.find((part) => part.rule === "property");
  return property && nameIn(property);
}

const labelNames = (part: Part): string[] =>
  [...allParts(part)]
    .filter(({ rule }) => rule === "labelExpression1")
    .flatMap(({ parts }) => parts.filter(({ rule }) => rule === "name").map(({ text }) => text));
