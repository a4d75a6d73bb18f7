import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkId } from "../../../../model/graph.ts";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { explained } from "../../../../server/analysis/opportunities/explained.ts";
import { pathOf } from "../../../../server/analysis/opportunities/path.ts";
import { reasonsFor } from "../../../../server/analysis/peers/reasons.ts";
import {
  approachSentenceOf,
  opportunitySentence,
  returnSentence,
  stepSentence,
} from "../../../../server/analysis/wording/opportunities.ts";
import { toldReason } from "../../../../server/analysis/wording/reasons.ts";
import { contextOf, graphs, institutionIn, linkOfDrawn, merged, profilesFrom } from "../graphs.ts";
import { fitsOf, labs, opportunityContextOf } from "../opportunities/market.ts";

describe("what Noord can learn", () => {
  const context = opportunityContextOf(labs);
  const { profiles } = context;
  const noord = institutionIn(profiles, "institution:noord");
  const fits = fitsOf(context, noord).map((fit) => explained(context, fit));

  test("is told in sentences, both languages", () => {
    expect(fits.map((fit) => opportunitySentence(profiles, fit).nl)).toStrictEqual([
      "Noord College vraagt: “Hoe gebruik je een lab?” Oost College maakte het product “Labplan”. Volgens ons helpt dat product bij precies deze vraag.",
      "Noord College vraagt: “Hoe gebruik je een lab?” zuidCollege heeft de ruimte “Het lab”. De vraag en die ruimte gaan allebei over “Labs”.",
    ]);
    expect(fits.map((fit) => opportunitySentence(profiles, fit).en)).toStrictEqual([
      "North College asks: “How do you use a lab?” East College made the product “Lab plan”. In our view that product helps with this very question.",
      "North College asks: “How do you use a lab?” zuidCollege hosts the space “The lab”. The question and that space are both about “Labs”.",
    ]);
  });

  test("is told step by step", () => {
    const steps = fits.map((fit) => pathOf(profiles.graph, fit).links.map((step) => stepSentence(profiles, step).nl));
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
    expect(fits.map((fit) => approachSentenceOf(profiles, fit)?.nl)).toStrictEqual([
      "Noord College heeft hiervoor zelf het product “Labtraining” (training), Oost College heeft het product “Labplan” (plan). Juist van dat verschil kun je leren.",
      "Noord College heeft hiervoor zelf het product “Labtraining” (training), zuidCollege heeft de ruimte “Het lab”. Juist van dat verschil kun je leren.",
    ]);
  });

  test("can be returned", () => {
    const [back] = fitsOf(context, institutionIn(profiles, "institution:oost"), { from: noord });
    expect(back && returnSentence(profiles, back).nl).toBe(
      "Noord College kan het product “Labtraining” laten zien, want Oost College vraagt: “Wat is een bron?”",
    );
  });
});

describe("what a merged institution's team asks", () => {
  test("is told as such", () => {
    const profiles = profilesFrom(merged);
    const [a, b] = [institutionIn(profiles, "institution:a"), institutionIn(profiles, "institution:b")];
    const [reason] = reasonsFor(contextOf(merged, profiles), a, b);
    const told = reason && toldReason({ profiles, linkOf: linkOfDrawn(merged, profiles) }, reason);
    expect(told?.sentence.nl).toBe(
      "institution:a en institution:b stellen allebei de vraag “question:q”. Bij institution:b is dat via institution:old (hoort daarbij) en het team “team:t”.",
    );
    expect(told?.facts.map(({ link: fact, amount }) => [fact.kind, amount])).toStrictEqual([
      ["ASKS", told?.amount],
      ["PART_OF", told?.amount],
      ["PART_OF", told?.amount],
      ["ASKS", told?.amount],
    ]);
  });
});

describe("a told reason", () => {
  const [one, other] = [0, 1] as [InstitutionIndex, InstitutionIndex];

  test("shows only links of the graph, and all of their nodes", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const real = new Set(drawn.links.map(({ from, kind, to }) => linkId(from, kind, to)));
        const profiles = profilesFrom(drawn);
        for (const reason of reasonsFor(contextOf(drawn, profiles), one, other)) {
          const { facts, nodes, amount } = toldReason({ profiles, linkOf: linkOfDrawn(drawn, profiles) }, reason);
          expect(amount).toBe(reason.amount);
          expect(facts.map((fact) => fact.amount)).toStrictEqual(reason.links.map((its) => its.amount));
          expect(facts.every(({ link: fact }) => real.has(fact.id))).toBe(true);
          const ends = new Set<string>(facts.flatMap(({ link: fact }) => [fact.from, fact.to]));
          expect(new Set<string>(nodes.map(({ id }) => id))).toStrictEqual(ends);
          expect(facts.every((fact) => fact.amount <= amount)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
