import type { Address } from "../app/address.ts";
import type { Explore } from "./explore-state.ts";
import { seedStory } from "./seed-story.ts";
import { lastStory } from "./story.ts";

type Query = Address["query"];

/** Which story is told, and at which step, from 1: the one of the data set, or the one that this device read from a file. */
export const storyQuery = (telling: Explore["telling"]): Query =>
  telling ? { verhaal: telling.story === seedStory ? "samen" : "eigen", stap: String(telling.at + 1) } : {};

/** The story that an address asks for; nothing where it is not on this device. */
export function storyInQuery({ verhaal, stap = "1" }: Query): Explore["telling"] {
  const story = verhaal === "samen" ? seedStory : verhaal === "eigen" ? lastStory() : undefined;
  const step = /^\d{1,2}$/.test(stap) ? Number(stap) : 1;
  return story && { story, at: Math.min(Math.max(1, step), story.steps.length) - 1 };
}
