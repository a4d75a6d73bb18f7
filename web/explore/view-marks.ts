import type { View } from "../drawing/view.ts";
import type { Explore } from "./explore-state.ts";

const marks = new WeakMap<View, string>();
let made = 0;

/** A name for a view, by which an entry of the browser's history means it. No two views have the same, nor two loads of the page. */
export function markOf(view: View): string {
  const mark = marks.get(view) ?? `${performance.timeOrigin}/${++made}`;
  marks.set(view, mark);
  return mark;
}

/** What tells the views of one load of the page from each other, in few letters. */
export const numberOf = (view: View): string => markOf(view).split("/").at(-1) ?? "";

/** The view of that name among those that can be gone back to, and whether it lies before the one of now. */
export function markedView(
  { past, view, future }: Explore,
  mark: string | undefined,
): { readonly view: View; readonly isBack: boolean } | undefined {
  const found = [view, ...past.toReversed(), ...future].find((one) => marks.get(one) === mark);
  return mark !== undefined && found ? { view: found, isBack: past.includes(found) } : undefined;
}
