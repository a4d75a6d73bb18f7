/**
 * Many values as JSON in one stretch of bytes outside the heap, each read again when it is asked for. Hundreds of thousands of links
 * as objects take several times the memory, and every collection of garbage has to go past all of them.
 */
export function packed<Value>(values: readonly Value[]): (position: number) => Value {
  const ends = new Float64Array(values.length + 1);
  let bytes = Buffer.allocUnsafe(1 << 20);
  let end = 0;
  for (const [at, value] of values.entries()) {
    const text = JSON.stringify(value);
    const most = end + 3 * text.length; // no character of a JavaScript string takes more than three bytes
    if (most > bytes.length) bytes = Buffer.concat([bytes.subarray(0, end)], 2 * most);
    end += bytes.write(text, end);
    ends[at + 1] = end;
  }
  const whole = Buffer.from(bytes.subarray(0, end));
  return (position) => {
    const [first, last] = [ends[position], ends[position + 1]];
    if (first === undefined || last === undefined) throw new RangeError(`No value ${position} among ${values.length}`);
    return JSON.parse(whole.toString("utf8", first, last)) as Value;
  };
}
