/**
 * Runs a suite in a real browser:
 *
 *     describeInBrowser("search", (browser) => {
 *       test("…", async () => {
 *         const page = await (await browser()).newPage(); // one browser for the suite, closed after it
 *       });
 *     });
 *
 * The file must lie in a folder that vitest.config.ts names under `browser`.
 */

import { type Browser, chromium } from "playwright-core";
import { afterAll, describe, inject } from "vitest";

/** Skipped where there is no browser. */
export function describeInBrowser(name: string, suite: (browser: () => Promise<Browser>) => void): void {
  const options = inject("browser");
  describe.skipIf(options === null)(name, () => {
    let launched: Promise<Browser> | undefined;
    afterAll(async () => (await launched)?.close());
    suite(() => {
      launched ??= chromium.launch(options ?? {});
      return launched;
    });
  });
}
