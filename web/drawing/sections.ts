import type { Language, Link, NodeId, NodeSummary } from "../../model/graph.ts";
import { type FamilyName, families, nodeKindNames, nodeKinds } from "../../model/kinds.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { grouped } from "./grouped.ts";
import type { Shown, View } from "./view.ts";
import { shown } from "./view.ts";
import { drawingWords } from "./words.ts";

/** A part of a drawing that has a heading: a column, or a block. */
export interface Section {
  readonly key: string;
  /** In the order in which they are best read. */
  readonly ids: readonly NodeId[];
  readonly heading: (language: Language) => string;
}

/** A theme that fewer items share does not get a block of its own. */
const leastInBlock = 3;

const sectionsByView = new WeakMap<View, readonly Section[]>();

/** The parts that the layout of a view has, in reading order; none where it has no headings. */
export function sectionsOf(view: View): readonly Section[] {
  const known = sectionsByView.get(view) ?? computed(view);
  sectionsByView.set(view, known);
  return known;
}

function computed(view: View): readonly Section[] {
  const { nodes, faint, links } = shown(view);
  const all = [...nodes, ...faint.nodes];
  switch (view.layout.name) {
    case "columns":
      return byFamily(all);
    case "grid":
      return byKind(all);
    case "themes":
      return byTheme(all, links);
    case "layers":
      return bySteps(all, { links }, view.layout.from);
    default:
      return [];
  }
}

const countOf = (ids: readonly NodeId[], language: Language) => number(ids.length, language);
const idsOf = (nodes: readonly NodeSummary[]) => nodes.map(({ id }) => id);

/** Who asks what, what was made that helps, and what came of it. */
function byFamily(nodes: readonly NodeSummary[]): Section[] {
  const found = grouped(nodes, ({ kind }) => nodeKinds[kind].family);
  return (Object.keys(families) as FamilyName[]).flatMap((family) => {
    const ids = idsOf((found.get(family) ?? []).sort(institutionsFirst));
    if (ids.length === 0) return [];
    return [{ key: family, ids, heading: (language) => `${drawingWords(language).columns[family]} (${countOf(ids, language)})` }];
  });
}

const institutionsFirst = (one: NodeSummary, other: NodeSummary) =>
  Number(other.kind === "institution") - Number(one.kind === "institution") ||
  other.degree - one.degree ||
  (one.id < other.id ? -1 : 1);

const byName = (one: NodeSummary, other: NodeSummary) => one.name.localeCompare(other.name, "nl") || (one.id < other.id ? -1 : 1);

function byKind(nodes: readonly NodeSummary[]): Section[] {
  const found = grouped(nodes, ({ kind }) => kind);
  return nodeKindNames.flatMap((kind) => {
    const ids = idsOf((found.get(kind) ?? []).sort(byName));
    if (ids.length === 0) return [];
    const heading = (language: Language) => {
      const word = kindWord(kind, language, ids.length);
      return `${word.charAt(0).toUpperCase()}${word.slice(1)} (${countOf(ids, language)})`;
    };
    return [{ key: kind, ids, heading }];
  });
}

/**
 * Each item under one theme that it is about: the theme that most items which have none yet are about goes first, so
 * that there are few blocks, and large ones. What is about no theme itself goes with something that it is linked to.
 */
function byTheme(nodes: readonly NodeSummary[], links: readonly Link[]): Section[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const about = new Map<NodeId, Set<NodeId>>();
  const join = (theme: NodeId, id: NodeId) => about.set(theme, (about.get(theme) ?? new Set()).add(id));
  for (const { kind, from, to } of links) {
    if (kind === "ABOUT") join(to, from);
    if (kind === "BROADER") join(to, from);
  }
  const under = new Map<NodeId, NodeId>();
  const left = new Map([...about].map(([theme, ids]) => [theme, new Set(ids)]));
  const themesOf = new Map<NodeId, NodeId[]>();
  for (const [theme, ids] of about)
    for (const id of ids) {
      const themes = themesOf.get(id);
      if (themes) themes.push(theme);
      else themesOf.set(id, [theme]);
    }
  for (;;) {
    const [theme, ids] = [...left].reduce<readonly [NodeId | undefined, ReadonlySet<NodeId>]>(
      (most, next) =>
        next[1].size > most[1].size || (next[1].size === most[1].size && most[0] && next[0] < most[0]) ? next : most,
      [undefined, new Set()],
    );
    if (!theme || ids.size < leastInBlock) break;
    for (const id of [theme, ...ids]) {
      if (!under.has(id)) under.set(id, theme);
      for (const other of themesOf.get(id) ?? []) left.get(other)?.delete(id);
    }
    left.delete(theme);
  }
  for (const { from, to } of links) {
    const [ofFrom, ofTo] = [under.get(from), under.get(to)];
    if (ofFrom && !ofTo && byId.has(to)) under.set(to, ofFrom);
    else if (ofTo && !ofFrom && byId.has(from)) under.set(from, ofTo);
  }
  const blocks = grouped(nodes, ({ id }) => under.get(id) ?? "");
  return [...blocks]
    .sort(([one, these], [other, those]) => Number(one === "") - Number(other === "") || those.length - these.length)
    .map(([theme, items]) => {
      const first = (node: NodeSummary) => Number(node.id === theme);
      const ids = idsOf(items.sort((one, other) => first(other) - first(one) || institutionsFirst(one, other)));
      const node = theme ? byId.get(theme) : undefined;
      return {
        key: theme || "none",
        ids,
        heading: (language) => `${node ? nameOf(node, language) : drawingWords(language).noTheme} (${countOf(ids, language)})`,
      };
    });
}

/** How many links away from one item; by itself, from that with most links. */
function bySteps(nodes: readonly NodeSummary[], { links }: Pick<Shown, "links">, asked: NodeId | undefined): Section[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const from = (asked && byId.get(asked)) ?? [...nodes].sort(institutionsFirst)[0];
  if (!from) return [];
  const beside = new Map<NodeId, NodeId[]>();
  for (const link of links)
    for (const [one, other] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      const there = beside.get(one);
      if (there) there.push(other);
      else beside.set(one, [other]);
    }
  const steps = new Map<NodeId, number>([[from.id, 0]]);
  for (const [id, step] of steps) for (const next of beside.get(id) ?? []) if (!steps.has(next)) steps.set(next, step + 1);
  const layers = grouped(nodes, ({ id }) => steps.get(id) ?? Number.POSITIVE_INFINITY);
  return [...layers]
    .sort(([one], [other]) => one - other)
    .map(([step, items]) => {
      const ids = idsOf(items.sort(institutionsFirst));
      const heading = (language: Language) => {
        const { steps, apart } = drawingWords(language);
        if (step === 0) return nameOf(from, language);
        return `${Number.isFinite(step) ? steps(step) : apart} (${countOf(ids, language)})`;
      };
      return { key: String(step), ids, heading };
    });
}
