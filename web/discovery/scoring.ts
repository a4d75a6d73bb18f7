import { type Aspect, aspectNames, type Effect, effectNames } from "../../model/discovery.ts";
import type { Address } from "../app/address.ts";

/** How the user weighs: an amount in [0, 3] for each aspect, in steps of a half, and the effects that are switched off. */
export interface Scoring {
  readonly weights: Readonly<Record<Aspect, number>>;
  readonly off: readonly Effect[];
}

const most = 3;
const standard = 1;

/** Every aspect counts for one, every effect is on. */
export const standardScoring: Scoring = {
  weights: Object.fromEntries(aspectNames.map((name) => [name, standard])) as Record<Aspect, number>,
  off: [],
};

/** The scoring in the query of an address; what is not there, or is not a number in [0, 3], is standard. */
export function scoringOf(query: Address["query"]): Scoring {
  const asked = new Map(
    (query.weging ?? "")
      .split(",")
      .map((part) => part.split(":", 2))
      .map(([name = "", value = ""]) => [name, value] as const),
  );
  const weightOf = (name: Aspect) => {
    const value = Number(asked.get(name) || Number.NaN);
    return value >= 0 && value <= most ? value : standard;
  };
  const off = (query.uit ?? "").split(",");
  return {
    weights: Object.fromEntries(aspectNames.map((name) => [name, weightOf(name)])) as Record<Aspect, number>,
    off: effectNames.filter((name) => off.includes(name)),
  };
}

/** The same as parts of the query of an address: only what is not standard. */
export function scoringAddress({ weights, off }: Scoring): Record<"weging" | "uit", string> {
  const changed = aspectNames.filter((name) => weights[name] !== standard);
  return { weging: changed.map((name) => `${name}:${weights[name]}`).join(","), uit: off.join(",") };
}

/** The same as the API asks for it. */
export const scoringQuery = ({ weights, off }: Scoring) => ({ ...weights, ...(off.length > 0 && { off }) });

/** Whether nothing was changed. */
export const isStandard = (scoring: Scoring): boolean => Object.values(scoringAddress(scoring)).every((part) => part === "");
