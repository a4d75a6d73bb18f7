import type { FreeText } from "../../model/patterns.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import {
  dateOfText,
  dateTimeOfText,
  localDateTimeOfText,
  localTimeOfText,
  timeOfText,
} from "../interpreter/moments/read-text.ts";
import type { GraphStore, PatternRows } from "../store/store.ts";

const readers: Readonly<Record<FreeText["kind"], (text: string) => unknown>> = {
  date: dateOfText,
  datetime: (text) => dateTimeOfText(text),
  localdatetime: localDateTimeOfText,
  time: timeOfText,
  localtime: localTimeOfText,
};

const textsOf = cachedPerVersion(async () => new Map<string, Promise<readonly string[]>>());

/** The properties that a pattern takes for moments, each with a text in the data that is none. */
export async function freeTextIn(store: GraphStore, { moments }: PatternRows["names"]): Promise<FreeText[]> {
  if (moments.length === 0) return [];
  const known = await textsOf(store);
  const found = await Promise.all(
    moments.map(async ({ name, kind }) => {
      const texts = known.get(name) ?? readTexts(store, name);
      known.set(name, texts);
      texts.catch(() => known.delete(name));
      const example = (await texts).find((text) => readers[kind](text) === undefined);
      return example === undefined ? [] : [{ name, kind, example }];
    }),
  );
  return found.flat();
}

const query = `MATCH (n) WHERE n[$name] IS NOT NULL RETURN DISTINCT n[$name] AS text
UNION MATCH ()-[r]->() WHERE r[$name] IS NOT NULL RETURN DISTINCT r[$name] AS text`;

const limits = { timeout: 30_000, rows: 10_000 };

/** All texts that a property holds, in the order of the alphabet. */
async function readTexts(store: GraphStore, name: string): Promise<readonly string[]> {
  const { rows } = await store.pattern(query, { name }, limits, new AbortController().signal);
  const values = (JSON.parse(Buffer.from(rows).toString()) as unknown[][]).map(([value]) => value);
  return values.filter((value) => typeof value === "string").sort();
}
