import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Synonyms } from "../../../../model/dataset.ts";
import type { NodeId } from "../../../../model/graph.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { bestNodes } from "../../../../server/analysis/text/best-nodes.ts";
import { Budget } from "../../../../server/analysis/text/budget.ts";
import { familyOf } from "../../../../server/analysis/text/family.ts";
import { lookAlikes, trigramsIn } from "../../../../server/analysis/text/look-alikes.ts";
import { analyseQuery } from "../../../../server/analysis/text/query.ts";
import { snippetOf } from "../../../../server/analysis/text/snippet.ts";
import { nearestInSteps, oneSlipFrom, withinSlips } from "../../../../server/analysis/text/spelling.ts";
import { stem } from "../../../../server/analysis/text/stem.ts";
import { type NodeTexts, vocabularyOf, wordOf } from "../../../../server/analysis/text/vocabulary.ts";
import { WordIndexBuilder } from "../../../../server/analysis/text/word-index.ts";
import { fold, readWords, wordsOf } from "../../../../server/analysis/text/words.ts";

const text = (id: string, name: string, description = "", more: Partial<NodeTexts> = {}): NodeTexts => ({
  id: id as NodeId,
  name,
  nameEn: "",
  otherNames: [],
  description,
  descriptionEn: "",
  ...more,
});

const nodes = [
  text("theme:ruimtes", "Inspirerende ruimtes en labs", "Ruimtes om te leren, ook een leerlab."),
  text("theme:zelfregulatie", "Zelfregulatie", "Je eigen leren plannen en sturen."),
  text("theme:ict", "Ict-geletterdheid", "Omgaan met ict: van VR/XR tot tekst."),
  text("theme:maatwerk", "Gepersonaliseerd leren", "Onderwijs dat past bij de student.", { nameEn: "Personalised learning" }),
  text("product:waaier", "Opdrachtenwaaier zelfregulatie", "Een waaier met opdrachten."),
  text("institution:noord", "Noord College", "Een school met leerroutes.", { otherNames: ["ROC Noord"] }),
  text("network:tech", "Practoraat Tech@doptie", "Over zorg en techniek."),
  text("team:docenten", "Team docenten", "Docenten die scholing geven."),
];
const synonyms: Synonyms = [
  { language: "nl", words: ["docent", "leraar"] },
  { language: "nl", words: ["gepersonaliseerd leren", "maatwerk"] },
  { language: "nl-en", words: ["zelfregulatie", "self-regulation"] },
];
const vocabulary = vocabularyOf(nodes, synonyms);

/** The ids of the nodes that fit a query, best first, as the server finds them. */
function searched(query: string, among: readonly NodeTexts[]): NodeId[] {
  const builder = new WordIndexBuilder();
  for (const node of among) builder.add(node);
  const words = allAtOnce(builder.finishInSteps(synonyms));
  const best = allAtOnce(bestNodes(analyseQuery(query, words.vocabulary), words.index, 100));
  return best.nodes.flatMap(({ node }) => among[node]?.id ?? []);
}
const found = (query: string) => searched(query, nodes);

describe("words", () => {
  test("are folded: case, accents, ligatures and every kind of apostrophe", () => {
    expect(fold("ÉÉN Œuvre ’t Ĳssel")).toBe("een oeuvre 't ijssel");
    expect(wordsOf("Thema’s, thema's en THEMA‘S")).toStrictEqual(["thema", "thema", "en", "thema"]);
    expect(wordsOf("mbo’ers én ’s-Hertogenbosch")).toStrictEqual(["mbo", "en", "hertogenbosch"]);
  });

  test("part at hyphens and slashes, and are known as one too", () => {
    expect(wordsOf("ict-geletterdheid met VR/XR, 3D en Tech@doptie")).toStrictEqual([
      "ict",
      "geletterdheid",
      "met",
      "vr",
      "xr",
      "3d",
      "en",
      "techadoptie",
    ]);
    expect(readWords("ict-geletterdheid en leer- en werkplek").joined).toStrictEqual(["ictgeletterdheid"]);
  });

  test("grow four times at most when they are folded, whatever letter Unicode spells out", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => fold(text).length <= 4 * text.length));
    const longest = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (letter) => fold(letter).length > 4,
    );
    expect(longest).toStrictEqual([]);
  });

  test("are read alike from a plain text and from one that has to be folded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (plain) => {
        expect(wordsOf(`${plain} x`)).toStrictEqual(wordsOf(`${plain} ’x`));
      }),
    );
  });

  test("have one stem for their forms", () => {
    const same = [
      ["ruimte", "ruimtes"],
      ["competentie", "competenties"],
      ["les", "lessen"],
      ["effectief", "effectieve"],
      ["vraag", "vragen"],
      ["leraar", "leraren"],
      ["proces", "processen"],
    ];
    for (const [one = "", other = ""] of same) expect(stem(other, "nl")).toBe(stem(one, "nl"));
    expect(stem("learning", "en")).toBe("learn");
    expect(stem("lab013", "nl")).toBe("lab013");
  });

  test("have one family for what is told in another form, and none by accident", () => {
    const same = [
      ["reflecteren", "reflectie"],
      ["leading", "leadership"],
      ["motiveren", "motivatie"],
      ["plannen", "planning"],
    ];
    for (const [one = "", other = ""] of same) expect(familyOf(one), one).toBe(familyOf(other));
    const apart = [
      ["leren", "lezen"],
      ["vorm", "vormgeving"],
      ["lab013", "lab012"],
    ];
    for (const [one = "", other = ""] of apart) expect(familyOf(one), one).not.toBe(familyOf(other));
  });

  test("look alike when they share most runs of three letters", () => {
    const trigrams = allAtOnce(trigramsIn(["spellenmiddag", "middaglezing", "spelen"]));
    expect(lookAlikes("spelletjesmiddag", trigrams, new Budget(1_000))).toStrictEqual(["spellenmiddag"]);
    expect(lookAlikes("spel", trigrams, new Budget(1_000))).toStrictEqual([]);
  });

  test("are split into known words, and not into accidental ones", () => {
    const parts = (word: string) => wordOf(word, vocabulary).parts.map((part) => part.word);
    expect(parts("leerruimtes")).toStrictEqual(["leer", "ruimtes"]);
    expect(parts("opdrachtenwaaier")).toStrictEqual(["opdrachten", "waaier"]);
    expect(parts("onderwijs")).toStrictEqual([]);
    expect(parts("student")).toStrictEqual([]);
  });
});

