import { kindOf, type Language, type Link, type NodeId, type NodeSummary } from "../../model/graph.ts";
import { linkKinds, type NodeKind } from "../../model/kinds.ts";
import { typedId } from "../app/typed-id.ts";
import { nameOf, slugOf } from "../ui/format.ts";

/** The names of some nodes by id. */
export type Names = ReadonlyMap<NodeId, string>;

export const namesFor = (nodes: readonly NodeSummary[], language: Language): Names =>
  new Map(nodes.map((node) => [node.id, nameOf(node, language)]));

/** A link as a sentence: "Summa College maakte “STRAX”." */
export function linkPhrase({ from, kind, to }: Link, names: Names, language: Language): string {
  const name = (id: NodeId) =>
    kindOf(id) === "institution" ? (names.get(id) ?? slugOf(id)) : `“${names.get(id) ?? slugOf(id)}”`;
  const words = `${name(from)} ${linkKinds[kind][language].out} ${name(to)}`;
  return /[.?!]”?$/.test(words) ? words : `${words}.`;
}

/** a, b en c */
export const listed = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === "nl" ? "nl" : "en-GB", { type: "conjunction" }).format(parts);

/** A day as it is written in that language: 24 november 2026. */
export const day = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long" }).format(date);

/** The id of a kind that the part of an address means. */
export const idIn = (kind: NodeKind, part: string): NodeId => typedId(part, kind);

export const institutionId = (part: string): NodeId => idIn("institution", part);

/** The parts of a list in an address. */
export const partsOf = (list: string | undefined): string[] =>
  (list ?? "").split(",").filter((part) => /[\p{L}\p{N}]/u.test(part));
