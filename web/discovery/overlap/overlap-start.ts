import { kindOf, type NodeSummary } from "../../../model/graph.ts";
import { storyIds } from "../../app/story.ts";
import { slugOf } from "../../ui/format.ts";

/** With how many institutions one can begin when the story's are not there. */
const beginWith = 10;

/** With whom the overlap begins when nobody was chosen: the institutions of the story, else those that most is known of. */
export function startOf(institutions: readonly NodeSummary[]): { readonly slugs: readonly string[]; readonly isStory: boolean } {
  const there = new Set(institutions.map(({ id }) => id));
  const story = storyIds.filter((id) => kindOf(id) === "institution");
  if (story.every((id) => there.has(id))) return { slugs: story.map(slugOf), isStory: true };
  const known = institutions.toSorted((a, b) => b.degree - a.degree).slice(0, beginWith);
  return { slugs: known.map(({ id }) => slugOf(id)), isStory: false };
}
