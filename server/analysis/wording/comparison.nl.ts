import { deeds } from "./deeds.nl.ts";
import { counted } from "./names.ts";

/** What the overlap, the gaps and the portrait say, in Dutch. Names come with their quotes. */
export const comparison = {
  overlap: {
    count: {
      question: (count: number) => counted(count, ["vraag", "vragen"]),
      theme: (count: number) => counted(count, ["thema", "thema’s"]),
    },
    more: (howMany: string) => `nog ${howMany}`,
    /** Without a full stop: a question may bring its own mark. */
    block: (institutions: string, howMany: string, names: string) =>
      `Het grootste blok: ${institutions} delen ${howMany}: ${names}`,
    nothingShared: {
      question: "Voor zover wij weten delen deze instellingen geen vragen.",
      theme: "Voor zover wij weten delen deze instellingen geen thema’s.",
    },
  },
  gaps: {
    unansweredQuestions: {
      title: "Vragen zonder antwoord",
      explanation: "Van deze vragen kennen we nog geen product, ruimte, activiteit of opbrengst die daarbij helpt.",
      askedBy: (names: string) => `Gevraagd door ${names}.`,
      askersUnknown: "We weten niet wie dit vraagt.",
    },
    unusedProducts: {
      title: "Producten die nergens gebruikt lijken",
      explanation: "Van deze producten weten we niet waar ze gebruikt worden. Misschien kan een ander er iets mee.",
      madeBy: (names: string) => `Gemaakt door ${names}.`,
      makersUnknown: "We weten niet wie het maakte.",
    },
    themesAtOne: {
      title: "Thema’s bij één instelling",
      explanation: "Over deze thema’s heeft, voor zover wij weten, maar één instelling een vraag.",
      onlyAt: (name: string) => `Alleen bij ${name}.`,
    },
    withoutPeers: {
      title: "Instellingen zonder gelijkgestemden",
      explanation: "Deze instellingen delen, voor zover wij weten, nog niets met een instelling in dezelfde sector.",
      nothingShared: "Wat we van hen weten, delen ze met niemand in hun sector.",
      nothingKnown: "We weten nog niets over hun vragen en producten.",
    },
  },
  portrait: {
    vocational: (name: string) => `${name} is een mbo-instelling.`,
    vocationalIn: (name: string, city: string) => `${name} is een mbo-instelling in ${city}.`,
    locatedIn: (name: string, city: string) => `${name} is gevestigd in ${city}.`,
    hasParts: (names: string) => `${names} hoort erbij; wat daar gebeurde, telt hier mee.`,
    count: {
      questions: (count: number) => counted(count, ["vraagstuk", "vraagstukken"]),
      teams: (count: number) => counted(count, ["team", "teams"]),
      productsMade: (count: number) => counted(count, ["eigen product", "eigen producten"]),
      productsUsed: (count: number) => counted(count, ["product dat het gebruikt", "producten die het gebruikt"]),
      spaces: (count: number) => counted(count, ["ruimte", "ruimtes"]),
      networks: (count: number) => counted(count, ["netwerk", "netwerken"]),
      outcomes: (count: number) => counted(count, ["opbrengst", "opbrengsten"]),
    },
    known: (name: string, counts: string) => `Van ${name} kennen we ${counts}.`,
    nothingKnown: (name: string) => `Wat ${name} vraagt en maakt, weten we nog niet.`,
    mostAlike: (names: string) => `Het meest lijken op jullie: ${names}.`,
    /** By the last link of the chain that ties an institution to what it has; without a full stop. */
    holding: deeds.holding,
    outcomeOfProduct: (outcome: string, product: string, name: string) =>
      `Opbrengst van ${product}, waarmee ${name} werkt: ${outcome}.`,
    outcomeOfOther: (outcome: string, holding: string, name: string) =>
      `Opbrengst van ${holding}, waaraan ${name} meedoet: ${outcome}.`,
    /** Without a full stop: a question brings its own mark. */
    asks: (name: string, question: string) => `${name} vraagt: ${question}`,
    alsoAskedByOne: (name: string) => `Dat vraagt ook ${name}.`,
    alsoAskedByMore: (names: string) => `Dat vragen ook ${names}.`,
    unknownKind: {
      question: (name: string) => `We weten niet welke vragen ${name} heeft.`,
      product: (name: string) => `We weten niet welke producten ${name} maakte of gebruikt.`,
      space: (name: string) => `We weten niet welke ruimtes ${name} heeft.`,
      network: (name: string) => `We weten niet aan welke netwerken ${name} meedoet.`,
    },
    unknownOutcomes: (name: string) => `We weten niet wat het werk van ${name} opleverde.`,
    unknownOwnOutcomes: (name: string) => `We kennen geen opbrengsten van ${name} zelf, alleen die van waar het aan meedoet.`,
    unansweredOnly: "Voor die ene vraag kennen we nog niets dat daarbij helpt. Weten jullie iets?",
    unansweredOf: (unanswered: number, questions: number) =>
      `Voor ${unanswered} van de ${questions} vragen kennen we nog niets dat daarbij helpt. Weten jullie iets?`,
  },
};
