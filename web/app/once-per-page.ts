/** A read whose answer, by what is asked, counts for as long as the page is open; after a failure it is read again. */
export function oncePerPage<Asked, Value>(read: (asked: Asked) => Promise<Value>): (asked: Asked) => Promise<Value> {
  const reads = new Map<Asked, Promise<Value>>();
  return (asked) => {
    const before = reads.get(asked);
    if (before) return before;
    const value = read(asked);
    value.catch(() => reads.delete(asked));
    reads.set(asked, value);
    return value;
  };
}
