import type { Text } from "../../../model/graph.ts";
import { type FactGraph, nodeAt } from "../graph/graph-index.ts";
import type { Scoring } from "../peers/score.ts";
import { holdingsOf, type Way } from "../profile/chains.ts";
import { type Profiles, tiesTo } from "../profile/profiles.ts";
import { type Known, of, summaryLines, unknownOf } from "../wording/portrait-summary.ts";
import { described, filled, inBoth, listed, named, viaSentence } from "../wording/sentences.ts";

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

/** Making something says more of an institution than using it. */
const mine: ReadonlySet<string> = new Set(["MADE", "HOSTS", "RESULTED_IN", "ASKS"]);

/** The way that says most: its own before others', stated before derived, then the shortest. */
function bestWay(graph: FactGraph, ways: readonly Way[]): Way | undefined {
  const others = ({ links }: Way) => (mine.has(graph.kindOf(links.at(-1) ?? 0)) ? 0 : 1);
  const doubts = ({ links }: Way) => links.filter((link) => graph.derived[link] === 1).length;
  return [...ways].sort((a, b) => others(a) - others(b) || doubts(a) - doubts(b) || a.links.length - b.links.length)[0];
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
    summary: summaryLines(known, scoring),
    proud: proudOf(known),
    yielded,
    ranInto: ranIntoBy(known),
    unknown: unknownOf(known, yielded.length),
  };
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
  const through = ["network", "activity", "product"].flatMap((kind) => [...of(known, kind)].sort(([a], [b]) => a - b));
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
    const others = othersAsking(profiles, institution, question);
    const sentence = inBoth((language) => {
      const [a, q] = [named(profiles, place, language), named(profiles, question, language)];
      const also = listed(
        others.map((node) => named(profiles, node, language)),
        language,
      );
      const nl = language === "nl";
      const asks = nl ? `${a} vraagt: ${q}` : `${a} asks: ${q}`;
      const [vraagt, does] = others.length === 1 ? ["vraagt", "does"] : ["vragen", "do"];
      const shared = also === "" ? "" : nl ? ` Dat ${vraagt} ook ${also}.` : ` So ${does} ${also}.`;
      return asks + viaSentence(profiles, institution, way, language) + shared;
    });
    return [{ node: question, sentence, links: [...new Set(all.flatMap(({ links }) => links))] }];
  });
}

/** Other institutions that ask the same, also through their teams, by their places among the nodes. */
function othersAsking(profiles: Profiles, institution: number, question: number): number[] {
  const item = profiles.items.at("questions", question);
  const ties = item === undefined ? [] : [...tiesTo(profiles, item)];
  return ties
    .map((tie) => profiles.ties.institution[tie] ?? 0)
    .filter((other) => (profiles.partOf[other] ?? -1) < 0 && other !== institution && other !== profiles.partOf[institution])
    .map((other) => profiles.institutions[other] ?? 0);
}
