/** What a pattern asks beside its shape, each checked as soon as the names that it mentions are there. */

import type { Evaluate, Machine, Row } from "../machine.ts";
import { type Expression, isGroup, type LinkPattern, type NodePattern, type PathPattern } from "../plan.ts";
import { placed } from "../refuse.ts";
import { equals } from "../values/compare.ts";
import { truth } from "../values/operators.ts";
import { GraphLink, GraphNode, isMap, type Value } from "../values/value.ts";
import { conjunctsOf, namesIn, namesMentioned } from "./names.ts";

/** A condition, with the names of the pattern that must be there first. */
export interface Condition {
  readonly needs: readonly string[];
  readonly holds: (row: Row) => boolean;
}

/** `name.key = value`, where the value does not depend on the pattern. */
export interface KnownProperty {
  readonly name: string;
  readonly key: string;
  readonly value: Evaluate;
}

export interface Conditions {
  readonly conditions: readonly Condition[];
  readonly known: readonly KnownProperty[];
}

export function conditionsOf(paths: readonly PathPattern[], where: Expression | undefined, machine: Machine): Conditions {
  const own = new Set(namesIn(paths));
  const needsOf = (something: unknown) => [...namesMentioned(something)].filter((name) => own.has(name));
  const elements = paths.flatMap(({ nodes, links }) => [
    ...nodes,
    ...links.filter((link): link is LinkPattern => !isGroup(link) && !link.length),
  ]);
  const named = elements.filter((element): element is NodePattern & { name: string } => element.name !== undefined);
  const wheres = [where, ...paths.map((path) => path.where)].flatMap(conjunctsOf);
  const all = [...wheres, ...named.flatMap((element) => conjunctsOf(element.where))];
  const conditions = all.map((condition): Condition => {
    const holds = machine.compile(condition);
    return { needs: needsOf(condition), holds: placed(condition.at, (row: Row) => truth(holds(row)) === true) };
  });
  const known = all.flatMap((condition) => knownIn(condition, needsOf, machine));
  for (const { name, properties } of named) {
    if (!properties) continue;
    const evaluate = machine.compile(properties);
    const subject = machine.compile({ is: "variable", name, at: properties.at });
    conditions.push({
      needs: [...new Set([name, ...needsOf(properties)])],
      holds: (row) => hasProperties(subject(row), evaluate(row), machine),
    });
    if (properties.is === "map")
      for (const [key, value] of properties.entries)
        if (needsOf(value).length === 0) known.push({ name, key, value: machine.compile(value) });
  }
  return { conditions, known };
}

function knownIn(condition: Expression, needsOf: (something: unknown) => string[], machine: Machine): KnownProperty[] {
  if (condition.is !== "comparison" || condition.rest.length !== 1) return [];
  const [operator, other] = condition.rest[0] ?? [];
  if (operator !== "=" || !other) return [];
  return [[condition.first, other] as const, [other, condition.first] as const].flatMap(([property, value]) =>
    property.is === "property" && property.of.is === "variable" && needsOf(value).length === 0
      ? [{ name: property.of.name, key: property.key, value: machine.compile(value) }]
      : [],
  );
}

/** Whether a node or link has all the properties of a map. */
export function hasProperties(subject: Value, wanted: Value, { graph }: Machine): boolean {
  if (!isMap(wanted)) return false;
  const read =
    subject instanceof GraphNode
      ? (key: string) => graph.nodeProperty(subject.node, key)
      : subject instanceof GraphLink
        ? (key: string) => graph.linkProperty(subject.link, key)
        : undefined;
  if (!read) return false;
  return [...wanted].every(([key, value]) => equals(read(key), value) === true);
}

/** What is asked of an element that has no name, or of each link of a path of variable length. */
export function ownTest(pattern: NodePattern | LinkPattern, machine: Machine): ((value: Value, row: Row) => boolean) | undefined {
  const [properties, where] = [pattern.properties, pattern.where].map((one) => one && machine.compile(one));
  if (!properties && !where) return undefined;
  return (value, row) => {
    const inside = pattern.name === undefined ? row : new Map(row).set(pattern.name, value);
    return (!properties || hasProperties(value, properties(row), machine)) && (!where || truth(where(inside)) === true);
  };
}
