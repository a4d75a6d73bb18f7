import type { Dataset, DatasetLink, DatasetNode } from "../model/dataset.ts";
import { type Evidence, kindOf, linkId, type NodeId, type Source, type SourceId } from "../model/graph.ts";
import { type LinkKind, type NodeKind, nodeKindNames, nodeKinds } from "../model/kinds.ts";
import { commonHabits, type Habit, partHabits } from "./habits.ts";
import { type Random, randomFrom } from "./random.ts";
import { type Words, wordsFrom } from "./words.ts";

/** How large a made data set is, and which one of that size. */
export interface Size {
  readonly nodes: number;
  readonly links: number;
  readonly institutions: number;
  readonly seed?: number;
}

/** What is not an institution, by hundredths: as in the project's own data, but with the long tails that growth gives. */
const nodeShares: Record<Exclude<NodeKind, "institution">, number> = {
  theme: 1,
  question: 22,
  product: 22,
  space: 8,
  activity: 10,
  network: 2,
  programme: 7,
  team: 10,
  outcome: 12,
  publication: 6,
};

/** How many regions there are: most links stay within one, so that some institutions have much in common and most have little. */
const regions = 40;
const themesPerBranch = 6;

/** The ids of one kind: all of them, and those of each region. */
interface Pool {
  readonly all: NodeId[];
  readonly byRegion: NodeId[][];
}
type Pools = Record<NodeKind, Pool>;

/**
 * A data set in the form of `seed/`, the same for the same size on every machine. Every link joins what it may join.
 *
 * @throws RangeError when the links are too few for what every node has
 */
export function generate(size: Size): Dataset {
  const random = randomFrom(size.seed ?? 1);
  const words = wordsFrom(random);
  const sources = makeSources(Math.max(20, Math.round(size.nodes / 20)), words);
  const evidence = () => makeEvidence(random, sources);
  const pools = makePools(size);
  const nodes = nodeKindNames.flatMap((kind) =>
    pools[kind].all.map((id, number) => makeNode(id, number, random, words, evidence)),
  );
  return { sources, nodes, links: makeLinks(size.links, pools, random, evidence), synonyms: [] };
}

function makeSources(count: number, words: Words): Source[] {
  return Array.from({ length: count }, (_, number) => ({
    id: `source:bron-${number}` as SourceId,
    title: `${words.thing()} (jaarverslag ${number})`,
    url: `https://voorbeeld.example/bronnen/${number}`,
  }));
}

function makeEvidence(random: Random, sources: readonly Source[]): Evidence[] {
  const count = random.next() < 0.8 ? 1 : 2 + random.below(2);
  const chosen = new Set(Array.from({ length: count }, () => random.pickOften(sources).id));
  return [...chosen].map((source) =>
    random.next() < 0.7
      ? { source, basis: "stated" }
      : { source, basis: "derived", note: "Toegekend door de samensteller op basis van de beschrijving in deze bron." },
  );
}

function makePools(size: Size): Pools {
  const others = size.nodes - size.institutions;
  const counts = Object.fromEntries(
    Object.entries(nodeShares).map(([kind, share]) => [kind, Math.floor((others * share) / 100)]),
  ) as Record<NodeKind, number>;
  counts.institution = size.institutions;
  counts.product += size.nodes - Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(nodeKindNames.map((kind) => [kind, makePool(kind, counts[kind])])) as Pools;
}

function makePool(kind: NodeKind, count: number): Pool {
  const all = Array.from({ length: count }, (_, number) => `${kind}:${kind}-${number}` as NodeId);
  return {
    all,
    byRegion: Array.from({ length: regions }, (_, region) => all.filter((_, number) => number % regions === region)),
  };
}

