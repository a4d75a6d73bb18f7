/** Makes a value once for each object and holds it for as long as that object lives. */
export const oncePer = <Owner extends object, Value>(make: (owner: Owner) => Value): ((owner: Owner) => Value) =>
  onceIn(new WeakMap<Owner, Made<Value>>(), make);

/** The same for each key: a value is made once, and held for as long as the function is that gives it. */
export const oncePerKey = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) =>
  onceIn(new Map<Key, Made<Value>>(), make);

/** What was made, in an object of its own, since it may be undefined. */
interface Made<Value> {
  readonly value: Value;
}

interface Place<Key, Value> {
  get(key: Key): Made<Value> | undefined;
  set(key: Key, made: Made<Value>): unknown;
}

function onceIn<Key, Value>(place: Place<Key, Value>, make: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    const known = place.get(key);
    if (known) return known.value;
    const value = make(key);
    place.set(key, { value });
    return value;
  };
}
