import type { Aspect } from "../../../model/discovery.ts";
import { oncePerKey } from "../../cache/once-per.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import { type InstitutionIndex, type NodeIndex, outOfRange } from "../graph/indices.ts";
import type { Steps } from "../graph/steps.ts";
import { holdingsOf } from "../profile/chains.ts";
import type { Chain, Profiles } from "../profile/types.ts";

/** What can be learnt from: kinds of nodes, with the aspect that weighs each. */
export const offerKinds = { product: "products", space: "spaces", activity: "activities", outcome: "outcomes" } as const;
export type OfferKind = keyof typeof offerKinds;

const isOfferKind = (kind: string): kind is OfferKind => kind in offerKinds;

/** What kind of offer a node is. @throws RangeError for a node that cannot be one */
export function offerKindOf(graph: GraphIndex, offer: NodeIndex): OfferKind {
  const { kind } = graph.node(offer);
  if (!isOfferKind(kind)) throw new RangeError(`A ${kind} is no offer`);
  return kind;
}

/** The aspect that weighs an offer. @throws RangeError for a node that cannot be one */
export const aspectOfOffer = (graph: GraphIndex, offer: NodeIndex): Aspect => offerKinds[offerKindOf(graph, offer)];

/** An institution that made, hosts, ran, uses or found an offer, and the chains that say so. */
export interface Holder {
  readonly institution: InstitutionIndex;
  readonly chains: readonly Chain[];
}

type ChainsByNode = ReadonlyMap<NodeIndex, readonly Chain[]>;

/** Who asks what and who has what, for finding opportunities; read once for each state of the data. */
export interface Offers {
  /** The chains to each question that an institution asks, by question. */
  readonly asksOf: (institution: InstitutionIndex) => ChainsByNode;
  /** The chains to each thing that an institution has and others can learn from, by thing. */
  readonly hasOf: (institution: InstitutionIndex) => ChainsByNode;
  /** Who has a thing: institutions that stand alone, not those that merged into another. */
  readonly holders: ReadonlyMap<NodeIndex, readonly Holder[]>;
  /** The questions that a thing says it addresses. */
  readonly addressedBy: (thing: NodeIndex) => readonly NodeIndex[];
  /** The things that are about a theme or a narrower one, by index. */
  readonly about: ReadonlyMap<NodeIndex, readonly NodeIndex[]>;
  /** The themes that a node is about, broader ones too; each once, in the order of the chains that lead there. */
  readonly themesAt: (node: NodeIndex) => ReadonlySet<NodeIndex>;
  /** The themes of a node that tell anything, the most telling first, then by index. */
  readonly tellingThemes: (node: NodeIndex) => readonly NodeIndex[];
  /** How much a shared theme tells, in [0, 1], beyond its broader themes. */
  readonly tells: (theme: NodeIndex) => number;
}

function byNode(graph: GraphIndex, chains: readonly Chain[], fits: (kind: string) => boolean): Map<NodeIndex, Chain[]> {
  const found = new Map<NodeIndex, Chain[]>();
  for (const chain of chains) {
    if (!fits(graph.node(chain.node).kind)) continue;
    const group = found.get(chain.node);
    if (group) group.push(chain);
    else found.set(chain.node, [chain]);
  }
  return found;
}

/** Reads from the graph who asks and has what; a step is an institution. */
export function* offersInSteps({ graph, institutions, wholeOf, themes }: Profiles): Steps<Offers> {
  const asks: ChainsByNode[] = [];
  const has: ChainsByNode[] = [];
  const holders = new Map<NodeIndex, Holder[]>();
  for (const institution of institutions.rows()) {
    const holdings = holdingsOf(graph, institutions.at(institution));
    asks.push(byNode(graph, holdings, (kind) => kind === "question"));
    const things = byNode(graph, holdings, isOfferKind);
    has.push(things);
    if (wholeOf(institution) === undefined)
      for (const [thing, chains] of things) {
        const known = holders.get(thing);
        if (known) known.push({ institution, chains });
        else holders.set(thing, [{ institution, chains }]);
      }
    yield;
  }
  const eachOnce = (node: NodeIndex): ReadonlySet<NodeIndex> => new Set(themes(node).map(({ theme }) => theme));
  const themesAt = oncePerKey(eachOnce);
  const about = new Map<NodeIndex, NodeIndex[]>();
  for (const thing of [...holders.keys()].sort((a, b) => a - b))
    for (const theme of themesAt(thing)) {
      const known = about.get(theme);
      if (known) known.push(thing);
      else about.set(theme, [thing]);
    }
  yield;
  const tells = yield* themeInformation(graph, eachOnce); // of all nodes, of which most are never asked for again
  return {
    asksOf: (institution) => asks[institution] ?? outOfRange(institution, asks.length),
    hasOf: (institution) => has[institution] ?? outOfRange(institution, has.length),
    holders,
    addressedBy: oncePerKey((thing) => graph.targets(thing, "ADDRESSES")),
    about,
    themesAt,
    tellingThemes: oncePerKey((node) =>
      [...themesAt(node)].filter((theme) => tells(theme) > 0).sort((a, b) => tells(b) - tells(a) || a - b),
    ),
    tells,
  };
}

/** So many nodes are looked at in one step. */
const nodesInStep = 1_000;

/**
 * The information content of a theme by how many of all things are about it or about something narrower, 1 − ln n / ln N (Resnik
 * 1995, scaled as Seco, Veale & Hayes 2004 do), less that of the most telling broader theme: a chain of themes counts once.
 */
function* themeInformation(graph: GraphIndex, themesAt: Offers["themesAt"]): Steps<Offers["tells"]> {
  const counts = new Map<NodeIndex, number>();
  let total = 0;
  for (const node of graph.nodes()) {
    const here = themesAt(node);
    if (here.size > 0) total++;
    for (const theme of here) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    if (node % nodesInStep === 0) yield;
  }
  const content = (theme: NodeIndex) =>
    Math.max(0, 1 - Math.log(Math.max(1, counts.get(theme) ?? 1)) / Math.log(Math.max(2, total)));
  const beyondBroader = (theme: NodeIndex) =>
    Math.max(0, content(theme) - Math.max(0, ...graph.targets(theme, "BROADER").map(content)));
  // Asked for millions of times: a column is many times as fast as a map.
  const known = new Float64Array(graph.nodeCount).fill(Number.NaN);
  return (theme) => {
    const told = known[theme] ?? outOfRange(theme, known.length);
    if (!Number.isNaN(told)) return told;
    const tells = beyondBroader(theme);
    known[theme] = tells;
    return tells;
  };
}
