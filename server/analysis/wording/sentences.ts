import { type Aspect, aspectNames } from "../../../model/discovery.ts";
import { type Language, languages, type Text } from "../../../model/graph.ts";
import { nodeKinds } from "../../../model/kinds.ts";
import { nodeAt } from "../graph/graph-index.ts";
import type { Way } from "../profile/chains.ts";
import type { Profiles } from "../profile/profiles.ts";

/** The same sentence in both languages, made from a function of the language. */
export const inBoth = (make: (language: Language) => string): Text => ({ nl: make("nl"), en: make("en") });

/** A node's name as it stands in a sentence: institutions plain, all else in quotes, since questions and titles are long. */
export function named(profiles: Pick<Profiles, "graph">, place: number, language: Language): string {
  const { kind, name, nameEn } = nodeAt(profiles.graph, place);
  const text = language === "nl" ? name : nameEn;
  return kind === "institution" ? text : `“${text}”`;
}

const article: Readonly<Record<string, string>> = {
  team: "het team",
  programme: "de opleiding",
  product: "het product",
  space: "de ruimte",
  network: "het netwerk",
  activity: "de activiteit",
  question: "de vraag",
  theme: "het thema",
  outcome: "de opbrengst",
  publication: "de publicatie",
};

/** A node with the word for what it is: het team “…”, the team “…”; an institution by its name alone. */
export function described(profiles: Pick<Profiles, "graph">, place: number, language: Language): string {
  const { kind } = nodeAt(profiles.graph, place);
  if (kind === "institution") return named(profiles, place, language);
  const word = language === "nl" ? article[kind] : `the ${nodeKinds[kind].en.one}`;
  return `${word} ${named(profiles, place, language)}`;
}

/** One, two and three: `a, b en c`. */
export function listed(parts: readonly string[], language: Language): string {
  const and = language === "nl" ? " en " : " and ";
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")}${and}${parts.at(-1)}`;
}

/** With a full stop, unless it ends in a quoted question, which brings its own mark. */
export const ended = (said: string): string => (/[?!]”$/.test(said) ? said : `${said}.`);

/** The nodes that a way passes between the institution and the thing it is tied to. */
export function between({ graph }: Pick<Profiles, "graph">, institution: number, { links, thing }: Way): number[] {
  const passed: number[] = [];
  let here = institution;
  for (const link of links) {
    here = graph.from[link] === here ? (graph.to[link] ?? 0) : (graph.from[link] ?? 0);
    if (here === thing) break;
    passed.push(here);
  }
  return passed;
}

/** Through whom an institution is tied to something, as a sentence of its own; empty when it is so itself. */
export function viaSentence(profiles: Profiles, institution: number, way: Way, language: Language): string {
  const place = profiles.institutions[institution] ?? 0;
  const passed = between(profiles, place, way);
  if (passed.length === 0) return "";
  const belongs = language === "nl" ? " (hoort daarbij)" : " (part of it)";
  const through = passed.map(
    (node) => described(profiles, node, language) + (nodeAt(profiles.graph, node).kind === "institution" ? belongs : ""),
  );
  const name = named(profiles, place, language);
  return language === "nl"
    ? ` Bij ${name} is dat via ${listed(through, language)}.`
    : ` At ${name} this is through ${listed(through, language)}.`;
}

/** Through whom both are tied, in one sentence when it is the same for both. */
function viaSentences(
  profiles: Profiles,
  institutions: readonly [number, number],
  pair: readonly [Way, Way],
  language: Language,
): string {
  const through = pair.map((way, side) => between(profiles, profiles.institutions[institutions[side] ?? 0] ?? 0, way));
  const same = through[0]?.join() === through[1]?.join() && through[0]?.length === 1;
  if (!same) return pair.map((way, side) => viaSentence(profiles, institutions[side] ?? 0, way, language)).join("");
  const whom = described(profiles, through[0]?.[0] ?? 0, language);
  return language === "nl" ? ` Bij allebei is dat via ${whom}.` : ` For both this is through ${whom}.`;
}

/** What a reason says of a thing that both have: {a} and {b} are the institutions, {x} the thing. */
const sharedThing: Readonly<Record<Aspect, Text>> = {
  questions: { nl: "{a} en {b} stellen allebei de vraag {x}.", en: "{a} and {b} both ask {x}." },
  themes: { nl: "{a} en {b} vragen allebei naar {x}.", en: "{a} and {b} both ask about {x}." },
  products: { nl: "{a} en {b} werken allebei met {x}.", en: "{a} and {b} both work with {x}." },
  spaces: { nl: "{a} en {b} zijn allebei verbonden aan de ruimte {x}.", en: "{a} and {b} both belong to the space {x}." },
  networks: { nl: "{a} en {b} doen allebei mee aan {x}.", en: "{a} and {b} both take part in {x}." },
  activities: { nl: "{a} en {b} deden allebei mee aan {x}.", en: "{a} and {b} both took part in {x}." },
  outcomes: { nl: "{a} en {b} kwamen allebei uit bij {x}.", en: "{a} and {b} both arrived at {x}." },
};

