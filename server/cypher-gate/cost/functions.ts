import { largest, list, number, property, type Size, text } from "../given/size.ts";

type Rule = (first: Size, second: Size, third: Size) => Size;

const asLarge: Rule = (first) => first;
const read: Rule = () => ({ ...property, kind: "list" });

const rules: Readonly<Record<string, Rule>> = {
  replace: (first, _, third) => ({ ...first, most: first.most * Math.max(1, third.most) }),
  split: (first) => list(first.most, text(first.most), first.made),
  ...named("tostring tostringornull", (first) => text(Math.max(first.most, 30), first.made)),
  randomuuid: () => text(36),
  tostringlist: (first) => list(first.most, text(Math.max(first.each, 30)), first.made),
  ...named("tointegerlist tofloatlist tobooleanlist", (first) => list(first.most, number, first.made)),
  nullif: asLarge,
  ...named("min max tail reverse left right substring toupper tolower upper lower ltrim rtrim btrim", asLarge),
  ...named("keys labels nodes relationships properties", read),
  ...named("startnode endnode type", () => property),
};

function named(names: string, rule: Rule): Record<string, Rule> {
  return Object.fromEntries(names.split(" ").map((name) => [name, rule]));
}

/** How large the value of a function can be; those that are not named give a number, a moment or a truth. */
export function sizeOfCall(name: string, given: readonly Size[]): Size {
  if (name === "coalesce") return largest(given);
  const [first = number, second = number, third = number] = given;
  return rules[name]?.(first, second, third) ?? number;
}
