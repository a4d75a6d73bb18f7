/** Paths of a plan from the parse tree. */
import type { GroupPattern, LabelTest, LinkPattern, NodePattern, PathPattern } from "../../interpreter/plan.ts";
import { refusePart } from "../language/refuse.ts";
import { nameIn, writtenAs } from "../language/source.ts";
import type { Part } from "../language/syntax.ts";
import { after, hasWord, inner, type Making, notHere, ofRule, placeOf, variableIn } from "./parts.ts";

/** A `pattern` of MATCH, or the `pathPatternNonEmpty` of an expression. */
export function pathOf(part: Part, make: Making): PathPattern {
  const shortest = shortestIn(part);
  const elements = elementsOf(elementOf(part, make), make);
  const choose = elements.links.length > 0 ? choiceIn(part, make) : undefined;
  const name = part.rule === "pattern" ? variableIn(part) : undefined;
  return {
    ...(name !== undefined && { name }),
    ...(shortest && { shortest }),
    ...(choose && { choose }),
    ...elements,
    at: placeOf(part, make),
  };
}

type Elements = Pick<PathPattern, "nodes" | "links" | "where">;

/** Nodes and what lies between them. Where paths in parentheses follow one another, a node without a name stands between them. */
function elementsOf(element: Part, make: Making): Elements {
  const [only, ...others] = inner(element);
  if (only?.rule === "parenthesizedPath" && others.length === 0 && !ofRule(only, "quantifier")) return aloneOf(only, make);
  const nodes: NodePattern[] = [];
  const links: (LinkPattern | GroupPattern)[] = [];
  for (const part of inner(element)) {
    if (part.rule === "nodePattern") {
      if (nodes.length > links.length) return notHere(part, make);
      nodes.push(nodeOf(part, make));
    } else if (part.rule === "relationshipPattern") links.push(linkOf(part, element, make));
    else if (part.rule === "parenthesizedPath") {
      if (nodes.length === links.length) nodes.push({});
      links.push(groupOf(part, make));
    }
  }
  if (nodes.length === links.length) nodes.push({});
  return { nodes, links };
}

/** A path in parentheses without a quantifier. */
function aloneOf(part: Part, make: Making): Elements {
  const { where, nodes, links, name, choose, shortest } = withCondition(part, make);
  return name !== undefined || choose || shortest ? notHere(part, make) : { nodes, links, ...(where && { where }) };
}

function groupOf(part: Part, make: Making): GroupPattern {
  const quantifier = ofRule(part, "quantifier");
  return quantifier ? { path: withCondition(part, make), length: boundsOf(quantifier) } : notHere(part, make);
}

function withCondition(part: Part, make: Making): PathPattern {
  const [pattern, where] = [ofRule(part, "pattern"), after(part, "WHERE")];
  if (!pattern) return notHere(part, make);
  const path = pathOf(pattern, make);
  if (path.where) return notHere(part, make);
  return { ...path, ...(where && { where: make.expression(where) }) };
}

/** SHORTEST, ANY or ALL before a path. */
function choiceIn(part: Part, make: Making): PathPattern["choose"] {
  const found = ofRule(part, "selector");
  if (!found) return undefined;
  const [first, second] = found.parts.map(({ text }) => text.toUpperCase());
  const amount = ofRule(found, "nonNegativeIntegerSpecification");
  if (first === "ALL" && second !== "SHORTEST") return undefined;
  return {
    count: amount ? Number(writtenAs(amount, make.tokens)) : 1,
    lengths: first === "ALL" || ofRule(found, "groupToken") !== undefined,
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
  return element ?? notHere(part, make);
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
      if (only?.rule === "dynamicAnyAllExpression")
        return refusePart(
          "The embedded engine does not know $(…): use $label IN labels(n) for an item, and type(r) = $kind for a link",
          part,
          make.tokens,
        );
      return only ? labelTestOf(only, make) : notHere(part, make);
    }
    default:
      return notHere(part, make);
  }
}
