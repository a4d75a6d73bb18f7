import type { DatasetLink, DatasetNode } from "../../model/dataset.ts";
import { type Evidence, kindOf, linkId, type Source } from "../../model/graph.ts";
import type { LinkKind } from "../../model/kinds.ts";
import type { Stored } from "../archive/content-hash.ts";

/** A link in the graph, with what tells it from all others. */
export interface StoredLink {
  readonly kind: LinkKind;
  readonly from: string;
  readonly to: string;
  readonly properties: Stored;
}

/** A source as its node holds it. */
export function storedSource({ id, title, url, urlNamesPerson }: Source): Stored {
  return { id, title, ...(url && { url }), ...(urlNamesPerson && { url_names_person: true }) };
}

function storedEvidence(evidence: readonly Evidence[]): Stored {
  return {
    sources: evidence.map(({ source }) => source),
    bases: evidence.map(({ basis }) => basis),
    notes: evidence.map(({ note }) => note ?? ""),
    ...(evidence.some(({ checkedOn }) => checkedOn) && { checked_on: evidence.map(({ checkedOn }) => checkedOn ?? "") }),
  };
}

/** Two claims about one thing that differ and count, or a conflict in words. */
function isContested({ properties, claims = [] }: DatasetNode): boolean {
  const counting = claims.filter(({ rank }) => rank !== "outdated");
  const said = new Map(counting.map(({ about, value }) => [about, value]));
  return properties?.conflict !== undefined || counting.some(({ about, value }) => said.get(about) !== value);
}

/** A node as the graph holds it. */
export function storedNode(node: DatasetNode): Stored {
  const { id, name, nameEn, description, descriptionEn, otherNames = [], properties, claims = [], evidence } = node;
  return {
    ...withoutUndefined(properties),
    id,
    kind: kindOf(id),
    name,
    name_en: nameEn,
    description,
    description_en: descriptionEn,
    ...(otherNames.length > 0 && { other_names: otherNames }),
    contested: isContested(node),
    ...storedEvidence(evidence),
    ...(claims.length > 0 && {
      claim_about: claims.map(({ about }) => about),
      claim_value: claims.map(({ value }) => value),
      claim_source: claims.map(({ source }) => source),
      ...(claims.some(({ rank = "normal" }) => rank !== "normal") && {
        claim_rank: claims.map(({ rank }) => rank ?? "normal"),
      }),
    }),
  };
}

/** A link as the graph holds it. Its basis is `stated` when any source states it. */
export function storedLink(link: DatasetLink): StoredLink {
  const { from, kind, to, properties, evidence } = link;
  return {
    kind,
    from,
    to,
    properties: {
      ...withoutUndefined(properties),
      id: linkId(from, kind, to),
      basis: evidence.some(({ basis }) => basis === "stated") ? "stated" : "derived",
      contested: properties?.conflict !== undefined,
      ...storedEvidence(evidence),
    },
  };
}

const withoutUndefined = (properties: Stored = {}): Stored =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
