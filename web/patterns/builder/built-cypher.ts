import { nodeKinds } from "../../../model/kinds.ts";
import type { Built, BuiltItem, BuiltStep, Condition } from "./built.ts";
import { isFound, itemsOf } from "./built.ts";

/** A pattern as it is run: its text, and the values of its parameters. */
export interface Written {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The names that the items have in the text: their kind, with a number from the second of a kind. */
export function namesOf(built: Built): readonly string[] {
  const seen = new Map<string, number>();
  return itemsOf(built).map(({ kind = "item" }) => {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count === 1 ? kind : `${kind}${count}`;
  });
}

const linkName = (step: number): string => `r${step + 1}`;
const labelOf = ({ kind }: BuiltItem): string => (kind ? nodeKinds[kind].label : "Entity");

/** The Cypher of a pattern. Whatever was typed goes into the parameters, never into the text. */
export function written(built: Built): Written {
  const { match, params } = matched(built);
  return { cypher: `${match}\n${returned(built)}`, params };
}

/** Everything before RETURN. */
function matched(built: Built): { readonly match: string; readonly params: Readonly<Record<string, unknown>> } {
  const names = namesOf(built);
  const params: Record<string, unknown> = {};
  const wheres: string[] = [];
  const [paths, last] = [[`(${names[0]}:${labelOf(built.first)})`], { item: 0 }];
  wheres.push(...conditionsOf(names[0] ?? "", built.first.conditions, params));
  for (const [index, step] of built.steps.entries()) {
    const [from = "", to = ""] = [names[step.from], names[index + 1]];
    if (step.isAbsent) {
      wheres.push(`NOT EXISTS { (${from})${arrow(step, "")}(:${labelOf(step.to)}) }`);
      continue;
    }
    const further = `${arrow(step, linkName(index))}(${to}:${labelOf(step.to)})`;
    if (step.from === last.item) paths[paths.length - 1] += further;
    else paths.push(`(${from})${further}`);
    last.item = index + 1;
    wheres.push(...conditionsOf(linkName(index), step.linkConditions, params), ...conditionsOf(to, step.to.conditions, params));
  }
  const where = wheres.length > 0 ? `\nWHERE ${wheres.join("\n  AND ")}` : "";
  return { match: `MATCH ${paths.join(",\n      ")}${where}`, params };
}

function arrow({ link, direction, repeat }: BuiltStep, name: string): string {
  const inside = `${name}${link ? `:${link}` : ""}${repeat > 1 ? `*1..${repeat}` : ""}`;
  const body = inside ? `[${inside}]` : "[]";
  return `${direction === "in" ? "<" : ""}-${body}-${direction === "out" ? ">" : ""}`;
}

function conditionsOf(name: string, conditions: readonly Condition[], params: Record<string, unknown>): string[] {
  const value = (about: string, given: unknown): string => {
    const wanted = `${name}_${about}`;
    let free = wanted;
    for (let count = 2; free in params; count += 1) free = `${wanted}_${count}`;
    params[free] = given;
    return `$${free}`;
  };
  return conditions.map((condition) => conditionText(name, condition, value));
}

/** @param value puts a value into the parameters, and gives the name that it has in the text */
function conditionText(name: string, condition: Condition, value: (about: string, given: unknown) => string): string {
  switch (condition.about) {
    case "item": {
      const [one, ...others] = condition.ids;
      return one !== undefined && others.length === 0
        ? `${name}.id = ${value("id", one)}`
        : `${name}.id IN ${value("ids", condition.ids)}`;
    }
    case "words":
      return `toLower(${name}.${condition.property}) CONTAINS toLower(${value(condition.property, condition.words)})`;
    case "text":
      return `${name}.${condition.property} = ${value(condition.property, condition.text)}`;
    case "from":
      return `${name}.${condition.property} >= ${value(`${condition.property}_from`, condition.year)}`;
    case "until":
      return `${name}.${condition.property} <= ${value(`${condition.property}_until`, condition.year)}`;
    case "basis":
      return `${name}.basis = '${condition.basis}'`;
    case "source":
      return `${value("source", condition.source)} IN ${name}.sources`;
    case "contested":
      return `${name}.contested = true`;
  }
}

/** Rows in an order of their own, so that they come the same each time. */
function returned(built: Built): string {
  const names = namesOf(built);
  const { show } = built;
  if (show.as === "counts") {
    const [per = "", of = ""] = [names[show.per], names[show.of]];
    return `RETURN ${per}, count(DISTINCT ${of}) AS aantal\nORDER BY aantal DESC, ${per}.name, ${per}.id`;
  }
  const found = names.filter((_, item) => isFound(built, item));
  const columns = names.flatMap((name, item) => {
    if (!isFound(built, item)) return [];
    return item === 0 ? [name] : [linkName(item - 1), name];
  });
  return `RETURN ${columns.join(", ")}\nORDER BY ${found.map((name) => `${name}.name, ${name}.id`).join(", ")}`;
}

const upTo = (built: Built, steps: number): Built => ({ ...built, steps: built.steps.slice(0, steps), show: { as: "matches" } });

/**
 * The items at an index of which there is a match, each once, under their name. One match of each is enough, so the others are not
 * looked for; but where the pattern begins at certain items, it is quicker to go from there.
 */
function itemsThere(built: Built, item: number): Written {
  const { match, params } = matched(built);
  const name = namesOf(built)[item] ?? "";
  if (built.steps.length === 0) return { cypher: match, params };
  const isCertain = itemsOf(built).some(({ conditions }) => conditions.some(({ about }) => about === "item"));
  if (isCertain) return { cypher: `${match}\nWITH DISTINCT ${name}`, params };
  const label = labelOf(itemsOf(built)[item] ?? built.first);
  return { cypher: `MATCH (${name}:${label})\nWHERE EXISTS { ${match} }\nWITH ${name}`, params };
}

/** Counts the items that are left after so many steps: those at the last one, or where it starts when it must be absent. */
export function countCypher(built: Built, steps: number): Written {
  const part = upTo(built, steps);
  const item = isFound(part, steps) ? steps : (part.steps[steps - 1]?.from ?? 0);
  const { cypher, params } = itemsThere(part, item);
  return { cypher: `${cypher}\nRETURN count(${namesOf(part)[item]}) AS items`, params };
}

/** Every link that leads on from an item, with how many of the items have one (`have`) and how many it reaches (`reached`). */
export function continuationsCypher(built: Built, item: number): Written {
  const { cypher, params } = itemsThere(built, item);
  const name = namesOf(built)[item] ?? "";
  const text = `${cypher}${built.steps.length === 0 ? `\nWITH ${name}` : ""} AS here
MATCH (here)-[over]-(further:Entity)
RETURN type(over) AS link, startNode(over) = here AS out, further.kind AS kind, count(DISTINCT here) AS have, count(DISTINCT further) AS reached
ORDER BY reached DESC, link, out, kind`;
  return { cypher: text, params };
}
