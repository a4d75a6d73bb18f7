/** Paths of a plan from the parse tree. */
import type { LabelTest, LinkPattern, NodePattern, PathPattern } from "../../interpreter/plan.ts";
import { nameIn } from "../language/source.ts";
import type { Part } from "../language/syntax.ts";
import { after, allOfRule, hasWord, inner, type Making, notHere, ofRule, placeOf, variableIn } from "./parts.ts";

/** A `pattern` of MATCH, or the `pathPatternNonEmpty` of an expression. */
export function pathOf(part: Part, make: Making): PathPattern {
  const shortest = shortestIn(part);
  const element = elementOf(part, make);
  const nodes = allOfRule(element, "nodePattern").map((node) => nodeOf(node, make));
  const links = allOfRule(element, "relationshipPattern").map((link) => linkOf(link, element, make));
  if (nodes.length !== links.length + 1) return notHere(part, make);
  const name = part.rule === "pattern" ? variableIn(part) : undefined;
  return {
    ...(name !== undefined && { name }),
    ...(shortest && { shortest }),
    nodes,
    links,
    at: placeOf(part, make),
  };
}

function shortestIn(part: Part): "one" | "all" | undefined {
  const found = part.rule === "shortestPathPattern" ? part : ofRule(ofRule(part, "anonymousPattern"), "shortestPathPattern");
  if (!found) return undefined;
  return /^all/i.test(found.parts[0]?.text ?? "") ? "all" : "one";
}

/** What holds the nodes and links in turn. */
function elementOf(part: Part, make: Making): Part {
  if (part.rule === "pathPatternNonEmpty") return part;
  const anonymous = ofRule(part, "anonymousPattern");
  const shortest = part.rule === "shortestPathPattern" ? part : ofRule(anonymous, "shortestPathPattern");
  const element = ofRule(shortest ?? anonymous, "patternElement");
  const known = new Set(["nodePattern", "relationshipPattern", "quantifier"]);
  if (!element || ofRule(part, "selector") || element.parts.some(({ rule }) => !known.has(rule))) return notHere(part, make);
  return element;
}

function nodeOf(part: Part, make: Making): NodePattern {
  const [name, labels, properties] = [variableIn(part), ofRule(part, "labelExpression"), ofRule(part, "properties")];
  const map = properties && inner(properties)[0];
  const condition = after(part, "WHERE");
  return {
    ...(name !== undefined && { name }),
    ...(labels && { labels: labelTestOf(labels, make) }),
    ...(map && { properties: make.expression(map) }),
    ...(condition && { where: make.expression(condition) }),
  };
}

function linkOf(part: Part, element: Part, make: Making): LinkPattern {
  const [left, right] = [ofRule(part, "leftArrow"), ofRule(part, "rightArrow")];
  const next = element.parts[element.parts.indexOf(part) + 1];
  const quantifier = next?.rule === "quantifier" ? next : undefined;
  const written = ofRule(part, "pathLength");
  const length = quantifier ? boundsOf(quantifier) : written && lengthOf(written);
  return {
    ...nodeOf(part, make),
    direction: left && !right ? "in" : right && !left ? "out" : "both",
    ...(length && { length }),
  };
}

function lengthOf(part: Part): { least: number; most?: number } {
  const [, from, dots, to] = /^\*(\d+)?(\.\.)?(\d+)?$/.exec(part.parts.map(({ text }) => text).join("")) ?? [];
  const least = from === undefined ? 1 : Number(from);
  if (dots) return { least, ...(to !== undefined && { most: Number(to) }) };
  return from === undefined ? { least } : { least, most: least };
}

function boundsOf(part: Part): { least: number; most?: number } {
  const written = part.parts.map(({ text }) => text).join("");
  if (written === "+" || written === "*") return { least: written === "+" ? 1 : 0 };
  const [, from = "0", comma, to] = /^\{(\d+)?(,)?(\d+)?\}$/.exec(written) ?? [];
  const most = comma ? to : from;
  return { least: Number(from), ...(most !== undefined && { most: Number(most) }) };
}

/** `:A:B`, `:A|B`, `:!A`, `IS A & B` and so on. */
export function labelTestOf(part: Part, make: Making): LabelTest {
  switch (part.rule) {
    case "labelExpression":
      return labelTestOf(inner(part)[0] ?? part, make);
    case "labelExpression4":
      return { is: "or", tests: inner(part).map((one) => labelTestOf(one, make)) };
    case "labelExpression3":
      return { is: "and", tests: inner(part).map((one) => labelTestOf(one, make)) };
    case "labelExpression2": {
      const test = labelTestOf(inner(part)[0] ?? part, make);
      const signs = part.parts.filter(({ text }) => text === "!").length;
      return signs % 2 === 1 ? { is: "not", test } : test;
    }
    case "labelExpression1": {
      const [only] = inner(part);
      if (hasWord(part, "%")) return { is: "any" };
      if (only?.rule === "name") return { is: "label", name: nameIn(only) };
      return only && only.rule !== "dynamicAnyAllExpression" ? labelTestOf(only, make) : notHere(part, make);
    }
    default:
      return notHere(part, make);
  }
}
