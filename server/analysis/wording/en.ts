import { comparison } from "./comparison.en.ts";
import { counted } from "./names.ts";
import type { nl } from "./nl.ts";
import { opportunities } from "./opportunities.en.ts";

/** What the analyses say, in English. */
export const en: typeof nl = {
  chains: {
    via: (institution, whom) => `At ${institution} this is through ${whom}.`,
    viaForBoth: (whom) => `For both this is through ${whom}.`,
    part: (institution) => `${institution} (part of it)`,
    orNarrower: (theme) => `${theme} or something that falls under it`,
  },
  reasons: {
    shared: {
      questions: ({ one, other, what }) => `${one} and ${other} both ask ${what}`,
      themes: ({ one, other, what }) => `${one} and ${other} both ask about ${what}`,
      products: ({ one, other, what }) => `${one} and ${other} both work with ${what}`,
      spaces: ({ one, other, what }) => `${one} and ${other} both belong to the space ${what}`,
      networks: ({ one, other, what }) => `${one} and ${other} both take part in ${what}`,
      activities: ({ one, other, what }) => `${one} and ${other} both took part in ${what}`,
      outcomes: ({ one, other, what }) => `${one} and ${other} both arrived at ${what}`,
    },
    sharedTheme: {
      themes: ({ one, other, what, ones, others }) =>
        `${one} and ${other} both have questions about ${what}: ${one} asks ${ones}, ${other} asks ${others}`,
      products: ({ one, other, what, ones, others }) =>
        `${one} and ${other} both have products about ${what}: ${one} has ${ones}, ${other} has ${others}`,
      spaces: ({ one, other, what, ones, others }) =>
        `${one} and ${other} both have spaces around ${what}: ${one} has ${ones}, ${other} has ${others}`,
      outcomes: ({ one, other, what, ones, others }) =>
        `${one} and ${other} both have outcomes about ${what}: at ${one} ${ones}, at ${other} ${others}`,
    },
    rest: (count, largest) => `And ${counted(count, ["smaller reason", "smaller reasons"])} more. The largest: ${largest}`,
  },
  factors: {
    points: "points to start with",
    pointsForApproach: "points for another approach",
    pointsForEvidence: "points for signs of use",
    pointsTogether: "points together",
    userWeight: "your own weight",
    themeRarity: "how rare and precise the theme is",
    rarity: "how rare it is",
    basis: "part of it was derived by us",
    contested: "sources differ on this",
    age: "it is some years old",
    closeness: "how close the other is to it",
    broader: (theme) => `points more for the broader theme ${theme}`,
  },
  peers: {
    much: (counts) => `Much like you: ${counts}.`,
    fairly: (counts) => `Like you: ${counts}.`,
    little: (counts) => `A little like you: ${counts}.`,
    littleKnown: (name) => `Mind: we know little of ${name} yet.`,
    count: {
      questions: (count) => counted(count, ["shared question", "shared questions"]),
      themes: (count) => counted(count, ["shared theme", "shared themes"]),
      products: (count) => counted(count, ["shared product", "shared products"]),
      spaces: (count) => counted(count, ["shared space", "shared spaces"]),
      networks: (count) => counted(count, ["shared network", "shared networks"]),
      activities: (count) => counted(count, ["shared activity", "shared activities"]),
      outcomes: (count) => counted(count, ["shared outcome", "shared outcomes"]),
    },
  },
  whyNot: {
    otherSector: (start, other) =>
      `${other} is not listed because it is another sort of organisation than ${start}. We only compare within one sector.`,
    merged: (other, whole) => `${other} is part of ${whole}. What ${other} did counts for ${whole}.`,
    itself: "That is you.",
    oneInstitution: (start, other) => `${start} and ${other} are one institution now.`,
    listed: (other, rank) => `${other} is number ${rank}.`,
    belowThreshold: (other, rank, score, limit, last) =>
      `${other} is number ${rank} with ${score} points. We show ${limit}; the last of those has ${last} points.`,
    weights: (start, other) => `With your weights, what ${start} and ${other} share gives no points.`,
    nothingKnown: (names) =>
      `We do not know yet what ${names} asks, makes or takes part in. That says nothing about how alike you are.`,
    nothingShared: (start, other) => `As far as we know ${start} and ${other} share nothing yet.`,
    missing: (name, aspects) => `Of ${name} we do not know any ${aspects} yet.`,
  },
  certainty: {
    high: (facts) => `Much is known: we know ${facts}.`,
    middle: (facts) => `A fair amount is known: we know ${facts}.`,
    low: (facts) => `Little is known: we know ${facts}.`,
    factsAbout: (count, name) => `${counted(count, ["fact", "facts"])} about ${name}`,
  },
  match: {
    word: (said) => `The word “${said}” is in it too.`,
    stem: (said, found) => `“${said}” is a form of “${found}”.`,
    part: (said, found) => `“${said}” and “${found}” share a part.`,
    synonym: (said, found) => `“${said}” means much the same as “${found}”.`,
    spelling: (said, found) => `We read “${said}” as “${found}”.`,
    theme: (said, found) => `“${said}” fits the theme: “${found}”.`,
  },
  opportunities,
  comparison,
};
