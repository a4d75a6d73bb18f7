import type { Decisions, ImportedItem, ImportPreview } from "../../../model/curation.ts";
import type { Dataset, DatasetLink, DatasetNode } from "../../../model/dataset.ts";
import { kindOf, type Link, linkId, NodeId } from "../../../model/graph.ts";
import { linkKinds, mayJoin } from "../../../model/kinds.ts";
import type { Steps } from "../../analysis/graph/steps.ts";
import type { Drafts, LinkDraft } from "../rows/drafts.ts";
import { wrongAt } from "../wording/wrong.ts";
import { type Compared, compareItems } from "./compare.ts";
import { changedNode, changesOf, factsOf, newNode } from "./merge.ts";
import { freeId, SourceIds } from "./source-ids.ts";
import type { There } from "./there.ts";

type Counts = { -readonly [Name in keyof ImportPreview["counts"]["items"]]: number };
const none = (): Counts => ({ new: 0, changed: 0, same: 0, like: 0, left: 0 });

/** What a file comes to: what would be told of it, and what would be written. */
export interface Outcome {
  readonly items: readonly ImportedItem[];
  readonly counts: { readonly items: Counts; readonly links: Counts };
  readonly dataset: Dataset;
  readonly added: readonly DatasetNode[];
}

/** Links that are there, by id. */
export type LinksThere = ReadonlyMap<string, Link>;

const stepSize = 20;

/** What the drafts come to beside what is there, after what was decided. What cannot be is added to what is wrong. */
export function* outcomeOf(drafts: Drafts, there: There, linksThere: LinksThere, decisions: Decisions): Steps<Outcome> {
  const compared = yield* compareItems(drafts, there, decisions);
  const outcome = new OutcomeBuilder(drafts, there, compared);
  let count = 0;
  for (const one of compared.values()) {
    if (count++ % stepSize === 0) yield;
    outcome.takeItem(one);
  }
  for (const link of drafts.links.values()) {
    if (count++ % stepSize === 0) yield;
    outcome.takeLink(link, linksThere);
  }
  return outcome.finish();
}

class OutcomeBuilder {
  readonly #drafts: Drafts;
  readonly #compared: ReadonlyMap<string, Compared>;
  readonly #sources: SourceIds;
  readonly #taken: Set<string>;
  /** The items of the file that were taken for the same as another. */
  readonly #sames = new Map<string, Compared[]>();
  /** The ids of what is in the graph afterwards. */
  readonly #ids = new Map<string, NodeId>();
  readonly #items: ImportedItem[] = [];
  readonly #nodes: DatasetNode[] = [];
  readonly #added: DatasetNode[] = [];
  readonly #links: DatasetLink[] = [];
  readonly #counts = { items: none(), links: none() };

  constructor(drafts: Drafts, there: There, compared: ReadonlyMap<string, Compared>) {
    this.#drafts = drafts;
    this.#compared = compared;
    this.#sources = new SourceIds(there.sources);
    this.#taken = new Set(there.byId.keys());
    for (const one of compared.values()) {
      const root = this.#rootOf(one);
      if (root !== one) this.#sames.set(root.draft.key, [...(this.#sames.get(root.draft.key) ?? []), one]);
    }
  }

