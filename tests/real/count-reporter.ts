import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one plain line that tells how many tests ran, for people and for tools that only read the last lines. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "pending" ? "skipped" : state] += 1;
      }
      if (module.errors().length > 0) counts.failed += 1;
    }
    counts.failed += errors.length;
    // After the standard reporter's own summary.
    setImmediate(() => console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`));
  }
}
