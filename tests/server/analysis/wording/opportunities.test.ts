import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Reason } from "../../../../model/discovery.ts";
import { linkKindNames } from "../../../../model/kinds.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { explained } from "../../../../server/analysis/opportunities/explained.ts";
import { fitsInSteps } from "../../../../server/analysis/opportunities/fits.ts";
import { offersInSteps } from "../../../../server/analysis/opportunities/offers.ts";
import { pathOf } from "../../../../server/analysis/opportunities/path.ts";
import type { ExplainedFit, OpportunityContext } from "../../../../server/analysis/opportunities/types.ts";
import {
  approachSentenceOf,
  contactSentence,
  opportunitySentence,
  returnSentence,
  stepSentence,
} from "../../../../server/analysis/wording/opportunities.ts";
import { toldReason } from "../../../../server/analysis/wording/reasons.ts";
import {
  contextOf,
  type Drawn,
  graphs,
  institutionIn,
  link,
  linkOfDrawn,
  node,
  nodeIn,
  plain,
  profilesFrom,
  scorings,
} from "../graphs.ts";
import { expectSentences, expectText } from "./texts.ts";

const marketOf = (drawn: Drawn, profiles = profilesFrom(drawn), scoring = plain): OpportunityContext => ({
  ...contextOf(drawn, profiles, scoring),
  offers: allAtOnce(offersInSteps(profiles)),
});

/** Questions that nobody asks, so that a theme of two things is a rare one. */
const others = Array.from({ length: 8 }, (_, at) => `question:other-${at}`);

const named = (id: string, name: string, nameEn: string, more = {}) => node(id, { name, nameEn, ...more });

/** Noord asks how to use a lab and has a training itself; Oost has a plan for it, and Zuid an offer of any kind. */
const drawn: Drawn = {
  nodes: [
    named("institution:noord", "Noord", "North"),
    named("institution:oost", "de Oost", "East"),
    named("institution:zuid", "Zuid", "South"),
    named("team:team", "Lab", "Lab"),
    named("question:lab", "Hoe gebruik je een lab?", "How do you use a lab?"),
    named("question:bron", "Wat is een bron?", "What is a source?"),
    named("theme:labs", "Labs", "Labs"),
    named("theme:rooms", "Ruimtes", "Spaces"),
    named("product:plan", "Labplan", "Lab plan", { type: "stappenplan" }),
    named("product:training", "Labtraining", "Lab training", { type: "training" }),
    named("space:lab", "Het lab", "The lab"),
    named("activity:day", "Labdag", "Lab day"),
    named("outcome:trust", "Vertrouwen", "Trust"),
    named("outcome:skill", "Handigheid", "Skill"),
    named("publication:paper", "Artikel", "Paper"),
    ...["theme:other", ...others].map((id) => node(id)),
  ],
  links: [
    link("institution:noord", "ASKS", "question:lab"),
    link("institution:oost", "ASKS", "question:bron"),
    link("question:lab", "ABOUT", "theme:labs"),
    link("product:plan", "ADDRESSES", "question:lab", { derived: true }),
    link("institution:oost", "MADE", "product:plan"),
    link("product:plan", "USED_AT", "institution:zuid"),
    link("publication:paper", "DESCRIBES", "product:plan"),
    link("product:plan", "RESULTED_IN", "outcome:skill"),
    link("institution:noord", "MADE", "product:training"),
    link("product:training", "ADDRESSES", "question:lab"),
    link("product:training", "ADDRESSES", "question:bron"),
    link("team:team", "PART_OF", "institution:zuid"),
    link("institution:zuid", "HOSTS", "space:lab"),
    link("space:lab", "ABOUT", "theme:labs"),
    link("team:team", "PARTICIPATES_IN", "activity:day"),
    link("activity:day", "ADDRESSES", "question:lab"),
    link("institution:zuid", "RESULTED_IN", "outcome:trust"),
    link("outcome:trust", "ADDRESSES", "question:lab"),
    ...others.map((id) => link(id, "ABOUT", "theme:other")),
  ],
};
const profiles = profilesFrom(drawn);
const { graph } = profiles;
const market = marketOf(drawn, profiles);
const institution = (name: string) => institutionIn(profiles, `institution:${name}`);

/** What Noord can learn by an offer. */
function fitOf(offer: string): ExplainedFit {
  const fit = allAtOnce(fitsInSteps(market, institution("noord"))).find((one) => one.offer === nodeIn(profiles, offer));
  if (!fit) throw new Error(`No fit for ${offer}`);
  return explained(market, fit);
}
const toldReasons = (fit: ExplainedFit) =>
  new Map(
    fit.reasons.map((reason) => {
      const told = Reason.parse(toldReason({ profiles, linkOf: linkOfDrawn(drawn, profiles) }, reason));
      return [told.id, told];
    }),
  );