  /** The item of the file that stands for this one, too. Two that are said to be each other are told apart. */
  #rootOf(one: Compared): Compared {
    const seen = new Set<Compared>();
    let root = one;
    while (root.sameAs !== undefined && !seen.has(root)) {
      seen.add(root);
      root = this.#compared.get(root.sameAs) ?? root;
    }
    return root;
  }

  takeItem(one: Compared): void {
    const root = this.#rootOf(one);
    if (root !== one) {
      this.#counts.items.same++;
      this.#tell(one, [], "same");
      return;
    }
    const drafts = [one, ...(this.#sames.get(one.draft.key) ?? [])].map(({ draft }) => draft);
    const facts = factsOf(drafts);
    // Whoever only names an item that is there says nothing of it.
    const telling = one.there ? drafts.filter(({ isOnlyNamed }) => !isOnlyNamed) : drafts;
    if (one.isOpen || one.isLeft) {
      this.#counts.items[one.isOpen ? "like" : "left"]++;
      this.#tell(one, [], "new");
      return;
    }
    const evidence = this.#sources.evidence(telling.flatMap((draft) => draft.evidence));
    if (!one.there) {
      if (evidence.length === 0) {
        this.#counts.items.left++;
        this.#tell(one, [], "new");
        return;
      }
      const id = NodeId.parse(freeId(one.draft.kind, one.draft.name, this.#taken));
      const node = newNode(id, one.draft.name, facts, evidence);
      this.#ids.set(one.draft.key, id);
      this.#nodes.push(node);
      this.#added.push(node);
      this.#counts.items.new++;
      this.#tell(one, [], "new");
      return;
    }
    this.#ids.set(one.draft.key, one.there.id);
    const known = new Set<string>(one.there.evidence.map(({ source }) => source));
    const fresh = telling.flatMap(({ evidence: its }) => its).filter(({ source }) => !known.has(this.#sources.idOf(source)));
    const changes = changesOf(one.there, facts, [...new Set(fresh.map(({ source }) => source.title))]);
    const status = changes.length > 0 && evidence.length > 0 ? "changed" : "same";
    this.#counts.items[status]++;
    if (status === "changed") this.#nodes.push(changedNode(one.there, facts, changes, evidence, one.putsBeside));
    this.#tell(one, changes, status);
  }

  #tell(one: Compared, changes: ImportedItem["changes"], status: "new" | "changed" | "same"): void {
    const { draft, there, like } = one;
    const { key, kind, name, place, rows, isOnlyNamed } = draft;
    this.#items.push({
      key,
      kind,
      name,
      status: like.length > 0 ? "like" : status,
      place,
      rows,
      isOnlyNamed,
      ...(there && { there: { id: there.id, name: there.name } }),
      like: [...like],
      changes: changes.map(({ what, before, after }) => ({ what, before, after })),
      decision: decisionOf(one),
    });
  }

  takeLink({ from, kind, to, place, evidence: drafts }: LinkDraft, linksThere: LinksThere): void {
    const [one, other] = [this.#idOf(from), this.#idOf(to)];
    const evidence = this.#sources.evidence(drafts);
    if (!one || !other || one === other || evidence.length === 0) {
      this.#counts.links.left++;
      return;
    }
    if (!mayJoin(kind, kindOf(one), kindOf(other))) {
      this.#counts.links.left++;
      const [first, second] = [this.#nameOf(from), this.#nameOf(to)];
      this.#drafts.wrong.push(wrongAt(place, (words) => words.cannotJoin(first, linkKinds[kind].nl.out, second)));
      return;
    }
    const known = linksThere.get(linkId(one, kind, other));
    const fresh = evidence.filter(({ source }) => !known?.evidence.some((its) => its.source === source));
    this.#counts.links[known ? (fresh.length > 0 ? "changed" : "same") : "new"]++;
    if (fresh.length === 0) return;
    const properties = known && Object.keys(known.properties).length > 0 ? { properties: known.properties } : {};
    this.#links.push({
      from: one,
      kind,
      to: other,
      ...properties,
      evidence: [...(known?.evidence ?? []), ...fresh],
    } as DatasetLink);
  }

  #idOf(key: string): NodeId | undefined {
    const one = this.#compared.get(key);
    return one && this.#ids.get(this.#rootOf(one).draft.key);
  }

  #nameOf = (key: string): string => this.#drafts.items.get(key)?.name ?? "";

  finish(): Outcome {
    // A source that nothing rests on is brought in, too, where the file lists it.
    for (const source of this.#drafts.sources.values()) this.#sources.idOf(source);
    return {
      items: this.#items,
      counts: this.#counts,
      dataset: { sources: [...this.#sources.fresh.values()], nodes: this.#nodes, links: this.#links, synonyms: [] },
      added: this.#added,
    };
  }
}

function decisionOf({ isOpen, isLeft, there, sameAs, putsBeside, like }: Compared): string {
  if (isOpen) return "";
  if (isLeft) return "leave";
  if (sameAs !== undefined) return `same:${sameAs}`;
  if (there && like.length > 0) return `same:${there.id}`;
  return putsBeside ? "beside" : "take";
}
