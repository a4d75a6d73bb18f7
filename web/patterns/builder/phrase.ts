import { linkKindNames, type NodeKind } from "../../../model/kinds.ts";
import {
  type Built,
  type Condition,
  type Direction,
  mayLead,
  startWith,
  withItem,
  withStep,
  type YearProperty,
} from "./built.ts";
import { emptyWords, noneWords, nouns, plainWord, type Verb, verbs, yearWords } from "./words-of-model.ts";

/** What a sentence says, with the words that meant nothing. */
export interface Understood {
  readonly built: Built;
  readonly unknown: readonly string[];
}

/** A noun of a sentence with what stands around it. */
interface Mention {
  readonly kind: NodeKind;
  /** The words that come before the next noun and mean a link. */
  readonly verbs: (readonly Verb[])[];
  readonly name: string[];
  readonly years: { readonly about: "from" | "until"; readonly year: number }[];
  readonly isAbsent: boolean;
}

/** Words that are one phrase at most. */
const longest = 4;

/**
 * Reads a sentence such as “instelling vraagt vraagstuk over thema zelfregulatie”, in Dutch or English, by the words of the
 * model: a noun is an item, a verb between or after two nouns is a link, and other words behind a noun are (part of) its
 * name. Undefined when no noun is in it.
 */
export function understood(sentence: string): Understood | undefined {
  const { mentions, unknown } = mentionsIn(sentence);
  const [first, ...others] = mentions;
  if (!first) return undefined;
  let built = withItem(startWith(first.kind), 0, (item) => ({ ...item, conditions: conditionsOf(first) }));
  const items = [first];
  const indexes = [0];
  for (const mention of others) {
    const found = attached(items, mention);
    const step = {
      from: indexes[found.from] ?? 0,
      isAbsent: mention.isAbsent,
      to: { kind: mention.kind, conditions: conditionsOf(mention) },
    };
    built = withStep(built, {
      ...step,
      ...(found.verb ?? {}),
      ...(mention.isAbsent && { to: { kind: mention.kind, conditions: [] } }),
    });
    if (mention.isAbsent) continue;
    items.push(mention);
    indexes.push(built.steps.filter(({ isAbsent }) => !isAbsent).length);
  }
  return { built, unknown };
}

/** Where a mention hangs, and by which link: the nearest item that the words or else the model allow. */
function attached(
  items: readonly Mention[],
  mention: Mention,
): { from: number; verb?: { link?: Verb["link"]; direction: Direction } } {
  const nearest = [...items.keys()].reverse();
  for (const from of nearest) {
    const item = items[from];
    for (const { verbs: said } of [item, items.at(-1), mention].flatMap((one) => one ?? [])) {
      const verb = item && takeVerb(said, item.kind, mention.kind);
      if (verb) return { from, verb };
    }
  }
  for (const from of nearest) {
    const possible = possibleLinks(items[from]?.kind, mention.kind);
    const [only] = possible;
    if (only && possible.length === 1) return { from, verb: only };
    if (only) return { from };
  }
  return { from: items.length - 1 };
}

/** The first of the words that may mean a link between these kinds, which is then used up. */
function takeVerb(said: (readonly Verb[])[], from: NodeKind, to: NodeKind): Verb | undefined {
  for (const [index, meanings] of said.entries()) {
    const meant = meanings.find(({ link, direction }) => mayLead(link, direction, from, to));
    if (!meant) continue;
    said.splice(index, 1);
    return meant;
  }
  return undefined;
}

const possibleLinks = (from: NodeKind | undefined, to: NodeKind): Verb[] =>
  linkKindNames.flatMap((link) =>
    (["out", "in"] as const).filter((direction) => mayLead(link, direction, from, to)).map((direction) => ({ link, direction })),
  );

function conditionsOf({ kind, name, years }: Mention): Condition[] {
  const property: YearProperty =
    kind === "institution" || kind === "network" || kind === "team" || kind === "space" ? "since" : "year";
  return [
    ...(name.length > 0 ? [{ about: "words", property: "name", words: name.join(" ") } as const] : []),
    ...years.map(({ about, year }) => ({ about, property, year }) as const),
  ];
}

/** The nouns of a sentence in order, with the words around them. */
function mentionsIn(sentence: string): { readonly mentions: readonly Mention[]; readonly unknown: readonly string[] } {
  const words = sentence.match(/"[^"]*"|“[^”]*”|'[^']*'(?!\w)|[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  const mentions: Mention[] = [];
  const unknown: string[] = [];
  let isNext = { absent: false };
  for (let next = 0; next < words.length; ) {
    const last = mentions.at(-1);
    const rest = words.slice(next, next + longest);
    const quoted = /^["“'](.*)["”']$/.exec(rest[0] ?? "")?.[1];
    if (quoted !== undefined) {
      (last?.name ?? unknown).push(quoted);
      next += 1;
      continue;
    }
    const year = yearIn(rest);
    if (year && last) {
      last.years.push(...year.years);
      next += year.length;
      continue;
    }
    const verb = longestOf(rest, (phrase) => verbs.get(phrase));
    const noun = longestOf(rest, (phrase) => nouns.get(phrase));
    if (noun && noun.length >= (verb?.length ?? 0)) {
      mentions.push({ kind: noun.found, verbs: [], name: [], years: [], isAbsent: isNext.absent });
      isNext = { absent: false };
      next += noun.length;
      continue;
    }
    const word = rest[0] ?? "";
    if (verb && last) {
      last.verbs.push(verb.found);
      next += verb.length;
    } else {
      next += 1;
      if (noneWords.has(plainWord(word))) isNext = { absent: true };
      else if (!emptyWords.has(plainWord(word))) (last?.name ?? unknown).push(word);
    }
  }
  return { mentions, unknown };
}

function yearIn(words: readonly string[]): { readonly years: Mention["years"]; readonly length: number } | undefined {
  const found = longestOf(words.slice(0, longest - 1), (phrase) => yearWords[phrase] ?? (phrase === "in" ? "in" : undefined));
  const year = /^(?:19|20)\d\d$/.exec(words[found?.length ?? 0] ?? "")?.[0];
  if (!found || year === undefined) return undefined;
  const about = found.found === "in" ? (["from", "until"] as const) : ([found.found] as const);
  return { years: about.map((one) => ({ about: one, year: Number(year) })), length: found.length + 1 };
}

/** The longest phrase that a list of words begins with and that means something. */
function longestOf<Found>(words: readonly string[], meaning: (phrase: string) => Found | undefined) {
  for (let length = words.length; length > 0; length -= 1) {
    const found = meaning(words.slice(0, length).map(plainWord).join(" "));
    if (found !== undefined) return { found, length };
  }
  return undefined;
}
