import { AppError } from "../../model/errors.ts";
import type { GraphStore } from "./store.ts";

const jobs = ["read", "write", "pattern", "patternStream"] as const;
export type Job = (typeof jobs)[number];

/** What an engine was asked to do, since the start. */
export interface JobFigures {
  /** Those that failed, too. */
  count: number;
  seconds: number;
  /** How many failed, by code; INTERNAL for a bug. */
  readonly errors: Map<string, number>;
}
export type EngineFigures = Readonly<Record<Job, JobFigures>>;

/** The same store, with figures of what it is asked to do. */
export function measured(store: GraphStore): { readonly store: GraphStore; readonly figures: EngineFigures } {
  const figures = Object.fromEntries(jobs.map((job) => [job, { count: 0, seconds: 0, errors: new Map() }])) as Record<
    Job,
    JobFigures
  >;
  const counted = <Name extends Job>(job: Name): GraphStore[Name] => {
    const work = store[job].bind(store) as (...asked: unknown[]) => Promise<unknown>;
    const withFigures = async (...asked: unknown[]) => {
      const started = performance.now();
      try {
        return await work(...asked);
      } catch (error) {
        const { errors } = figures[job];
        const code = error instanceof AppError ? error.code : "INTERNAL";
        errors.set(code, (errors.get(code) ?? 0) + 1);
        throw error;
      } finally {
        figures[job].count += 1;
        figures[job].seconds += (performance.now() - started) / 1_000;
      }
    };
    return withFigures as unknown as GraphStore[Name];
  };
  return {
    store: {
      read: counted("read"),
      write: counted("write"),
      pattern: counted("pattern"),
      patternStream: counted("patternStream"),
      preparePatterns: () => store.preparePatterns(),
      health: () => store.health(),
      close: () => store.close(),
    },
    figures,
  };
}
