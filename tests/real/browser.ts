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

import { type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from "playwright-core";
import { afterAll, describe, inject } from "vitest";
import { backstop } from "./backstop.ts";

/** As much of a browser as a test needs. Whatever is waited for on a page is waited for as long as a busy machine may take. */
export interface TestBrowser {
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** In a context of its own, which closes with it. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Skipped where there is no browser. */
export function describeInBrowser(name: string, suite: (browser: () => Promise<TestBrowser>) => void): void {
  const options = inject("browser");
  describe.skipIf(options === null)(name, () => {
    let launched: Promise<TestBrowser> | undefined;
    afterAll(async () => (await launched)?.close());
    suite(() => {
      launched ??= launch(options ?? {});
      return launched;
    });
  });
}

async function launch(options: LaunchOptions): Promise<TestBrowser> {
  const browser = await chromium.launch({ ...options, timeout: backstop });
  return {
    newContext: async (given) => {
      const context = await browser.newContext(given);
      context.setDefaultTimeout(backstop);
      return context;
    },
    newPage: async (given) => {
      const page = await browser.newPage(given);
      page.context().setDefaultTimeout(backstop);
      return page;
    },
    close: () => browser.close(),
  };
}
