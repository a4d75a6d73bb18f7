import { Parts, serve } from "../process/serve.ts";
import { measuring, type Question } from "./measure.ts";
import { type ProjectionQuestion, projectedPairs, type SimilarQuestion, similarNodes } from "./pairs.ts";

/** Measures in a process of its own: it takes a core for seconds, and can be ended at any moment. */
serve(async (question: Question | SimilarQuestion | ProjectionQuestion) => {
  if ("measure" in question) return new Parts(measuring(question));
  return "similarTo" in question ? similarNodes(question) : projectedPairs(question);
});
