/** The functions that a pattern may call. Any other is refused. */

/** A function as its manual spells it, and how many values it takes. */
export interface KnownFunction {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** Functions that only look at their values, by their names in lower case. */
const functions: Readonly<Record<string, KnownFunction>> = {
  ...takes([1, 1], "count sum avg min max collect stDev stDevP"),
  ...takes([2, 2], "percentileCont percentileDisc"),
  ...takes(
    [1, 1],
    "abs ceil floor sign sqrt exp log log10 sin cos tan cot asin acos atan sinh cosh tanh coth degrees radians haversin isNaN",
  ),
  ...takes([1, 3], "round"),
  ...takes([0, 0], "pi e rand randomUUID timestamp"),
  ...takes([2, 2], "atan2"),
  ...takes([1, 1], "toUpper toLower upper lower reverse size isEmpty char_length character_length"),
  ...takes([1, 2], "ltrim rtrim btrim"),
  ...takes([1, 1], "toString toInteger toFloat toBoolean toStringOrNull toIntegerOrNull toFloatOrNull toBooleanOrNull"),
  ...takes([1, 1], "toStringList toIntegerList toFloatList toBooleanList"),
  ...takes([2, 2], "left right split nullIf"),
  ...takes([3, 3], "replace"),
  ...takes([2, 3], "substring range"),
  ...takes([1, 100], "coalesce"),
  ...takes([1, 1], "head last tail keys properties labels type length nodes relationships startNode endNode"),
  ...moments("date datetime localdatetime time localtime"),
  ...takes([1, 1], "duration datetime.fromEpochMillis"),
  ...takes([2, 2], "duration.between duration.inMonths duration.inDays duration.inSeconds datetime.fromEpoch"),
};

/** @param name in lower case */
export const knownFunction = (name: string): KnownFunction | undefined =>
  Object.hasOwn(functions, name) ? functions[name] : undefined;

/** The functions of a kind of moment: what it is made of, what it is now, and cut down to a unit. */
function moments(names: string): Record<string, KnownFunction> {
  return Object.assign(
    {},
    ...names.split(" ").map((name) => ({
      ...takes([0, 1], `${name} ${name}.transaction ${name}.statement ${name}.realtime`),
      ...takes([1, 3], `${name}.truncate`),
    })),
  );
}

function takes([least, most]: readonly [number, number], names: string): Record<string, KnownFunction> {
  return Object.fromEntries(names.split(" ").map((name) => [name.toLowerCase(), { name, least, most }]));
}
