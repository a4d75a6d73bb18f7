import type { z } from "zod";
import type { EditClash, editRoute } from "../../../model/edits.ts";
import type { NodeSummary, Properties, Source } from "../../../model/graph.ts";
import { type LinkKind, linkKindNames, linkKinds, mayJoin, type PropertyName, propertySpecs } from "../../../model/kinds.ts";

/** What a form asks the server for. */
export type FormRequest = z.input<typeof editRoute.body>;

/** What is wrong with a form, by the id of the field. */
export type Wrong = ReadonlyMap<string, string>;

/** A form is filled in. */
export class AskedEvent extends Event {
  readonly request: FormRequest;
  constructor(request: FormRequest) {
    super("form-asked", { bubbles: true });
    this.request = request;
  }
}

/** What stands in a field of a form, without blanks around it. */
export const fieldIn = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** The prefix of the fields that hold properties. */
const propertyPrefix = "property-";
export const propertyField = (name: PropertyName): string => propertyPrefix + name;

/** The properties that a form holds; a year that is none is told in `wrong`. */
export function propertiesIn(
  form: FormData,
  names: readonly PropertyName[],
  wrong: Map<string, string>,
  yearWrong: string,
): Properties {
  const properties: Record<string, string | number | boolean> = {};
  for (const name of names) {
    const text = fieldIn(form, propertyField(name));
    if (text === "") continue;
    const { holds } = propertySpecs[name];
    if (holds === "text") properties[name] = text;
    else if (holds === "flag") properties[name] = text === "yes";
    else if (/^(?:18|19|20|21)\d{2}$/.test(text)) properties[name] = Number(text);
    else wrong.set(propertyField(name), yearWrong);
  }
  return properties as Properties;
}

/** A whole web address, or nothing. */
export const isAddress = (text: string): boolean => text === "" || /^https?:\/\/\S+\.\S+$/.test(text);

/** What the evidence of a form comes to; what is missing is told in `wrong`. */
export function evidenceIn(
  form: FormData,
  known: readonly Source[],
  wrong: Map<string, string>,
  text: Readonly<Record<"sourceMissing" | "urlWrong" | "basisMissing" | "noteMissing", string>>,
): FormRequest["evidence"] {
  const [chosen, title, url, basis, note] = ["source", "source-title", "source-url", "basis", "note"].map((name) =>
    fieldIn(form, name),
  );
  const one = known.find(({ id }) => id === chosen);
  if (!one && !title) wrong.set(known.length > 0 && chosen === "" ? "source" : "source-title", text.sourceMissing);
  if (!one && !isAddress(url ?? "")) wrong.set("source-url", text.urlWrong);
  if (basis !== "stated" && basis !== "derived") {
    wrong.set("basis", text.basisMissing);
    return undefined;
  }
  if (basis === "derived" && !note) wrong.set("note", text.noteMissing);
  return {
    source: one ? { id: one.id } : { title: title ?? "", ...(url && { url }) },
    basis,
    ...(note && basis === "derived" && { note }),
  };
}

/** A way in which two items can hang together, seen from the first. */
export interface LinkChoice {
  readonly kind: LinkKind;
  readonly direction: "out" | "in";
}

type Ends = Pick<NodeSummary, "kind">;

/** Every way in which two items can hang together. */
export const linkChoices = (one: Ends, other: Ends): LinkChoice[] =>
  linkKindNames.flatMap((kind): LinkChoice[] => [
    ...(mayJoin(kind, one.kind, other.kind) ? [{ kind, direction: "out" } as const] : []),
    ...(mayJoin(kind, other.kind, one.kind) ? [{ kind, direction: "in" } as const] : []),
  ]);

/** How two items hang together, as a sentence from whichever of them it leads. */
export function linkSentence({ kind, direction }: LinkChoice, one: string, other: string, language: "nl" | "en"): string {
  const [first, second] = direction === "out" ? [one, other] : [other, one];
  return `${first} ${linkKinds[kind][language].out} ${second}`;
}

type Value = string | number | boolean;
type Fields = Readonly<Record<string, unknown>> & { readonly properties?: Readonly<Record<string, unknown>> };

function withField<Some extends Fields>(fields: Some, field: string, value: Value | undefined): Some {
  const { [field]: _before, ...others } = fields;
  if (!Object.hasOwn(propertySpecs, field))
    return { ...others, ...(value !== undefined && { [field]: value }) } as unknown as Some;
  const { [field]: _, ...properties } = { ...fields.properties };
  return { ...fields, properties: { ...properties, ...(value !== undefined && { [field]: value }) } };
}

/** What somebody wrote in a field that somebody else has changed, too. */
export function writtenIn({ edit }: FormRequest, field: string): Value | undefined {
  const wanted = ("wanted" in edit ? edit.wanted : undefined) as Fields | undefined;
  const value = Object.hasOwn(propertySpecs, field) ? wanted?.properties?.[field] : wanted?.[field];
  return value === "" ? undefined : (value as Value | undefined);
}

/** The same request after somebody has seen what is there now, and chosen for each such field: `mine`, or what is there. */
export function decided(request: FormRequest, clashes: readonly EditClash[], isMine: (clash: EditClash) => boolean): FormRequest {
  let { seen, wanted } = request.edit as { seen?: Fields; wanted?: Fields };
  for (const clash of clashes) {
    if (clash.field === undefined) continue;
    if (seen) seen = withField(seen, clash.field, clash.now);
    if (wanted && !isMine(clash)) wanted = withField(wanted, clash.field, clash.now);
  }
  return { ...request, edit: { ...request.edit, ...(seen && { seen }), ...(wanted && { wanted }) } as FormRequest["edit"] };
}
