import { expect, test } from "vitest";
import { en } from "../../../web/discovery/words.en.ts";
import { nl } from "../../../web/discovery/words.nl.ts";

test("no Dutch word on these pages is one of graph theory, and English says something else than Dutch", () => {
  const wordsOf = (table: object): string[] =>
    Object.values(table).flatMap((value) =>
      typeof value === "string" ? [value] : typeof value === "function" ? [String(value("1", "2", "3"))] : wordsOf(value),
    );
  const dutch = wordsOf(nl);
  for (const words of dutch) expect(words).not.toMatch(/\b(node|edge|knoop|knopen|relatie|relaties|query|property|graaf)\b/i);
  const english = wordsOf(en);
  expect(english).toHaveLength(dutch.length);
  const same = dutch.filter((words, index) => words === english[index] && /[a-z]{4}/i.test(words));
  expect(same.toSorted()).toStrictEqual(["1 item", "Filters", "Overlap", "basis", "item"]);
});
