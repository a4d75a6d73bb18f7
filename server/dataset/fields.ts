import type { FieldChange } from "../../model/versions.ts";
import type { Stored } from "../archive/content-hash.ts";

/** Lists of equal length that say one thing together: they are told as one. */
const together = {
  evidence: ["sources", "bases", "notes"],
  claims: ["claim_about", "claim_value", "claim_source"],
} as const;

/** What follows from the rest is not told. */
const derived = ["id", "kind", "contested", "basis"];

/** What became of each property, by its name in a data file. */
export function fieldChanges(before: Stored, after: Stored): FieldChange[] {
  const [left, right] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((field) => left.get(field) !== right.get(field))
    .sort()
    .map((field) => {
      const [was, is] = [left.get(field), right.get(field)];
      return { field, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
    });
}

function fieldsOf(row: Stored): Map<string, string> {
  const inLists = new Set<string>([...derived, ...together.evidence, ...together.claims]);
  // An address that names a person is never shown.
  if (row.url_names_person) inLists.add("url");
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(row))
    if (!inLists.has(name) && value !== "") fields.set(camel(name), Array.isArray(value) ? value.join("; ") : String(value));
  for (const [name, lists] of Object.entries(together)) {
    const [first, second, third] = lists.map((list) => (row[list] ?? []) as readonly unknown[]);
    const parts = (first ?? []).map((said, index) => tripleText(name, said, second?.[index], third?.[index]));
    if (parts.length > 0) fields.set(name, parts.join("; "));
  }
  return fields;
}

const tripleText = (name: string, first: unknown, second: unknown, third: unknown): string =>
  name === "claims" ? `${first}: ${second} (${third})` : `${first} (${second}${third ? `: ${third}` : ""})`;

/** `name_en` as `nameEn`, as a data file has it. */
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
