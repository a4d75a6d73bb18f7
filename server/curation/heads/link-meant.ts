import { type LinkKind, linkKindNames, linkKinds, mayJoin, type NodeKind } from "../../../model/kinds.ts";
import { headKey, kindMeant, linkHeads } from "./head-words.ts";

export interface LinkMeant {
  readonly kind: LinkKind;
  readonly direction: "out" | "in";
  readonly other: NodeKind;
}

/** The phrases that say a link, the longest first, so that *helpt bij* is not taken for *helpt*. */
const phrases = [
  ...linkKindNames.flatMap((kind) => {
    const { nl, en } = linkKinds[kind];
    const names = [kind.replaceAll("_", " "), nl.out, en.out].map((head) => [headKey(head), kind, "out"] as const);
    return [...names, ...[nl.in, en.in].map((head) => [headKey(head), kind, "in"] as const)];
  }),
  ...linkHeads.map(([head, kind, direction]) => [headKey(head), kind, direction] as const),
].sort(([one], [other]) => other.length - one.length);

/** Kinds of the other end that a link of an item of `own` kind may have, in the order of the model. */
export const othersOf = (kind: LinkKind, direction: "out" | "in", own: NodeKind): NodeKind[] =>
  linkKinds[kind].ends.flatMap(([from, to]) => {
    if (direction === "out") return from === own ? [to] : [];
    return to === own ? [from] : [];
  });

/** What a phrase such as *gaat over*, *gemaakt door instelling* or *deelnemers* says of an item of `own` kind. */
export function linkMeant(head: string, own: NodeKind): LinkMeant | undefined {
  const key = headKey(head);
  for (const [phrase, kind, direction] of phrases) {
    if (key !== phrase && !key.startsWith(`${phrase} `)) continue;
    const others = othersOf(kind, direction, own);
    const rest = key.slice(phrase.length).trim();
    const named = rest === "" ? undefined : kindMeant(rest);
    if (rest !== "" && !named) continue;
    const other = named ? others.find((one) => one === named) : others[0];
    if (other) return { kind, direction, other };
  }
  return undefined;
}

/** Pairs for which the first link that may join them is not the one that people mean. */
const meantFor: Readonly<Record<string, readonly [LinkKind, "out" | "in"]>> = {
  "programme institution": ["PART_OF", "out"],
  "institution programme": ["PART_OF", "in"],
  "institution team": ["PART_OF", "in"],
};

/** What a column means that only says which kind of item it names, on a sheet of items of `own` kind. */
export function linkBetween(own: NodeKind, other: NodeKind): LinkMeant | undefined {
  const meant = meantFor[`${own} ${other}`];
  if (meant) return { kind: meant[0], direction: meant[1], other };
  for (const kind of linkKindNames) {
    if (mayJoin(kind, own, other)) return { kind, direction: "out", other };
    if (mayJoin(kind, other, own)) return { kind, direction: "in", other };
  }
  return undefined;
}

/** The kind of link that a word in a cell names, as in *gaat over* or ABOUT, and in which direction it is said. */
export function linkNamed(text: string): { readonly kind: LinkKind; readonly direction: "out" | "in" } | undefined {
  const key = headKey(text);
  const found = phrases.find(([phrase]) => phrase === key);
  return found && { kind: found[1], direction: found[2] };
}
