import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import {
  type LinkKind,
  linkKindNames,
  linkKinds,
  linkProperties,
  type NodeKind,
  nodeKindNames,
  nodeKinds,
  type PropertyName,
  propertySpecs,
} from "../../../model/kinds.ts";
import type { KnownNames } from "../editing.ts";
import { clauseWords, functionWords, innerWords } from "./cypher-words.ts";

const kindOfLabel = new Map<string, NodeKind>(nodeKindNames.map((kind) => [nodeKinds[kind].label, kind]));
const everyItem = ["id", "kind", "name", "name_en", "description", "description_en", "contested", "sources", "bases", "notes"];
const everyLink = ["id", "basis", "contested", "sources", "bases", "notes"];
/** What the value of a name in a text is: as it is declared there. */
const declaredItem = (name: string) => new RegExp(`\\(\\s*${name}\\s*:\\s*(\\w+)`);
const declaredLink = (name: string) => new RegExp(`\\[\\s*${name}\\s*(?::\\s*(\\w+))?`);

/** What may come next at a position of a pattern. */
export async function completeCypher(context: CompletionContext, known: KnownNames): Promise<CompletionResult | null> {
  const before = context.state.sliceDoc(0, context.pos);
  const value = valueAt(before);
  if (value) {
    const found = await known.values(value.property, value.begin, kindOfLabel.get(value.label ?? ""));
    const options = found.map(({ value: label, detail }): Completion => ({ label, type: "text", ...(detail && { detail }) }));
    return { from: context.pos - value.begin.length, options, filter: false };
  }
  if (insideText(before)) return null;
  const word = /[\w$]*$/.exec(before)?.[0] ?? "";
  const from = context.pos - word.length;
  const sign = before.slice(0, from).trimEnd().at(-1);
  if (word.startsWith("$")) return { from, options: known.params.map((name) => ({ label: `$${name}`, type: "variable" })) };
  if (sign === ":" || (sign === "|" && /[[(][^[\]()]*$/.test(before)))
    return { from, options: kindsAt(before, known), validFor: /^\w*$/ };
  if (sign === ".") return { from, options: propertiesOf(before.slice(0, from - 1), before, known), validFor: /^\w*$/ };
  if (word === "" && !context.explicit) return null;
  return { from, options: [...variablesIn(context.state.doc.toString(), word), ...words], validFor: /^\w*$/ };
}

const compared = /(\w+)\.(\w+)\s*(?:=|<>|CONTAINS|STARTS\s+WITH)\s*['"]([^'"\n]*)$/i;
const inMap = /\(\s*\w*\s*(?::\s*(\w+))?\s*\{[^{}]*?(\w+)\s*:\s*['"]([^'"\n]*)$/;

/** Of which property a value is being typed, what of it is there, and the label of its item where that is known. */
function valueAt(
  before: string,
): { readonly property: string; readonly begin: string; readonly label: string | undefined } | undefined {
  const [, name = "", property, begin = ""] = compared.exec(before) ?? [];
  if (property !== undefined) return { property, begin, label: declaredItem(name).exec(before)?.[1] };
  const [, label, key, start = ""] = inMap.exec(before) ?? [];
  return key === undefined ? undefined : { property: key, begin: start, label };
}

const insideText = (before: string): boolean => {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return /^(?:[^'"]|'[^']*'|"[^"]*")*(?:'[^']*|"[^"]*)$/.test(line) || /\/\/[^\n]*$/.test(line);
};

/** Labels of items within round brackets, kinds of links within square ones. */
function kindsAt(before: string, { language, count }: KnownNames): Completion[] {
  const isLink = before.lastIndexOf("[") > Math.max(before.lastIndexOf("("), before.lastIndexOf("]"));
  const told = (kind: NodeKind | LinkKind, word: string) => {
    const found = count(kind);
    return { detail: found === undefined ? word : `${word} (${found})`, boost: Math.min(99, Math.log2((found ?? 0) + 1)) };
  };
  if (isLink)
    return linkKindNames.map((kind) => ({ label: kind, type: "keyword", ...told(kind, linkKinds[kind][language].out) }));
  const labels = nodeKindNames.map((kind): Completion => {
    const { label } = nodeKinds[kind];
    return { label, type: "class", ...told(kind, nodeKinds[kind][language].one) };
  });
  return [...labels, { label: "Entity", type: "class" }, { label: "Source", type: "class" }];
}

function propertiesOf(upTo: string, before: string, { language }: KnownNames): Completion[] {
  const name = /(\w+)$/.exec(upTo)?.[1] ?? "";
  const link = declaredLink(name).exec(before);
  const kind = kindOfLabel.get(declaredItem(name).exec(before)?.[1] ?? "");
  const own: readonly string[] = link ? linkProperties : kind ? nodeKinds[kind].properties : Object.keys(propertySpecs);
  return [...(link ? everyLink : everyItem), ...own].map((property): Completion => {
    const spec = Object.hasOwn(propertySpecs, property) ? propertySpecs[property as PropertyName] : undefined;
    return { label: property, type: "property", ...(spec && { detail: spec[language] }) };
  });
}

/** Names that the text gives to items, links and columns. */
function variablesIn(text: string, typed: string): Completion[] {
  const names = [...text.matchAll(/[([]\s*([A-Za-z_]\w*)\s*[:)\]*]|\bAS\s+([A-Za-z_]\w*)/gi)].map(
    ([, one, other]) => one ?? other ?? "",
  );
  return [...new Set(names)].filter((name) => name !== typed).map((label) => ({ label, type: "variable", boost: 20 }));
}

const words: readonly Completion[] = [
  ...clauseWords.map((label) => ({ label, type: "keyword", boost: 5 })),
  ...innerWords.map((label) => ({ label, type: "keyword" })),
  ...Object.entries(functionWords).map(([label, inside]) => ({
    label,
    type: "function",
    detail: `(${inside})`,
    apply: `${label}(`,
  })),
];
