import { describe, expect, test } from "vitest";
import { portraitOf } from "../../../../server/analysis/comparison/portrait.ts";
import { toldPortrait } from "../../../../server/analysis/wording/portrait.ts";
import { type Drawn, institutionIn, link, node, profilesFrom } from "../graphs.ts";

const drawn: Drawn = {
  nodes: [
    node("institution:a", { name: "A", nameEn: "A", sector: "mbo", city: "Ede" }),
    node("institution:b", { name: "B", nameEn: "B", sector: "mbo" }),
    node("institution:c", { name: "C", nameEn: "C", city: "Ede" }),
    node("institution:d", { name: "D", nameEn: "D" }),
    node("institution:merged", { name: "M", nameEn: "M" }),
    node("team:t", { name: "T", nameEn: "T" }),
    node("question:q", { name: "Hoe?", nameEn: "How?" }),
    node("question:r", { name: "Wat?", nameEn: "What?" }),
    node("product:made", { name: "P", nameEn: "P" }),
    node("product:used", { name: "U", nameEn: "U" }),
    node("space:s", { name: "S", nameEn: "S" }),
    node("network:n", { name: "N", nameEn: "N" }),
    node("outcome:own", { name: "O", nameEn: "O" }),
    node("outcome:hub", { name: "H", nameEn: "H" }),
    node("outcome:spread", { name: "V", nameEn: "V" }),
  ],
  links: [
    link("institution:merged", "PART_OF", "institution:a"),
    link("team:t", "PART_OF", "institution:a"),
    link("institution:a", "ASKS", "question:q"),
    link("institution:b", "ASKS", "question:q"),
    link("institution:c", "ASKS", "question:q"),
    link("team:t", "ASKS", "question:r"),
    link("institution:b", "ASKS", "question:r"),
    link("product:made", "ADDRESSES", "question:r"),
    link("team:t", "MADE", "product:made"),
    link("product:used", "USED_AT", "institution:a"),
    link("institution:a", "HOSTS", "space:s"),
    link("institution:merged", "PARTICIPATES_IN", "network:n"),
    link("institution:a", "RESULTED_IN", "outcome:own"),
    link("network:n", "RESULTED_IN", "outcome:hub"),
    link("product:used", "RESULTED_IN", "outcome:spread"),
  ],
};

function told(name: string, alike: readonly string[] = [], graph = drawn) {
  const profiles = profilesFrom(graph);
  const institution = (one: string) => institutionIn(profiles, `institution:${one}`);
  return toldPortrait(profiles, portraitOf(profiles, institution(name), alike.map(institution)));
}
const sentences = (lines: readonly { sentence: { nl: string; en: string } }[]) =>
  lines.map(({ sentence }) => [sentence.nl, sentence.en]);

describe("the summary of a portrait", () => {
  test("says who it is, what is known, and who is most alike", () => {
    expect(told("a", ["c", "b"]).summary).toStrictEqual([
      {
        nl: "A is een mbo-instelling in Ede. M hoort erbij; wat daar gebeurde, telt hier mee.",
        en: "A is a VET institution in Ede. M is part of it; what was done there counts here.",
      },
      {
        nl: "Van A kennen we 2 vraagstukken, 1 team, 1 eigen product, 1 product dat het gebruikt, 1 ruimte, 1 netwerk en 1 opbrengst.",
        en: "Of A we know 2 questions, 1 team, 1 product of its own, 1 product that it uses, 1 space, 1 network and 1 outcome.",
      },
      { nl: "Het meest lijken op jullie: C en B.", en: "Most like you: C and B." },
    ]);
  });

  test("leaves out what is not known", () => {
    expect(told("b").summary.map(({ nl }) => nl)).toStrictEqual(["B is een mbo-instelling.", "Van B kennen we 2 vraagstukken."]);
    expect(told("c").summary.map(({ en }) => en)).toStrictEqual(["C is located in Ede.", "Of C we know 1 question."]);
    expect(told("d").summary).toStrictEqual([
      { nl: "Wat D vraagt en maakt, weten we nog niet.", en: "What D asks and makes we do not know yet." },
    ]);
    const whole = { ...drawn, links: [...drawn.links, link("institution:c", "PART_OF", "institution:d")] };
    expect(told("d", [], whole).summary[0]?.nl).toBe("C hoort erbij; wat daar gebeurde, telt hier mee.");
  });
});

describe("the lines of a portrait", () => {
  test("say what an institution is proud of, by what it did, and through whom", () => {
    expect(sentences(told("a").proud)).toStrictEqual([
      ["A maakte het product “P”. Bij A is dat via het team “T”.", "A made the product “P”. At A this is through the team “T”."],
      ["A gebruikt het product “U”.", "A uses the product “U”."],
      ["A heeft de ruimte “S”.", "A has the space “S”."],
      [
        "A doet mee aan het netwerk “N”. Bij A is dat via M (hoort daarbij).",
        "A takes part in the network “N”. At A this is through M (part of it).",
      ],
    ]);
  });

  test("say what that yielded, also through what it takes part in or uses", () => {
    expect(sentences(told("a").yielded)).toStrictEqual([
      ["Bij A kwam de opbrengst “O” tot stand.", "A arrived at the outcome “O”."],
      ["Opbrengst van het netwerk “N”, waaraan A meedoet: “H”.", "Outcome of the network “N”, which A takes part in: “H”."],
      ["Opbrengst van het product “U”, waarmee A werkt: “V”.", "Outcome of the product “U”, which A works with: “V”."],
    ]);
  });

  test("say what it ran into, and who else asks that", () => {
    expect(sentences(told("a").ranInto)).toStrictEqual([
      ["A vraagt: “Hoe?” Dat vragen ook B en C.", "A asks: “How?” So do B and C."],
      [
        "A vraagt: “Wat?” Bij A is dat via het team “T”. Dat vraagt ook B.",
        "A asks: “What?” At A this is through the team “T”. So does B.",
      ],
    ]);
  });
});

describe("what is unknown", () => {
  test("is said as unknown, each kind by its own sentence", () => {
    expect(told("d").unknown).toStrictEqual([
      { nl: "We weten niet welke vragen D heeft.", en: "We do not know what D asks." },
      { nl: "We weten niet welke producten D maakte of gebruikt.", en: "We do not know which products D made or uses." },
      { nl: "We weten niet welke ruimtes D heeft.", en: "We do not know which spaces D has." },
      { nl: "We weten niet aan welke netwerken D meedoet.", en: "We do not know in which networks D takes part." },
      { nl: "We weten niet wat het werk van D opleverde.", en: "We do not know what the work of D led to." },
    ]);
  });

  test("asks for help with the questions that nothing helps with", () => {
    expect(told("a").unknown).toStrictEqual([
      {
        nl: "Voor 1 van de 2 vragen kennen we nog niets dat daarbij helpt. Weten jullie iets?",
        en: "For 1 of the 2 questions we know nothing yet that helps. Do you?",
      },
    ]);
    expect(told("c").unknown.at(-1)).toStrictEqual({
      nl: "Voor die ene vraag kennen we nog niets dat daarbij helpt. Weten jullie iets?",
      en: "For that one question we know nothing yet that helps. Do you?",
    });
  });

  test("tells outcomes of its own from those of what it takes part in", () => {
    expect(told("merged").unknown).toContainEqual({
      nl: "We kennen geen opbrengsten van M zelf, alleen die van waar het aan meedoet.",
      en: "We know no outcomes of M itself, only of what it takes part in.",
    });
  });
});
