import { describe, expect, test } from "vitest";
import { type Compared, overlapOf } from "../../../../server/analysis/comparison/overlap.ts";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { blockSentence } from "../../../../server/analysis/wording/overlap.ts";
import { type Drawn, link, node, profilesFrom, three } from "../graphs.ts";

function sentence(graph: Drawn, rows: Compared["rows"], ...institutions: number[]) {
  const profiles = profilesFrom(graph);
  const compared = { institutions: institutions as InstitutionIndex[], rows, show: "all" } as const;
  return blockSentence(profiles, rows, overlapOf(profiles, compared).block);
}

describe("the sentence about the largest block", () => {
  test("names who shares what, in the order in which they are shown", () => {
    expect(sentence(three, "question", 0, 1, 2)).toStrictEqual({
      nl: "Het grootste blok: B en A delen 1 vraag: “een”.",
      en: "The largest block: B and A share 1 question: “een”.",
    });
    expect(sentence(three, "theme", 0, 1, 2)).toStrictEqual({
      nl: "Het grootste blok: A en B delen 2 thema’s: “Smal” en “Breed”.",
      en: "The largest block: A and B share 2 themes: “Narrow” and “Broad”.",
    });
  });

  test("says that nothing is shared", () => {
    expect(sentence(three, "question", 1, 2)).toStrictEqual({
      nl: "Voor zover wij weten delen deze instellingen geen vragen.",
      en: "As far as we know these institutions share no questions.",
    });
    expect(sentence({ ...three, links: [] }, "theme", 0, 1)).toStrictEqual({
      nl: "Voor zover wij weten delen deze instellingen geen thema’s.",
      en: "As far as we know these institutions share no themes.",
    });
  });

  test("names three and counts the others, and lets a question bring its own mark", () => {
    const asked = (count: number): Drawn => {
      const questions = Array.from({ length: count }, (_, at) => `question:q${at}`);
      return {
        nodes: [
          ...["a", "b"].map((name) => node(`institution:${name}`)),
          ...questions.map((id, at) => node(id, { name: `Hoe ${at}?`, nameEn: `How ${at}?` })),
        ],
        links: questions.flatMap((id) => [link("institution:a", "ASKS", id), link("institution:b", "ASKS", id)]),
      };
    };
    const who = "institution:a en institution:b delen";
    expect(sentence(asked(3), "question", 0, 1).nl).toBe(`Het grootste blok: ${who} 3 vragen: “Hoe 0?”, “Hoe 1?” en “Hoe 2?”`);
    expect(sentence(asked(4), "question", 0, 1)).toStrictEqual({
      nl: `Het grootste blok: ${who} 4 vragen: “Hoe 0?”, “Hoe 1?”, “Hoe 2?” en nog 1 vraag.`,
      en: "The largest block: institution:a and institution:b share 4 questions: “How 0?”, “How 1?”, “How 2?” and 1 question more.",
    });
    expect(sentence(asked(5), "question", 0, 1).en).toMatch(/ and 2 questions more\.$/);
  });
});
