import { z } from "zod";
import { patternLimits } from "../../../model/patterns.ts";
import { contentIn, type FileProblem, freeAmong, readAs, recalledList, rememberList } from "../../app/saved-lists.ts";
import { paramTypes } from "../param-types.ts";
import { type Draft, paramsIn, paramsText, rowLimits } from "../pattern-address.ts";

/** Under which name this device remembers patterns. */
const key = "overlap-patterns";
/** So many patterns have a title on a device, and in a file. */
export const mostPatterns = 500;

const Name = z.string().regex(/^\w{1,64}$/);

/** A pattern with a title: its text, the values of its $names with their types, and its limits. */
export const SavedPattern = z.strictObject({
  title: z.string().trim().min(1).max(80),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).readonly(),
  saved: z.iso.datetime(),
  cypher: z.string().max(10_000),
  params: z.record(Name, z.strictObject({ type: z.enum(paramTypes), value: z.json() })),
  /** Milliseconds. */
  timeout: z.number().int().min(100).max(patternLimits.timeout.most),
  rows: z.number().int().min(1).max(rowLimits.most),
});
export type SavedPattern = z.infer<typeof SavedPattern>;

/** Patterns as a file that can be given to somebody else. */
const PatternsFile = z.strictObject({
  overlap: z.literal("patterns"),
  version: z.literal(1),
  patterns: z.array(SavedPattern).max(mostPatterns).readonly(),
});

/** The patterns with a title on this device, the latest first. */
export const savedPatterns = (): readonly SavedPattern[] => recalledList(key, SavedPattern);

/** Tells whether the browser took them. */
export const rememberPatterns = (patterns: readonly SavedPattern[]): boolean =>
  patterns.length <= mostPatterns && rememberList(key, patterns);

/** A title that none of the others has: with a number after it where one has. */
export const freeTitle = (title: string, others: readonly Pick<SavedPattern, "title">[]): string =>
  freeAmong(
    title,
    others.map((pattern) => pattern.title),
  );

/** What is typed as “netwerken, scholen”, each tag once. */
export const tagsIn = (text: string): string[] =>
  [...new Set(text.split(",").flatMap((tag) => tag.trim().slice(0, 40) || []))].slice(0, 20);

export const patternsFile = (patterns: readonly SavedPattern[]): string =>
  JSON.stringify({ overlap: "patterns", version: 1, patterns } satisfies z.infer<typeof PatternsFile>, null, 2);

/** The patterns in a file, or why there are none to be had from it. */
export function patternsIn(text: string): readonly SavedPattern[] | FileProblem {
  const found = contentIn(text);
  if ("is" in found) return found;
  if (found.holds !== "patterns") return { is: "other" };
  const file = readAs(PatternsFile, found.content);
  return "read" in file ? file.read.patterns : file;
}

/** The same pattern, whatever it is called. */
export const isSamePattern = (one: SavedPattern, other: SavedPattern): boolean =>
  one.cypher === other.cypher && JSON.stringify(one.params) === JSON.stringify(other.params);

/** With those that are new, each under a title of its own; a pattern that is there already under its title is not taken twice. */
export function withRead(patterns: readonly SavedPattern[], read: readonly SavedPattern[]): readonly SavedPattern[] {
  const all = [...patterns];
  for (const pattern of read)
    if (!all.some((one) => one.title === pattern.title && isSamePattern(one, pattern)))
      all.push({ ...pattern, title: freeTitle(pattern.title, all) });
  return all;
}

/** A saved pattern as it is typed. */
export const draftOf = ({ cypher, params, timeout, rows }: SavedPattern): Draft => ({
  cypher,
  params: paramsText(Object.fromEntries(Object.entries(params).map(([name, { value }]) => [name, value]))),
  timeout,
  rows,
  types: Object.fromEntries(Object.entries(params).map(([name, { type }]) => [name, type])),
});

/** What is typed as a pattern to save; undefined when its values are not JSON. */
export function savedOf(draft: Draft, title: string, tags: readonly string[], types: Draft["types"]): SavedPattern | undefined {
  const params = paramsIn(draft.params);
  const typed = params && Object.entries(params).map(([name, value]) => [name, { type: types?.[name] ?? "json", value }]);
  const { cypher, timeout, rows } = draft;
  const saved = new Date().toISOString();
  return SavedPattern.safeParse({ title, tags, saved, cypher, params: typed && Object.fromEntries(typed), timeout, rows }).data;
}
