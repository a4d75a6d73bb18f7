import { type LinkKind, mayJoin, type NodeKind, nodeKindNames } from "../../../model/kinds.ts";

/** Properties of items that hold words, and that a condition may name. */
export const textProperties = [
  "name",
  "description",
  "city",
  "sector",
  "status",
  "type",
  "role",
  "publisher",
  "licence",
] as const;
export type TextProperty = (typeof textProperties)[number];

/** Properties that hold a calendar year. */
export const yearProperties = ["year", "since", "until"] as const;
export type YearProperty = (typeof yearProperties)[number];

/** What must hold of an item or a link. */
export type Condition =
  /** It is one of these items, by id. */
  | { readonly about: "item"; readonly ids: readonly string[] }
  /** A property holds these words somewhere, whatever their capitals. */
  | { readonly about: "words"; readonly property: TextProperty; readonly words: string }
  /** A property is exactly this text. */
  | { readonly about: "text"; readonly property: TextProperty; readonly text: string }
  | { readonly about: "from" | "until"; readonly property: YearProperty; readonly year: number }
  | { readonly about: "basis"; readonly basis: "stated" | "derived" }
  /** It rests on this source, by id. */
  | { readonly about: "source"; readonly source: string }
  | { readonly about: "contested" };

/** An item of a pattern; without a kind, any item. */
export interface BuiltItem {
  readonly kind?: NodeKind;
  readonly conditions: readonly Condition[];
}

export type Direction = "out" | "in" | "either";

/** One step further: over a link to the next item. */
export interface BuiltStep {
  /** The item that it starts from: 0 is the first, 1 that of the first step, and so on. */
  readonly from: number;
  /** Without one, any link. */
  readonly link?: LinkKind;
  /** `out` leads from the item that it starts from. */
  readonly direction: Direction;
  /** The most links of this kind in a row, from 1. */
  readonly repeat: number;
  /** There must be none: nothing can start from its item. */
  readonly isAbsent: boolean;
  readonly linkConditions: readonly Condition[];
  readonly to: BuiltItem;
}

/** What the rows of a pattern are: each match in full, or for each item of `per` how many items of `of` go with it. */
export type Show = { readonly as: "matches" } | { readonly as: "counts"; readonly per: number; readonly of: number };

/** A pattern as it is built by clicking: an item, and steps from it. */
export interface Built {
  readonly first: BuiltItem;
  readonly steps: readonly BuiltStep[];
  readonly show: Show;
}

/** The most links in a row that a repeated step takes. */
export const mostRepeats = 5;

export const startWith = (kind: NodeKind | undefined): Built => ({
  first: { ...(kind && { kind }), conditions: [] },
  steps: [],
  show: { as: "matches" },
});

/** The items of a pattern, by index: that of step 0 is 1. */
export const itemsOf = ({ first, steps }: Built): readonly BuiltItem[] => [first, ...steps.map(({ to }) => to)];

/** Whether the item at an index is there in what is found. */
export const isFound = ({ steps }: Built, item: number): boolean => item === 0 || steps[item - 1]?.isAbsent === false;

/** With one step more. Those that must be absent stay last, as their conditions do in the text. */
export function withStep(built: Built, step: Partial<BuiltStep> & Pick<BuiltStep, "from">): Built {
  const whole: BuiltStep = {
    direction: "either",
    repeat: 1,
    isAbsent: false,
    linkConditions: [],
    to: { conditions: [] },
    ...step,
  };
  const present = built.steps.filter(({ isAbsent }) => !isAbsent);
  const absent = built.steps.filter(({ isAbsent }) => isAbsent);
  return { ...built, steps: whole.isAbsent ? [...present, ...absent, whole] : [...present, whole, ...absent] };
}

/** The pattern with another item, or another step, at an index. */
export function withItem(built: Built, index: number, change: (item: BuiltItem) => BuiltItem): Built {
  if (index === 0) return { ...built, first: change(built.first) };
  return withChangedStep(built, index - 1, (step) => ({ ...step, to: change(step.to) }));
}

export function withChangedStep(built: Built, index: number, change: (step: BuiltStep) => BuiltStep): Built {
  return { ...built, steps: built.steps.map((step, at) => (at === index ? change(step) : step)) };
}

/** Without a step, and without all that starts from its item. */
export function withoutStep(built: Built, index: number): Built {
  const gone = new Set([index + 1]);
  for (const [at, { from }] of built.steps.entries()) if (gone.has(from)) gone.add(at + 1);
  const left = [...Array(built.steps.length + 1).keys()].filter((item) => !gone.has(item));
  const steps = left.slice(1).flatMap((item) => built.steps[item - 1] ?? []);
  const renamed = steps.map((step) => ({ ...step, from: left.indexOf(step.from) }));
  const { show } = built;
  const isShown = show.as === "matches" || (!gone.has(show.per) && !gone.has(show.of));
  const counts = show.as === "counts" && { ...show, per: left.indexOf(show.per), of: left.indexOf(show.of) };
  return { ...built, steps: renamed, show: isShown && counts ? counts : { as: "matches" } };
}

/** Whether a link of a kind may lead between items of these kinds that way; a kind left out may be any. */
export function mayLead(link: LinkKind, direction: Direction, from: NodeKind | undefined, to: NodeKind | undefined): boolean {
  const [starts, ends] = [from ? [from] : nodeKindNames, to ? [to] : nodeKindNames];
  const joins = (one: readonly NodeKind[], other: readonly NodeKind[]) =>
    one.some((start) => other.some((end) => mayJoin(link, start, end)));
  return (direction !== "in" && joins(starts, ends)) || (direction !== "out" && joins(ends, starts));
}
