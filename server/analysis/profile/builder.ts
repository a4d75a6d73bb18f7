import type { Aspect } from "../../../model/discovery.ts";
import { CompressedRows, Ranges } from "../graph/compressed-rows.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import { Column, type FeatureIndex, type InstitutionIndex, type LinkIndex, type NodeIndex } from "../graph/indices.ts";
import { type Chain, Features, featureKey, type StoredChains, type Ties } from "./types.ts";

/** Gathers features, ties and chains, institution by institution, and puts them into arrays. */
export class ProfileBuilder {
  readonly #graph: GraphIndex;
  readonly #indexOf = new Map<number, FeatureIndex>();
  readonly #features = { aspect: [] as Aspect[], node: [] as NodeIndex[] };
  readonly #ties = { starts: [0], feature: [] as FeatureIndex[], institution: [] as InstitutionIndex[] };
  readonly #chains = {
    starts: [0],
    via: [] as NodeIndex[],
    basis: [] as number[],
    contested: [] as number[],
    age: [] as number[],
    linkStarts: [0],
    links: [] as LinkIndex[],
  };

  constructor(graph: GraphIndex) {
    this.#graph = graph;
  }

  /** Adds the chains of one institution. To be called for each in the order of their indices. */
  add(institution: InstitutionIndex, chains: readonly Chain[]): void {
    const byFeature = new Map<FeatureIndex, Chain[]>();
    for (const chain of chains) {
      const feature = this.#featureOf(chain.aspect, chain.node);
      const group = byFeature.get(feature);
      if (group) group.push(chain);
      else byFeature.set(feature, [chain]);
    }
    for (const [feature, group] of [...byFeature].sort(([a], [b]) => a - b)) {
      this.#ties.feature.push(feature);
      this.#ties.institution.push(institution);
      for (const chain of group) this.#addChain(chain);
      this.#chains.starts.push(this.#chains.via.length);
    }
    this.#ties.starts.push(this.#ties.feature.length);
  }

  #featureOf(aspect: Aspect, node: NodeIndex): FeatureIndex {
    const key = featureKey(aspect, node);
    const known = this.#indexOf.get(key);
    if (known !== undefined) return known;
    const feature = this.#features.node.length as FeatureIndex;
    this.#indexOf.set(key, feature);
    this.#features.aspect.push(aspect);
    this.#features.node.push(node);
    return feature;
  }

  #addChain({ via, links, discounts }: Chain): void {
    this.#chains.via.push(via);
    this.#chains.basis.push(discounts.basis);
    this.#chains.contested.push(discounts.contested);
    this.#chains.age.push(discounts.age);
    this.#chains.links.push(...links);
    this.#chains.linkStarts.push(this.#chains.links.length);
  }

  finish(): { features: Features; ties: Ties; chains: StoredChains } {
    const { aspect, node } = this.#features;
    const { starts, feature, institution } = this.#ties;
    const chains = this.#chains;
    return {
      features: new Features(this.#graph, aspect, node, this.#indexOf),
      ties: {
        feature: new Column(Int32Array.from(feature)),
        institution: new Column(Int32Array.from(institution)),
        ofInstitution: new Ranges(Int32Array.from(starts)),
        toFeature: CompressedRows.byRow(feature, node.length),
      },
      chains: {
        ofTie: new Ranges(Int32Array.from(chains.starts)),
        via: new Column(Int32Array.from(chains.via)),
        basis: new Column(Float64Array.from(chains.basis)),
        contested: new Column(Float64Array.from(chains.contested)),
        age: new Column(Float64Array.from(chains.age)),
        links: new CompressedRows(Int32Array.from(chains.linkStarts), Int32Array.from(chains.links)),
      },
    };
  }
}
