import type { comparison as nl } from "./comparison.nl.ts";
import { deeds } from "./deeds.en.ts";
import { counted } from "./names.ts";

/** What the overlap, the gaps and the portrait say, in English. */
export const comparison: typeof nl = {
  overlap: {
    count: {
      question: (count) => counted(count, ["question", "questions"]),
      theme: (count) => counted(count, ["theme", "themes"]),
    },
    more: (howMany) => `${howMany} more`,
    block: (institutions, howMany, names) => `The largest block: ${institutions} share ${howMany}: ${names}`,
    nothingShared: {
      question: "As far as we know these institutions share no questions.",
      theme: "As far as we know these institutions share no themes.",
    },
  },
  gaps: {
    unansweredQuestions: {
      title: "Questions without an answer",
      explanation: "For these questions we know of no product, space, activity or outcome yet that helps.",
      askedBy: (names) => `Asked by ${names}.`,
      askersUnknown: "We do not know who asks this.",
    },
    unusedProducts: {
      title: "Products that seem unused",
      explanation: "Of these products we do not know where they are used. Perhaps someone else can use them.",
      madeBy: (names) => `Made by ${names}.`,
      makersUnknown: "We do not know who made it.",
    },
    themesAtOne: {
      title: "Themes at one institution",
      explanation: "As far as we know only one institution asks about these themes.",
      onlyAt: (name) => `Only at ${name}.`,
    },
    withoutPeers: {
      title: "Institutions without peers",
      explanation: "As far as we know these institutions share nothing yet with an institution in the same sector.",
      nothingShared: "What we know of them they share with nobody in their sector.",
      nothingKnown: "We know nothing of their questions and products yet.",
    },
  },
  portrait: {
    vocational: (name) => `${name} is a VET institution.`,
    vocationalIn: (name, city) => `${name} is a VET institution in ${city}.`,
    locatedIn: (name, city) => `${name} is located in ${city}.`,
    hasParts: (names) => `${names} is part of it; what was done there counts here.`,
    count: {
      questions: (count) => counted(count, ["question", "questions"]),
      teams: (count) => counted(count, ["team", "teams"]),
      productsMade: (count) => counted(count, ["product of its own", "products of its own"]),
      productsUsed: (count) => counted(count, ["product that it uses", "products that it uses"]),
      spaces: (count) => counted(count, ["space", "spaces"]),
      networks: (count) => counted(count, ["network", "networks"]),
      outcomes: (count) => counted(count, ["outcome", "outcomes"]),
    },
    known: (name, counts) => `Of ${name} we know ${counts}.`,
    nothingKnown: (name) => `What ${name} asks and makes we do not know yet.`,
    mostAlike: (names) => `Most like you: ${names}.`,
    holding: deeds.holding,
    outcomeOfProduct: (outcome, product, name) => `Outcome of ${product}, which ${name} works with: ${outcome}.`,
    outcomeOfOther: (outcome, holding, name) => `Outcome of ${holding}, which ${name} takes part in: ${outcome}.`,
    asks: (name, question) => `${name} asks: ${question}`,
    alsoAskedByOne: (name) => `So does ${name}.`,
    alsoAskedByMore: (names) => `So do ${names}.`,
    unknownKind: {
      question: (name) => `We do not know what ${name} asks.`,
      product: (name) => `We do not know which products ${name} made or uses.`,
      space: (name) => `We do not know which spaces ${name} has.`,
      network: (name) => `We do not know in which networks ${name} takes part.`,
    },
    unknownOutcomes: (name) => `We do not know what the work of ${name} led to.`,
    unknownOwnOutcomes: (name) => `We know no outcomes of ${name} itself, only of what it takes part in.`,
    unansweredOnly: "For that one question we know nothing yet that helps. Do you?",
    unansweredOf: (unanswered, questions) =>
      `For ${unanswered} of the ${questions} questions we know nothing yet that helps. Do you?`,
  },
};
