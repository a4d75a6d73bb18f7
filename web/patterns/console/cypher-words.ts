/** Words with which clauses and their parts begin, as they are written. */
export const clauseWords = "MATCH,OPTIONAL MATCH,WHERE,WITH,UNWIND,CALL,UNION ALL,UNION,RETURN,ORDER BY,SKIP,OFFSET,LIMIT".split(
  ",",
);

/** Words within a clause. */
export const innerWords =
  "AND,OR,XOR,NOT,IN,AS,DISTINCT,CONTAINS,STARTS WITH,ENDS WITH,IS NULL,IS NOT NULL,DESC,ASC,CASE,WHEN,THEN,ELSE,END,EXISTS,COUNT,COLLECT,ALL,ANY,NONE,SINGLE,true,false,null".split(
    ",",
  );

/** Every function that a pattern may use, as it is written; what stands in the brackets is in the second text. */
export const functionWords: Readonly<Record<string, string>> = {
  ...each("x", "count sum avg min max collect stDev stDevP"),
  ...each("x, 0.5", "percentileCont percentileDisc"),
  ...each("link", "type startNode endNode"),
  ...each("item", "labels keys properties"),
  ...each("path", "nodes relationships length"),
  ...each("list", "size isEmpty head last tail reverse toStringList toIntegerList toFloatList toBooleanList"),
  ...each("from, to", "range"),
  ...each("x, y", "coalesce nullIf atan2"),
  ...each("text", "toUpper toLower trim btrim ltrim rtrim char_length"),
  ...each("text, n", "left right"),
  ...each("text, from", "substring"),
  ...each("text, by", "split"),
  ...each("text, this, by", "replace"),
  ...each("number", "abs ceil floor round sign sqrt exp log log10 sin cos tan cot asin acos atan sinh cosh tanh coth degrees"),
  ...each("number", "radians haversin isNaN"),
  ...each("", "pi e rand"),
  ...each("x", "toString toInteger toFloat toBoolean toStringOrNull toIntegerOrNull toFloatOrNull toBooleanOrNull"),
  ...each("text", "date datetime localdatetime time localtime duration"),
  ...each("unit, x", "date.truncate datetime.truncate localdatetime.truncate time.truncate localtime.truncate"),
  ...each("a, b", "duration.between duration.inMonths duration.inDays duration.inSeconds"),
};

function each(inside: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, inside]));
}
