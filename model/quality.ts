import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { Text } from "./graph.ts";
import { route } from "./route.ts";

/** From how many years on a link is old, when nobody has found since that it still holds. */
export const oldAfterYears = 5;
/** From how many facts on it matters that they rest on one source alone. */
export const leastFactsAlone = 5;

/** What can be better, in the order in which it is told. */
export const qualityLists = ["unstated", "questionsAlone", "institutionsSilent", "oldLinks", "loneSources", "alike"] as const;
export type QualityList = (typeof qualityLists)[number];

export const QualityRow = z.object({
  /** Of an item, a link or a source. */
  id: z.string(),
  name: Text,
  /** What an item may be the same as. */
  other: z.object({ id: z.string(), name: Text }).optional(),
  /** How many facts rest on a source alone. */
  count: z.number().int().optional(),
  /** The last year that is known of a link. */
  year: z.number().int().optional(),
});
export type QualityRow = z.infer<typeof QualityRow>;

const List = z.object({ count: z.number().int().min(0), rows: z.array(QualityRow) });

export const qualityRoute = route({
  method: "GET",
  url: "/api/quality",
  summary:
    "What editors can make better: items that no source states, questions without an institution, institutions without a question, old links, sources that many facts rest on alone, and items that may be the same.",
  needs: "editor",
  query: z.object({
    /** Rows of each list. */
    limit: z.coerce.number().int().min(1).max(1_000).default(50),
  }),
  response: z.object({
    datasetVersion: DatasetVersion,
    /** Items that no source states itself. */
    unstated: List,
    questionsAlone: List,
    institutionsSilent: List,
    /** The oldest first. */
    oldLinks: List,
    /** Those that most rests on first. */
    loneSources: List,
    /** Items of one kind with names that are alike. */
    alike: List,
  }),
});
export type Quality = z.infer<typeof qualityRoute.response>;