describe("an opportunity", () => {
  test.each([
    [
      "product:plan",
      "Noord vraagt: “Hoe gebruik je een lab?” De Oost maakte het product “Labplan”. Volgens ons helpt dat product bij precies deze vraag.",
      "North asks: “How do you use a lab?” East made the product “Lab plan”. In our view that product helps with this very question.",
    ],
    [
      "activity:day",
      "Noord vraagt: “Hoe gebruik je een lab?” Zuid deed mee aan de activiteit “Labdag”. Bij Zuid is dat via het team “Lab”. Volgens de bron helpt die activiteit bij precies deze vraag.",
      "North asks: “How do you use a lab?” South took part in the activity “Lab day”. At South this is through the team “Lab”. According to the source that activity helps with this very question.",
    ],
    [
      "outcome:trust",
      "Noord vraagt: “Hoe gebruik je een lab?” Bij Zuid kwam de opbrengst “Vertrouwen” tot stand. Volgens de bron helpt die opbrengst bij precies deze vraag.",
      "North asks: “How do you use a lab?” South arrived at the outcome “Trust”. According to the source that outcome helps with this very question.",
    ],
    [
      "space:lab",
      "Noord vraagt: “Hoe gebruik je een lab?” Zuid heeft de ruimte “Het lab”. De vraag en die ruimte gaan allebei over “Labs”.",
      "North asks: “How do you use a lab?” South hosts the space “The lab”. The question and that space are both about “Labs”.",
    ],
  ])("by %s is told as who asks, who has it and why it fits", (offer, nl, en) => {
    expect(opportunitySentence(profiles, fitOf(offer))).toStrictEqual({ nl, en });
  });

  test("says what others use", () => {
    const links = drawn.links.map((one) =>
      one.kind === "MADE" && one.from === "institution:oost" ? link("product:plan", "USED_AT", "institution:oost") : one,
    );
    const changed = { ...drawn, links };
    const own = profilesFrom(changed);
    const context = marketOf(changed, own);
    const [first] = allAtOnce(fitsInSteps(context, institutionIn(own, "institution:noord"), { kinds: ["product"] }));
    expect(first && opportunitySentence(own, explained(context, first)).en).toMatch(/” East uses the product “Lab plan”\. /);
  });

  test("has reasons for the question itself, by source or by us, and for a theme", () => {
    expect(toldReasons(fitOf("product:plan")).get("questions:question:lab")?.sentence).toStrictEqual({
      nl: "Volgens ons helpt het product “Labplan” bij de vraag “Hoe gebruik je een lab?”",
      en: "In our view the product “Lab plan” helps with the question “How do you use a lab?”",
    });
    expect(toldReasons(fitOf("activity:day")).get("questions:question:lab")?.sentence).toStrictEqual({
      nl: "De activiteit “Labdag” is bedoeld voor de vraag “Hoe gebruik je een lab?”",
      en: "The activity “Lab day” is meant for the question “How do you use a lab?”",
    });
    expect(toldReasons(fitOf("space:lab")).get("themes:theme:labs")?.sentence).toStrictEqual({
      nl: "De vraag en de ruimte “Het lab” gaan allebei over “Labs”.",
      en: "The question and the space “The lab” are both about “Labs”.",
    });
  });

  test("says of a broader theme that it may be about something under it", () => {
    const links = drawn.links.map((one) => (one.from === "space:lab" ? link("space:lab", "ABOUT", "theme:rooms") : one));
    const changed = { ...drawn, links: [...links, link("theme:labs", "BROADER", "theme:rooms")] };
    const own = profilesFrom(changed);
    const [context, asker] = [marketOf(changed, own), institutionIn(own, "institution:noord")];
    const fit = allAtOnce(fitsInSteps(context, asker, { kinds: ["space"] }))[0];
    const reasons = fit ? explained(context, fit).reasons.slice(0, 1) : [];
    expect(
      reasons.map((reason) => toldReason({ profiles: own, linkOf: linkOfDrawn(changed, own) }, reason).sentence),
    ).toStrictEqual([
      {
        nl: "De vraag en de ruimte “Het lab” gaan allebei over “Ruimtes” of iets wat daaronder valt.",
        en: "The question and the space “The lab” are both about “Spaces” or something that falls under it.",
      },
    ]);
  });

  test("has a reason for another approach, which is told by itself too", () => {
    const approach = {
      nl: "Noord heeft hiervoor zelf het product “Labtraining” (training), de Oost heeft het product “Labplan” (stappenplan). Juist van dat verschil kun je leren.",
      en: "North itself has the product “Lab training” for this, East has the product “Lab plan”. That difference is what you can learn from.",
    };
    const reason = toldReasons(fitOf("product:plan")).get("approach:product:training");
    expect(reason?.sentence).toStrictEqual(approach);
    expect(reason?.factors.map(({ sentence }) => sentence)).toStrictEqual([
      { nl: "punten voor een andere aanpak", en: "points for another approach" },
    ]);
    expect(approachSentenceOf(profiles, fitOf("product:plan"))).toStrictEqual(approach);
    expect(approachSentenceOf(profiles, fitOf("outcome:trust"))).toBeUndefined();
  });

  test("has a reason for the signs that it works, each counted", () => {
    const reason = toldReasons(fitOf("product:plan")).get("evidence:product:plan");
    expect(reason?.sentence).toStrictEqual({
      nl: "Van het product “Labplan” is bekend: op 1 plek gebruikt, in 1 publicatie beschreven en goed voor 1 opbrengst.",
      en: "What is known of the product “Lab plan”: used at 1 place, described in 1 publication and led to 1 outcome.",
    });
    expect(reason?.factors.map(({ sentence }) => sentence)).toStrictEqual([
      { nl: "punten voor sporen van gebruik", en: "points for signs of use" },
    ]);
  });

  test("is told step by step, in the direction of each link", () => {
    expect(pathOf(graph, fitOf("activity:day")).links.map((one) => stepSentence(profiles, one))).toStrictEqual([
      { nl: "Noord vraagt: “Hoe gebruik je een lab?”", en: "North asks: “How do you use a lab?”" },
      {
        nl: "De activiteit “Labdag” helpt bij “Hoe gebruik je een lab?”",
        en: "The activity “Lab day” helps with “How do you use a lab?”",
      },
      {
        nl: "Het team “Lab” doet mee aan de activiteit “Labdag”.",
        en: "The team “Lab” takes part in the activity “Lab day”.",
      },
      { nl: "Het team “Lab” hoort bij Zuid.", en: "The team “Lab” is part of South." },
    ]);
  });

  test("says what the asker could give in return", () => {
    const back = {
      asker: institution("oost"),
      from: institution("noord"),
      question: nodeIn(profiles, "question:bron"),
      offer: nodeIn(profiles, "product:training"),
    };
    expect(returnSentence(profiles, back)).toStrictEqual({
      nl: "Noord kan het product “Labtraining” laten zien, want de Oost vraagt: “Wat is een bron?”",
      en: "North can show the product “Lab training”, for East asks: “What is a source?”",
    });
  });
});

