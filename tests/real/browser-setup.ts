import type { LaunchOptions } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findBrowser } from "./find-browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** How to start the browser of this run; null where there is none. */
    browser: LaunchOptions | null;
  }
}

/** Finds the browser, once, before the tests that need one. */
export default async function setup(project: TestProject): Promise<void> {
  const found = await findBrowser();
  if (typeof found === "string" && process.env.CI === "true") throw new Error(`With CI=true no test is skipped. ${found}`);
  if (typeof found === "string") console.warn(`Skipped: every test in a browser. ${found}`);
  project.provide("browser", typeof found === "string" ? null : found);
}
