import type { Dataset, DatasetLink, DatasetNode } from "../model/dataset.ts";
import { type Evidence, kindOf, linkId, type NodeId, type Source, type SourceId } from "../model/graph.ts";
import { type LinkKind, linkKindNames, linkKinds, type NodeKind, nodeKindNames, nodeKinds } from "../model/kinds.ts";
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

/** How many of each hundred links are of a kind; about as in the project's own data. BROADER makes the tree of themes beside these. */
const linkShares: Record<Exclude<LinkKind, "BROADER">, number> = {
  ABOUT: 45,
  PARTICIPATES_IN: 14,
  ASKS: 10,
  MADE: 6,
  USED_AT: 6,
  DESCRIBES: 5,
  ADDRESSES: 4,
  RESULTED_IN: 3,
  PART_OF: 3,
  HOSTS: 2,
  EVIDENCED_BY: 1,
  FUNDED_BY: 1,
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
 * @throws RangeError when the links are too few to reach every node
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

type AddLink = (from: NodeId, kind: LinkKind, to: NodeId) => void;

function makeLinks(count: number, pools: Pools, random: Random, evidence: () => Evidence[]): DatasetLink[] {
  const links = new Map<string, DatasetLink>();
  const add: AddLink = (from, kind, to) => {
    const id = linkId(from, kind, to);
    if (from === to || links.has(id)) return;
    const since = 2010 + random.below(15);
    links.set(id, { from, kind, to, ...(random.next() < 0.3 && { properties: { since } }), evidence: evidence() });
  };
  for (const [from, to] of themeTree(pools.theme.all)) add(from, "BROADER", to);
  everythingHasATheme(pools, random, add);
  if (links.size > count) throw new RangeError(`${count} links are too few to reach every node; it takes ${links.size}`);
  const kinds = linkKindNames.flatMap((kind) => (kind === "BROADER" ? [] : new Array<LinkKind>(linkShares[kind]).fill(kind)));
  while (links.size < count) addOne(random.pick(kinds), pools, random, add);
  return [...links.values()];
}

/** Each theme but the first ones with a broader one, six to a branch. */
function themeTree(themes: readonly NodeId[]): (readonly [NodeId, NodeId])[] {
  return themes.slice(themesPerBranch).map((theme, number) => [theme, themes[Math.floor(number / themesPerBranch)] as NodeId]);
}

function everythingHasATheme(pools: Pools, random: Random, add: AddLink): void {
  for (const kind of nodeKindNames)
    if (kind !== "theme") for (const id of pools[kind].all) add(id, "ABOUT", random.pickOften(pools.theme.all));
}

function addOne(kind: LinkKind, pools: Pools, random: Random, add: AddLink): void {
  const [fromKind, toKind] = random.pick<readonly [NodeKind, NodeKind]>(linkKinds[kind].ends);
  const region = random.below(regions);
  const near = random.next() < 0.6;
  const within = (pool: Pool) => (near && pool.byRegion[region]?.length ? pool.byRegion[region] : pool.all);
  add(random.pick(within(pools[fromKind])), kind, random.pickOften(within(pools[toKind])));
}
