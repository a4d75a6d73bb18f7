import type { Language, NodeId, NodeSummary, Text } from "../../model/graph.ts";
import { type NodeKind, nodeKinds } from "../../model/kinds.ts";
import { wordsIn } from "../app/words.ts";

const numbers = { nl: new Intl.NumberFormat("nl-NL"), en: new Intl.NumberFormat("en-GB") };

/** A number as it is written in that language: 1.233 or 1,233. */
export const number = (value: number, language: Language): string => numbers[language].format(value);

/** A count as a word up to ten, and as a number above. */
export const countWord = (count: number, language: Language): string =>
  wordsIn(language).counts[count] ?? number(count, language);

const days = {
  nl: new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }),
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }),
};

/** A day such as 2026-11-28 in words. */
export const dayText = (day: string, language: Language): string => days[language].format(new Date(`${day}T12:00`));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name in that language; Dutch where there is no other. */
export const nameOf = (node: Pick<NodeSummary, "name" | "nameEn">, language: Language): string =>
  (language === "en" && node.nameEn) || node.name;

export const textIn = (text: Text, language: Language): string => text[language];

/** The word for a kind: one of it, or as many as `count`. */
export const kindWord = (kind: NodeKind, language: Language, count = 1): string =>
  nodeKinds[kind][language][count === 1 ? "one" : "many"];

/** The part of an id after its kind. */
export const slugOf = (id: NodeId): string => id.slice(id.indexOf(":") + 1);
