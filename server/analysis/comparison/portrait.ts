import type { LinkKind, NodeKind } from "../../../model/kinds.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { InstitutionIndex, LinkIndex, NodeIndex } from "../graph/indices.ts";
import { carriersOf, holdingsOf, lastLink } from "../profile/chains.ts";
import { institutionsTiedTo } from "../profile/profiles.ts";
import type { Chain, Profiles } from "../profile/types.ts";

/** The kinds of link by which an institution is tied to a product, space, network or outcome. */
const holdingLinks = ["MADE", "USED_AT", "HOSTS", "PARTICIPATES_IN", "RESULTED_IN"] as const;
export type HoldingLink = (typeof holdingLinks)[number];

/** A product, space, network or outcome of an institution. */
export interface HoldingLine {
  readonly about: "holding";
  readonly node: NodeIndex;
  readonly by: HoldingLink;
  /** The chain that says most. */
  readonly chain: Chain;
  /** Of all chains, each link once. */
  readonly links: readonly LinkIndex[];
}

/** An outcome of something that an institution takes part in, uses or made. */
export interface OutcomeOfHoldingLine {
  readonly about: "outcome of a holding";
  /** The outcome. */
  readonly node: NodeIndex;
  readonly holding: NodeIndex;
  readonly links: readonly LinkIndex[];
}

/** A question that an institution asks. */
export interface QuestionLine {
  readonly about: "question";
  readonly node: NodeIndex;
  /** The chain that says most. */
  readonly chain: Chain;
  /** Institutions that ask the same, also through their teams. */
  readonly alsoAskedBy: readonly InstitutionIndex[];
  readonly links: readonly LinkIndex[];
}

/** Something that an institution arrived at, and the first theme that it is about. */
export type OutcomeLine = (HoldingLine | OutcomeOfHoldingLine) & { readonly theme?: NodeIndex };

/** How many things of each sort are known of an institution. */
export interface PortraitCounts {
  readonly questions: number;
  readonly teams: number;
  readonly productsMade: number;
  /** Those that it did not make. */
  readonly productsUsed: number;
  readonly spaces: number;
  readonly networks: number;
  readonly outcomes: number;
}

/** Kinds of which a portrait says that nothing is known. */
const kindsToKnow = ["question", "product", "space", "network"] as const satisfies readonly NodeKind[];

/** Something that is not known of an institution. */
export type Unknown =
  | { readonly about: "kind"; readonly kind: (typeof kindsToKnow)[number] }
  /** Outcomes, where those of what it takes part in are known or not. */
  | { readonly about: "outcomes"; readonly othersKnown: boolean }
  /** How many of its questions nothing is known to help with. */
  | { readonly about: "answers"; readonly unanswered: number; readonly questions: number };

/** What is known of an institution, seen in three ways, and what is unknown. */
export interface InstitutionPortrait {
  readonly institution: InstitutionIndex;
  /** Institutions that are part of it. */
  readonly parts: readonly NodeIndex[];
  readonly counts: PortraitCounts;
  /** The most alike first. */
  readonly mostAlike: readonly InstitutionIndex[];
  /** Products, then spaces, then networks, each by node. */
  readonly proud: readonly HoldingLine[];
  /** Its own outcomes, then those of what it took part in, each once. */
  readonly yielded: readonly OutcomeLine[];
  readonly ranInto: readonly QuestionLine[];
  readonly unknown: readonly Unknown[];
}

/** A thing that an institution is tied to, with the chains that say so. */
interface Holding {
  readonly node: NodeIndex;
  /** The one that says most. */
  readonly chain: Chain;
  readonly chains: readonly Chain[];
}

/** @param mostAlike the institutions that are most alike, the most alike first, or none */
export function portraitOf(
  profiles: Profiles,
  institution: InstitutionIndex,
  mostAlike: readonly InstitutionIndex[],
): InstitutionPortrait {
  const { graph } = profiles;
  const node = profiles.institutions.at(institution);
  const holdings = new Holdings(graph, node);
  const yielded = outcomesOf(profiles, holdings);
  return {
    institution,
    parts: graph.origins(node, "PART_OF").filter((part) => graph.node(part).kind === "institution"),
    counts: countsOf(graph, node, holdings),
    mostAlike,
    proud: (["product", "space", "network"] as const).flatMap((kind) =>
      holdings.byNode(kind).map((holding) => holdingLine(graph, holding)),
    ),
    yielded,
    ranInto: holdings.ofKind("question").map((holding) => questionLine(profiles, institution, holding)),
    unknown: unknownOf(graph, holdings, yielded.length > 0),
  };
}

/** What an institution is tied to. */
class Holdings {
  readonly #graph: GraphIndex;
  readonly #all: readonly Holding[];

  constructor(graph: GraphIndex, institution: NodeIndex) {
    const chainsTo = new Map<NodeIndex, [Chain, ...Chain[]]>();
    for (const chain of holdingsOf(graph, institution)) {
      const known = chainsTo.get(chain.node);
      if (known) known.push(chain);
      else chainsTo.set(chain.node, [chain]);
    }
    this.#graph = graph;
    this.#all = [...chainsTo].map(([node, chains]) => ({ node, chains, chain: mostTelling(graph, chains) }));
  }

