import { meaningCode, meaningOf, type PlainMeaning, plainMeanings, type SheetHolds } from "../../model/curation.ts";
import type { Language } from "../../model/graph.ts";
import { linkKindNames, linkKinds, type NodeKind, nodeKindNames, nodeKinds, propertySpecs } from "../../model/kinds.ts";
import type { nl } from "./words.nl.ts";

export interface MeaningChoice {
  readonly code: string;
  readonly name: string;
}

type Group = keyof typeof nl.groups;

const onLinks: readonly PlainMeaning[] = ["from", "linkKind", "to", "source", "sourceUrl", "basis", "basisNote", "nothing"];
const onSources: readonly PlainMeaning[] = ["name", "sourceUrl", "nothing"];
const onItems = plainMeanings.filter((name) => !["from", "linkKind", "to"].includes(name));

/** What a column can mean on a sheet, by groups; `now` is among them whatever it is. */
export function meaningChoices(holds: SheetHolds, now: string | undefined, words: typeof nl, language: Language) {
  const plain = (names: readonly PlainMeaning[]) => names.map((name) => ({ code: name, name: words.meanings[name] }));
  const groups = new Map<Group, MeaningChoice[]>();
  if (holds === "links") groups.set("item", plain(onLinks));
  else if (holds === "sources") groups.set("item", plain(onSources));
  else if (holds !== "nothing") {
    groups.set("item", plain(onItems));
    const properties = nodeKinds[holds].properties.map((property) => ({
      code: meaningCode({ is: "property", property }),
      name: propertySpecs[property][language],
    }));
    groups.set("facts", properties);
    groups.set("links", [...ofOther(now, words, language), ...linkChoices(holds, words, language)]);
  }
  return groups;
}

function linkChoices(own: NodeKind, words: typeof nl, language: Language): MeaningChoice[] {
  return linkKindNames.flatMap((kind) =>
    (["out", "in"] as const).flatMap((direction) =>
      nodeKindNames.flatMap((other) => {
        const code = meaningCode({ is: "link", kind, direction, other });
        const joins = linkKinds[kind].ends.some(([from, to]) =>
          direction === "out" ? from === own && to === other : to === own && from === other,
        );
        const phrase = linkKinds[kind][language][direction];
        return joins ? [{ code, name: words.linkTo(phrase, nodeKinds[other][language].one) }] : [];
      }),
    ),
  );
}

/** A link that leads from what another column names. */
function ofOther(now: string | undefined, words: typeof nl, language: Language): MeaningChoice[] {
  const meaning = now === undefined ? undefined : meaningOf(now);
  if (meaning?.is !== "link" || !meaning.of || now === undefined) return [];
  const { kind, direction, other, of } = meaning;
  const phrase = words.linkTo(linkKinds[kind][language][direction], nodeKinds[other][language].one);
  return [{ code: now, name: words.ofOther(phrase, nodeKinds[of][language].one) }];
}
