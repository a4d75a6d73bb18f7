import { textOfValue } from "../values/text.ts";
import { isList, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";
import { any, type FunctionKind, integerIn, known, textIn, wrong } from "./kinds.ts";

const ofText = (name: string, work: (text: string) => Value): [string, FunctionKind] => [
  name,
  known([1, 1], ([value]) => work(textIn(name, value))),
];

/** White space at the ends, or the letters that are named. */
function trimmed(name: string, sides: "start" | "end" | "both"): [string, FunctionKind] {
  return [
    name,
    known([1, 2], ([value, letters]) => {
      const text = textIn(name, value);
      if (letters === undefined) return sides === "start" ? text.trimStart() : sides === "end" ? text.trimEnd() : text.trim();
      const away = new Set(textIn(name, letters));
      let characters = [...text];
      if (sides !== "end") characters = characters.slice(firstOther(characters, away));
      if (sides !== "start") characters = characters.slice(0, characters.length - firstOther([...characters].reverse(), away));
      return characters.join("");
    }),
  ];
}

function firstOther(characters: readonly string[], away: ReadonlySet<string>): number {
  const at = characters.findIndex((character) => !away.has(character));
  return at < 0 ? characters.length : at;
}

const least = (name: string, amount: number): number => {
  if (amount < 0) throw new WrongValue(`${name}() cannot take a number below zero`);
  return amount;
};

function written(value: Value, strict: boolean): Value {
  return textOfValue(value) ?? (strict ? wrong("toString", value) : null);
}

function split(values: readonly Value[]): Value {
  const [value, by] = values;
  const text = textIn("split", value);
  const separators = isList(by ?? null) ? (by as readonly Value[]).map((one) => textIn("split", one)) : [textIn("split", by)];
  if (text === "") return [""];
  if (separators.includes("")) return [...text];
  return separators.reduce<string[]>((parts, separator) => parts.flatMap((part) => part.split(separator)), [text]);
}

export const textFunctions: Readonly<Record<string, FunctionKind>> = {
  ...Object.fromEntries([
    ofText("toUpper", (text) => text.toUpperCase()),
    ofText("upper", (text) => text.toUpperCase()),
    ofText("toLower", (text) => text.toLowerCase()),
    ofText("lower", (text) => text.toLowerCase()),
    ofText("char_length", (text) => BigInt([...text].length)),
    ofText("character_length", (text) => BigInt([...text].length)),
    trimmed("trim", "both"),
    trimmed("btrim", "both"),
    trimmed("ltrim", "start"),
    trimmed("rtrim", "end"),
  ]),
  replace: known([3, 3], ([text, search, by]) => {
    const [whole, from, to] = [textIn("replace", text), textIn("replace", search), textIn("replace", by)];
    return from === "" ? `${to}${[...whole].map((letter) => letter + to).join("")}` : whole.split(from).join(to);
  }),
  split: known([2, 2], split),
  isNormalized: known([1, 2], ([text = null, form = "NFC"]) =>
    typeof text === "string" ? text.normalize(textIn("normalize", form)) === text : null,
  ),
  normalize: known([1, 2], ([text, form = "NFC"]) => textIn("normalize", text).normalize(textIn("normalize", form))),
  substring: known([2, 3], ([value, start, length]) => {
    const letters = [...textIn("substring", value)];
    const from = least("substring", integerIn("substring", start));
    const to = length === undefined ? undefined : from + least("substring", integerIn("substring", length));
    return letters.slice(from, to).join("");
  }),
  left: known([2, 2], ([text, length]) => [...textIn("left", text)].slice(0, least("left", integerIn("left", length))).join("")),
  right: known([2, 2], ([value, length]) => {
    const letters = [...textIn("right", value)];
    return letters.slice(Math.max(0, letters.length - least("right", integerIn("right", length)))).join("");
  }),
  toString: known([1, 1], ([value = null]) => written(value, true)),
  toStringOrNull: known([1, 1], ([value = null]) => written(value, false)),
  toStringList: known([1, 1], ([list = null]) =>
    isList(list) ? list.map((value) => (value === null ? null : written(value, false))) : wrong("toStringList", list),
  ),
  randomUUID: any(0, 0, () => crypto.randomUUID()),
};
