import { defineConfig } from "vitest/config";

/** Tests that need the one Neo4j server: see tests/real/engines.ts. */
const engines = [
  "tests/{contract,server,server/{discovery,explore,patterns,queries}}/*.test.ts",
  "tests/server/{cache/per-version,http/shapes}.test.ts",
];
/** Tests that drive a browser, each on a server of its own. */
const browser = ["tests/e2e/*.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", "./tests/real/count-reporter.ts"],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: "pure", include: ["tests/**/*.test.ts"], exclude: [...engines, ...browser], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: "engines",
          include: engines,
          globalSetup: "tests/real/setup.ts",
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: browser,
          // Two cores may have much else to do.
          expect: { poll: { timeout: 10_000 } },
          globalSetup: "tests/real/browser-setup.ts",
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
