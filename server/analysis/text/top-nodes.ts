/** A node, by its position in an index, with its score. */
export interface ScoredNode {
  readonly node: number;
  readonly score: number;
}

/** Higher scores first, then the order of the index. */
export const byScore = (one: ScoredNode, other: ScoredNode): number => other.score - one.score || one.node - other.node;

/** The best of all nodes that are offered, so many at most: a heap with the worst on top, so that most offers cost one comparison. */
export class TopNodes {
  readonly #most: number;
  readonly #heap: ScoredNode[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** The worst of them, once there are as many as there may be. */
  get worst(): ScoredNode | undefined {
    return this.#heap.length < this.#most ? undefined : this.#heap[0];
  }

  offer(node: number, score: number): void {
    const { worst } = this;
    if (worst && (score < worst.score || (score === worst.score && node > worst.node))) return;
    if (worst) this.#sink({ node, score });
    else this.#rise({ node, score });
  }

  /** Best first. */
  sorted(): ScoredNode[] {
    return [...this.#heap].sort(byScore);
  }

  /** Puts one at the end, and moves it up past those that are better. */
  #rise(one: ScoredNode): void {
    let index = this.#heap.push(one) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (byScore(this.#heap[above]!, one) >= 0) break;
      this.#heap[index] = this.#heap[above]!;
      index = above;
    }
    this.#heap[index] = one;
  }

  /** Puts one in the place of the worst, and moves it down past those that are worse. */
  #sink(one: ScoredNode): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && byScore(heap[below + 1]!, heap[below]!) > 0) below++;
      if (byScore(heap[below]!, one) <= 0) break;
      heap[index] = heap[below]!;
      index = below;
    }
    heap[index] = one;
  }
}
