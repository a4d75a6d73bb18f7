import type { Gap } from "../../../model/discovery.ts";
import type { Text } from "../../../model/graph.ts";
import { nodeAt, summaryOf } from "../graph/graph-index.ts";
import { aspectAt, rankPeers, type Scoring } from "../peers/score.ts";
import { type Profiles, tiesTo } from "../profile/profiles.ts";
import { filled, inBoth, listed, named } from "../wording/sentences.ts";

type Item = Gap["items"][number];

const itemOf = (profiles: Profiles, place: number, sentence: Text): Item => ({
  node: summaryOf(profiles.graph, place),
  sentence,
});

const ofKind = ({ graph }: Profiles, kind: string): number[] =>
  [...graph.nodes.keys()].filter((place) => nodeAt(graph, place).kind === kind);

/** Fills `{x}` in both languages with nodes. */
const about = (profiles: Profiles, text: Text, places: readonly number[]): Text =>
  inBoth((language) =>
    filled(text[language], {
      x: listed(
        places.map((place) => named(profiles, place, language)),
        language,
      ),
    }),
  );

/** What is missing in the graph, as four columns. Absent from the data is not the same as absent. */
export function gapsOf(profiles: Profiles, scoring: Scoring): Gap[] {
  return [unanswered(profiles), unused(profiles), atOne(profiles), withoutPeers(profiles, scoring)];
}

function unanswered(profiles: Profiles): Gap {
  const { graph } = profiles;
  const open = ofKind(profiles, "question").filter((place) => graph.into(place, "ADDRESSES").length === 0);
  return {
    name: "unanswered-questions",
    title: { nl: "Vragen zonder antwoord", en: "Questions without an answer" },
    explanation: {
      nl: "Van deze vragen kennen we nog geen product, ruimte, activiteit of opbrengst die daarbij helpt.",
      en: "For these questions we know of no product, space, activity or outcome yet that helps.",
    },
    items: open.map((place) => {
      const askers = [...graph.into(place, "ASKS")].map((link) => graph.from[link] ?? 0);
      const text = { nl: "Gevraagd door {x}.", en: "Asked by {x}." };
      return itemOf(
        profiles,
        place,
        askers.length > 0
          ? about(profiles, text, askers)
          : { nl: "We weten niet wie dit vraagt.", en: "We do not know who asks this." },
      );
    }),
  };
}

function unused(profiles: Profiles): Gap {
  const { graph } = profiles;
  const makers = (place: number) => [...graph.into(place, "MADE")].map((link) => graph.from[link] ?? 0);
  return {
    name: "unused-products",
    title: { nl: "Producten die nergens gebruikt lijken", en: "Products that seem unused" },
    explanation: {
      nl: "Van deze producten weten we niet waar ze gebruikt worden. Misschien kan een ander er iets mee.",
      en: "Of these products we do not know where they are used. Perhaps someone else can use them.",
    },
    items: ofKind(profiles, "product")
      .filter((place) => graph.out(place, "USED_AT").length === 0)
      .map((place) =>
        itemOf(
          profiles,
          place,
          makers(place).length > 0
            ? about(profiles, { nl: "Gemaakt door {x}.", en: "Made by {x}." }, makers(place))
            : { nl: "We weten niet wie het maakte.", en: "We do not know who made it." },
        ),
      ),
  };
}

/** Themes that the questions of one institution alone are about, broader themes aside. */
function atOne(profiles: Profiles): Gap {
  const { graph, items, ties, institutions } = profiles;
  const asking = new Map<number, Set<number>>();
  for (const [item, node] of items.node.entries()) {
    if (items.isTheme[item] === 1 || aspectAt(profiles, item) !== "questions") continue;
    const who = [...tiesTo(profiles, item)].map((tie) => ties.institution[tie] ?? 0);
    const alone = who.filter((institution) => (profiles.partOf[institution] ?? -1) < 0);
    for (const link of graph.out(node, "ABOUT")) {
      const theme = graph.to[link] ?? 0;
      asking.set(theme, new Set([...(asking.get(theme) ?? []), ...alone]));
    }
  }
  const lonely = [...asking].filter(([, who]) => who.size === 1).sort(([a], [b]) => a - b);
  return {
    name: "themes-at-one",
    title: { nl: "Thema’s bij één instelling", en: "Themes at one institution" },
    explanation: {
      nl: "Over deze thema’s heeft, voor zover wij weten, maar één instelling een vraag.",
      en: "As far as we know only one institution asks about these themes.",
    },
    items: lonely.map(([theme, who]) => {
      const places = [...who].map((institution) => institutions[institution] ?? 0);
      return itemOf(profiles, theme, about(profiles, { nl: "Alleen bij {x}.", en: "Only at {x}." }, places));
    }),
  };
}

function withoutPeers(profiles: Profiles, scoring: Scoring): Gap {
  const alone = [...profiles.institutions.keys()].filter(
    (institution) => (profiles.partOf[institution] ?? -1) < 0 && rankPeers(profiles, institution, scoring).length === 0,
  );
  return {
    name: "without-peers",
    title: { nl: "Instellingen zonder gelijkgestemden", en: "Institutions without peers" },
    explanation: {
      nl: "Deze instellingen delen, voor zover wij weten, nog niets met een instelling in dezelfde sector.",
      en: "As far as we know these institutions share nothing yet with an institution in the same sector.",
    },
    items: alone.map((institution) => {
      const place = profiles.institutions[institution] ?? 0;
      const known = (profiles.ties.starts[institution + 1] ?? 0) > (profiles.ties.starts[institution] ?? 0);
      return itemOf(
        profiles,
        place,
        known
          ? {
              nl: "Wat we van hen weten, delen ze met niemand in hun sector.",
              en: "What we know of them they share with nobody in their sector.",
            }
          : {
              nl: "We weten nog niets over hun vragen en producten.",
              en: "We know nothing of their questions and products yet.",
            },
      );
    }),
  };
}
