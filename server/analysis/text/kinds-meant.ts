import { languages } from "../../../model/graph.ts";
import { type NodeKind, nodeKindNames, nodeKinds } from "../../../model/kinds.ts";
import type { How } from "./find.ts";
import type { AnalysedQuery, QueryWord } from "./query.ts";
import { stem } from "./stem.ts";
import type { Word } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

/** Words of a query that say what sort of item is meant: *leerruimtes* are spaces. */
export interface MeantKind {
  readonly kind: NodeKind;
  /** In (0, 1]: how much of what the query tells these words are. */
  readonly share: number;
  readonly words: readonly { readonly said: string; readonly found: string; readonly how: How }[];
}

interface KindWord {
  readonly kind: NodeKind;
  readonly name: string;
}

/** The words for each kind, by their stem. */
const kindsByStem = Object.fromEntries(
  languages.map((language) => {
    const kinds = new Map<string, KindWord>();
    for (const kind of nodeKindNames) {
      const { one, many } = nodeKinds[kind][language];
      for (const word of [many, one].flatMap(wordsOf)) kinds.set(stem(word, language), { kind, name: one });
    }
    return [language, kinds];
  }),
) as unknown as Readonly<Record<(typeof languages)[number], ReadonlyMap<string, KindWord>>>;

const kindOf = (word: Word): KindWord | undefined =>
  languages.map((language) => kindsByStem[language].get(word.stem[language])).find((kind) => kind !== undefined);

/** The last part of a Dutch compound is what it is about. */
function meantBy({ word, corrections }: QueryWord): (KindWord & { readonly how: How }) | undefined {
  const meant = corrections[0] ?? word;
  const whole = kindOf(meant);
  if (whole) return { ...whole, how: corrections[0] ? "spelling" : "word" };
  const last = meant.parts.at(-1);
  const kind = last && kindOf(last);
  return kind && { ...kind, how: "part" };
}

/** The kinds that some words of a query are the word for. */
export function kindsMeant({ words }: AnalysedQuery): readonly MeantKind[] {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const found = words.flatMap((word) => {
    const meant = meantBy(word);
    return meant ? [{ word, meant }] : [];
  });
  return nodeKindNames.flatMap((kind) => {
    const own = found.filter(({ meant }) => meant.kind === kind);
    if (own.length === 0) return [];
    const share = own.length === words.length ? 1 : own.reduce((sum, { word }) => sum + word.weight, 0) / total;
    return [{ kind, share, words: own.map(({ word, meant }) => ({ said: word.word.word, found: meant.name, how: meant.how })) }];
  });
}
