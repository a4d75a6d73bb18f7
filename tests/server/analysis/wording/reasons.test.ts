import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Reason } from "../../../../model/discovery.ts";
import { reasonsFor } from "../../../../server/analysis/peers/reasons.ts";
import { scoresFor } from "../../../../server/analysis/peers/score.ts";
import { peerSentence } from "../../../../server/analysis/wording/peers.ts";
import { toldReason } from "../../../../server/analysis/wording/reasons.ts";
import { contextOf, type Drawn, graphs, institutionIn, link, linkOfDrawn, node, profilesFrom, scorings } from "../graphs.ts";
import { expectSentences, expectText } from "./texts.ts";

const named = (id: string, name: string, nameEn = name) => node(id, { name, nameEn });
const both = [named("institution:a", "A"), named("institution:b", "B")];

/** The reasons of A and B, told. */
function told(drawn: Drawn, most?: number) {
  const profiles = profilesFrom(drawn);
  const [a, b] = [institutionIn(profiles, "institution:a"), institutionIn(profiles, "institution:b")];
  const reasons = reasonsFor(contextOf(drawn, profiles), a, b, most);
  return reasons.map((reason) => toldReason({ profiles, linkOf: linkOfDrawn(drawn, profiles) }, reason));
}
const sentences = (reasons: readonly Reason[]) => reasons.map(({ sentence }) => [sentence.nl, sentence.en]);

describe("what two institutions share", () => {
  test.each([
    ["ASKS", "question", "A en B stellen allebei de vraag “X”.", "A and B both ask “X”."],
    ["MADE", "product", "A en B werken allebei met “X”.", "A and B both work with “X”."],
    ["HOSTS", "space", "A en B zijn allebei verbonden aan de ruimte “X”.", "A and B both belong to the space “X”."],
    ["PARTICIPATES_IN", "network", "A en B doen allebei mee aan “X”.", "A and B both take part in “X”."],
    ["PARTICIPATES_IN", "activity", "A en B deden allebei mee aan “X”.", "A and B both took part in “X”."],
    ["RESULTED_IN", "outcome", "A en B kwamen allebei uit bij “X”.", "A and B both arrived at “X”."],
  ] as const)("by %s, a %s, is told as such", (kind, thing, nl, en) => {
    const links = ["a", "b"].map((name) => link(`institution:${name}`, kind, `${thing}:x`));
    expect(sentences(told({ nodes: [...both, named(`${thing}:x`, "X")], links }))).toStrictEqual([[nl, en]]);
  });

  test.each([
    [
      "ASKS",
      "question",
      "A en B hebben allebei vragen over “T”: A vraagt “P?”, B vraagt “Q?”",
      "A and B both have questions about “T”: A asks “P?”, B asks “Q?”",
    ],
    [
      "MADE",
      "product",
      "A en B hebben allebei producten over “T”: A heeft “P?”, B heeft “Q?”",
      "A and B both have products about “T”: A has “P?”, B has “Q?”",
    ],
    [
      "HOSTS",
      "space",
      "A en B hebben allebei ruimtes rond “T”: A heeft “P?”, B heeft “Q?”",
      "A and B both have spaces around “T”: A has “P?”, B has “Q?”",
    ],
    [
      "RESULTED_IN",
      "outcome",
      "A en B hebben allebei opbrengsten over “T”: bij A “P?”, bij B “Q?”",
      "A and B both have outcomes about “T”: at A “P?”, at B “Q?”",
    ],
  ] as const)("by the theme of what each has by %s, a %s, is told with both", (kind, thing, nl, en) => {
    const drawn = {
      nodes: [...both, named(`${thing}:p`, "P?"), named(`${thing}:q`, "Q?"), named("theme:t", "T")],
      links: [
        link("institution:a", kind, `${thing}:p`),
        link("institution:b", kind, `${thing}:q`),
        link(`${thing}:p`, "ABOUT", "theme:t"),
        link(`${thing}:q`, "ABOUT", "theme:t"),
      ],
    };
    expect(sentences(told(drawn))).toStrictEqual([[nl, en]]);
  });

  test("is told with through whom, once when it is the same one, and with what a theme holds under it", () => {
    const drawn = {
      nodes: [
        ...both,
        named("institution:m", "M"),
        named("team:t", "T"),
        named("team:u", "U"),
        named("question:q", "Hoe?", "How?"),
        named("question:r", "Wat?", "What?"),
        named("product:p", "P"),
        named("theme:wide", "Breed", "Broad"),
        named("theme:deep", "Smal", "Narrow"),
      ],
      links: [
        link("institution:m", "PART_OF", "institution:a"),
        link("team:u", "PART_OF", "institution:m"),
        link("institution:a", "PARTICIPATES_IN", "team:t"),
        link("institution:b", "PARTICIPATES_IN", "team:t"),
        link("team:t", "MADE", "product:p"),
        link("team:u", "ASKS", "question:q"),
        link("institution:b", "ASKS", "question:r"),
        link("question:q", "ABOUT", "theme:deep"),
        link("theme:deep", "BROADER", "theme:wide"),
        link("question:r", "ABOUT", "theme:wide"),
      ],
    };
    expect(sentences(told(drawn))).toStrictEqual([
      [
        "A en B werken allebei met “P”. Bij allebei is dat via het team “T”.",
        "A and B both work with “P”. For both this is through the team “T”.",
      ],
      [
        "A en B hebben allebei vragen over “Breed” of iets wat daaronder valt: A vraagt “Hoe?”, B vraagt “Wat?” Bij A is dat via M (hoort daarbij) en het team “U”.",
        "A and B both have questions about “Broad” or something that falls under it: A asks “How?”, B asks “What?” At A this is through M (part of it) and the team “U”.",
      ],
    ]);
  });
});

