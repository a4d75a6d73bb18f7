import type { NodeId } from "../../model/graph.ts";
import { type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import { decoded } from "./address.ts";

/**
 * The id that the part of an address means, also where it was typed, or cut from a text: capitals, accents, spaces, a full stop or a
 * comma stuck to its end, a broken percent code. With its kind as in the API, or without it as our own links have it.
 */
export function typedId(part: string, kind: NodeKind): NodeId {
  const [before, after] = part.split(/:(.*)/s);
  const slug = slugIn(after !== undefined && before?.trim().toLowerCase() === kind ? after : part);
  return `${kind}:${slug}` as NodeId;
}

/** The same of an id that has its kind in it; `undefined` when it names none. */
export function typedFullId(part: string): NodeId | undefined {
  const named = part.split(":", 1)[0]?.trim().toLowerCase();
  const kind = nodeKindNames.find((name) => name === named);
  return kind && part.includes(":") ? typedId(part, kind) : undefined;
}

/** What stands for a name that has no letter or digit. */
const nameless = "onbekend";

/** The most characters of an id after its kind; no item has more. */
const longest = 180;

function slugIn(text: string): string {
  const plain = decoded(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/^[^a-z0-9]+|[^a-z0-9-]+$/g, "")
    .replace(/[^a-z0-9-]+/g, "-")
    .slice(0, longest);
  return slug || nameless;
}

/** The words that an id was made from, about. */
export const wordsOf = (id: NodeId): string => id.slice(id.indexOf(":") + 1).replaceAll("-", " ");
