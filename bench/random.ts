/** Chance that is the same on every machine and in every run. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, `below`). */
  below(below: number): number;
  /** @throws RangeError when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item;
  /** One of the first more often than one of the last: position k about in proportion to 1 / (k + 1). */
  pickOften<Item>(items: readonly Item[]): Item;
  /** The same, but milder: the first of a thousand five times as often as by plain chance. */
  pickRather<Item>(items: readonly Item[]): Item;
}

/** mulberry32: small, fast, and good enough to draw a data set with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <Item>(items: readonly Item[], position: number): Item => {
    const item = items[position];
    if (item === undefined) throw new RangeError("Nothing to pick from");
    return item;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    // The inverse of the logarithm that the harmonic numbers follow.
    pickOften: (items) => at(items, Math.min(items.length - 1, Math.floor((items.length + 1) ** next() - 1))),
    pickRather: (items) => at(items, Math.floor(items.length * next() ** 1.3)),
  };
}
