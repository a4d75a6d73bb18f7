import fc from "fast-check";
import { expect, test } from "vitest";
import { broken, readOn, wrap } from "../../../web/ui/wrap.ts";

test("a text in lines: never more than asked for, never much wider, all of it or an ellipsis", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zé]{1,40}$/), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 8, max: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (words, width, most) => {
        const lines = wrap(words.join(" "), width, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(width + 3, 29));
        if (!lines.at(-1)?.endsWith("…")) expect(readOn(lines).join("").replaceAll(broken, "")).toBe(words.join(" "));
      },
    ),
  );
});

test("a text that is cut off ends at a word, and never in a bracket that stays open", () => {
  expect(wrap("Welke handvatten hebben onderwijsteams nodig bij gesitueerd leren?", 20, 3)).toStrictEqual([
    "Welke handvatten",
    "hebben",
    "onderwijsteams…",
  ]);
  expect(wrap("Doorpakken op digitalisering (VET digitalisation programme)", 20, 3)).toStrictEqual([
    "Doorpakken op",
    "digitalisering…",
  ]);
});
