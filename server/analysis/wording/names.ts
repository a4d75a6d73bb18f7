import type { Language } from "../../../model/graph.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { InstitutionIndex, NodeIndex } from "../graph/indices.ts";
import type { Profiles } from "../profile/types.ts";
import { en } from "./names.en.ts";
import { nl } from "./names.nl.ts";

const words = { nl, en };
const lists = { nl: new Intl.ListFormat(nl.locale), en: new Intl.ListFormat(en.locale) };

/** A node's name as it stands in a sentence: institutions plain, all else in quotes, since questions and titles are long. */
export function named(graph: GraphIndex, node: NodeIndex, language: Language): string {
  const { kind, name, nameEn } = graph.node(node);
  const text = { nl: name, en: nameEn }[language];
  return kind === "institution" ? text : `“${text}”`;
}

/** The name of an institution as it stands in a sentence. */
export const institutionNamed = (
  { graph, institutions }: Pick<Profiles, "graph" | "institutions">,
  institution: InstitutionIndex,
  language: Language,
): string => named(graph, institutions.at(institution), language);

/** A node with the word for what it is: het team “…”, the team “…”; an institution by its name alone. */
export function described(graph: GraphIndex, node: NodeIndex, language: Language): string {
  const { kind } = graph.node(node);
  const name = named(graph, node, language);
  return kind === "institution" ? name : `${words[language].the[kind]} ${name}`;
}

/** `a, b en c`, `a, b and c`; empty without parts. */
export const listed = (parts: readonly string[], language: Language): string => lists[language].format(parts);

/** A number with its noun: 1 vraag, 2 vragen. */
export const counted = (count: number, [one, many]: readonly [string, string]): string => `${count} ${count === 1 ? one : many}`;

/** With a full stop, unless it ends in a quoted question, which brings its own mark. */
export const ended = (said: string): string => (/[?!]”$/.test(said) ? said : `${said}.`);

/** With a capital where it starts with an article or a preposition of ours; names keep their own first letter. */
export const capital = (text: string): string =>
  text.replace(/^(?:bij|de|het|the)\b/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
