/** What a value can be, as far as a query shows before it runs. */

/** One bit for each kind. */
export const kinds = {
  Boolean: 1,
  Integer: 2,
  Float: 4,
  String: 8,
  List: 16,
  Map: 32,
  Node: 64,
  Relationship: 128,
  Path: 256,
  Temporal: 512,
  Duration: 1024,
} as const;

export interface Kind {
  /** The kinds that it can be, as bits. */
  readonly can: number;
  /** Of a list: what its items are. */
  readonly item?: Kind;
}

const all = 2047;

/** A property, a parameter or null: it fits anywhere. */
export const anything: Kind = { can: all };
export const truth: Kind = { can: kinds.Boolean };
export const whole: Kind = { can: kinds.Integer };
export const decimal: Kind = { can: kinds.Float };
export const number: Kind = { can: kinds.Integer | kinds.Float };
export const text: Kind = { can: kinds.String };
export const map: Kind = { can: kinds.Map };
export const node: Kind = { can: kinds.Node };
export const link: Kind = { can: kinds.Relationship };
export const path: Kind = { can: kinds.Path };
export const moment: Kind = { can: kinds.Temporal };
export const duration: Kind = { can: kinds.Duration };
export const listOf = (item: Kind): Kind => ({ can: kinds.List, item });
export const anyList: Kind = listOf(anything);

/** What a node or relationship can hold as a property. */
export const stored: Kind = { can: all & ~(kinds.Map | kinds.Node | kinds.Relationship | kinds.Path) };

/** What has properties. */
export const holder: Kind = {
  can: kinds.Map | kinds.Node | kinds.Relationship | kinds.Temporal | kinds.Duration,
};

export const either = (...some: readonly Kind[]): Kind =>
  some.reduce((one, other) => {
    const item = one.item && other.item ? either(one.item, other.item) : (one.item ?? other.item);
    return { can: one.can | other.can, ...(item && { item }) };
  });

/** What the items of a value are, when it is a list. */
export const itemOf = ({ item }: Kind): Kind => item ?? anything;

/** Whether a value of one kind can stand where another is expected; a whole number can be a decimal. */
export function fits(given: Kind, expected: Kind): boolean {
  const can = given.can | (given.can & kinds.Integer ? kinds.Float : 0);
  const common = can & expected.can;
  if (common === 0) return false;
  return common !== kinds.List || !given.item || !expected.item || fits(given.item, expected.item);
}

/** In the words of Cypher, as in `Integer or Float`. */
export function nameOf({ can, item }: Kind): string {
  if (can === all) return "any value";
  const names = Object.entries(kinds).flatMap(([name, bit]) => (can & bit ? [name] : []));
  const named = names.map((name) => (name === "List" && item && item.can !== all ? `List<${nameOf(item)}>` : name));
  const last = named.at(-1) ?? "";
  return named.length < 2 ? last : `${named.slice(0, -1).join(", ")} or ${last}`;
}
