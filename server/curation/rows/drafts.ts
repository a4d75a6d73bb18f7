import type { Place, WrongCell } from "../../../model/curation.ts";
import type { Basis } from "../../../model/graph.ts";
import type { LinkKind, NodeKind, PropertyName } from "../../../model/kinds.ts";
import { nameKey } from "./values.ts";

/** What a row rests on. */
export interface DraftSource {
  readonly title: string;
  readonly url: string | undefined;
}
export interface DraftEvidence {
  readonly source: DraftSource;
  readonly basis: Basis;
  readonly note: string | undefined;
}

export type DraftField = "nameEn" | "description" | "descriptionEn" | PropertyName;

/** An item as the file tells of it. */
export interface ItemDraft {
  readonly key: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** The first row that tells of it. */
  readonly place: Place;
  rows: number;
  /** It has no row of its own. */
  isOnlyNamed: boolean;
  readonly fields: Map<DraftField, { readonly value: string | number | boolean; readonly place: Place }>;
  readonly otherNames: Set<string>;
  readonly evidence: DraftEvidence[];
}

/** A link as the file tells of it; its ends are keys. */
export interface LinkDraft {
  readonly from: string;
  readonly kind: LinkKind;
  readonly to: string;
  readonly place: Place;
  readonly evidence: DraftEvidence[];
}

export const itemKey = (kind: NodeKind, name: string): string => `${kind}|${nameKey(name)}`;

/** All that a file tells, row after row. */
export class Drafts {
  readonly items = new Map<string, ItemDraft>();
  readonly links = new Map<string, LinkDraft>();
  /** By title as it is compared; also those that only stand in a list of sources. */
  readonly sources = new Map<string, DraftSource>();
  readonly wrong: WrongCell[] = [];
  readonly asks = { source: 0, basis: 0 };

  /** The draft of an item; `isOwnRow` when a row is about it, rather than naming it. */
  item(kind: NodeKind, name: string, place: Place, evidence: readonly DraftEvidence[], isOwnRow: boolean): ItemDraft {
    const key = itemKey(kind, name);
    const known = this.items.get(key);
    const draft: ItemDraft = known ?? {
      key,
      kind,
      name,
      place,
      rows: 0,
      isOnlyNamed: true,
      fields: new Map(),
      otherNames: new Set(),
      evidence: [],
    };
    if (!known) this.items.set(key, draft);
    draft.rows++;
    if (isOwnRow || draft.isOnlyNamed) addEvidence(draft.evidence, evidence);
    if (isOwnRow) draft.isOnlyNamed = false;
    return draft;
  }

  link(from: string, kind: LinkKind, to: string, place: Place, evidence: readonly DraftEvidence[]): void {
    const id = `${from}\n${kind}\n${to}`;
    const draft = this.links.get(id) ?? { from, kind, to, place, evidence: [] };
    this.links.set(id, draft);
    addEvidence(draft.evidence, evidence);
  }

  /** The one source of this title, with the address that any row gives it. */
  source(title: string, url: string | undefined): DraftSource {
    const key = nameKey(title);
    const known = this.sources.get(key);
    const source = { title: known?.title ?? title, url: known?.url ?? url };
    this.sources.set(key, source);
    return source;
  }
}

function addEvidence(to: DraftEvidence[], more: readonly DraftEvidence[]): void {
  for (const one of more) if (!to.some(({ source }) => nameKey(source.title) === nameKey(one.source.title))) to.push(one);
}
