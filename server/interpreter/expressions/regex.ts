import { WrongValue } from "../values/wrong-value.ts";

const made = new Map<string, RegExp>();
const mostMade = 1_000;

/** A regular expression that must fit the whole of a text, as Java's would. @throws WrongValue when it is none, or may differ */
export function regexOf(text: string): RegExp {
  const known = made.get(text);
  if (known) return known;
  if (made.size > mostMade) made.clear();
  const regex = compiled(text);
  made.set(text, regex);
  return regex;
}

function compiled(text: string): RegExp {
  const [opening = "", letters = ""] = /^\(\?([a-z]+)\)/.exec(text) ?? [];
  const unknown = [...letters].find((letter) => !"ismu".includes(letter));
  if (unknown) throw new WrongValue(`The flag ${unknown} of a regular expression is not known here`);
  const body = text.slice(opening.length);
  const strange = /\(\?[a-z-]+[:)]|[*+?}]\+|\\[QEGAZzRXhHvVN]|&&|\[[^\]]*\[/.exec(body.replaceAll(/\\\\/g, ""));
  if (strange) throw new WrongValue(`${strange[0]} in a regular expression means something else on each engine`);
  const ignoresCase = letters.includes("i");
  const source = ignoresCase && !letters.includes("u") ? eitherCase(body) : body;
  const flags = `u${letters.includes("s") ? "s" : ""}${letters.includes("m") ? "m" : ""}`;
  try {
    return new RegExp(`^(?:${source})$`, ignoresCase && letters.includes("u") ? `${flags}i` : flags);
  } catch {
    throw new WrongValue("This is not a regular expression");
  }
}

/** (?i) is about the letters from a to z alone: é is not É for it. */
function eitherCase(source: string): string {
  let inClass = false;
  return source.replaceAll(/\\(?:p\{[^}]*\}|P\{[^}]*\}|x..|k<[^>]*>|[\s\S])|([a-z])-([a-z])|[[\]a-z]/gi, (found, first, last) => {
    if (found.startsWith("\\")) return found;
    if (found === "[" || found === "]") {
      inClass = found === "[";
      return found;
    }
    if (first !== undefined && inClass) {
      const range = `${first}-${last}`;
      return range.toLowerCase() === range || range.toUpperCase() === range
        ? `${range.toLowerCase()}${range.toUpperCase()}`
        : range;
    }
    const both = (text: string) =>
      text.replaceAll(/[a-z]/gi, (letter) =>
        inClass ? letter.toLowerCase() + letter.toUpperCase() : `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
      );
    return both(found);
  });
}
