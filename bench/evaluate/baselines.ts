import type { NodeId } from "../../model/graph.ts";
import type { NodeTexts } from "../../server/analysis/text/vocabulary.ts";

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Okapi BM25 (k1 = 1.2, b = 0.75) over all texts of a node, words as they stand: what a plain full-text index does. */
export function plainBm25(nodes: readonly NodeTexts[]): (query: string) => NodeId[] {
  const texts = nodes.map((node) =>
    words([node.name, node.nameEn, ...node.otherNames, node.description, node.descriptionEn].join(" ")),
  );
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const counts = texts.map((text) => {
    const count = new Map<string, number>();
    for (const word of text) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const nodesWith = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) nodesWith.set(word, (nodesWith.get(word) ?? 0) + 1);
  return (query) => {
    const asked = [...new Set(words(query))];
    const scored = nodes.map(({ id }, at) => {
      const size = texts[at]?.length ?? 0;
      const score = asked.reduce((sum, word) => {
        const often = counts[at]?.get(word) ?? 0;
        const n = nodesWith.get(word) ?? 0;
        const weight = Math.log(1 + (nodes.length - n + 0.5) / (n + 0.5));
        return sum + (weight * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * size) / length));
      }, 0);
      return { id, score };
    });
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  };
}
