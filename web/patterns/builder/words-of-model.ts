import { type LinkKind, linkKindNames, linkKinds, type NodeKind, nodeKindNames, nodeKinds } from "../../../model/kinds.ts";

/** What people call kinds beside the model's own words, in both languages. */
const otherNouns: Readonly<Partial<Record<NodeKind, string>>> = {
  institution: "school, scholen, roc, rocs, college, colleges, schools",
  question: "vraag, vragen",
  theme: "onderwerp, onderwerpen, themas, topic, topics",
  space: "lab, labs, leerruimte, leerruimtes, ruimten",
  network: "practoraat, practoraten, samenwerking, samenwerkingen",
  outcome: "resultaat, resultaten, result, results",
  publication: "artikel, artikelen, boek, boeken, article, articles",
  programme: "opleidingen, program, programs",
};

/** Other forms of the words for links, in both languages. */
const otherVerbs: Readonly<Record<LinkKind, { readonly out: string; readonly in: string }>> = {
  ASKS: { out: "vraagt, vragen, vroeg, vroegen, stelt, stellen, stelde, stelden, ask, asked", in: "gesteld door, van" },
  ABOUT: { out: "over, gaan over, about, are about, on", in: "" },
  ADDRESSES: { out: "helpen bij, helpt, helpen, beantwoordt, beantwoorden, address, answers, answer", in: "geholpen door" },
  MADE: { out: "maakt, maken, maakten, gemaakt, makes, make", in: "van" },
  USED_AT: { out: "gebruikt in, gebruikt op, gebruikt door, used by, used in", in: "gebruikt, gebruiken, use" },
  HOSTS: { out: "bieden plaats aan, huisvest, host", in: "bij, in, van, at" },
  PARTICIPATES_IN: { out: "doen mee aan, neemt deel aan, nemen deel aan, zit in, zitten in, take part in, joins", in: "met" },
  PART_OF: { out: "horen bij, is deel van, is part of, are part of", in: "omvatten, include" },
  BROADER: { out: "vallen onder, onder, under", in: "" },
  RESULTED_IN: { out: "leidde tot, leverden op, levert op, leveren op, leverde, resulteerde in, led to", in: "van" },
  DESCRIBES: { out: "beschrijven, describe", in: "" },
  EVIDENCED_BY: { out: "staat in, staan in", in: "onderbouwen" },
  FUNDED_BY: {
    out: "gefinancierd door, betaald van, paid by",
    in: "betaalde, betaalden, financiert, financieren, betaalt, paid, funds",
  },
};

export interface Verb {
  readonly link: LinkKind;
  readonly direction: "out" | "in";
}

const listed = (text: string): string[] => text.split(",").flatMap((word) => word.trim() || []);

/** The same letters and spelling of an apostrophe as the reader makes of what is typed. */
export const plainWord = (word: string): string => word.toLowerCase().replaceAll("’", "'");

/** Every word for a kind, in both languages, singular and plural. */
export const nouns: ReadonlyMap<string, NodeKind> = new Map(
  nodeKindNames.flatMap((kind) => {
    const { nl, en } = nodeKinds[kind];
    const words = [nl.one, nl.many, en.one, en.many, ...listed(otherNouns[kind] ?? "")];
    return words.map((word): [string, NodeKind] => [plainWord(word), kind]);
  }),
);

/** Every phrase for a link, with what it may mean. */
export const verbs: ReadonlyMap<string, readonly Verb[]> = linkKindNames.reduce((all, link) => {
  const { nl, en } = linkKinds[link];
  for (const direction of ["out", "in"] as const)
    for (const phrase of [nl[direction], en[direction], ...listed(otherVerbs[link][direction])]) {
      const known = all.get(phrase) ?? [];
      all.set(phrase, [...known, { link, direction }]);
    }
  return all;
}, new Map<string, Verb[]>());

/** Words that say that there is none. */
export const noneWords: ReadonlySet<string> = new Set(["zonder", "geen", "without", "no"]);

/** Words that a sentence needs and a pattern does not. */
export const emptyWords: ReadonlySet<string> = new Set(
  listed(
    "die, dat, waar, welke, welk, wie, een, de, het, zich, af, en, of, aan, met, van, bij, in, op, tot, door, er, ook, is, zijn, heeft, hebben, alle, elke, mee, the, a, an, which, that, who, whose, what, and, or, with, of, by, at, to, has, have, all, every, is, are, does, do, itself",
  ),
);

/** Words before a year. */
export const yearWords: Readonly<Record<string, "from" | "until">> = {
  sinds: "from",
  vanaf: "from",
  na: "from",
  since: "from",
  after: "from",
  tot: "until",
  until: "until",
  before: "until",
  voor: "until",
  "tot en met": "until",
};
