import { z } from "zod";
import { recalled, remember } from "../app/device.ts";

/** Under which name this device remembers what was drawn last. */
const key = "overlap-drawing";

/** The drawing of last time: the query of its address, and how many items it has. */
const LastDrawing = z.object({
  query: z.record(z.string(), z.string()),
  items: z.number().int().min(1),
  /** The user took everything off the canvas: it is offered, and does not come back by itself. */
  emptied: z.boolean(),
});
export type LastDrawing = z.infer<typeof LastDrawing>;

/** The drawing of last time, on whichever page of the site; nothing before the first. */
export function lastDrawing(): LastDrawing | undefined {
  try {
    return LastDrawing.safeParse(JSON.parse(recalled(key) ?? "")).data;
  } catch {
    return undefined;
  }
}

export const rememberDrawing = (query: LastDrawing["query"], items: number): boolean =>
  remember(key, JSON.stringify({ query, items, emptied: false } satisfies LastDrawing));

/** It is not to come back by itself. */
export function rememberEmptied(): void {
  const last = lastDrawing();
  if (last) remember(key, JSON.stringify({ ...last, emptied: true } satisfies LastDrawing));
}
