import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { NodeSummary, Text } from "./graph.ts";
import { route } from "./route.ts";

/** One column of the gap board. */
export const Gap = z.object({
  name: z.enum(["unanswered-questions", "unused-products", "themes-at-one", "without-peers"]),
  title: Text,
  explanation: Text,
  items: z.array(z.object({ node: NodeSummary, sentence: Text })),
});
export type Gap = z.infer<typeof Gap>;

export const gapsRoute = route({
  method: "GET",
  url: "/api/gaps",
  table: "gaps",
  summary: "What is missing: unanswered questions, unused products, themes at one institution, institutions without peers.",
  response: z.object({ gaps: z.array(Gap), datasetVersion: DatasetVersion }),
});
