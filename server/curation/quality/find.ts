import { kindOf, type Link, type Text } from "../../../model/graph.ts";
import { linkKinds } from "../../../model/kinds.ts";
import { leastFactsAlone, oldAfterYears, type QualityList, type QualityRow } from "../../../model/quality.ts";
import type { Steps } from "../../analysis/graph/steps.ts";
import type { WholeNode } from "../../queries/rows.ts";
import { Names } from "../preview/likeness.ts";
import type { There } from "../preview/there.ts";
import { nameKey } from "../rows/values.ts";

/** All rows of each list. */
export type Findings = Readonly<Record<QualityList, readonly QualityRow[]>>;

/** So many items or links are looked at in one step. */
const stepSize = 100;

/** What can be better in a graph. Pure but for its steps. @param today a day such as 2026-11-28 */
export function* findings(there: There, links: readonly Link[], today: string): Steps<Findings> {
  const nodes = [...there.byId.values()];
  const asking = new Set<string>();
  const asked = new Set<string>();
  const alone = new Map<string, number>();
  const old: QualityRow[] = [];
  const restOn = (evidence: Link["evidence"]) => {
    const [source, second] = [...new Set(evidence.map((one) => one.source))];
    if (source && !second) alone.set(source, (alone.get(source) ?? 0) + 1);
  };
  for (const [index, link] of links.entries()) {
    if (index % stepSize === 0) yield;
    if (link.kind === "ASKS") {
      asking.add(link.from);
      asked.add(link.to);
    }
    restOn(link.evidence);
    const year = yearOf(link, there);
    if (year !== undefined && isOld(year, link, today)) old.push({ id: link.id, name: linkName(link, there), year });
  }
  for (const node of nodes) restOn(node.evidence);
  yield;
  return {
    unstated: nodes.filter(({ evidence }) => !evidence.some(({ basis }) => basis === "stated")).map(rowOf),
    questionsAlone: nodes.filter(({ id, kind }) => kind === "question" && !asked.has(id)).map(rowOf),
    institutionsSilent: nodes.filter(({ id, kind }) => kind === "institution" && !asking.has(id)).map(rowOf),
    oldLinks: old.sort((one, other) => (one.year ?? 0) - (other.year ?? 0)),
    loneSources: lonely(alone, there),
    alike: yield* alikeAmong(nodes),
  };
}

const nameOf = ({ name, nameEn }: WholeNode): Text => ({ nl: name, en: nameEn });
const rowOf = (node: WholeNode): QualityRow => ({ id: node.id, name: nameOf(node) });

function linkName({ from, kind, to }: Link, { byId }: There): Text {
  const [one, other] = [byId.get(from), byId.get(to)];
  const said = (language: "nl" | "en") => {
    const name = (node: WholeNode | undefined, id: string) => (node ? nameOf(node)[language] : id);
    return `${name(one, from)} ${linkKinds[kind][language].out} ${name(other, to)}`;
  };
  return { nl: said("nl"), en: said("en") };
}

/** The last year that is known of a link: its own, or that of what was made or done. */
function yearOf({ properties, from, to }: Link, { byId }: There): number | undefined {
  const years = [
    properties.until,
    properties.since,
    ...[from, to].flatMap((id) => {
      const end = byId.get(id)?.properties;
      return end ? [end.until, end.year] : [];
    }),
  ].filter((year) => typeof year === "number");
  const own = properties.until ?? properties.since;
  if (typeof own === "number") return own;
  return years.length > 0 ? Math.max(...years) : undefined;
}

/** Nobody has found in the last years that it still holds. */
function isOld(year: number, { evidence }: Link, today: string): boolean {
  const before = Number(today.slice(0, 4)) - oldAfterYears;
  const limit = `${before}${today.slice(4)}`;
  return year < before && !evidence.some(({ checkedOn = "" }) => checkedOn >= limit);
}

const lonely = (alone: ReadonlyMap<string, number>, { sources }: There): QualityRow[] =>
  [...alone]
    .filter(([, count]) => count >= leastFactsAlone)
    .sort(([, one], [, other]) => other - one)
    .map(([id, count]) => {
      const title = sources.byId.get(id)?.title ?? id;
      return { id, name: { nl: title, en: title }, count };
    });

/** Pairs of items of one kind whose names are alike, each pair once. */
function* alikeAmong(nodes: readonly WholeNode[]): Steps<QualityRow[]> {
  const known = new Map<string, Names<WholeNode>>();
  const pairs: QualityRow[] = [];
  for (const [index, node] of nodes.entries()) {
    if (index % 20 === 0) yield;
    const names = known.get(kindOf(node.id)) ?? new Names<WholeNode>();
    known.set(kindOf(node.id), names);
    const key = nameKey(node.name);
    for (const other of names.like(key, 3)) pairs.push({ ...rowOf(node), other: { id: other.id, name: nameOf(other) } });
    names.add(key, node);
  }
  return pairs;
}
