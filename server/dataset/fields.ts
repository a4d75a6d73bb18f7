import type { FieldChange } from "../../model/versions.ts";
import type { Stored } from "../archive/content-hash.ts";

/** Lists of equal length that say one thing together: they are told as one. */
const together = {
  evidence: ["sources", "bases", "notes", "checked_on"],
  claims: ["claim_about", "claim_value", "claim_source", "claim_rank"],
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
    const columns = lists.map((list) => (row[list] ?? []) as readonly unknown[]);
    const parts = (columns[0] ?? []).map((_, index) =>
      togetherText(
        name,
        columns.map((column) => column[index]),
      ),
    );
    if (parts.length > 0) fields.set(name, parts.join("; "));
  }
  return fields;
}

function togetherText(name: string, [first, second, third, last]: readonly unknown[]): string {
  const more = last && last !== "normal" ? `, ${last}` : "";
  return name === "claims" ? `${first}: ${second} (${third}${more})` : `${first} (${second}${third ? `: ${third}` : ""}${more})`;
}

/** `name_en` as `nameEn`, as a data file has it. */
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
