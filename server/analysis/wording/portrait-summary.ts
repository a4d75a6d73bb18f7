import type { Text } from "../../../model/graph.ts";
import { nodeAt } from "../graph/graph-index.ts";
import { rankPeers, type Scoring } from "../peers/score.ts";
import { carriersOf, type Way } from "../profile/chains.ts";
import type { Profiles } from "../profile/profiles.ts";
import { counted, inBoth, listed, named } from "./sentences.ts";

/** What a portrait is made from. */
export interface Known {
  readonly profiles: Profiles;
  readonly institution: number;
  readonly place: number;
  /** The ways to each thing, by the kind of the thing. */
  readonly ways: ReadonlyMap<string, ReadonlyMap<number, readonly Way[]>>;
}

/** The ways to each thing of a kind. */
export const of = ({ ways }: Known, kind: string): ReadonlyMap<number, readonly Way[]> => ways.get(kind) ?? new Map();

/** Who it is, what it does, and who is most alike, every number counted. */
export const summaryLines = (known: Known, scoring: Scoring): Text[] =>
  [whoItIs(known), whatItDoes(known), whoIsAlike(known, scoring)].filter((text) => text !== undefined);

function whoItIs({ profiles, place }: Known): Text | undefined {
  const { city, sector } = nodeAt(profiles.graph, place);
  const parts = [...profiles.graph.into(place, "PART_OF")].map((link) => profiles.graph.from[link] ?? 0);
  const merged = parts.filter((part) => nodeAt(profiles.graph, part).kind === "institution");
  if (!city && sector !== "mbo" && merged.length === 0) return undefined;
  return inBoth((language) => {
    const name = named(profiles, place, language);
    const names = listed(
      merged.map((part) => named(profiles, part, language)),
      language,
    );
    const nl = language === "nl";
    const what =
      sector === "mbo" ? (nl ? " is een mbo-instelling" : " is a VET institution") : nl ? " is gevestigd" : " is located";
    const where = city ? ` in ${city}` : "";
    const whole = names
      ? nl
        ? ` ${names} hoort erbij; wat daar gebeurde, telt hier mee.`
        : ` ${names} is part of it; what was done there counts here.`
      : "";
    return `${sector === "mbo" || city ? `${name}${what}${where}.` : ""}${whole}`.trim();
  });
}

function whatItDoes(known: Known): Text {
  const { profiles, place } = known;
  const teams = new Set(
    carriersOf(profiles.graph, place)
      .filter(({ node }) => nodeAt(profiles.graph, node).kind === "team")
      .map(({ node }) => node),
  ).size;
  const made = [...of(known, "product").values()].filter((ways) =>
    ways.some(({ links }) => profiles.graph.kindOf(links.at(-1) ?? 0) === "MADE"),
  ).length;
  const used = of(known, "product").size - made;
  return inBoth((language) => {
    const nl = language === "nl";
    const parts: [number, readonly [string, string]][] = [
      [of(known, "question").size, nl ? ["vraagstuk", "vraagstukken"] : ["question", "questions"]],
      [teams, nl ? ["team", "teams"] : ["team", "teams"]],
      [made, nl ? ["eigen product", "eigen producten"] : ["product of its own", "products of its own"]],
      [used, nl ? ["product dat het gebruikt", "producten die het gebruikt"] : ["product that it uses", "products that it uses"]],
      [of(known, "space").size, nl ? ["ruimte", "ruimtes"] : ["space", "spaces"]],
      [of(known, "network").size, nl ? ["netwerk", "netwerken"] : ["network", "networks"]],
      [of(known, "outcome").size, nl ? ["opbrengst", "opbrengsten"] : ["outcome", "outcomes"]],
    ];
    const list = listed(
      parts.filter(([count]) => count > 0).map(([count, words]) => counted(count, words)),
      language,
    );
    const name = named(profiles, place, language);
    if (list === "")
      return nl ? `Wat ${name} vraagt en maakt, weten we nog niet.` : `What ${name} asks and makes we do not know yet.`;
    return nl ? `Van ${name} kennen we ${list}.` : `Of ${name} we know ${list}.`;
  });
}

function whoIsAlike({ profiles, institution }: Known, scoring: Scoring): Text | undefined {
  const [...best] = rankPeers(profiles, institution, scoring).slice(0, 3);
  if (best.length === 0) return undefined;
  return inBoth((language) => {
    const names = listed(
      best.map((peer) => named(profiles, profiles.institutions[peer.institution] ?? 0, language)),
      language,
    );
    return language === "nl" ? `Het meest lijken op jullie: ${names}.` : `Most like you: ${names}.`;
  });
}

/** What is unknown, said as unknown: of which kinds nothing is known, and which questions nothing is known to help with. */
export function unknownOf(known: Known, yielded: number): Text[] {
  const { profiles, place } = known;
  const name = inBoth((language) => named(profiles, place, language));
  const asked: Readonly<Record<string, Text>> = {
    question: { nl: `We weten niet welke vragen ${name.nl} heeft.`, en: `We do not know what ${name.en} asks.` },
    product: {
      nl: `We weten niet welke producten ${name.nl} maakte of gebruikt.`,
      en: `We do not know which products ${name.en} made or uses.`,
    },
    space: { nl: `We weten niet welke ruimtes ${name.nl} heeft.`, en: `We do not know which spaces ${name.en} has.` },
    network: {
      nl: `We weten niet aan welke netwerken ${name.nl} meedoet.`,
      en: `We do not know in which networks ${name.en} takes part.`,
    },
  };
  const missing = Object.entries(asked).flatMap(([kind, text]) => (of(known, kind).size === 0 ? [text] : []));
  const ownOutcomes =
    of(known, "outcome").size > 0
      ? []
      : yielded > 0
        ? [
            {
              nl: `We kennen geen opbrengsten van ${name.nl} zelf, alleen die van waar het aan meedoet.`,
              en: `We know no outcomes of ${name.en} itself, only of what it takes part in.`,
            },
          ]
        : [
            {
              nl: `We weten niet wat het werk van ${name.nl} opleverde.`,
              en: `We do not know what the work of ${name.en} led to.`,
            },
          ];
  return [...missing, ...ownOutcomes, ...unanswered(known)];
}

function unanswered(known: Known): Text[] {
  const questions = [...of(known, "question").keys()];
  const open = questions.filter((question) => known.profiles.graph.into(question, "ADDRESSES").length === 0).length;
  if (open === 0) return [];
  if (questions.length === 1)
    return [
      {
        nl: "Voor die ene vraag kennen we nog niets dat daarbij helpt. Weten jullie iets?",
        en: "For that one question we know nothing yet that helps. Do you?",
      },
    ];
  return [
    {
      nl: `Voor ${open} van de ${counted(questions.length, ["vraag", "vragen"])} kennen we nog niets dat daarbij helpt. Weten jullie iets?`,
      en: `For ${open} of the ${counted(questions.length, ["question", "questions"])} we know nothing yet that helps. Do you?`,
    },
  ];
}