function makeNode(id: NodeId, number: number, random: Random, words: Words, evidence: () => Evidence[]): DatasetNode {
  const kind = kindOf(id);
  const name = nameOf(kind, number, words);
  const of: readonly string[] = nodeKinds[kind].properties;
  const year = 2010 + random.below(15);
  const contested = random.next() < 0.02;
  const proof = evidence();
  return {
    id,
    name,
    nameEn: `${name} (in English)`,
    description: words.description(),
    descriptionEn: "",
    ...(random.next() < 0.05 && { otherNames: [words.thing()] }),
    properties: {
      ...(of.includes("year") && random.next() < 0.5 && { year }),
      ...(of.includes("since") && random.next() < 0.5 && { since: year, until: year + 3 }),
      ...(of.includes("sector") && { sector: "mbo" }),
      ...(contested && { conflict: "De bronnen noemen verschillende aantallen." }),
    },
    ...(contested && {
      claims: [number, number + 1].map((value) => ({
        about: "aantal",
        value: `${value}`,
        source: (proof[0] as Evidence).source,
      })),
    }),
    evidence: proof,
  };
}

function nameOf(kind: NodeKind, number: number, words: Words): string {
  if (kind === "institution") return `Voorbeeldcollege ${number}`;
  if (kind === "theme") return words.theme(number);
  return kind === "question" ? words.question() : words.thing();
}

/** Gives whether it was a new one. */
type AddLink = (from: NodeId, kind: LinkKind, to: NodeId) => boolean;

function makeLinks(count: number, pools: Pools, random: Random, evidence: () => Evidence[]): DatasetLink[] {
  const links = new Map<string, DatasetLink>();
  const add: AddLink = (from, kind, to) => {
    const id = linkId(from, kind, to);
    if (from === to || links.has(id)) return false;
    const since = 2010 + random.below(15);
    links.set(id, { from, kind, to, ...(random.next() < 0.3 && { properties: { since } }), evidence: evidence() });
    return true;
  };
  for (const [from, to] of themeTree(pools.theme.all)) add(from, "BROADER", to);
  for (const habit of partHabits) addParts(habit, pools, random, add);
  for (const habit of commonHabits)
    if (habit.mean >= 1) for (const id of pools[habit.each].all) addOne(habit, id, pools, random, add);
  if (links.size > count) throw new RangeError(`${count} links are too few; it takes ${links.size}`);
  const draw = byWeight(pools);
  while (links.size < count) {
    const habit = draw(random.next());
    addOne(habit, random.pick(pools[habit.each].all), pools, random, add);
  }
  return [...links.values()];
}

/** Each theme but the first ones with a broader one, six to a branch. */
function themeTree(themes: readonly NodeId[]): (readonly [NodeId, NodeId])[] {
  return themes.slice(themesPerBranch).map((theme, number) => [theme, themes[Math.floor(number / themesPerBranch)] as NodeId]);
}

/** Parts of what stands before them in the list, so that nothing is part of itself in the end. */
function addParts({ each, kind, other, mean }: Habit, pools: Pools, random: Random, add: AddLink): void {
  for (const [number, id] of pools[each].all.entries()) {
    const wholes = each === other ? pools[other].all.slice(0, number) : pools[other].all;
    if (wholes.length > 0 && random.next() < mean) add(id, kind, random.pick(wholes));
  }
}

/** Habits by chance, each as often as its nodes have them; what every node was given already counts for one less. */
function byWeight(pools: Pools): (chance: number) => Habit {
  const weights = commonHabits.map(({ each, mean }) => pools[each].all.length * (mean >= 1 ? mean - 1 : mean));
  const sums = weights.map((_, place) => weights.slice(0, place + 1).reduce((sum, weight) => sum + weight, 0));
  const total = sums.at(-1) ?? 0;
  return (chance) => commonHabits[sums.findIndex((sum) => chance * total < sum)] as Habit;
}

/** A link of a node, more often than not with something of its own region, and more often with what is well known: themes make hubs. */
function addOne({ kind, other, direction }: Habit, id: NodeId, pools: Pools, random: Random, add: AddLink): boolean {
  const { all, byRegion } = pools[other];
  const own = byRegion[Number(id.slice(id.lastIndexOf("-") + 1)) % regions];
  const among = random.next() < 0.6 && own?.length ? own : all;
  const partner = other === "theme" ? random.pickOften(among) : random.pickRather(among);
  return direction === "out" ? add(id, kind, partner) : add(partner, kind, id);
}
