/** What is known of how large a value can be. */

/** At most this much is made: items in one range, rows out of nothing, characters or items in one value, steps in all expressions. */
export const bounds = { range: 10_000, rows: 1_000_000, value: 10_000_000, steps: 20_000_000, loops: 4, nesting: 20 } as const;

/** Sizes that only the data decides are taken to be these: of a property or a path, and of what is collected from many rows. */
export const estimates = { property: 100, collected: 100_000 } as const;

/** What is known of a value. */
export interface Size {
  /** Items of a list, or characters of a text; 1 for a number. */
  readonly most: number;
  /** Everything in one item of the list. */
  readonly each: number;
  /** How deep lists and maps lie within it. */
  readonly nesting: number;
  readonly kind: "number" | "text" | "list" | "unknown";
  /** Made by the query, rather than read from the graph. */
  readonly made: boolean;
}

export const number: Size = { most: 1, each: 1, nesting: 0, kind: "number", made: true };
export const property: Size = { most: estimates.property, each: estimates.property, nesting: 1, kind: "unknown", made: false };
export const text = (length: number, made = true): Size => ({
  most: Math.max(1, length),
  each: 1,
  nesting: 0,
  kind: "text",
  made,
});
export const list = (most: number, item: Size, made: boolean): Size => ({
  most,
  each: volume(item),
  nesting: item.nesting + 1,
  kind: "list",
  made,
});

/** Everything in a value. What is read from the graph counts once, for it is not copied. */
export const volume = ({ most, each, kind, made }: Size): number => (kind === "list" && made ? most * Math.max(1, each) : most);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export const itemOf = (size: Size): Size =>
  size.kind === "list"
    ? {
        most: size.each,
        each: size.each,
        nesting: size.nesting - 1,
        kind: size.each === 1 && size.made ? "number" : "unknown",
        made: size.made,
      }
    : property;

export const listOf = (sizes: readonly Size[]): Size => ({
  most: Math.max(1, sizes.length),
  each: Math.max(1, ...sizes.map(volume)),
  nesting: 1 + Math.max(0, ...sizes.map(({ nesting }) => nesting)),
  kind: "list",
  made: true,
});

export function largest(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (one, other) => ({
      most: Math.max(one.most, other.most),
      each: Math.max(one.each, other.each),
      nesting: Math.max(one.nesting, other.nesting),
      kind: one.kind === other.kind ? one.kind : "unknown",
      made: one.made || other.made,
    }),
    sizes[0] ?? number,
  );
}

export function sizeOfValue(value: unknown, depth: number): Size {
  if (depth > bounds.nesting) return { ...property, nesting: depth };
  if (typeof value === "string") return text(value.length);
  if (typeof value !== "object" || value === null) return number;
  return listOf(Object.values(value).map((inside) => sizeOfValue(inside, depth + 1)));
}
