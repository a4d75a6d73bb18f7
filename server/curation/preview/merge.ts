import type { DatasetNode } from "../../../model/dataset.ts";
import type { Claim, Evidence, Properties, Text } from "../../../model/graph.ts";
import { type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import type { WholeNode } from "../../queries/rows.ts";
import type { DraftField, ItemDraft } from "../rows/drafts.ts";

/** What differs from what is there. */
export interface Change {
  readonly field: DraftField | "otherNames" | "evidence";
  readonly what: Text;
  readonly before: string;
  readonly after: string;
}

type Value = string | number | boolean;

const plainWords: Readonly<Record<"nameEn" | "description" | "descriptionEn" | "otherNames" | "evidence", Text>> = {
  nameEn: { nl: "Engelse naam", en: "English name" },
  description: { nl: "omschrijving", en: "description" },
  descriptionEn: { nl: "Engelse omschrijving", en: "English description" },
  otherNames: { nl: "andere namen", en: "other names" },
  evidence: { nl: "bronnen", en: "sources" },
};

const isProperty = (field: string): field is PropertyName => Object.hasOwn(propertySpecs, field);
const wordOf = (field: Change["field"]): Text =>
  isProperty(field) ? { nl: propertySpecs[field].nl, en: propertySpecs[field].en } : plainWords[field];

/** The facts of several drafts of one item, those of the first before those of others. */
export function factsOf(drafts: readonly ItemDraft[]) {
  const fields = new Map<DraftField, Value>();
  const otherNames = new Set<string>();
  for (const draft of drafts) {
    for (const [field, { value }] of draft.fields) if (!fields.has(field)) fields.set(field, value);
    for (const name of draft.otherNames) otherNames.add(name);
  }
  return { fields, otherNames };
}
type Facts = ReturnType<typeof factsOf>;

/** An item that is new. English is what Dutch is, until somebody translates it. */
export function newNode(
  id: DatasetNode["id"],
  name: string,
  { fields, otherNames }: Facts,
  evidence: readonly Evidence[],
): DatasetNode {
  const text = (field: DraftField) => String(fields.get(field) ?? "");
  return {
    id,
    name,
    nameEn: text("nameEn") || name,
    description: text("description"),
    descriptionEn: text("descriptionEn"),
    ...(otherNames.size > 0 && { otherNames: [...otherNames] }),
    ...propertiesWith({}, fields),
    evidence: [...evidence],
  };
}

function propertiesWith(before: Properties, fields: ReadonlyMap<DraftField, Value>): { properties?: Record<string, Value> } {
  const properties: Record<string, Value> = {};
  for (const [name, value] of Object.entries(before)) if (value !== undefined) properties[name] = value;
  for (const [field, value] of fields) if (isProperty(field)) properties[field] = value;
  return Object.keys(properties).length > 0 ? { properties } : {};
}

/** What the facts would change of an item that is there. */
export function changesOf(there: WholeNode, { fields, otherNames }: Facts, fresh: readonly string[]): Change[] {
  const changes: Change[] = [];
  const add = (field: Change["field"], before: Value, after: Value) =>
    changes.push({ field, what: wordOf(field), before: shown(before), after: shown(after) });
  for (const [field, value] of fields) {
    const before = isProperty(field) ? (there.properties[field] ?? "") : there[field];
    if (before !== value) add(field, before, value);
  }
  const names = [...otherNames].filter((name) => name !== there.name && !there.otherNames.includes(name));
  if (names.length > 0) add("otherNames", there.otherNames.join("; "), [...there.otherNames, ...names].join("; "));
  if (fresh.length > 0) add("evidence", "", fresh.join("; "));
  return changes;
}

const shown = (value: Value): string => (typeof value === "boolean" ? (value ? "ja" : "nee") : String(value));

/** The item that is there with what is new of it; with `isBeside`, a fact that differs stands beside the one that is there. */
export function changedNode(
  there: WholeNode,
  facts: Facts,
  changes: readonly Change[],
  evidence: readonly Evidence[],
  isBeside: boolean,
): DatasetNode {
  const beside = isBeside ? changes.filter(({ before, field }) => before !== "" && field !== "otherNames") : [];
  const kept = new Set<string>(beside.map(({ field }) => field));
  const fields = new Map([...facts.fields].filter(([field]) => !kept.has(field)));
  const text = (field: "nameEn" | "description" | "descriptionEn") => String(fields.get(field) ?? there[field]);
  const otherNames = [...new Set([...there.otherNames, ...facts.otherNames])].filter((name) => name !== there.name);
  const claims = [...there.claims, ...beside.flatMap((change) => claimsOf(change, there, evidence))];
  return {
    id: there.id,
    name: there.name,
    nameEn: text("nameEn"),
    description: text("description"),
    descriptionEn: text("descriptionEn"),
    ...(otherNames.length > 0 && { otherNames }),
    ...propertiesWith(there.properties, fields),
    ...(claims.length > 0 && { claims: withoutTwice(claims) }),
    evidence: [...there.evidence, ...evidence.filter(({ source }) => !there.evidence.some((known) => known.source === source))],
  };
}

/** One source's word and another's. What is there rests on the first source of the item. */
function claimsOf({ what, before, after }: Change, there: WholeNode, evidence: readonly Evidence[]): Claim[] {
  const [old] = there.evidence;
  const [fresh] = evidence;
  if (!old || !fresh) return [];
  return [
    { about: what.nl, value: before, source: old.source },
    { about: what.nl, value: after, source: fresh.source },
  ];
}

const withoutTwice = (claims: readonly Claim[]): Claim[] => [
  ...new Map(claims.map((claim) => [JSON.stringify([claim.about, claim.value, claim.source]), claim])).values(),
];