describe("how to get in touch", () => {
  const contact = (website: string | undefined, ...shared: string[]) =>
    contactSentence(
      profiles,
      institution("zuid"),
      website,
      shared.map((id) => nodeIn(profiles, id)),
    );

  test("is by a network or activity of both, at most three of them, or else by the site", () => {
    const shared = ["activity:day", "space:lab", "theme:labs", "theme:rooms"];
    expect(contact("https://example.org", ...shared)).toStrictEqual({
      nl: "Jullie doen allebei mee aan “Labdag”, “Het lab” en “Labs”: vraag daar naar Zuid. Of kijk op de website van Zuid.",
      en: "You both take part in “Lab day”, “The lab” and “Labs”: ask for South there. Or look at South’s website.",
    });
    expect(contact("https://example.org")).toStrictEqual({
      nl: "We kennen geen netwerk waarin jullie allebei zitten. Kijk op de website van Zuid.",
      en: "We know of no network that you are both in. Look at South’s website.",
    });
  });

  test("is by asking for a team when there is no site", () => {
    expect(contact(undefined, "activity:day")).toStrictEqual({
      nl: "Jullie doen allebei mee aan “Labdag”: vraag daar naar Zuid. Vraag anders bij Zuid naar het practoraat of het team onderwijs en ict.",
      en: "You both take part in “Lab day”: ask for South there. Else ask South for its research group or its team for education and ICT.",
    });
    expect(contact(undefined)).toStrictEqual({
      nl: "We kennen geen netwerk waarin jullie allebei zitten. Vraag bij Zuid naar het practoraat of het team onderwijs en ict.",
      en: "We know of no network that you are both in. Ask South for its research group or its team for education and ICT.",
    });
  });
});

test("every kind of link is told as a step", () => {
  const nodes = [named("theme:a", "A", "A"), named("theme:b", "B", "B")];
  const own = profilesFrom({ nodes, links: linkKindNames.map((kind) => link("theme:a", kind, "theme:b")) });
  const steps = Array.from(own.graph.from.rows(), (one) => [own.graph.kindOf(one), stepSentence(own, one)] as const);
  expect(steps.map(([kind]) => kind)).toStrictEqual([...linkKindNames]);
  for (const [, step] of steps) expectSentences(step);
});

test("everything that is told of an opportunity is whole sentences in both languages", () => {
  fc.assert(
    fc.property(graphs, scorings, (some, scoring) => {
      const own = profilesFrom(some);
      const context = marketOf(some, own, scoring);
      const telling = { profiles: own, linkOf: linkOfDrawn(some, own) };
      for (const asker of own.institutions.rows()) {
        for (const fit of allAtOnce(fitsInSteps(context, asker)).map((one) => explained(context, one))) {
          expectSentences(opportunitySentence(own, fit));
          for (const step of pathOf(own.graph, fit).links) expectSentences(stepSentence(own, step));
          for (const reason of fit.reasons) {
            const { sentence, factors } = toldReason(telling, reason);
            expectText(sentence);
            for (const factor of factors) expectText(factor.sentence);
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});