const many: Drawn = {
  nodes: [...both, ...["p", "q", "r"].map((name) => named(`question:${name}`, `${name}?`)), named("network:n", "N")],
  links: ["a", "b"].flatMap((name) => [
    ...["p", "q", "r"].map((question) => link(`institution:${name}`, "ASKS", `question:${question}`)),
    link(`institution:${name}`, "PARTICIPATES_IN", "network:n", { derived: true }),
  ]),
};

describe("a reason as an answer gives it", () => {
  test("has the shape that the API promises, and its amount in steps", () => {
    const reasons = told(many).map((reason) => Reason.parse(reason));
    expect(reasons.map(({ id, item }) => [id, item.id])).toStrictEqual([
      ["questions:question:p", "question:p"],
      ["questions:question:q", "question:q"],
      ["questions:question:r", "question:r"],
      ["networks:network:n", "network:n"],
    ]);
    const factors = reasons.flatMap((reason) => reason.factors.map(({ name, sentence }) => [name, sentence.nl, sentence.en]));
    expect(factors).toContainEqual(["points", "punten om mee te beginnen", "points to start with"]);
    expect(factors).toContainEqual(["basis", "een deel is door ons afgeleid", "part of it was derived by us"]);
  });

  test("is one for all that are left, with the largest of them", () => {
    const rest = told(many, 2).at(-1);
    expect(rest?.id).toBe("rest");
    expect(rest?.sentence).toStrictEqual({
      nl: "En nog 3 kleinere redenen. De grootste: A en B stellen allebei de vraag “q?”",
      en: "And 3 smaller reasons more. The largest: A and B both ask “q?”",
    });
    expect(rest?.factors.map(({ sentence }) => sentence)).toStrictEqual([{ nl: "punten samen", en: "points together" }]);
    expect(told(many, 4).at(-1)?.sentence.en).toMatch(/^A and B both take part/);
  });

  test("names the broader theme that adds to a narrower one", () => {
    const drawn = {
      nodes: [
        ...both,
        named("institution:c", "C"),
        named("institution:d", "D"),
        ...["p", "q", "r"].map((name) => named(`question:${name}`, `${name}?`)),
        named("theme:wide", "Breed", "Broad"),
        named("theme:deep", "Smal", "Narrow"),
      ],
      links: [
        link("institution:a", "ASKS", "question:p"),
        link("institution:b", "ASKS", "question:q"),
        link("institution:c", "ASKS", "question:r"),
        link("question:p", "ABOUT", "theme:deep"),
        link("question:q", "ABOUT", "theme:deep"),
        link("question:r", "ABOUT", "theme:wide"),
        link("theme:deep", "BROADER", "theme:wide"),
      ],
    };
    const factors = told(drawn).flatMap((reason) => reason.factors);
    expect(factors.find(({ name }) => name === "broader")?.sentence).toStrictEqual({
      nl: "punten erbij voor het ruimere thema “Breed”",
      en: "points more for the broader theme “Broad”",
    });
  });

  test("has whole sentences in both languages, whatever is shared", () => {
    fc.assert(
      fc.property(graphs, scorings, fc.integer({ min: 1, max: 5 }), (drawn, scoring, most) => {
        const profiles = profilesFrom(drawn);
        const context = contextOf(drawn, profiles, scoring);
        const telling = { profiles, linkOf: linkOfDrawn(drawn, profiles) };
        for (const start of profiles.institutions.rows()) {
          for (const { institution, score } of scoresFor(profiles, start, scoring)) {
            const reasons = reasonsFor(context, start, institution, most);
            expectSentences(peerSentence(profiles, institution, { score, reasons, thin: true }));
            for (const reason of reasons) {
              const { sentence, factors } = toldReason(telling, reason);
              expectSentences(sentence);
              for (const factor of factors) expectText(factor.sentence);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("how much alike a peer is", () => {
  const profiles = profilesFrom(many);
  const [a, b] = [institutionIn(profiles, "institution:a"), institutionIn(profiles, "institution:b")];
  const reasons = reasonsFor(contextOf(many, profiles), a, b);

  test.each([
    [150, "Lijkt sterk op jullie", "Much like you"],
    [149, "Lijkt op jullie", "Like you"],
    [60, "Lijkt op jullie", "Like you"],
    [59, "Lijkt een beetje op jullie", "A little like you"],
  ])("with %i points is told, and counted what they share", (score, nl, en) => {
    expect(peerSentence(profiles, b, { score, reasons, thin: false })).toStrictEqual({
      nl: `${nl}: 3 gedeelde vragen en 1 gedeeld netwerk.`,
      en: `${en}: 3 shared questions and 1 shared network.`,
    });
  });

  test("comes with a warning when little is known", () => {
    expect(peerSentence(profiles, b, { score: 10, reasons: reasons.slice(0, 1), thin: true })).toStrictEqual({
      nl: "Lijkt een beetje op jullie: 1 gedeelde vraag. Let op: we weten nog weinig van B.",
      en: "A little like you: 1 shared question. Mind: we know little of B yet.",
    });
  });

  test("counts a theme once, after the questions, however often it is shared", () => {
    const drawn = {
      nodes: [
        ...both,
        ...["p", "q"].flatMap((name) => [named(`question:${name}`, `${name}?`), named(`product:${name}`, name)]),
        named("question:s", "s?"),
        named("theme:t", "T"),
      ],
      links: [
        ...["question", "product"].flatMap((kind) => ["p", "q"].map((name) => link(`${kind}:${name}`, "ABOUT", "theme:t"))),
        link("institution:a", "ASKS", "question:p"),
        link("institution:b", "ASKS", "question:q"),
        link("institution:a", "MADE", "product:p"),
        link("institution:b", "MADE", "product:q"),
        ...["a", "b"].map((name) => link(`institution:${name}`, "ASKS", "question:s")),
      ],
    };
    const own = profilesFrom(drawn);
    const [one, other] = [institutionIn(own, "institution:a"), institutionIn(own, "institution:b")];
    const shared = reasonsFor(contextOf(drawn, own), one, other);
    expect(shared).toHaveLength(3);
    expect(peerSentence(own, other, { score: 10, reasons: shared, thin: false }).nl).toBe(
      "Lijkt een beetje op jullie: 1 gedeelde vraag en 1 gedeeld thema.",
    );
  });
});
