import { aspectNames, type ScoringQuery } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";

type Parts = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** An address of the API, with those parts of the query that say something. Ids keep their colon, as the pages write them. */
export function addressOf(path: string, parts: Parts): string {
  const said = Object.entries(parts).flatMap(([name, value]) => {
    const text = value === undefined ? "" : String(value);
    return text === "" ? [] : [`${name}=${encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",")}`];
  });
  return said.length === 0 ? path : `${path}?${said.join("&")}`;
}

/** What is not standard of a scoring, as the API takes it. */
export const scoringParts = (scoring: ScoringQuery): Parts => ({
  ...Object.fromEntries(aspectNames.filter((aspect) => scoring[aspect] !== 1).map((aspect) => [aspect, scoring[aspect]])),
  off: scoring.off,
});

/** The address of what belongs to an institution. */
export const institutionAddress = (id: NodeId, what: string): string =>
  `/api/institutions/${encodeURIComponent(id).replaceAll("%3A", ":")}/${what}`;

/** How many a longer list holds than one of `shown`: the double, as far as a list goes; undefined when it can hold no more. */
export const longer = (shown: number, left: number, most: number): number | undefined =>
  left > 0 && shown < most ? Math.min(most, 2 * shown) : undefined;
