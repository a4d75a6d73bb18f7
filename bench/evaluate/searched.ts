import type { Synonyms } from "../../model/dataset.ts";
import type { Language, NodeId } from "../../model/graph.ts";
import { allAtOnce } from "../../server/analysis/graph/steps.ts";
import { bestNodes } from "../../server/analysis/text/best-nodes.ts";
import { type IndexedQuestion, matchQuestionsInSteps } from "../../server/analysis/text/match-questions.ts";
import { type AnalysedQuery, analyseQuery } from "../../server/analysis/text/query.ts";
import type { NodeTexts } from "../../server/analysis/text/vocabulary.ts";
import { WordIndexBuilder } from "../../server/analysis/text/word-index.ts";

/** More than anything is asked for. */
const all = 300;

/** Nodes as the server searches and matches them. */
export class Searched {
  readonly #nodes: readonly NodeTexts[];
  readonly #words: ReturnType<typeof indexed>;

  constructor(nodes: readonly NodeTexts[], synonyms: Synonyms) {
    this.#nodes = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#words = indexed(this.#nodes, synonyms);
  }

  /** The nodes that fit, best first. @param counts which may be among them */
  search(text: string, counts: (node: NodeTexts) => boolean = () => true): NodeId[] {
    const { nodes } = allAtOnce(bestNodes(this.#analysed(text), this.#words.index, all, (at) => counts(this.#at(at))));
    return nodes.map(({ node }) => this.#at(node).id);
  }

  /** Nodes as something to match a text with. */
  questions(questions: readonly NodeTexts[], themesOf: (id: NodeId) => readonly NodeTexts[]): IndexedQuestion[] {
    const positions = new Map(this.#nodes.map(({ id }, position) => [id, position]));
    const at = ({ id }: NodeTexts) => positions.get(id) ?? [];
    return [...questions]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((one) => [at(one)].flat().map((node) => ({ id: one.id, node, themes: themesOf(one.id).flatMap(at) })));
  }

  match(text: string, questions: readonly IndexedQuestion[], language: Language, limit: number): NodeId[] {
    const found = matchQuestionsInSteps(this.#analysed(text), questions, this.#words.index, language, limit);
    return allAtOnce(found).map(({ id }) => id);
  }

  #analysed(text: string): AnalysedQuery {
    return analyseQuery(text, this.#words.vocabulary);
  }

  #at(position: number): NodeTexts {
    const node = this.#nodes[position];
    if (!node) throw new RangeError(`No node ${position}`);
    return node;
  }
}

function indexed(nodes: readonly NodeTexts[], synonyms: Synonyms) {
  const builder = new WordIndexBuilder();
  for (const node of nodes) builder.add(node);
  return allAtOnce(builder.finishInSteps(synonyms));
}