/** What a reason says of a theme that both have something about: {p} and {q} are those things. */
const sharedTheme: Partial<Record<Aspect, Text>> = {
  themes: {
    nl: "{a} en {b} hebben allebei vragen over {x}: {a} vraagt {p}, {b} vraagt {q}.",
    en: "{a} and {b} both have questions about {x}: {a} asks {p}, {b} asks {q}.",
  },
  products: {
    nl: "{a} en {b} hebben allebei producten over {x}: {a} heeft {p}, {b} heeft {q}.",
    en: "{a} and {b} both have products about {x}: {a} has {p}, {b} has {q}.",
  },
  spaces: {
    nl: "{a} en {b} hebben allebei ruimtes rond {x}: {a} heeft {p}, {b} heeft {q}.",
    en: "{a} and {b} both have spaces around {x}: {a} has {p}, {b} has {q}.",
  },
  outcomes: {
    nl: "{a} en {b} hebben allebei opbrengsten over {x}: bij {a} {p}, bij {b} {q}.",
    en: "{a} and {b} both have outcomes about {x}: at {a} {p}, at {b} {q}.",
  },
};

/** Puts values in the places of a sentence. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

export interface ReasonWords {
  readonly aspect: Aspect;
  readonly node: number;
  readonly isTheme: boolean;
  /** By their places among the institutions. */
  readonly institutions: readonly [number, number];
  readonly pair: readonly [Way, Way];
}

/** A reason as a sentence, with through whom when it is not the institution itself. */
export function reasonSentence(profiles: Profiles, { aspect, node, isTheme, institutions, pair }: ReasonWords): Text {
  const text = (isTheme ? sharedTheme[aspect] : undefined) ?? sharedThing[aspect];
  return inBoth((language) => {
    const [a, b] = institutions.map((institution) => named(profiles, profiles.institutions[institution] ?? 0, language));
    const [p, q] = pair.map(({ thing }) => named(profiles, thing, language));
    const under = isTheme && pair.some(({ links }) => links.some((link) => profiles.graph.kindOf(link) === "BROADER"));
    const wider = language === "nl" ? " of iets wat daaronder valt" : " or something that falls under it";
    const x = named(profiles, node, language) + (under ? wider : "");
    const said = filled(text[language], { a: a ?? "", b: b ?? "", x, p: p ?? "", q: q ?? "" });
    return ended(said.replace(/\.$/, "")) + viaSentences(profiles, institutions, pair, language);
  });
}

/** Words for counts of what is shared, in the order in which they are told. */
const countWords: Readonly<Record<Aspect | "theme", Readonly<Record<Language, readonly [string, string]>>>> = {
  questions: { nl: ["gedeelde vraag", "gedeelde vragen"], en: ["shared question", "shared questions"] },
  themes: { nl: ["gedeeld thema", "gedeelde thema’s"], en: ["shared theme", "shared themes"] },
  theme: { nl: ["gedeeld thema", "gedeelde thema’s"], en: ["shared theme", "shared themes"] },
  products: { nl: ["gedeeld product", "gedeelde producten"], en: ["shared product", "shared products"] },
  spaces: { nl: ["gedeelde ruimte", "gedeelde ruimtes"], en: ["shared space", "shared spaces"] },
  networks: { nl: ["gedeeld netwerk", "gedeelde netwerken"], en: ["shared network", "shared networks"] },
  activities: { nl: ["gedeelde activiteit", "gedeelde activiteiten"], en: ["shared activity", "shared activities"] },
  outcomes: { nl: ["gedeelde opbrengst", "gedeelde opbrengsten"], en: ["shared outcome", "shared outcomes"] },
};

/** A number with its noun, in the language. */
export const counted = (count: number, [one, many]: readonly [string, string]): string => `${count} ${count === 1 ? one : many}`;

/** "4 gedeelde vragen, 2 gedeelde thema’s": what the reasons count up to, a theme once however often it is shared. */
export function sharedCounts(
  reasons: readonly { aspect: Aspect; item: { id: string; kind: string } }[],
  language: Language,
): string {
  const things = aspectNames
    .map(
      (aspect) => [aspect, reasons.filter((reason) => reason.aspect === aspect && reason.item.kind !== "theme").length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([aspect, count]) => [aspect, counted(count, countWords[aspect][language])] as const);
  const themes = new Set(reasons.filter(({ item }) => item.kind === "theme").map(({ item }) => item.id)).size;
  const themeWords = themes > 0 ? [counted(themes, countWords.theme[language])] : [];
  const questions = things.filter(([aspect]) => aspect === "questions").map(([, words]) => words);
  const rest = things.filter(([aspect]) => aspect !== "questions").map(([, words]) => words);
  return listed([...questions, ...themeWords, ...rest], language);
}

/** Scores from which an institution is much alike, or somewhat. */
const alike = [
  { from: 150, nl: "Lijkt sterk op jullie", en: "Much like you" },
  { from: 60, nl: "Lijkt op jullie", en: "Like you" },
  { from: 0, nl: "Lijkt een beetje op jullie", en: "A little like you" },
] as const;

/** How much two institutions have in common, in words. */
export function peerSentence(
  score: number,
  reasons: Parameters<typeof sharedCounts>[0],
  thin: boolean,
  name: Readonly<Record<Language, string>>,
): Text {
  const words = alike.find(({ from }) => score >= from) ?? alike[2];
  const little = { nl: ` Let op: we weten nog weinig van ${name.nl}.`, en: ` Mind: we know little of ${name.en} yet.` };
  return inBoth((language) => `${words[language]}: ${sharedCounts(reasons, language)}.${thin ? little[language] : ""}`);
}

/** A node's names in both languages. */
export const namesOf = (profiles: Pick<Profiles, "graph">, place: number): Text =>
  Object.fromEntries(languages.map((language) => [language, named(profiles, place, language)])) as Text;
