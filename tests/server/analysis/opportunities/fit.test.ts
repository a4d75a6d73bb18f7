import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkId } from "../../../../model/graph.ts";
import { factGraph, nodeAt } from "../../../../server/analysis/graph/graph-index.ts";
import { fitsFor } from "../../../../server/analysis/opportunities/fit.ts";
import { type Offers, offersOf } from "../../../../server/analysis/opportunities/offers.ts";
import { pathOf } from "../../../../server/analysis/opportunities/path.ts";
import type { Fit, OpportunityContext } from "../../../../server/analysis/opportunities/types.ts";
import { type Profiles, profilesOf } from "../../../../server/analysis/profile/profiles.ts";
import {
  approachOf,
  opportunitySentence,
  returnSentence,
  stepSentence,
} from "../../../../server/analysis/wording/opportunities.ts";
import { contextOf, type Drawn, graphs, link, node, plain, profilesFrom, scorings, without } from "../graphs.ts";

const opportunityContext = (drawn: Drawn, profiles = profilesFrom(drawn), scoring = plain): OpportunityContext => ({
  ...contextOf(drawn, profiles, scoring),
  offers: offersOf(profiles),
});

/** The same, with how much themes tell and what counts as new held as they were before. */
function held(before: Profiles, tells: Offers["tells"], drawn: Drawn, scoring = plain): OpportunityContext {
  const profiles = profilesOf({ ...factGraph(drawn.nodes, drawn.links), newestYear: before.graph.newestYear });
  const context = opportunityContext(drawn, profiles, scoring);
  return { ...context, offers: { ...context.offers, tells } };
}

const askers = [0, 1, 2];