describe("a search", () => {
  test.each([
    ["zelfregulatie", "theme:zelfregulatie"],
    ["ZELFREGULATIE!", "theme:zelfregulatie"],
    ["zelfreg", "theme:zelfregulatie"],
    ["zelf regulatie", "theme:zelfregulatie"],
    ["zelfregulatei", "theme:zelfregulatie"],
    ["self-regulation", "theme:zelfregulatie"],
    ["leerruimte", "theme:ruimtes"],
    ["leeruimte", "theme:ruimtes"],
    ["lab", "theme:ruimtes"],
    ["maatwerk", "theme:maatwerk"],
    ["ict geletterdheid", "theme:ict"],
    ["ictgeletterdheid", "theme:ict"],
    ["xr", "theme:ict"],
    ["leraren", "team:docenten"],
    ["ROC Noord", "institution:noord"],
    ["techadoptie", "network:tech"],
    ["personalised learning", "theme:maatwerk"],
  ])("for %s finds %s first", (query, expected) => {
    expect(found(query)[0]).toBe(expected);
  });

  test("says what it searched for instead, only when nothing was found as typed", () => {
    expect(analyseQuery("zelfregulatei", vocabulary).correctedTo).toBe("zelfregulatie");
    expect(analyseQuery("leeruimte", vocabulary).correctedTo).toBe("leerruimte");
    expect(analyseQuery("zelfregulatie", vocabulary).correctedTo).toBeUndefined();
    expect(analyseQuery("xyzzyqwerty", vocabulary).correctedTo).toBeUndefined();
  });

  test("counts a name for more than a description, and a word for more than its form, part, synonym or correction", () => {
    const some = [
      text("theme:a", "Iets", "Zelfregulatie"),
      text("theme:b", "Zelfregulatie"),
      text("theme:c", "Zelfregulaties"),
      text("theme:d", "Zelfregulatiekaart"),
      text("theme:e", "Self-regulation"),
    ];
    const order = searched("zelfregulatie", [...some, text("theme:f", "Kaart")]);
    expect(order).toStrictEqual(["theme:b", "theme:c", "theme:d", "theme:e", "theme:a"]);
  });

  test("searches for common words only when there are no others", () => {
    expect(analyseQuery("hoe is het met de ruimtes", vocabulary).words.map(({ word }) => word.word)).toStrictEqual(["ruimtes"]);
    expect(analyseQuery("hoe is het", vocabulary).words.map(({ word }) => word.word)).toStrictEqual(["hoe", "is", "het"]);
    expect(analyseQuery("  ?! ", vocabulary).terms).toStrictEqual([]);
  });

  test("never fails, whatever is typed, and looks only for what can stand in the index", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem()), (query) => {
        for (const term of analyseQuery(query, vocabulary).terms) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  test("shows a few words around what was found", () => {
    const long = `${"Woorden ervoor zijn er veel. ".repeat(8)}Hier staat zelfregulatie in. ${"En erna nog meer. ".repeat(8)}`;
    const snippet = snippetOf(long, "zelfregulatie");
    expect(snippet).toMatch(/^… .*zelfregulatie in\..* …$/);
    expect(snippet.length).toBeLessThan(160);
  });
});

describe("spelling", () => {
  const slips = (word: string, other: string) =>
    [0, 1, 2, 3].find((most) => withinSlips(word, [other], most, new Budget(1_000)).length > 0);

  test("counts letters inserted, deleted, replaced and swapped", () => {
    expect(slips("leren", "leren")).toBe(0);
    expect(slips("leren", "leern")).toBe(1);
    expect(slips("leren", "lerne")).toBe(1);
    expect(slips("leren", "lerend")).toBe(1);
    expect(slips("leren", "weten")).toBe(2);
    expect(slips("leren", "vraagt")).toBeUndefined();
  });

  test("is symmetric, and every word one slip away is one slip away", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcde"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slips(one, other)).toBe(slips(other, one));
      }),
    );
    fc.assert(
      fc.property(word, (one) => {
        for (const other of oneSlipFrom(one)) expect(slips(one, other)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  test("finds in a whole list what it finds in each word by itself", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 7 });
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 60 }), fc.integer({ min: 0, max: 2 }), (one, some, most) => {
        const sorted = [...some].sort();
        const alone = sorted.filter((other) => (slips(one, other) ?? 9) <= most);
        expect(withinSlips(one, sorted, most, new Budget(100_000))).toStrictEqual(alone);
      }),
    );
  });

  test("gives only the nearest, and what it has when the budget is spent", () => {
    const sorted = ["leraar", "lerarer", "lering", "lezing"];
    expect(allAtOnce(nearestInSteps("lerring", sorted, new Budget(1_000)))).toStrictEqual({ words: ["lering"], slips: 1 });
    expect(allAtOnce(nearestInSteps("lezingen", sorted, new Budget(1_000)))).toStrictEqual({ words: ["lezing"], slips: 2 });
    expect(allAtOnce(nearestInSteps("lerring", sorted, new Budget(3))).words).toStrictEqual([]);
  });
});
