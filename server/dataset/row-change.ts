import { type LinkId, linkEnds, type Text } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import type { RowChange } from "../../model/versions.ts";
import type { Stored } from "../archive/content-hash.ts";
import { sectionOf } from "../archive/version-file.ts";
import { fieldChanges } from "./fields.ts";

/** What items are called, by id. */
export type Names = ReadonlyMap<string, Text>;

/** What a source or an item is called. */
export function nameOfRow(row: Stored): Text {
  const { id, name, name_en: nameEn, title } = row;
  const nl = String(name ?? title ?? id);
  return { nl, en: typeof nameEn === "string" ? nameEn : nl };
}

function linkName(id: string, names: Names): Text {
  const { from, kind, to } = linkEnds(id as LinkId);
  const name = (end: string, language: keyof Text) => names.get(end)?.[language] ?? end;
  const said = (language: keyof Text) =>
    `${name(from, language)} ${linkKinds[kind]?.[language].out ?? kind} ${name(to, language)}`;
  return { nl: said("nl"), en: said("en") };
}

/** What became of a row, in words; `names` has the ends of a link. */
export function rowChange(id: string, before: Stored | undefined, after: Stored | undefined, names: Names): RowChange {
  const row = after ?? before;
  const section = sectionOf(id);
  return {
    id,
    is: ({ sources: "source", nodes: "node", links: "link" } as const)[section],
    change: !before ? "added" : after ? "changed" : "removed",
    name: section === "links" || !row ? linkName(id, names) : nameOfRow(row),
    fields: before && after ? fieldChanges(before, after) : [],
  };
}

/** The ids of what links among some rows join. */
export const endsAmong = (ids: Iterable<string>): Set<string> =>
  new Set(
    [...ids].flatMap((id) => {
      if (sectionOf(id) !== "links") return [];
      const { from, to } = linkEnds(id as LinkId);
      return [from, to];
    }),
  );
