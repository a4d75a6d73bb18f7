import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { NodeSummary, Text } from "./graph.ts";
import { route } from "./route.ts";

/** Why a question fits one's own words: a word found as typed, by its stem, inside a compound, by a synonym, or a theme. */
export const MatchReason = z.object({
  how: z.enum(["word", "stem", "part", "synonym", "spelling", "theme"]),
  /** In the user's text. */
  said: z.string(),
  /** In the question. */
  found: z.string(),
  amount: z.number(),
  sentence: Text,
});
export type MatchReason = z.infer<typeof MatchReason>;

export const matchRoute = route({
  method: "POST",
  url: "/api/questions/match",
  table: "matches",
  summary: "The questions most like one in your own words, why, who asks them, and what addresses them.",
  body: z.strictObject({
    text: z.string().trim().min(1).max(2_000),
    language: z.enum(["nl", "en"]).default("nl"),
    limit: z.number().int().min(1).max(50).default(10),
  }),
  response: z.object({
    matches: z.array(
      z.object({
        question: NodeSummary,
        /** The sum of the reasons' amounts. */
        score: z.number(),
        reasons: z.array(MatchReason),
        askedBy: z.array(NodeSummary),
        addressedBy: z.array(NodeSummary),
      }),
    ),
    datasetVersion: DatasetVersion,
  }),
});
export type MatchAnswer = z.infer<typeof matchRoute.response>;
