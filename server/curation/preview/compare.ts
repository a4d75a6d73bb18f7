import type { Decisions } from "../../../model/curation.ts";
import type { Steps } from "../../analysis/graph/steps.ts";
import type { WholeNode } from "../../queries/rows.ts";
import type { Drafts, ItemDraft } from "../rows/drafts.ts";
import { nameKey } from "../rows/values.ts";
import { Names } from "./likeness.ts";
import { nameOfKind, type There, websiteKey } from "./there.ts";

/** What an item of the file may be the same as. */
export interface Like {
  /** An id, or the key of another item of the file. */
  readonly as: string;
  readonly name: string;
  readonly why: "otherName" | "website" | "spelling";
  readonly isThere: boolean;
}

/** An item of the file beside what is there, after what was decided. */
export interface Compared {
  readonly draft: ItemDraft;
  readonly there: WholeNode | undefined;
  readonly like: readonly Like[];
  /** Another item of the file that it was taken for the same as. */
  readonly sameAs: string | undefined;
  /** Nobody has decided yet whether it is something else: until then it is left out. */
  readonly isOpen: boolean;
  readonly isLeft: boolean;
  readonly putsBeside: boolean;
}

const mostLike = 3;
/** Items that are compared in one step. */
const stepSize = 20;

/** Finds for each item of the file what it is, or may be, among what is there and in the file itself. */
export function* compareItems(drafts: Drafts, there: There, decisions: Decisions): Steps<ReadonlyMap<string, Compared>> {
  const names = yield* namesThere(there);
  const compared = new Map<string, Compared>();
  let count = 0;
  for (const draft of drafts.items.values()) {
    if (count++ % stepSize === 0) yield;
    compared.set(draft.key, compareItem(draft, there, names, drafts, decisions));
    if (!exactlyThere(draft, there)) nameOf(names, draft.kind).add(nameKey(draft.name), { draft });
  }
  return compared;
}

type Named = { readonly node: WholeNode } | { readonly draft: ItemDraft };
type NamesByKind = Map<string, Names<Named>>;

function nameOf(names: NamesByKind, kind: string): Names<Named> {
  const known = names.get(kind) ?? new Names<Named>();
  names.set(kind, known);
  return known;
}

function* namesThere({ byId }: There): Steps<NamesByKind> {
  const names: NamesByKind = new Map();
  let count = 0;
  for (const node of byId.values()) {
    if (count++ % 100 === 0) yield;
    for (const name of new Set([node.name, node.nameEn, ...node.otherNames].map(nameKey)))
      nameOf(names, node.kind).add(name, { node });
  }
  return names;
}

const exactlyThere = ({ kind, name }: ItemDraft, { byName }: There) => byName.get(nameOfKind(kind, name));

function compareItem(draft: ItemDraft, there: There, names: NamesByKind, drafts: Drafts, decisions: Decisions): Compared {
  const exact = exactlyThere(draft, there);
  const like = exact ? [] : likeOf(draft, there, names);
  const decision = decisions.items[draft.key] ?? (like.length > 0 ? decisions.like : decisions.changed);
  const same = decision === "same" ? like[0]?.as : decision?.startsWith("same:") ? decision.slice(5) : undefined;
  const known = same === undefined ? exact : there.byId.get(same);
  const sameAs = same !== undefined && !known && drafts.items.has(same) && same !== draft.key ? same : undefined;
  const isDecided = decision !== undefined && (same === undefined || known !== undefined || sameAs !== undefined);
  return {
    draft,
    there: known,
    like,
    sameAs,
    isOpen: like.length > 0 && !isDecided,
    // What was said of all changes says nothing of an item that is new.
    isLeft: decisions.items[draft.key] === "leave" || (decision === "leave" && (like.length > 0 || known !== undefined)),
    putsBeside: decision === "beside",
  };
}

function likeOf(draft: ItemDraft, there: There, names: NamesByKind): Like[] {
  const found = new Map<string, Like>();
  const add = (as: string, name: string, why: Like["why"], isThere: boolean) => {
    if (!found.has(as) && found.size < mostLike) found.set(as, { as, name, why, isThere });
  };
  const website = draft.fields.get("website")?.value;
  const bySite = typeof website === "string" ? there.byWebsite.get(`${draft.kind}|${websiteKey(website)}`) : undefined;
  if (bySite) add(bySite.id, bySite.name, "website", true);
  for (const name of [draft.name, ...draft.otherNames]) {
    const key = nameOfKind(draft.kind, name);
    const node = there.byOtherName.get(key) ?? (name === draft.name ? undefined : there.byName.get(key));
    if (node) add(node.id, node.name, "otherName", true);
  }
  for (const value of names.get(draft.kind)?.like(nameKey(draft.name), mostLike) ?? [])
    if ("node" in value) add(value.node.id, value.node.name, "spelling", true);
    else add(value.draft.key, value.draft.name, "spelling", false);
  return [...found.values()];
}
