import fc from "fast-check";
import { linkId, type NodeId } from "../../../../model/graph.ts";
import type { LinkKind } from "../../../../model/kinds.ts";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { type Candidate, candidatesInSteps } from "../../../../server/analysis/opportunities/candidates.ts";
import { fitsInSteps } from "../../../../server/analysis/opportunities/fits.ts";
import { offersInSteps } from "../../../../server/analysis/opportunities/offers.ts";
import type { Fit, OpportunityContext, Wanted } from "../../../../server/analysis/opportunities/types.ts";
import { contextOf, type Drawn, link, node, plain, profilesFrom } from "../graphs.ts";

/** All that opportunities are worked out from; every link that backs a reason up is shown. */
export const opportunityContextOf = (drawn: Drawn, profiles = profilesFrom(drawn), scoring = plain): OpportunityContext => ({
  ...contextOf(drawn, profiles, scoring),
  offers: allAtOnce(offersInSteps(profiles)),
});

/** What may fit the questions of an asker. */
export const candidatesOf = (
  { profiles, offers }: Pick<OpportunityContext, "profiles" | "offers">,
  asker: InstitutionIndex,
  wanted: Wanted = {},
): readonly Candidate[] => allAtOnce(candidatesInSteps(profiles, offers, asker, wanted));

/** What fits the questions of an asker. */
export const fitsOf = (context: OpportunityContext, asker: InstitutionIndex, wanted: Wanted = {}): Fit[] =>
  allAtOnce(fitsInSteps(context, asker, wanted));

/** Who asks for opportunities in a drawn graph: every institution that it has. */
export const everyAsker = ({ profiles }: Pick<OpportunityContext, "profiles">): InstitutionIndex[] => [
  ...profiles.institutions.rows(),
];

const counted = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}:${kind}-${at}`);
const [institutions, questions, themes] = [counted("institution", 4), counted("question", 3), counted("theme", 7)];
const [products, spaces, outcomes] = [counted("product", 5), counted("space", 2), counted("outcome", 1)];
const things = [...products, ...spaces, ...outcomes];

/** Kinds of link with what they may join; each stands here as often as it is to be drawn. */
const drawn: readonly (readonly [LinkKind, readonly string[], readonly string[]])[] = [
  ["ASKS", institutions, questions],
  ["ASKS", institutions, questions],
  ["MADE", institutions, products],
  ["MADE", institutions, products],
  ["HOSTS", institutions, spaces],
  ["ABOUT", questions, themes],
  ["ABOUT", questions, themes],
  ["ABOUT", things, themes],
  ["ABOUT", things, themes],
  ["ABOUT", things, themes],
  ["BROADER", themes, themes],
  ["BROADER", themes, themes],
  ["ADDRESSES", things, questions],
  ["RESULTED_IN", [...institutions, ...products], outcomes],
  ["USED_AT", products, institutions],
  ["PART_OF", institutions, institutions],
];

const anywhere = fc.noBias(fc.nat({ max: 1_000_000 }));
const rarely = fc.noBias(fc.nat({ max: 3 })).map((number) => number === 0);

/** Small graphs in which many offers fit questions, mostly by themes; broader themes go in circles too. */
export const markets: fc.Arbitrary<Drawn> = fc
  .array(fc.record({ kind: anywhere, from: anywhere, to: anywhere, derived: rarely, contested: rarely }), {
    minLength: 25,
    maxLength: 45,
  })
  .map((links) => ({
    nodes: [...institutions, ...questions, ...themes, ...things].map((id) => node(id)),
    links: [
      ...new Map(
        links.flatMap(({ kind, from, to, derived, contested }) => {
          const [name, froms, tos] = drawn[kind % drawn.length] ?? [];
          const [start, end] = [froms?.[from % froms.length], tos?.[to % tos.length]];
          if (!name || !start || !end || start === end) return [];
          return [[linkId(start as NodeId, name, end as NodeId), link(start, name, end, { derived, contested })] as const];
        }),
      ).values(),
    ],
  }));

/** Noord asks how to use labs; Oost made a plan for that, Zuid has a lab; Noord has a training for it itself. */
export const labs: Drawn = {
  nodes: [
    node("institution:noord", { name: "Noord College", nameEn: "North College" }),
    node("institution:oost", { name: "Oost College", nameEn: "East College" }),
    node("institution:zuid", { name: "zuidCollege", nameEn: "zuidCollege" }),
    node("question:labs", { name: "Hoe gebruik je een lab?", nameEn: "How do you use a lab?" }),
    node("question:media", { name: "Wat is een bron?", nameEn: "What is a source?" }),
    node("theme:labs", { name: "Labs", nameEn: "Labs" }),
    node("theme:media", { name: "Media", nameEn: "Media" }),
    node("product:plan", { name: "Labplan", nameEn: "Lab plan", type: "plan" }),
    node("product:training", { name: "Labtraining", nameEn: "Lab training", type: "training" }),
    node("space:lab", { name: "Het lab", nameEn: "The lab" }),
  ],
  links: [
    link("institution:noord", "ASKS", "question:labs"),
    link("institution:oost", "ASKS", "question:media"),
    link("question:labs", "ABOUT", "theme:labs", { derived: true }),
    link("question:media", "ABOUT", "theme:media"),
    link("product:plan", "ABOUT", "theme:labs"),
    link("product:plan", "ADDRESSES", "question:labs", { derived: true }),
    link("institution:oost", "MADE", "product:plan"),
    link("space:lab", "ABOUT", "theme:labs"),
    link("institution:zuid", "HOSTS", "space:lab"),
    link("institution:noord", "MADE", "product:training"),
    link("product:training", "ADDRESSES", "question:labs"),
    link("product:training", "ABOUT", "theme:media"),
    link("product:plan", "USED_AT", "institution:oost"),
  ],
};

/** Repeatable numbers from a seed, each in [0, below) (a linear congruential generator with the constants of Numerical Recipes). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A market with more candidates than are ever weighed: asker `institution:a` has 500 of 1,600 things itself, many of them about what
 * it asks, and `institution:b` has all. Themes form a tree, and the higher ones have very many things under them.
 */
export const largeMarkets: fc.Arbitrary<Drawn> = fc.noBias(fc.nat()).map((seed) => {
  const number = numbersFrom(seed);
  const tree = counted("theme", 30);
  const [all, asked] = [[...counted("product", 1_200), ...counted("space", 400)], counted("question", 6)];
  const narrow = 13 + number(17);
  const parent = (at: number) => tree[Math.floor((at - 1) / 3)] as string;
  const about = (id: string) => link(id, "ABOUT", tree[number(3) === 0 ? narrow : number(30)] as string);
  const holds = (institution: string, id: string) => link(institution, id.startsWith("product") ? "MADE" : "HOSTS", id);
  return {
    nodes: [...tree, ...all, ...asked, "institution:a", "institution:b"].map((id) => node(id)),
    links: [
      ...tree.slice(1).map((id, at) => link(id, "BROADER", parent(at + 1))),
      ...asked.flatMap((id) => [link("institution:a", "ASKS", id), link(id, "ABOUT", tree[narrow] as string)]),
      ...all.flatMap((id) => [about(id), holds("institution:b", id)]),
      ...all.filter((_, at) => at < 500).map((id) => holds("institution:a", id)),
      ...asked.map((id) => link(all[500 + number(1_000)] as string, "ADDRESSES", id)),
    ],
  };
});
