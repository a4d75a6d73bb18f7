import type { UnknownName } from "../../model/patterns.ts";
import { Budget } from "../analysis/text/budget.ts";
import { slipsAllowed, withinSlips } from "../analysis/text/spelling.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { labelNames, linkNames, linkPropertyNames, nodePropertyNames } from "../queries/names.ts";
import { wholeGraph } from "../queries/reads.ts";
import type { GraphStore, PatternRows } from "../store/store.ts";

const kindsOf = cachedPerVersion(async (store) => {
  const [labels, links] = await Promise.all([labelNames, linkNames].map((query) => store.read(query, {}, wholeGraph)));
  return { labels: namesIn(labels), links: namesIn(links) };
});

const propertiesOf = cachedPerVersion(async (store) => {
  const found = await Promise.all([nodePropertyNames, linkPropertyNames].map((query) => store.read(query, {}, wholeGraph)));
  return namesIn(found.flat());
});

const namesIn = (rows: readonly { readonly name: string }[] = []): string[] => rows.map(({ name }) => name);

/** The names in a pattern that the data do not have, each with the one that may have been meant. */
export async function unknownNames(
  store: GraphStore,
  { labels, links, properties }: PatternRows["names"],
): Promise<UnknownName[]> {
  if (labels.length + links.length + properties.length === 0) return [];
  const kinds = await kindsOf(store);
  return [
    ...unknownAmong("node", labels, kinds.labels),
    ...unknownAmong("link", links, kinds.links),
    ...unknownAmong("property", properties, properties.length > 0 ? await propertiesOf(store) : []),
  ];
}

function unknownAmong(is: UnknownName["is"], asked: readonly string[], there: readonly string[]): UnknownName[] {
  return asked
    .filter((name) => !there.includes(name))
    .map((name) => {
      const meant = nearest(name, there);
      return { is, name, ...(meant !== undefined && { meant }) };
    });
}

/** Steps of comparing that one name may take. */
const steps = 10_000;

function nearest(name: string, there: readonly string[]): string | undefined {
  const [asked, plain] = [name.toLowerCase(), new Map(there.map((one) => [one.toLowerCase(), one]))];
  const sameLetters = plain.get(asked);
  if (sameLetters !== undefined) return sameLetters;
  const [sorted, budget] = [[...plain.keys()].sort(), new Budget(steps)];
  for (let slips = 1; slips <= slipsAllowed(asked.length); slips++) {
    const [found] = withinSlips(asked, sorted, slips, budget);
    if (found !== undefined) return plain.get(found);
  }
  return undefined;
}