describe("an opportunity", () => {
  test("rests on a path of real links from the asker over the question to the offer and who has it", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const context = opportunityContext(drawn);
        const { graph, institutions } = context.profiles;
        for (const asker of askers) {
          for (const fit of fitsFor(context, asker)) {
            const path = pathOf(graph, fit);
            const nodes = path.nodes(institutions[asker] ?? -1);
            expect(nodes[0]).toBe(institutions[asker]);
            expect(nodes.at(-1)).toBe(institutions[fit.from]);
            expect(nodes).toContain(fit.question);
            expect(nodes.indexOf(fit.offer)).toBeGreaterThan(nodes.indexOf(fit.question));
            path.links.forEach((step, at) => {
              expect([graph.from[step], graph.to[step]].sort()).toStrictEqual([nodes[at], nodes[at + 1]].sort());
              expect(context.linkOf(step).evidence.length).toBeGreaterThan(0);
            });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is nothing that the asker has already, and comes from another", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const context = opportunityContext(drawn);
        for (const asker of askers) {
          for (const { offer, from, question } of fitsFor(context, asker)) {
            expect(from).not.toBe(asker);
            expect(context.offers.has[asker]?.has(offer)).toBe(false);
            expect(context.offers.asks[asker]?.has(question)).toBe(true);
            expect(context.offers.has[from]?.has(offer)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("scores the sum of its reasons, and falls by what is stated with a fact when that is gone", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        const profiles = profilesFrom(drawn);
        const context = opportunityContext(drawn, profiles, scoring);
        for (const fit of askers.flatMap((asker) => fitsFor(context, asker)).slice(0, 3)) {
          expect(fit.reasons.reduce((sum, { amount }) => sum + amount, 0)).toBe(fit.score);
          for (const [id, amount] of statedIn(fit)) {
            const left = without(drawn, [id]);
            const after = same(held(profiles, context.offers.tells, left, scoring), fit);
            if (after) expect(after.score, id).toBe(fit.score - amount);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

function statedIn({ reasons }: Fit): Map<string, number> {
  const stated = new Map<string, number>();
  for (const fact of reasons.flatMap(({ facts }) => facts))
    stated.set(fact.link.id, (stated.get(fact.link.id) ?? 0) + fact.amount);
  return stated;
}

const same = (context: OpportunityContext, { asker, from, question, offer }: Fit) =>
  fitsFor(context, asker, { question, from }).find((fit) => fit.offer === offer);

/** Noord asks how to use labs; Oost made a plan for that, Zuid has a lab; Noord has a training for it itself. */
const drawn: Drawn = {
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

describe("what Noord can learn", () => {
  const context = opportunityContext(drawn);
  const { graph, institutions } = context.profiles;
  const at = (id: string) => graph.placeOf.get(id as never) ?? -1;
  const institution = (id: string) => institutions.indexOf(at(id));
  const fits = fitsFor(context, institution("institution:noord"));
  const offers = fits.map(({ offer }) => nodeAt(graph, offer).id);

  test("is first what helps with the question itself, then what is about the same; never its own training", () => {
    expect(offers).toStrictEqual(["product:plan", "space:lab"]);
  });

  test("is told in sentences, both languages", () => {
    expect(fits.map((fit) => opportunitySentence(context, fit).nl)).toStrictEqual([
      "Noord College vraagt: “Hoe gebruik je een lab?” Oost College maakte het product “Labplan”. Volgens ons helpt dat product bij precies deze vraag.",
      "Noord College vraagt: “Hoe gebruik je een lab?” zuidCollege heeft de ruimte “Het lab”. De vraag en die ruimte gaan allebei over “Labs”.",
    ]);
    expect(fits.map((fit) => opportunitySentence(context, fit).en)).toStrictEqual([
      "North College asks: “How do you use a lab?” East College made the product “Lab plan”. In our view that product helps with this very question.",
      "North College asks: “How do you use a lab?” zuidCollege hosts the space “The lab”. The question and that space are both about “Labs”.",
    ]);
  });

  test("is told step by step", () => {
    const steps = fits.map((fit) => pathOf(graph, fit).links.map((step) => stepSentence(context.profiles, step).nl));
    expect(steps).toStrictEqual([
      [
        "Noord College vraagt: “Hoe gebruik je een lab?”",
        "Het product “Labplan” helpt bij “Hoe gebruik je een lab?”",
        "Oost College maakte het product “Labplan”.",
      ],
      [
        "Noord College vraagt: “Hoe gebruik je een lab?”",
        "De vraag “Hoe gebruik je een lab?” gaat over het thema “Labs”.",
        "De ruimte “Het lab” gaat over het thema “Labs”.",
        "zuidCollege biedt plaats aan de ruimte “Het lab”.",
      ],
    ]);
  });

  test("gains from another approach than its own", () => {
    expect(fits.map((fit) => approachOf(fit)?.nl)).toStrictEqual([
      "Noord College heeft hiervoor zelf het product “Labtraining” (training), Oost College heeft het product “Labplan” (plan). Juist van dat verschil kun je leren.",
      "Noord College heeft hiervoor zelf het product “Labtraining” (training), zuidCollege heeft de ruimte “Het lab”. Juist van dat verschil kun je leren.",
    ]);
  });

  test("can be returned", () => {
    const [back] = fitsFor(context, institution("institution:oost"), { from: institution("institution:noord") });
    expect(back && returnSentence(context, back).nl).toBe(
      "Noord College kan het product “Labtraining” laten zien, want Oost College vraagt: “Wat is een bron?”",
    );
  });

  test("keeps to a question, an institution and kinds when asked to", () => {
    const asker = institution("institution:noord");
    const some = (wanted: Parameters<typeof fitsFor>[2]) =>
      fitsFor(context, asker, wanted).map(({ offer }) => nodeAt(graph, offer).id);
    expect(some({ from: institution("institution:zuid") })).toStrictEqual(["space:lab"]);
    expect(some({ kinds: ["product"] })).toStrictEqual(["product:plan"]);
    expect(some({ question: at("question:media") })).toStrictEqual([]);
    expect(linkId("institution:noord" as never, "ASKS", "question:labs" as never)).toBe("institution:noord|ASKS|question:labs");
  });
});
