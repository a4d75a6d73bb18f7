import { AppError } from "../../model/errors.ts";
import type { Params } from "../../model/patterns.ts";
import { Recent } from "../cache/recent.ts";
import { Child, ChildEnded, unlessAborted } from "../process/child.ts";
import { tooMuchProcessor } from "../process/processor-time.ts";
import type { Outcome, Rendered } from "./gate.ts";
import { holdsFor } from "./given/given.ts";

/**
 * Milliseconds that a check may take by the clock: a thousand times as long as it takes the processor. After that it says nothing
 * about the query, for the machine has too much else to do, or the process was stopped. How hard a query is to check is measured
 * otherwise: see gate-process.ts.
 */
const patience = 20_000;

/** Processes that check at most: so that a query which is hard to read stops nobody else's. */
const atOnce = 2;

/** Characters, about, of queries and their outcomes that are cached, and outcomes of one query that differ by its parameters. */
const most = { characters: 4_000_000, outcomes: 4 } as const;

/** What the gate was asked, since the start. */
export interface GateFigures {
  /** Those whose outcome was cached, too. */
  asked: number;
  refused: number;
  /** Checks that failed themselves, which says nothing about the query. */
  failed: number;
  /** Seconds of the processor in the processes that check. */
  processorTime: number;
}

/**
 * Takes strangers' queries to the gate, and caches how it ended. Nobody who leaves ends a check: others may wait for the same.
 */
export class Gatekeeper {
  readonly figures: GateFigures = { asked: 0, refused: 0, failed: 0, processorTime: 0 };
  readonly #script: URL;
  readonly #patience: number;
  readonly #outcomes = new Recent<string, readonly Outcome[]>({ most: most.characters, sizeOf: weightOf });
  readonly #underWay = new Map<string, Promise<Outcome>>();
  readonly #checkers = new Set<Checker>();
  readonly #waiting: { readonly take: (checker: Checker) => void; readonly refuse: (why: AppError) => void }[] = [];
  #closed = false;

  /** @param script of the process that checks, without its ending */
  constructor(script = new URL("./gate-process", import.meta.url), wait = patience) {
    this.#script = script;
    this.#patience = wait;
  }

  /** Starts a process that checks, which then stays. Does not wait for it. */
  warm(): void {
    if (!this.#closed && this.#checkers.size === 0) this.#start(forGood);
  }

  /**
   * @throws AppError QUERY_REFUSED with the reason; REQUEST_CANCELLED when `signal` aborts; STORE_UNAVAILABLE when the check
   * itself fails, which says nothing about the query
   */
  async check(cypher: string, params: Params, signal: AbortSignal): Promise<Rendered> {
    this.figures.asked++;
    try {
      const outcome = this.#known(cypher, params) ?? (await unlessAborted(this.#checked(cypher, params), signal));
      if ("refused" in outcome) throw new AppError("QUERY_REFUSED", outcome.refused);
      return outcome.rendered;
    } catch (error) {
      if (!(error instanceof AppError)) this.figures.failed++;
      else if (error.code === "QUERY_REFUSED") this.figures.refused++;
      else if (error.code !== "REQUEST_CANCELLED") this.figures.failed++;
      throw error;
    }
  }

  #known(cypher: string, params: Params): Outcome | undefined {
    return this.#outcomes.get(cypher)?.find((outcome) => holdsFor(params, outcome.facts, cameThrough(outcome)));
  }

  /** Waits for the same query if it is being checked, for the outcome is most often the same with other parameters. */
  async #checked(cypher: string, params: Params): Promise<Outcome> {
    await this.#underWay.get(cypher)?.catch(() => undefined);
    const known = this.#known(cypher, params);
    if (known) return known;
    const asked = this.#ask(cypher, params);
    this.#underWay.set(cypher, asked);
    try {
      const outcome = await asked;
      const others = (this.#outcomes.get(cypher) ?? []).slice(0, most.outcomes - 1);
      this.#outcomes.set(cypher, [outcome, ...others]);
      return outcome;
    } finally {
      if (this.#underWay.get(cypher) === asked) this.#underWay.delete(cypher);
    }
  }

  async #ask(cypher: string, params: Params): Promise<Outcome> {
    const checker = await this.#free();
    const before = checker.child.processorTime;
    try {
      const outcome = (await checker.child.ask({ cypher, params }, this.#patience)) as Outcome;
      checker.answered = true;
      return outcome;
    } catch (error) {
      throw failureOf(error);
    } finally {
      this.figures.processorTime += checker.child.processorTime - before;
      checker.busy = false;
      if (!checker.child.ended) this.#hand(checker);
    }
  }

  async #free(): Promise<Checker> {
    if (this.#closed) throw closed();
    const free = [...this.#checkers].find(({ busy }) => !busy) ?? (this.#checkers.size < atOnce ? this.#start() : undefined);
    if (!free) return new Promise((take, refuse) => this.#waiting.push({ take, refuse }));
    free.busy = true;
    return free;
  }

  #start(idleTime?: number): Checker {
    const child = new Child({ script: this.#script, args: [], heap: 512, ...(idleTime !== undefined && { idleTime }) });
    const checker = { child, stays: idleTime !== undefined, busy: false, answered: false };
    this.#checkers.add(checker);
    child.onceEnded(() => this.#lost(checker));
    return checker;
  }

  /** One that was to stay is replaced, unless it never worked. So is one for which somebody waits. */
  #lost(checker: Checker): void {
    this.#checkers.delete(checker);
    if (this.#closed) return;
    if (checker.stays && checker.answered) this.#hand(this.#start(forGood));
    else if (this.#checkers.size === 0 && this.#waiting.length > 0) this.#hand(this.#start());
  }

  #hand(checker: Checker): void {
    const next = this.#waiting.shift();
    if (!next) return;
    checker.busy = true;
    next.take(checker);
  }

  close(): void {
    this.#closed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(closed());
    for (const { child } of this.#checkers) child.end();
  }
}

/** A query that is small enough for every engine is so, too, when its parameters are smaller. */
const cameThrough = (outcome: Outcome): boolean => "rendered" in outcome && "run" in outcome.rendered.neo4j;

/** Instead of a time after which an idle process ends. */
const forGood = Number.POSITIVE_INFINITY;

const closed = () => new AppError("STORE_UNAVAILABLE", "The database is closed");

interface Checker {
  readonly child: Child;
  readonly stays: boolean;
  busy: boolean;
  answered: boolean;
}

function weightOf(outcomes: readonly Outcome[], cypher: string): number {
  return outcomes.reduce((sum, outcome) => sum + JSON.stringify(outcome).length, cypher.length + 100);
}

function failureOf(error: unknown): unknown {
  if (error instanceof ChildEnded && error.signal === tooMuchProcessor)
    return new AppError("QUERY_REFUSED", "This query is too complicated to be checked: make it shorter or simpler", {
      cause: error,
    });
  if (error instanceof ChildEnded || (error instanceof AppError && error.code === "QUERY_TIMEOUT"))
    return new AppError("STORE_UNAVAILABLE", "Patterns cannot be checked now. Try again in a moment", { cause: error });
  return error;
}
