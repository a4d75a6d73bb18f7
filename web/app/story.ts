import type { NodeId } from "../../model/graph.ts";

/** The network in which the five institutions of the story worked. */
export const storyNetwork = "network:owp-ict" as NodeId;

/** What the data set began with: five institutions and the three questions that they share. */
export const storyIds = [
  "institution:rijn-ijssel",
  "institution:graafschap-college",
  "institution:koning-willem-i-college",
  "institution:summa-college",
  "institution:mediacollege-amsterdam",
  "question:inbedding-gpl",
  "question:doorontwikkeling-producten",
  "question:inzet-ruimtes",
] as NodeId[];
