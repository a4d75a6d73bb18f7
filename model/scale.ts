import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { route } from "./route.ts";

const count = z.number().int().min(0);

/** What the points of any page can be compared with, whoever is looked at. */
export const scaleRoute = route({
  method: "GET",
  url: "/api/scale",
  summary: "The points of the strongest match in the whole network, with the standard weights: what points can be compared with.",
  response: z.object({
    /** Of two institutions that are alike. */
    peers: count,
    /** Of an opportunity. */
    opportunities: count,
    datasetVersion: DatasetVersion,
  }),
});
export type Scale = z.infer<typeof scaleRoute.response>;
