/** What each function of a pattern takes and gives. */

import type { Kind } from "./kinds.ts";
import * as k from "./kinds.ts";

/** What a function takes, the last of it as often as there are values, and what it gives for what it was given. */
export interface Signature {
  readonly takes: readonly Kind[];
  readonly gives: (given: readonly Kind[]) => Kind;
}

const {
  anything,
  anyList,
  decimal,
  duration,
  either,
  itemOf,
  link,
  listOf,
  map,
  moment,
  node,
  number,
  path,
  text,
  truth,
  whole,
} = k;

const sized = either(text, anyList);
const fromText = either(truth, number, text);
const told = either(fromText, moment, duration);

const momentNames = ["date", "datetime", "localdatetime", "time", "localtime"];
const clocks = ["transaction", "statement", "realtime"];

export const signatures: Readonly<Record<string, Signature>> = {
  ...named("count", [anything], whole),
  ...named("sum avg", [either(number, duration)], either(number, duration)),
  ...named("min max", [anything], asGiven),
  ...named("collect", [anything], ([item]) => listOf(item ?? anything)),
  ...named("stdev stdevp", [number], decimal),
  ...named("percentiledisc", [number, number], number),
  ...named("percentilecont", [number, number], decimal),
  ...named("abs", [number], asGiven),
  ...named("sign", [number], whole),
  ...named(
    "ceil floor sqrt exp log log10 sin cos tan cot asin acos atan sinh cosh tanh coth degrees radians haversin",
    [number],
    decimal,
  ),
  ...named("atan2", [number, number], decimal),
  ...named("round", [number, whole, text], decimal),
  ...named("isnan", [number], truth),
  ...named("pi e rand", [], decimal),
  ...named("timestamp", [], whole),
  ...named("randomuuid", [], text),
  ...named("toupper tolower upper lower ltrim rtrim btrim", [text], text),
  ...named("reverse", [sized], asGiven),
  ...named("size", [sized], whole),
  ...named("char_length character_length", [text], whole),
  ...named("isempty", [either(text, anyList, map)], truth),
  ...named("length", [path], whole),
  ...named("tostring", [told], text),
  ...named("tointeger", [fromText], whole),
  ...named("tofloat", [either(number, text)], decimal),
  ...named("toboolean", [either(truth, whole, text)], truth),
  ...named("tostringornull", [anything], text),
  ...named("tointegerornull", [anything], whole),
  ...named("tofloatornull", [anything], decimal),
  ...named("tobooleanornull", [anything], truth),
  ...named("tostringlist", [anyList], listOf(text)),
  ...named("tointegerlist", [anyList], listOf(whole)),
  ...named("tofloatlist", [anyList], listOf(decimal)),
  ...named("tobooleanlist", [anyList], listOf(truth)),
  ...named("left right", [text, whole], text),
  ...named("split", [text, either(text, listOf(text))], listOf(text)),
  ...named("replace", [text, text, text], text),
  ...named("substring", [text, whole, whole], text),
  ...named("range", [whole, whole, whole], listOf(whole)),
  ...named("nullif", [anything, anything], asGiven),
  ...named("coalesce", [anything], (given) => either(...given)),
  ...named("head last", [anyList], ([list]) => itemOf(list ?? anyList)),
  ...named("tail", [anyList], asGiven),
  ...named("keys", [either(map, node, link)], listOf(text)),
  ...named("properties", [either(map, node, link)], map),
  ...named("labels", [node], listOf(text)),
  ...named("type", [link], text),
  ...named("nodes", [path], listOf(node)),
  ...named("relationships", [path], listOf(link)),
  ...named("startnode endnode", [link], node),
  ...named("date datetime localdatetime time localtime", [either(text, map, moment)], moment),
  ...named(momentNames.map((name) => `${name}.truncate`).join(" "), [text, moment, map], moment),
  ...named(momentNames.flatMap((name) => clocks.map((clock) => `${name}.${clock}`)).join(" "), [text], moment),
  ...named("datetime.fromepoch", [number, number], moment),
  ...named("datetime.fromepochmillis", [number], moment),
  ...named("duration.between duration.inmonths duration.indays duration.inseconds", [moment, moment], duration),
  ...named("duration", [either(text, map, duration)], duration),
};

function asGiven([first = anything]: readonly Kind[]): Kind {
  return first;
}

function named(names: string, takes: readonly Kind[], gives: Kind | Signature["gives"]): Record<string, Signature> {
  const signature = { takes, gives: typeof gives === "function" ? gives : () => gives };
  return Object.fromEntries(names.split(" ").map((name) => [name, signature]));
}
