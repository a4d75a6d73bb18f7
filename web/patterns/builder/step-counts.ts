import type { ReactiveController, ReactiveControllerHost } from "lit";
import { patternLimits, patternsRoute } from "../../../model/patterns.ts";
import { call } from "../../app/api.ts";
import type { Built } from "./built.ts";
import { countCypher } from "./built-cypher.ts";

/** Counts that are remembered. */
const most = 500;

/**
 * How many items are left after each step of a pattern. A step that was counted before is not counted again, and what is counted
 * for a pattern that has changed meanwhile is stopped.
 */
export class StepCounts implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** By what is asked. */
  readonly #known = new Map<string, number>();
  #asked: readonly string[] = [];
  #work: AbortController | undefined;
  #failed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#work?.abort();
    this.#asked = [];
  }

  /** The count at an item: that of step 0 is 1; undefined while it is not known. */
  at(item: number): number | undefined {
    return this.#known.get(this.#asked[item] ?? "");
  }

  /** Counting failed, or took too long. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Counts a pattern; does nothing when it is the one that is counted. */
  follow(built: Built | undefined): void {
    const asked = built
      ? [...Array(built.steps.length + 1).keys()].map((steps) => JSON.stringify(countCypher(built, steps)))
      : [];
    if (asked.join() === this.#asked.join()) return;
    this.#work?.abort();
    this.#asked = asked;
    this.#failed = false;
    this.#work = new AbortController();
    void this.#count(asked, this.#work.signal);
  }

  async #count(asked: readonly string[], signal: AbortSignal): Promise<void> {
    try {
      for (const one of asked) {
        if (this.#known.has(one)) continue;
        const body = { ...(JSON.parse(one) as { cypher: string }), limits: { timeout: patternLimits.timeout.most } };
        const { rows } = await call(patternsRoute, { body }, signal);
        this.#remember(one, Number(rows[0]?.[0]));
        this.#host.requestUpdate();
      }
    } catch {
      if (signal.aborted) return;
      this.#failed = true;
      this.#host.requestUpdate();
    }
  }

  #remember(asked: string, count: number): void {
    this.#known.set(asked, count);
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
  }
}
