import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Builds what the tests of a project start or show, once, and only when it is not there as the sources are now. */
export default function setup(project: TestProject): void {
  const part = project.name === "browser" ? "web" : "server";
  const script = join(import.meta.dirname, "..", "..", "scripts", "setup.mjs");
  // Without this process's NODE_ENV, which makes another build.
  const { NODE_ENV: _, ...environment } = process.env;
  const { status } = spawnSync(process.execPath, [script, part], { stdio: "inherit", env: environment });
  if (status !== 0) throw new Error(`The ${part} part could not be built`);
}
