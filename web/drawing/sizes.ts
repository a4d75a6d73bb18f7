import type { NodeSummary } from "../../model/graph.ts";

/** The least and the most that a sign is drawn at, beside its plain size. */
const least = 0.8;
const most = 1.7;

/**
 * How large a node is drawn, beside the plain size of a sign: by all the links that it has in the data, so that nothing
 * changes its size while the drawing grows. It grows with the logarithm: a hub of a hundred links is twice a node of one.
 */
export const sizeOf = ({ degree }: Pick<NodeSummary, "degree">): number => Math.min(most, least + 0.125 * Math.log2(1 + degree));
