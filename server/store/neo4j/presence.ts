import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../../../model/errors.ts";
import type { Driver } from "./driver.ts";

/** How this process connects to the database, and the least that it can ask: an answer shows that the database is there. */
export interface Link {
  connect(): Driver;
  ask(driver: Driver): Promise<unknown>;
  /** Whether a failure says that the database cannot be used now; any other one is an answer, too. */
  isAway(error: unknown): boolean;
}

/**
 * Milliseconds between two ticks. Silence is counted in ticks of this process's own, not by the clock: a machine on which nothing
 * gets its turn ticks more slowly, and is more patient in the same measure.
 */
const tick = 250;
/** So many ticks without any answer, while something waits for one, and it is in doubt whether the database is there. */
const ticksToDoubt = 8;
/** So many ticks without an answer to the least that can be asked, and the database is away. */
const ticksToAway = 60;
/** Milliseconds between the tries of a look that finds no connection, since a connection may break for a moment only. */
const pauses = [50, 100, 200, 400];
/** Milliseconds between two looks at a database that is away. */
const lookAgain = 1_000;
/** When so many wait for a database that is in doubt, whoever comes then is told at once. */
const mostInDoubt = 64;

interface Waiting {
  readonly isPatient: boolean;
  readonly giveUp: (why: AppError) => void;
}

/** What becomes of connections that nobody uses any more is nobody's concern. */
const letGo = (driver: Driver | undefined) => void driver?.close().catch(() => undefined);

/** The database has not answered the least that can be asked. */
class Silence extends Error {
  override readonly name = "Silence";
}

/**
 * Whether the database is there, so that nobody waits for one that is not. Whatever is asked goes through `run`. After a while
 * without any answer, or when a connection broke, one look on a connection of its own decides; as long as the database is away,
 * everybody is told at once, and a look now and then finds out when it is back.
 */
export class Presence {
  readonly #link: Link;
  #driver: Driver;
  #standing: "there" | "away" | "closed" = "there";
  readonly #waiting = new Set<Waiting>();
  /** Ticks since the last answer of any kind. */
  #silence = 0;
  #ticker: NodeJS.Timeout | undefined;
  #looking: Promise<boolean> | undefined;
  #lookAgain: NodeJS.Timeout | undefined;
  /** What the last look that failed has heard. */
  #why: unknown;

  /** @param driver has answered just now */
  constructor(link: Link, driver: Driver) {
    this.#link = link;
    this.#driver = driver;
  }

  /** @throws AppError STORE_UNAVAILABLE when the database is known to be away */
  get driver(): Driver {
    if (this.#standing === "closed") throw new AppError("STORE_UNAVAILABLE", "The database is closed");
    if (this.#standing === "away") throw this.#unavailable();
    return this.#driver;
  }

  /**
   * @param isPatient whether it is worth waiting for while it is in doubt that the database is there
   * @throws AppError STORE_UNAVAILABLE, at once or as soon as the database turns out to be away, or is silent for too long; or what `work` throws
   */
  async run<T>(work: (driver: Driver) => Promise<T>, isPatient: boolean): Promise<T> {
    const { driver } = this;
    if (this.#isInDoubt && (!isPatient || this.#waiting.size >= mostInDoubt)) throw this.#unavailable();
    let giveUp: Waiting["giveUp"] = () => {};
    const givenUp = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    const waiting = { isPatient, giveUp };
    this.#waiting.add(waiting);
    this.#ticker ??= setInterval(() => this.#onTick(), tick).unref();
    try {
      const result = await Promise.race([givenUp, work(driver)]);
      this.#silence = 0;
      return result;
    } catch (error) {
      if (!(error instanceof AppError) && !this.#link.isAway(error)) this.#silence = 0;
      const isTooLate = error instanceof AppError && error.code === "QUERY_TIMEOUT";
      throw isTooLate && this.#isInDoubt ? this.#unavailable() : error;
    } finally {
      this.#waiting.delete(waiting);
    }
  }

  /** Looks whether the database is there. However many want to know, one look is under way. */
  isThere(): Promise<boolean> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#standing === "there" ? this.#looking : Promise.resolve(false);
  }

  async close(): Promise<void> {
    this.#standing = "closed";
    clearInterval(this.#ticker);
    clearTimeout(this.#lookAgain);
    await this.#driver.close();
  }

  get #isClosed(): boolean {
    return this.#standing === "closed";
  }

  get #isInDoubt(): boolean {
    return this.#silence >= ticksToDoubt;
  }

  #unavailable(): AppError {
    const why = "The graph database does not answer now. Try again in a moment";
    return new AppError("STORE_UNAVAILABLE", why, { cause: this.#why });
  }

  #onTick(): void {
    if (this.#waiting.size === 0) {
      clearInterval(this.#ticker);
      this.#ticker = undefined;
      this.#silence = 0;
      return;
    }
    this.#silence++;
    if (!this.#isInDoubt) return;
    this.#tellImpatient();
    void this.isThere();
  }

  /** Those who would rather know at once that it is in doubt. */
  #tellImpatient(): void {
    for (const { isPatient, giveUp } of this.#waiting) if (!isPatient) giveUp(this.#unavailable());
  }

  async #look(): Promise<boolean> {
    let fresh = this.#isClosed ? undefined : await this.#freshDriver();
    for (const pause of this.#standing === "there" ? pauses : []) {
      if (fresh || this.#isClosed || this.#why instanceof Silence) break;
      await sleep(pause);
      fresh = await this.#freshDriver();
    }
    if (this.#isClosed) letGo(fresh);
    else if (fresh) this.#welcome(fresh);
    else this.#leave();
    return fresh !== undefined && !this.#isClosed;
  }

  /** Connections of their own on which the database has just answered. */
  async #freshDriver(): Promise<Driver | undefined> {
    const driver = this.#link.connect();
    let ticks = 0;
    let ticker: NodeJS.Timeout | undefined;
    const silent = new Promise<never>((_, reject) => {
      ticker = setInterval(() => ++ticks >= ticksToAway && reject(new Silence("It did not answer")), tick).unref();
    });
    try {
      await Promise.race([silent, this.#link.ask(driver)]);
      return driver;
    } catch (error) {
      if (!(error instanceof Silence) && !this.#link.isAway(error)) return driver;
      this.#why = error;
      letGo(driver);
      return undefined;
    } finally {
      clearInterval(ticker);
    }
  }

  #welcome(fresh: Driver): void {
    this.#silence = 0;
    const isBack = this.#standing === "away";
    // Whatever still waits on the connections that there were goes on waiting there.
    letGo(isBack ? this.#driver : fresh);
    if (isBack) this.#driver = fresh;
    this.#standing = "there";
  }

  #leave(): void {
    if (this.#standing === "there") {
      this.#standing = "away";
      for (const { giveUp } of this.#waiting) giveUp(this.#unavailable());
      letGo(this.#driver); // its connections may be dead without anybody having said so
    }
    this.#lookAgain = setTimeout(() => void this.isThere(), lookAgain).unref();
  }
}
