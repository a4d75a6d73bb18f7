import type { Text } from "../../model/graph.ts";
import { type FactGraph, nodeAt } from "./facts.ts";
import { rankPeers, type Scoring } from "./peers.ts";
import type { Profiles } from "./profiles.ts";
import { counted, described, filled, inBoth, listed, named, viaSentence } from "./sentences.ts";
import { carriersOf, holdingsOf, type Way } from "./ways.ts";

/** A line of a portrait, with links by their places. */
export interface Line {
  readonly node: number;
  readonly sentence: Text;
  readonly links: readonly number[];
  readonly theme?: number;
}

/** An institution in sentences: three lenses, a summary whose numbers are counted, and what is unknown. */
export interface PortraitLines {
  readonly summary: Text[];
  readonly proud: Line[];
  readonly yielded: Line[];
  readonly ranInto: Line[];
  readonly unknown: Text[];
}

interface Known {
  readonly profiles: Profiles;
  readonly institution: number;
  readonly place: number;
  /** The ways to each thing, by the kind of the thing. */
  readonly ways: ReadonlyMap<string, ReadonlyMap<number, readonly Way[]>>;
}

const of = ({ ways }: Known, kind: string): ReadonlyMap<number, readonly Way[]> => ways.get(kind) ?? new Map();

/** The way that says most: stated before derived, then the shortest. */
function bestWay(graph: FactGraph, ways: readonly Way[]): Way | undefined {
  const doubts = ({ links }: Way) => links.filter((link) => graph.derived[link] === 1).length;
  return [...ways].sort((a, b) => doubts(a) - doubts(b) || a.links.length - b.links.length)[0];
}

/** Everything that the portrait of an institution says. */
export function portraitOf(profiles: Profiles, institution: number, scoring: Scoring): PortraitLines {
  const place = profiles.institutions[institution] ?? 0;
  const ways = new Map<string, Map<number, Way[]>>();
  for (const way of holdingsOf(profiles.graph, place)) {
    const { kind } = nodeAt(profiles.graph, way.item);
    const things = ways.get(kind) ?? new Map<number, Way[]>();
    ways.set(kind, things.set(way.item, [...(things.get(way.item) ?? []), way]));
  }
  const known: Known = { profiles, institution, place, ways };
  const yielded = yieldedBy(known);
  return {
    summary: [whoItIs(known), whatItDoes(known), whoIsAlike(known, scoring)].filter((text) => text !== undefined),
    proud: proudOf(known),
    yielded,
    ranInto: ranIntoBy(known),
    unknown: unknownOf(known, yielded),
  };
}

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

/** What an institution did with a thing, by the link that ties them. */
const did: Readonly<Record<string, Text>> = {
  MADE: { nl: "{a} maakte {x}.", en: "{a} made {x}." },
  USED_AT: { nl: "{a} gebruikt {x}.", en: "{a} uses {x}." },
  HOSTS: { nl: "{a} heeft {x}.", en: "{a} has {x}." },
  PARTICIPATES_IN: { nl: "{a} doet mee aan {x}.", en: "{a} takes part in {x}." },
  RESULTED_IN: { nl: "Bij {a} kwam {x} tot stand.", en: "{a} arrived at {x}." },
};

function lineFor({ profiles, institution, place }: Known, thing: number, ways: readonly Way[]): Line | undefined {
  const way = bestWay(profiles.graph, ways);
  if (!way) return undefined;
  const kind = profiles.graph.kindOf(way.links.at(-1) ?? 0);
  const sentence = inBoth((language) => {
    const values = { a: named(profiles, place, language), x: described(profiles, thing, language) };
    return (
      filled((did[kind] ?? did.PARTICIPATES_IN)?.[language] ?? "", values) + viaSentence(profiles, institution, way, language)
    );
  });
  return { node: thing, sentence, links: [...new Set(ways.flatMap(({ links }) => links))] };
}

function proudOf(known: Known): Line[] {
  return ["product", "space", "network"].flatMap((kind) =>
    [...of(known, kind)].sort(([a], [b]) => a - b).flatMap(([thing, ways]) => lineFor(known, thing, ways) ?? []),
  );
}

/** Own outcomes first, then those of what it took part in, said as such; each once. */
function yieldedBy(known: Known): Line[] {
  const { graph, themes } = known.profiles;
  const own = [...of(known, "outcome")].sort(([a], [b]) => a - b).flatMap(([thing, ways]) => lineFor(known, thing, ways) ?? []);
  const seen = new Set(own.map(({ node }) => node));
  const through = ["product", "activity", "network"].flatMap((kind) => [...of(known, kind)].sort(([a], [b]) => a - b));
  const theirs = through.flatMap(([thing, ways]) =>
    [...graph.out(thing, "RESULTED_IN")].flatMap((link): Line[] => {
      const outcome = graph.to[link] ?? 0;
      const way = bestWay(graph, ways);
      if (nodeAt(graph, outcome).kind !== "outcome" || seen.has(outcome) || !way) return [];
      seen.add(outcome);
      return [{ node: outcome, sentence: throughSentence(known, thing, outcome), links: [...way.links, link] }];
    }),
  );
  return [...own, ...theirs].map((line) => {
    const theme = themes(line.node)[0]?.theme;
    return theme === undefined ? line : { ...line, theme };
  });
}

function throughSentence({ profiles, place }: Known, thing: number, outcome: number): Text {
  const isProduct = nodeAt(profiles.graph, thing).kind === "product";
  return inBoth((language) => {
    const [a, x, o] = [
      named(profiles, place, language),
      described(profiles, thing, language),
      named(profiles, outcome, language),
    ];
    if (language === "nl") return `Opbrengst van ${x}, ${isProduct ? `waarmee ${a} werkt` : `waaraan ${a} meedoet`}: ${o}.`;
    return `Outcome of ${x}, which ${a} ${isProduct ? "works with" : "takes part in"}: ${o}.`;
  });
}

function ranIntoBy({ profiles, institution, place, ways }: Known): Line[] {
  const { graph } = profiles;
  return [...(ways.get("question") ?? [])].flatMap(([question, all]): Line[] => {
    const way = bestWay(graph, all);
    if (!way) return [];
    const others = [...graph.into(question, "ASKS")]
      .map((link) => graph.from[link] ?? 0)
      .filter((node) => node !== place && nodeAt(graph, node).kind === "institution");
    const sentence = inBoth((language) => {
      const [a, q] = [named(profiles, place, language), named(profiles, question, language)];
      const also = listed(
        others.map((node) => named(profiles, node, language)),
        language,
      );
      const nl = language === "nl";
      const asks = nl ? `${a} vraagt: ${q}` : `${a} asks: ${q}`;
      const shared = also === "" ? "" : nl ? ` Dat vragen ook ${also}.` : ` So do ${also}.`;
      return asks + viaSentence(profiles, institution, way, language) + shared;
    });
    return [{ node: question, sentence, links: [...new Set(all.flatMap(({ links }) => links))] }];
  });
}

/** What is unknown, said as unknown: of which kinds nothing is known, and which questions nothing is known to help with. */
function unknownOf(known: Known, yielded: readonly Line[]): Text[] {
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
      : yielded.length > 0
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
  return [
    {
      nl: `Voor ${open} van de ${counted(questions.length, ["vraag", "vragen"])} kennen we nog niets dat daarbij helpt. Weten jullie iets?`,
      en: `For ${open} of the ${counted(questions.length, ["question", "questions"])} we know nothing yet that helps. Do you?`,
    },
  ];
}
