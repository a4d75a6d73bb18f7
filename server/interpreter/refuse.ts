import { AppError } from "../../model/errors.ts";
import type { Place } from "./plan.ts";
import { WrongValue } from "./values/wrong-value.ts";

/** @throws AppError QUERY_REFUSED with the place */
export function refuseAt({ line, column }: Place, why: string): never {
  throw new AppError("QUERY_REFUSED", `${why} (line ${line}, column ${column})`);
}

/** The same work, with the place where a value turns out to be wrong. */
export function placed<Given extends readonly unknown[], Made>(at: Place, work: (...given: Given) => Made) {
  return (...given: Given): Made => {
    try {
      return work(...given);
    } catch (error) {
      if (error instanceof WrongValue) refuseAt(at, error.message);
      throw error;
    }
  };
}
