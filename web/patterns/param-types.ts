import { type NodeKind, nodeKindNames, nodeKinds, type PropertyName, propertySpecs } from "../../model/kinds.ts";

/** What a value for a $name can be. */
export const paramTypes = ["item", "items", "text", "texts", "integer", "number", "flag", "json"] as const;
export type ParamType = (typeof paramTypes)[number];

/** How a $name is used in a pattern, as far as that says what its values can be. */
export interface ParamUse {
  readonly name: string;
  readonly type: ParamType;
  /** The property of an item or a link that it is compared with. */
  readonly property?: string;
  /** The kind of the item that it is compared with. */
  readonly kind?: NodeKind;
}

/** The words and signs of a pattern; a text is one. */
const tokensOf = (cypher: string): readonly string[] =>
  cypher
    .match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*|\$?\w+|<=|>=|<>|[^\s\w]/g)
    ?.filter((token) => !/^\/[/*]/.test(token)) ?? [];

/** The $names of a pattern in the order in which they stand, each with how it is used. */
export function paramUses(cypher: string): readonly ParamUse[] {
  const tokens = tokensOf(cypher);
  const uses = new Map<string, ParamUse>();
  for (const [index, token] of tokens.entries()) {
    const name = token.slice(1);
    if (!/^\$\w{1,64}$/.test(token)) continue;
    if ((uses.get(name)?.type ?? "json") === "json") uses.set(name, useAt(name, tokens, index));
  }
  return [...uses.values()];
}

const signs: ReadonlySet<string> = new Set(["=", "<>", "<=", ">=", "<", ">", "IN", "CONTAINS", "WITH"]);

/** How the $name at an index is used there. */
function useAt(name: string, tokens: readonly string[], index: number): ParamUse {
  const before = (steps: number) => tokens[index - steps] ?? "";
  const word = before(1).toUpperCase();
  if (["LIMIT", "SKIP", "OFFSET"].includes(word)) return { name, type: "integer" };
  if (word === "UNWIND") return { name, type: "texts" };
  if (word === ":") return inMap(name, tokens, index);
  const isLower = word === "(" && before(2).toLowerCase() === "tolower";
  const sign = (isLower ? before(3) : before(1)).toUpperCase();
  if (signs.has(sign)) {
    let at = index - (isLower ? 4 : 2) - (sign === "WITH" ? 1 : 0);
    if (tokens[at] === ")") at -= 1;
    if (tokens[at - 1] === ".") return told(name, tokens, tokens[at - 2] ?? "", tokens[at] ?? "", sign);
  }
  const [next = "", holder = "", dot, property = ""] = tokens.slice(index + 1, index + 5);
  // A value in a list of the data: one text.
  if (signs.has(next.toUpperCase()) && dot === ".") return told(name, tokens, holder, property, "=");
  return { name, type: "json" };
}

/** Within `(t:Theme {id: $name})`. */
function inMap(name: string, tokens: readonly string[], index: number): ParamUse {
  const begin = tokens.lastIndexOf("{", index);
  const [first = "", second = "", third = ""] = tokens.slice(begin - 3, begin);
  const label = second === ":" ? third : undefined;
  return told(name, tokens, label === undefined ? third : first, tokens[index - 2] ?? "", "=", label);
}

function told(
  name: string,
  tokens: readonly string[],
  holder: string,
  property: string,
  sign: string,
  label = labelOf(holder, tokens),
): ParamUse {
  const kind = kindNamed(label);
  const isList = sign === "IN";
  const about = { name, property, ...(kind && { kind }) };
  if (property === "id") return { ...about, type: isList ? "items" : "item" };
  const holds = Object.hasOwn(propertySpecs, property) ? propertySpecs[property as PropertyName].holds : undefined;
  if (holds === "flag" || property === "contested") return { ...about, type: "flag" };
  if (holds === "year" && !isList) return { ...about, type: "integer" };
  const isText = holds === "text" || ["name", "name_en", "description", "basis", "kind", "sources"].includes(property);
  return { ...about, type: isText ? (isList ? "texts" : "text") : "json" };
}

/** The label that a name of the pattern is declared with. */
function labelOf(holder: string, tokens: readonly string[]): string | undefined {
  const at = tokens.findIndex((token, index) => token === holder && tokens[index - 1] === "(" && tokens[index + 1] === ":");
  return at < 0 ? undefined : tokens[at + 2];
}

const kindNamed = (label: string | undefined): NodeKind | undefined =>
  nodeKindNames.find((kind) => nodeKinds[kind].label === label);

/** What a value is, where nothing says what it should be. */
export function typeOfValue(value: unknown): ParamType {
  const isId = (one: unknown) => typeof one === "string" && nodeKindNames.some((kind) => one.startsWith(`${kind}:`));
  if (Array.isArray(value) && value.length > 0 && value.every(isId)) return "items";
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return "texts";
  if (isId(value)) return "item";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "flag";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "number";
  return "json";
}

/** Whether a value is of a type, so that its field can show it. */
export function fitsType(value: unknown, type: ParamType): boolean {
  switch (type) {
    case "item":
    case "text":
      return typeof value === "string";
    case "items":
    case "texts":
      return Array.isArray(value) && value.every((one) => typeof one === "string");
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return typeof value === "number";
    case "flag":
      return typeof value === "boolean";
    case "json":
      return value !== undefined;
  }
}

/** The value that somebody typed for a type; undefined when it is none. */
export function typedValue(typed: string, type: ParamType): unknown {
  switch (type) {
    case "item":
    case "text":
      return typed;
    case "items":
    case "texts":
      return typed.split("\n").flatMap((line) => line.trim() || []);
    case "integer":
      return /^\s*-?\d+\s*$/.test(typed) && Number.isSafeInteger(Number(typed)) ? Number(typed) : undefined;
    case "number":
      return /^\s*-?\d+([.,]\d+)?\s*$/.test(typed) ? Number(typed.replace(",", ".")) : undefined;
    case "flag":
      return typed === "true";
    case "json":
      return jsonIn(typed);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
