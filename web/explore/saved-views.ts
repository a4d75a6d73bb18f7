import { z } from "zod";
import { recalled, remember } from "../app/device.ts";
import { type Story, storyIn } from "./story.ts";

/** Under which name this device remembers drawings. */
const key = "overlap-views";
/** So many drawings have a name on a device, and in a file. */
export const mostViews = 100;
/** Characters of a file that is read. */
export const mostCharacters = 5_000_000;

/** A drawing with a name: what the query of its address holds. */
export const SavedView = z.strictObject({
  name: z.string().trim().min(1).max(80),
  saved: z.iso.datetime(),
  items: z.number().int().min(0),
  query: z.record(z.string().max(40), z.string()),
});
export type SavedView = z.infer<typeof SavedView>;

/** Drawings as a file that can be given to somebody else. */
const ViewsFile = z.strictObject({
  overlap: z.literal("drawings"),
  version: z.literal(1),
  views: z.array(SavedView).max(mostViews).readonly(),
});

/** Why a file is not read; `part` names what of it is wrong. */
export type FileProblem = { readonly is: "large" | "no-json" | "other" } | { readonly is: "wrong"; readonly part: string };

/** The drawings with a name on this device, the latest first. */
export function savedViews(): readonly SavedView[] {
  try {
    const views = z.array(z.unknown()).parse(JSON.parse(recalled(key) ?? "[]"));
    return views.flatMap((view) => SavedView.safeParse(view).data ?? []);
  } catch {
    return [];
  }
}

/** Tells whether the browser took them. */
export const rememberViews = (views: readonly SavedView[]): boolean =>
  views.length <= mostViews && remember(key, views.length === 0 ? undefined : JSON.stringify(views));

/** A name that none of the others has: with a number after it where one has. */
export function freeName(name: string, others: readonly Pick<SavedView, "name">[]): string {
  const taken = new Set(others.map((view) => view.name));
  const short = name.trim().slice(0, 70).trim();
  let free = short;
  for (let count = 2; taken.has(free); count += 1) free = `${short} (${count})`;
  return free;
}

export const viewsFile = (views: readonly SavedView[]): string =>
  JSON.stringify({ overlap: "drawings", version: 1, views } satisfies z.infer<typeof ViewsFile>, null, 2);

/** The drawings, or the story, in a file; or why there is neither to be had from it. */
export function viewsIn(text: string): readonly SavedView[] | Story | FileProblem {
  if (text.length > mostCharacters) return { is: "large" };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { is: "no-json" };
  }
  const holds = typeof content === "object" && content !== null && "overlap" in content ? content.overlap : undefined;
  if (holds === "story") {
    const story = storyIn(content);
    return typeof story === "string" ? { is: "wrong", part: story } : story;
  }
  if (holds !== "drawings") return { is: "other" };
  const read = ViewsFile.safeParse(content);
  if (read.success) return read.data.views;
  return { is: "wrong", part: read.error.issues[0]?.path.join(".") ?? "" };
}
