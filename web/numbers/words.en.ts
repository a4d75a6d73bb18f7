import type { nl } from "./words.nl.ts";

/** The English words of the numbers. */
export const en: typeof nl = {
  heading: "Who stands where in the network?",
  lead: "Each item gets a number for the place it has. Choose what you want to know. A number tells what we know of an item, not how good or important it is.",
  measure: "What do you want to know?",
  kind: "Within which kind?",
  allKinds: "All kinds",
  stated: "Only links that a source states",
  item: "Item",
  value: "Number",
  of: {
    everything: "Worked out on everything.",
    kinds: "Worked out on items of this kind and the links between them.",
    ids: "Worked out on the chosen items.",
  },
  counted: (nodes: string, links: string, leftOut: string) =>
    `${nodes} items and ${links} links; ${leftOut} links do not count, since there is one between the same two items already.`,
  estimate: (from: string) => `This is an estimate that sets out from ${from} items.`,
  method: "How is this worked out?",
  rule: "Links count in both directions. Several links between the same two items count as one. The API lets you choose otherwise.",
  items: (count: string) => `${count} items`,
  around: "around",
  alone: (count: string) => `And ${count} items or small groups that hang together with nothing else.`,
  measures: {
    degree: {
      name: "Connectors",
      means: "Items with most links.",
      method: "The number of other items that an item is linked to directly.",
    },
    betweenness: {
      name: "Bridge builders",
      means: "Items that connect others: many shortest ways lead through them.",
      method:
        "The share of all shortest ways between two other items that leads through this one, from 0 to 1 (betweenness, Brandes 2001).",
    },
    closeness: {
      name: "Near to everybody",
      means: "Items that reach all others in few steps.",
      method:
        "One divided by the mean distance, times the share of all items that is reached, from 0 to 1 (closeness, Wasserman and Faust 1994).",
    },
    pagerank: {
      name: "Named by who is named",
      means: "Items linked to items that have many links themselves.",
      method: "PageRank with damping 0.85. All numbers together are 1.",
    },
    core: {
      name: "In the thick of it",
      means: "Items in a circle in which everybody is linked to many others of that circle.",
      method: "The largest number k for which an item stands in a part where each item has k links (k-core).",
    },
    component: {
      name: "What hangs together",
      means: "Parts that are linked nowhere.",
      method: "Items belong together when there is a way between them, however long.",
    },
    community: {
      name: "Groups",
      means: "Items that are linked more to each other than to the rest. A group is called by the themes in the middle of it.",
      method: "The Louvain method (Blondel et al. 2008) without chance: the same data give the same groups.",
    },
  },
};
