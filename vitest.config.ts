import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { backstop } from "./tests/real/backstop.ts";
import Interleaved from "./tests/real/interleaved.ts";

/** Tests that need a database, on both engines or on one: see tests/real/engines.ts. */
const engines = [
  "tests/{contract,server,server/{cite,discovery,explore,exports,numbers,queries,versions,curation}}/*.test.ts",
  "tests/server/{cache/per-version,http/shapes,patterns/rows}.test.ts",
];
/** Tests that drive a browser, each on a server of its own. */
const browser = ["tests/e2e/*.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", "./tests/real/count-reporter.ts"],
    // Two more than there are cores: a file often waits for its turn on Neo4j, for a browser, or for a process of its own.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: Interleaved },
    // Backstops, for machines with much else to do. A hook may wait until all others have had their turn on Neo4j.
    testTimeout: 5 * 60_000,
    hookTimeout: 20 * 60_000,
    teardownTimeout: backstop,
    expect: { poll: { timeout: backstop } },
    projects: [
      // Files of one worker share what they import: it is a third of the time that they take.
      {
        extends: true,
        test: { name: "pure", isolate: false, include: ["tests/**/*.test.ts"], exclude: [...engines, ...browser] },
      },
      {
        extends: true,
        test: { name: "engines", include: engines, globalSetup: ["tests/real/built.ts", "tests/real/setup.ts"] },
      },
      {
        extends: true,
        test: { name: "browser", include: browser, globalSetup: ["tests/real/built.ts", "tests/real/browser-setup.ts"] },
      },
    ],
  },
});
