import { z } from "zod";
import { contentIn, type FileProblem, freeAmong, readAs, recalledList, rememberList } from "../app/saved-lists.ts";
import { type Story, storyIn } from "./story.ts";

/** Under which name this device remembers drawings. */
const key = "overlap-views";
/** So many drawings have a name on a device, and in a file. */
export const mostViews = 100;

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

/** The drawings with a name on this device, the latest first. */
export const savedViews = (): readonly SavedView[] => recalledList(key, SavedView);

/** Tells whether the browser took them. */
export const rememberViews = (views: readonly SavedView[]): boolean => views.length <= mostViews && rememberList(key, views);

/** A name that none of the others has: with a number after it where one has. */
export const freeName = (name: string, others: readonly Pick<SavedView, "name">[]): string =>
  freeAmong(
    name,
    others.map((view) => view.name),
  );

export const viewsFile = (views: readonly SavedView[]): string =>
  JSON.stringify({ overlap: "drawings", version: 1, views } satisfies z.infer<typeof ViewsFile>, null, 2);

/** The drawings, or the story, in a file; or why there is neither to be had from it. */
export function viewsIn(text: string): readonly SavedView[] | Story | FileProblem {
  const found = contentIn(text);
  if ("is" in found) return found;
  const { holds, content } = found;
  if (holds === "story") {
    const story = storyIn(content);
    return typeof story === "string" ? { is: "wrong", part: story } : story;
  }
  if (holds !== "drawings") return { is: "other" };
  const file = readAs(ViewsFile, content);
  return "read" in file ? file.read.views : file;
}
