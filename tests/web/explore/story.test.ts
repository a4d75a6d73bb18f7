import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { viewsIn } from "../../../web/explore/saved-views.ts";
import { seedStory } from "../../../web/explore/seed-story.ts";
import { lastStory, rememberStory, type Story, storyIn, toldIn } from "../../../web/explore/story.ts";
import { storyInQuery, storyQuery } from "../../../web/explore/story-address.ts";

const rowsIn = <Row>(folder: string): Row[] => {
  const path = join(import.meta.dirname, "../../../seed", folder);
  return readdirSync(path).flatMap((file) => JSON.parse(readFileSync(join(path, file), "utf8")) as Row[]);
};

describe("the story of the data set", () => {
  test("has six steps, in both languages, that keep what was there and only show what is in the data", () => {
    expect(storyIn(JSON.parse(JSON.stringify(seedStory)))).toEqual(seedStory);
    expect(seedStory.steps).toHaveLength(6);
    const there = new Set(rowsIn<{ id: string }>("nodes").map(({ id }) => id));
    for (const [index, { show, select, path = [], title, text }] of seedStory.steps.entries()) {
      for (const id of [...show, ...path, ...(select ? [select] : [])]) expect(there, id).toContain(id);
      expect(show).toEqual(expect.arrayContaining([...(seedStory.steps[index - 1]?.show ?? []), ...path]));
      for (const words of [title, text]) expect(toldIn(words, "en")).not.toBe(toldIn(words, "nl"));
    }
  });

  test("marks a way that is one: each step of it is a link", () => {
    const links = rowsIn<{ from: string; to: string }>("links");
    for (const { path = [] } of seedStory.steps)
      for (const [index, id] of path.slice(1).entries())
        expect(
          links.some(({ from, to }) => [from, to].includes(id) && [from, to].includes(path[index] ?? "")),
          id,
        ).toBe(true);
  });
});

describe("a story in a file", () => {
  const story: Story = {
    overlap: "story",
    version: 1,
    title: { nl: "Kort" },
    steps: [{ title: { nl: "Een" }, text: { nl: "Kijk." }, show: ["theme:ai"] }],
  } as never;
  const texts = new Map<string, string>();
  beforeEach(() => {
    texts.clear();
    vi.stubGlobal("localStorage", {
      getItem: (name: string) => texts.get(name) ?? null,
      setItem: (name: string, text: string) => texts.set(name, text),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("is read as it is, with Dutch where there is no English", () => {
    expect(viewsIn(JSON.stringify(story))).toEqual(story);
    expect(toldIn(story.title, "en")).toBe("Kort");
  });

  test.each<[string, object, string]>([
    ["no steps", { ...story, steps: [] }, "steps"],
    ["a later version", { ...story, version: 2 }, "version"],
    ["an id that is none", { ...story, steps: [{ ...story.steps[0], show: ["ai"] }] }, "steps.0.show.0"],
    ["a part that nobody knows", { ...story, steps: [{ ...story.steps[0], colour: "red" }] }, "steps.0.colour"],
    ["a way of one item", { ...story, steps: [{ ...story.steps[0], path: ["theme:ai"] }] }, "steps.0.path"],
    [
      "spots that are no numbers",
      { ...story, steps: [{ ...story.steps[0], spots: { "theme:ai": ["left", 0] } }] },
      "steps.0.spots.theme:ai.0",
    ],
  ])("with %s is not read, and the part is named", (_, content, part) => {
    expect(viewsIn(JSON.stringify(content))).toEqual({ is: "wrong", part });
  });

  test("is found again by its address, at its step, on the device that read it", () => {
    expect(storyInQuery({ verhaal: "eigen" })).toBeUndefined();
    rememberStory(story);
    expect(lastStory()).toEqual(story);
    expect(storyInQuery(storyQuery({ story, at: 0 }))).toEqual({ story, at: 0 });
    expect(storyInQuery(storyQuery({ story: seedStory, at: 4 }))).toEqual({ story: seedStory, at: 4 });
    for (const stap of ["0", "99", "x", "-1"])
      expect(storyInQuery({ verhaal: "samen", stap })?.at, stap).toBe(stap === "99" ? 5 : 0);
    expect(storyInQuery({ verhaal: "ander" })).toBeUndefined();
  });
});