  /** In the order in which the links say so. */
  ofKind(kind: NodeKind): Holding[] {
    return this.#all.filter(({ node }) => this.#graph.node(node).kind === kind);
  }

  byNode(kind: NodeKind): Holding[] {
    return this.ofKind(kind).sort((a, b) => a.node - b.node);
  }
}

/** Making or asking something says more of an institution than using it or taking part in it. */
const ownLinks: ReadonlySet<LinkKind> = new Set(["MADE", "HOSTS", "RESULTED_IN", "ASKS"]);

/** The chain that says most: its own before others', then the one with fewest derived links, then the shortest, then the first. */
function mostTelling(graph: GraphIndex, [first, ...others]: readonly [Chain, ...Chain[]]): Chain {
  const isOwn = (chain: Chain) => ownLinks.has(graph.kindOf(lastLink(chain)));
  const derived = ({ links }: Chain) => links.filter((link) => graph.isDerived(link)).length;
  const saysMore = (one: Chain, other: Chain) =>
    Number(isOwn(one)) - Number(isOwn(other)) || derived(other) - derived(one) || other.links.length - one.links.length;
  return others.reduce((best, chain) => (saysMore(chain, best) > 0 ? chain : best), first);
}

const linksOn = ({ chains }: Holding): LinkIndex[] => [...new Set(chains.flatMap(({ links }) => links))];

const holdingLine = (graph: GraphIndex, holding: Holding): HoldingLine => ({
  about: "holding",
  node: holding.node,
  by: holdingLinkOf(graph, holding.chain),
  chain: holding.chain,
  links: linksOn(holding),
});

/** @throws RangeError for a chain that ends in another kind of link */
function holdingLinkOf(graph: GraphIndex, chain: Chain): HoldingLink {
  const kind = graph.kindOf(lastLink(chain));
  const found = holdingLinks.find((one) => one === kind);
  if (!found) throw new RangeError(`No line of a portrait for ${kind}`);
  return found;
}

function questionLine(profiles: Profiles, institution: InstitutionIndex, holding: Holding): QuestionLine {
  const { wholeOf } = profiles;
  const alsoAskedBy = institutionsTiedTo(profiles, "questions", holding.node).filter(
    (other) => wholeOf(other) === undefined && other !== institution && other !== wholeOf(institution),
  );
  return { about: "question", node: holding.node, chain: holding.chain, alsoAskedBy, links: linksOn(holding) };
}

function outcomesOf({ graph, themes }: Profiles, holdings: Holdings): OutcomeLine[] {
  const own = holdings.byNode("outcome").map((holding) => holdingLine(graph, holding));
  const seen = new Set(own.map(({ node }) => node));
  const further: OutcomeOfHoldingLine[] = [];
  for (const kind of ["network", "activity", "product"] as const) {
    for (const { node: holding, chain } of holdings.byNode(kind)) {
      for (const link of graph.out(holding, "RESULTED_IN")) {
        const node = graph.to.at(link);
        if (graph.node(node).kind !== "outcome" || seen.has(node)) continue;
        seen.add(node);
        further.push({ about: "outcome of a holding", node, holding, links: [...chain.links, link] });
      }
    }
  }
  return [...own, ...further].map((line) => {
    const [first] = themes(line.node);
    return first ? { ...line, theme: first.theme } : line;
  });
}

function countsOf(graph: GraphIndex, institution: NodeIndex, holdings: Holdings): PortraitCounts {
  const carriers = new Set(carriersOf(graph, institution).map(({ node }) => node));
  const products = holdings.ofKind("product");
  const made = products.filter(({ chains }) => chains.some((chain) => graph.kindOf(lastLink(chain)) === "MADE"));
  return {
    questions: holdings.ofKind("question").length,
    teams: [...carriers].filter((node) => graph.node(node).kind === "team").length,
    productsMade: made.length,
    productsUsed: products.length - made.length,
    spaces: holdings.ofKind("space").length,
    networks: holdings.ofKind("network").length,
    outcomes: holdings.ofKind("outcome").length,
  };
}

/** Of which kinds nothing is known, whether outcomes are known, and with how many questions nothing is known to help. */
function unknownOf(graph: GraphIndex, holdings: Holdings, othersKnown: boolean): Unknown[] {
  const unknown: Unknown[] = kindsToKnow
    .filter((kind) => holdings.ofKind(kind).length === 0)
    .map((kind) => ({ about: "kind", kind }));
  if (holdings.ofKind("outcome").length === 0) unknown.push({ about: "outcomes", othersKnown });
  const questions = holdings.ofKind("question");
  const unanswered = questions.filter(({ node }) => graph.into(node, "ADDRESSES").length === 0).length;
  if (unanswered > 0) unknown.push({ about: "answers", unanswered, questions: questions.length });
  return unknown;
}
