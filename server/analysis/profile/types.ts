import { type Aspect, aspectNames } from "../../../model/discovery.ts";
import type { CompressedRows, Ranges } from "../graph/compressed-rows.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import {
  type ChainIndex,
  Column,
  type FeatureIndex,
  type InstitutionIndex,
  type LinkIndex,
  type NodeIndex,
  outOfRange,
  type TieIndex,
} from "../graph/indices.ts";
import type { Discounts } from "./discounts.ts";

/** A chain of links by which an institution is tied to a feature. */
export interface Chain {
  readonly aspect: Aspect;
  /** The node of the feature: a question, product, … or a theme of one. */
  readonly node: NodeIndex;
  /** For a theme, the question, product, … that is about it; else the node itself. */
  readonly via: NodeIndex;
  /** In order, from the institution. */
  readonly links: readonly LinkIndex[];
  readonly discounts: Discounts;
}

/** A theme that something is about, and the links that lead there. */
export interface ThemeChain {
  readonly theme: NodeIndex;
  readonly links: readonly LinkIndex[];
}

/** What institutions can share: an aspect and a node. One row for each `FeatureIndex`, in the order in which they were met. */
export class Features {
  readonly node: Column<FeatureIndex, NodeIndex>;
  readonly #aspect: Column<FeatureIndex>;
  readonly #isTheme: Column<FeatureIndex>;
  readonly #indexOf: ReadonlyMap<number, FeatureIndex>;

  /** @param indexOf the row of each feature by its `featureKey` */
  constructor(
    graph: GraphIndex,
    aspect: readonly Aspect[],
    node: readonly NodeIndex[],
    indexOf: ReadonlyMap<number, FeatureIndex>,
  ) {
    this.node = new Column(Int32Array.from(node));
    this.#aspect = new Column(Uint8Array.from(aspect, (one) => aspectNames.indexOf(one)));
    this.#isTheme = new Column(Uint8Array.from(node, (one) => (graph.node(one).kind === "theme" ? 1 : 0)));
    this.#indexOf = indexOf;
  }

  get length(): number {
    return this.node.length;
  }

  aspect(feature: FeatureIndex): Aspect {
    return aspectNames[this.#aspect.at(feature)] ?? outOfRange(feature, this.length);
  }

  isTheme(feature: FeatureIndex): boolean {
    return this.#isTheme.at(feature) === 1;
  }

  /** The feature of an aspect and a node; undefined when nobody is tied to it. */
  indexOf(aspect: Aspect, node: NodeIndex): FeatureIndex | undefined {
    return this.#indexOf.get(featureKey(aspect, node));
  }
}

/** One number for an aspect and a node. */
export const featureKey = (aspect: Aspect, node: NodeIndex): number => node * aspectNames.length + aspectNames.indexOf(aspect);

/** Institutions tied to features. Those of one institution stand together, in the order of their features. */
export interface Ties {
  readonly feature: Column<TieIndex, FeatureIndex>;
  readonly institution: Column<TieIndex, InstitutionIndex>;
  readonly ofInstitution: Ranges<InstitutionIndex, TieIndex>;
  /** In the order of the institutions. */
  readonly toFeature: CompressedRows<FeatureIndex, TieIndex>;
}

/** The chains behind each tie: what each goes by, its links, and its discounts. Closeness is 1 for all of them. */
export interface StoredChains {
  readonly ofTie: Ranges<TieIndex, ChainIndex>;
  readonly via: Column<ChainIndex, NodeIndex>;
  readonly basis: Column<ChainIndex>;
  readonly contested: Column<ChainIndex>;
  readonly age: Column<ChainIndex>;
  readonly links: CompressedRows<ChainIndex, LinkIndex>;
}

/** How much each feature tells when two institutions share it, in [0, 1]; with rarity switched off, themes keep their depth. */
export interface Rarity {
  readonly on: Column<FeatureIndex>;
  readonly off: Column<FeatureIndex>;
}

/** What every institution is tied to, in arrays; read once for each state of the data. See docs/methods.md. */
export interface Profiles {
  readonly graph: GraphIndex;
  /** The node of each institution. */
  readonly institutions: Column<InstitutionIndex, NodeIndex>;
  readonly features: Features;
  readonly ties: Ties;
  readonly chains: StoredChains;
  /** The institution that one merged into or is part of; undefined when it stands alone. */
  readonly wholeOf: (institution: InstitutionIndex) => InstitutionIndex | undefined;
  /** Every theme that a node is about, broader ones too. */
  readonly themes: (node: NodeIndex) => readonly ThemeChain[];
  /** The themes above a theme. */
  readonly broader: (theme: NodeIndex) => ReadonlySet<NodeIndex>;
  readonly rarity: Rarity;
}
