import { comparison } from "./comparison.nl.ts";
import { counted } from "./names.ts";
import { opportunities } from "./opportunities.nl.ts";

/** Two institutions and what they share. */
interface Shared {
  readonly one: string;
  readonly other: string;
  readonly what: string;
}

/** The same, with what of each is about it. */
interface SharedTheme extends Shared {
  readonly ones: string;
  readonly others: string;
}

/** What the analyses say, in Dutch; names come with their quotes. */
export const nl = {
  chains: {
    via: (institution: string, whom: string) => `Bij ${institution} is dat via ${whom}.`,
    viaForBoth: (whom: string) => `Bij allebei is dat via ${whom}.`,
    part: (institution: string) => `${institution} (hoort daarbij)`,
    orNarrower: (theme: string) => `${theme} of iets wat daaronder valt`,
  },
  reasons: {
    /** By aspect, without a full stop: a question may bring its own mark. */
    shared: {
      questions: ({ one, other, what }: Shared) => `${one} en ${other} stellen allebei de vraag ${what}`,
      themes: ({ one, other, what }: Shared) => `${one} en ${other} vragen allebei naar ${what}`,
      products: ({ one, other, what }: Shared) => `${one} en ${other} werken allebei met ${what}`,
      spaces: ({ one, other, what }: Shared) => `${one} en ${other} zijn allebei verbonden aan de ruimte ${what}`,
      networks: ({ one, other, what }: Shared) => `${one} en ${other} doen allebei mee aan ${what}`,
      activities: ({ one, other, what }: Shared) => `${one} en ${other} deden allebei mee aan ${what}`,
      outcomes: ({ one, other, what }: Shared) => `${one} en ${other} kwamen allebei uit bij ${what}`,
    },
    /** For a theme, by the aspect of what is about it, without a full stop. */
    sharedTheme: {
      themes: ({ one, other, what, ones, others }: SharedTheme) =>
        `${one} en ${other} hebben allebei vragen over ${what}: ${one} vraagt ${ones}, ${other} vraagt ${others}`,
      products: ({ one, other, what, ones, others }: SharedTheme) =>
        `${one} en ${other} hebben allebei producten over ${what}: ${one} heeft ${ones}, ${other} heeft ${others}`,
      spaces: ({ one, other, what, ones, others }: SharedTheme) =>
        `${one} en ${other} hebben allebei ruimtes rond ${what}: ${one} heeft ${ones}, ${other} heeft ${others}`,
      outcomes: ({ one, other, what, ones, others }: SharedTheme) =>
        `${one} en ${other} hebben allebei opbrengsten over ${what}: bij ${one} ${ones}, bij ${other} ${others}`,
    },
    rest: (count: number, largest: string) =>
      `En nog ${counted(count, ["kleinere reden", "kleinere redenen"])}. De grootste: ${largest}`,
  },
  factors: {
    points: "punten om mee te beginnen",
    pointsForApproach: "punten voor een andere aanpak",
    pointsForEvidence: "punten voor sporen van gebruik",
    pointsTogether: "punten samen",
    userWeight: "jullie eigen gewicht",
    themeRarity: "hoe zeldzaam en precies het thema is",
    rarity: "hoe zeldzaam het is",
    basis: "een deel is door ons afgeleid",
    contested: "bronnen verschillen hierover",
    age: "het is al wat ouder",
    closeness: "hoe dicht de ander erop zit",
    broader: (theme: string) => `punten erbij voor het ruimere thema ${theme}`,
  },
  peers: {
    much: (counts: string) => `Lijkt sterk op jullie: ${counts}.`,
    fairly: (counts: string) => `Lijkt op jullie: ${counts}.`,
    little: (counts: string) => `Lijkt een beetje op jullie: ${counts}.`,
    littleKnown: (name: string) => `Let op: we weten nog weinig van ${name}.`,
    count: {
      questions: (count: number) => counted(count, ["gedeelde vraag", "gedeelde vragen"]),
      themes: (count: number) => counted(count, ["gedeeld thema", "gedeelde thema’s"]),
      products: (count: number) => counted(count, ["gedeeld product", "gedeelde producten"]),
      spaces: (count: number) => counted(count, ["gedeelde ruimte", "gedeelde ruimtes"]),
      networks: (count: number) => counted(count, ["gedeeld netwerk", "gedeelde netwerken"]),
      activities: (count: number) => counted(count, ["gedeelde activiteit", "gedeelde activiteiten"]),
      outcomes: (count: number) => counted(count, ["gedeelde opbrengst", "gedeelde opbrengsten"]),
    },
  },
  whyNot: {
    otherSector: (start: string, other: string) =>
      `${other} staat er niet bij, want het is een ander soort organisatie dan ${start}. We vergelijken alleen binnen dezelfde sector.`,
    merged: (other: string, whole: string) => `${other} hoort bij ${whole}. Wat ${other} deed, telt mee bij ${whole}.`,
    itself: "Dat zijn jullie zelf.",
    oneInstitution: (start: string, other: string) => `${start} en ${other} zijn nu één instelling.`,
    listed: (other: string, rank: number) => `${other} staat op plaats ${rank}.`,
    belowThreshold: (other: string, rank: number, score: number, limit: number, last: number) =>
      `${other} staat op plaats ${rank} met ${score} punten. We tonen er ${limit}; de laatste daarvan heeft ${last} punten.`,
    weights: (start: string, other: string) => `Met jullie gewichten geeft wat ${start} en ${other} delen geen punten.`,
    nothingKnown: (names: string) =>
      `Van ${names} weten we nog niet wat ze vragen, maken of waaraan ze meedoen. Dat zegt niets over hoe zeer jullie op elkaar lijken.`,
    nothingShared: (start: string, other: string) => `Voor zover wij weten delen ${start} en ${other} nog niets.`,
    missing: (name: string, aspects: string) => `Van ${name} kennen we nog geen ${aspects}.`,
  },
  certainty: {
    high: (facts: string) => `Er is veel bekend: we kennen ${facts}.`,
    middle: (facts: string) => `Er is redelijk wat bekend: we kennen ${facts}.`,
    low: (facts: string) => `Er is weinig bekend: we kennen ${facts}.`,
    factsAbout: (count: number, name: string) => `${counted(count, ["feit", "feiten"])} over ${name}`,
  },
  match: {
    word: (said: string) => `Het woord “${said}” staat er ook in.`,
    stem: (said: string, found: string) => `“${said}” lijkt op “${found}”.`,
    part: (said: string, found: string) => `“${said}” hangt samen met “${found}”.`,
    synonym: (said: string, found: string) => `“${said}” betekent ongeveer hetzelfde als “${found}”.`,
    spelling: (said: string, found: string) => `We lazen “${said}” als “${found}”.`,
    theme: (said: string, found: string) => `“${said}” past bij het thema: “${found}”.`,
  },
  opportunities,
  comparison,
};
