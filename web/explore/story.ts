import { z } from "zod";
import { mostNodesInView } from "../../model/explore.ts";
import { type Language, NodeId } from "../../model/graph.ts";
import { recalled, remember } from "../app/device.ts";

/** Under which name this device remembers the story that was read from a file. */
const key = "overlap-story";
/** Words in Dutch, and in English where somebody wrote them. */
const words = (most: number) =>
  z.strictObject({ nl: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most).optional() });
const Pixels = z.number().min(-100_000).max(100_000);

const StoryStep = z.strictObject({
  title: words(120),
  text: words(800),
  /** All that is on the canvas in this step: what was there before stays where it is. */
  show: z.array(NodeId).min(1).max(mostNodesInView).readonly(),
  /** Where what is new goes, in pixels; near what it is linked to without it. */
  spots: z.partialRecord(NodeId, z.tuple([Pixels, Pixels]).readonly()).optional(),
  /** What is selected, so that all but its neighbours steps back. */
  select: NodeId.optional(),
  /** A way that is marked, from end to end. */
  path: z.array(NodeId).min(2).max(20).readonly().optional(),
});
export type StoryStep = z.infer<typeof StoryStep>;

/** A drawing that is told in steps. */
export const Story = z.strictObject({
  overlap: z.literal("story"),
  version: z.literal(1),
  title: words(120),
  steps: z.array(StoryStep).min(1).max(40).readonly(),
});
export type Story = z.infer<typeof Story>;

/** A text of a story in that language; Dutch where there is no other. */
export const toldIn = (text: { readonly nl: string; readonly en?: string | undefined }, language: Language): string =>
  (language === "en" && text.en) || text.nl;

/** The story in a file; or, as text, which part of it is wrong. */
export function storyIn(content: unknown): Story | string {
  const read = Story.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return issue?.code === "unrecognized_keys" ? [...issue.path, ...issue.keys].join(".") : (issue?.path.join(".") ?? "");
}

/** The story that was read from a file last, on this device. */
export function lastStory(): Story | undefined {
  try {
    return Story.safeParse(JSON.parse(recalled(key) ?? "")).data;
  } catch {
    return undefined;
  }
}

export const rememberStory = (story: Story): boolean => remember(key, JSON.stringify(story));
