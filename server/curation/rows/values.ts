import { fold } from "../../analysis/text/words.ts";

/** A text without blanks around it, and with one blank where there are several. Blanks that look like others are blanks, too. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u200b\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .trim();

/** A text that stands on one line. */
export const onOneLine = (text: string): string => tidy(text.replace(/\s+/g, " "));

/** By which names are compared: without case, accents, signs and blanks. */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What programs for spreadsheets write where a formula has no result. */
export const isErrorValue = (text: string): boolean =>
  /^#(?:n\/?[ab]|ref!|verw!|value!|waarde!|name\?|naam\?|div\/0!|deel\/0!|num!|getal!|null!|leeg!)$/i.test(text.trim());

/** The parts of a cell with several values: on lines of their own, or with a semicolon or an upright stroke between them. */
export function partsOf(cell: string): string[] {
  const parts = cell.split(/[;|\n\r]+/).map((part) => onOneLine(part.replace(/^\s*[-–•*·]\s+/, "")));
  return [...new Set(parts.filter((part) => part !== ""))];
}

/** The same, with commas between them when each part between two commas `isName`: commas also stand in names. */
export function namesOf(cell: string, isName: (text: string) => boolean): string[] {
  return partsOf(cell).flatMap((part) => {
    if (!part.includes(",")) return [part];
    const names = part
      .split(",")
      .map(onOneLine)
      .filter((name) => name !== "");
    return names.length > 1 && names.every(isName) ? names : [part];
  });
}

/** A year out of what people write for one: 2021, '21, 12-3-2021, maart 2021, 2021/2022 (its first). Undefined when there is none. */
export function yearOf(text: string): number | undefined {
  const plain = tidy(text);
  const short = /^['’‘](\d{2})$/.exec(plain);
  if (short) return 2000 + Number(short[1]);
  const years = plain.match(/(?<!\d)(?:18|19|20|21)\d{2}(?!\d)/g) ?? [];
  const [first, second] = [...new Set(years)].map(Number);
  if (first === undefined) return undefined;
  // A school year, and nothing else with two years in it, is the year that it begins in.
  if (second !== undefined && (second !== first + 1 || years.length > 2)) return undefined;
  return first;
}

const yes = new Set(["ja", "j", "yes", "y", "x", "waar", "true", "1", "v"]);
const no = new Set(["nee", "n", "no", "onwaar", "false", "0"]);

/** Yes or no; undefined for anything else. */
export function flagOf(text: string): boolean | undefined {
  const word = nameKey(text);
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

const stated = new Set([
  "stated",
  "staat in de bron",
  "letterlijk",
  "bron",
  "in bron",
  "in de bron",
  "ja",
  "uit de bron",
  "genoemd",
]);
const derived = new Set([
  "derived",
  "afgeleid",
  "eigen afleiding",
  "afgeleid uit de bron",
  "conclusie",
  "interpretatie",
  "eigen conclusie",
]);

export function basisOf(text: string): "stated" | "derived" | undefined {
  const word = nameKey(text);
  if (stated.has(word)) return "stated";
  return derived.has(word) ? "derived" : undefined;
}

/** The part of an id after its kind. */
export const slugOf = (name: string): string =>
  nameKey(name)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "") || "zonder-naam";

/** An address on the web that a cell holds, also without its beginning; undefined when it holds none. */
export function addressIn(text: string): string | undefined {
  const plain = onOneLine(text);
  const whole = /^www\.[^\s/]+\.\S+$/i.test(plain) ? `https://${plain}` : plain;
  return /^https?:\/\/[^\s]+\.[^\s]+$/i.test(whole) && URL.canParse(whole) ? whole : undefined;
}
