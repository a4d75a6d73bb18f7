/**
 * Many values as JSON in one stretch of bytes outside the heap, each read again when it is asked for. Hundreds of thousands of links
 * as objects take several times the memory, and every collection of garbage has to go past all of them.
 */
export class PackedJson<Value> {
  readonly #ends: number[] = [0];
  #bytes = Buffer.allocUnsafe(1 << 20);

  add(value: Value): void {
    const text = JSON.stringify(value);
    const end = this.#ends.at(-1) ?? 0;
    const most = end + 3 * text.length; // no character of a JavaScript string takes more than three bytes
    if (most > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes.subarray(0, end)], 2 * most);
    this.#ends.push(end + this.#bytes.write(text, end));
  }

  /** Gives each value by its position. Nothing can be added afterwards. */
  finish(): (position: number) => Value {
    const ends = Float64Array.from(this.#ends);
    const whole = Buffer.from(this.#bytes.subarray(0, ends.at(-1)));
    this.#bytes = Buffer.alloc(0);
    return (position) => {
      const [first, last] = [ends[position], ends[position + 1]];
      if (first === undefined || last === undefined) throw new RangeError(`No value ${position} among ${ends.length - 1}`);
      return JSON.parse(whole.toString("utf8", first, last)) as Value;
    };
  }
}

/** The same for values that are there already. */
export function packed<Value>(values: readonly Value[]): (position: number) => Value {
  const all = new PackedJson<Value>();
  for (const value of values) all.add(value);
  return all.finish();
}
