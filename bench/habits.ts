import type { LinkKind, NodeKind } from "../model/kinds.ts";

/** How often a node of a kind has links of a kind, on average, and with what. */
export interface Habit {
  readonly kind: LinkKind;
  readonly each: NodeKind;
  /** The kind at the other end. */
  readonly other: NodeKind;
  /** Whether the link leads from each node to the other one, or from the other one to it. */
  readonly direction: "out" | "in";
  readonly mean: number;
}

const out = (kind: LinkKind, each: NodeKind, others: Partial<Record<NodeKind, number>>): Habit[] =>
  habits(kind, each, others, "out");
const into = (kind: LinkKind, each: NodeKind, others: Partial<Record<NodeKind, number>>): Habit[] =>
  habits(kind, each, others, "in");

function habits(kind: LinkKind, each: NodeKind, others: Partial<Record<NodeKind, number>>, direction: "out" | "in"): Habit[] {
  return Object.entries(others).map(([other, mean]) => ({ kind, each, other: other as NodeKind, direction, mean }));
}

const about: Partial<Record<NodeKind, number>> = {
  question: 1.8,
  product: 2.1,
  space: 2.3,
  activity: 2,
  network: 2.3,
  programme: 0.3,
  team: 2.1,
  outcome: 1.4,
  publication: 1.8,
  institution: 0.07,
};

/** The habits of the project's own data set: its counts by kind of link and of both ends, over the number of nodes. */
export const commonHabits: readonly Habit[] = [
  ...Object.entries(about).flatMap(([each, mean]) => out("ABOUT", each as NodeKind, { theme: mean })),
  ...into("ASKS", "question", { institution: 0.96, network: 0.47, team: 0.16 }),
  ...out("ADDRESSES", "product", { question: 0.71 }),
  ...out("ADDRESSES", "activity", { question: 0.14 }),
  ...into("MADE", "product", { institution: 0.52, team: 0.27, network: 0.18 }),
  ...into("MADE", "publication", { institution: 0.27 }),
  ...out("USED_AT", "product", { institution: 0.66, network: 0.16 }),
  ...out("USED_AT", "programme", { space: 0.41 }),
  ...out("USED_AT", "activity", { space: 0.24 }),
  ...into("HOSTS", "space", { institution: 0.9 }),
  ...into("PARTICIPATES_IN", "network", { institution: 2.9 }),
  ...into("PARTICIPATES_IN", "activity", { institution: 1.4, network: 0.86 }),
  ...into("PARTICIPATES_IN", "team", { institution: 0.4 }),
  ...out("PARTICIPATES_IN", "team", { network: 0.8, activity: 0.2 }),
  ...into("RESULTED_IN", "outcome", { network: 0.71, product: 0.17, team: 0.09 }),
  ...out("EVIDENCED_BY", "outcome", { publication: 0.6 }),
  ...out("DESCRIBES", "publication", { network: 0.77, product: 0.58, question: 0.5, institution: 0.31, theme: 0.12 }),
  ...out("FUNDED_BY", "network", { institution: 0.15 }),
];

/** What a node is part of is one thing at most: the share of the nodes that are part of something. */
export const partHabits: readonly Habit[] = [
  ...out("PART_OF", "programme", { institution: 1 }),
  ...out("PART_OF", "team", { institution: 0.4 }),
  ...out("PART_OF", "institution", { institution: 0.07 }),
  ...out("PART_OF", "network", { network: 0.1 }),
];
