/** The embedded engine gives what the openCypher TCK asks for, as often as docs/patterns.md says, and never anything else in silence. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { onEmbedded } from "./embedded.ts";
import { guide, tableIn } from "./guide.ts";
import { readingScenarios, whyNoScenarios } from "./scenarios.ts";
import { type Ending, tableOf } from "./verdict.ts";

test.skipIf(whyNoScenarios() !== undefined)("the openCypher TCK on the embedded engine", async () => {
  const endings: Ending[] = [];
  for (const scenario of readingScenarios()) endings.push(await onEmbedded(scenario));
  const wrong = endings.filter(({ verdict }) => verdict === "wrong");
  expect(wrong.map(({ scenario, detail }) => `${scenario.name}\n${scenario.query}\n${detail}`)).toEqual([]);
  expect(tableOf(endings), "`npm run tck` writes the table anew").toBe(tableIn(readFileSync(guide, "utf8"), "embedded"));
});
