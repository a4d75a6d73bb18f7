import type { Language } from "../../model/graph.ts";
import { sectionsOf } from "./sections.ts";
import type { Extent, Sight } from "./sight.ts";
import { extentOfSpots, inWindow } from "./sight.ts";
import type { View } from "./view.ts";

/** A part of a drawing with its heading, and where it is. */
export interface Headed {
  readonly key: string;
  readonly text: string;
  /** Around its items, with room for the heading above them. */
  readonly extent: Extent;
}

/** Pixels at zoom 1 around the items of a section. */
const around = { x: 56, top: 110, bottom: 60 };
/** Pixels that a heading is wide at least, and those of its section below which there is no room even for that. */
const leastWidth = 92;
const leastSection = 36;
/** Pixels from the top of the window at which the heading of a column stays, while its items are in view. */
const stuck = 6;

const headedByView = new WeakMap<View, { readonly language: Language; readonly headed: readonly Headed[] }>();

/** The sections of a view; an item that somebody put elsewhere stretches none. */
export function headedSections(view: View, language: Language): readonly Headed[] {
  const known = headedByView.get(view);
  if (known?.language === language) return known.headed;
  const headed = headedAnew(view, language);
  headedByView.set(view, { language, headed });
  return headed;
}

function headedAnew(view: View, language: Language): readonly Headed[] {
  return sectionsOf(view).flatMap(({ key, ids, heading }) => {
    const spots = ids.flatMap((id) => view.spots.get(id) ?? []);
    const extent = extentOfSpots(spots.some(({ pinned }) => !pinned) ? spots.filter(({ pinned }) => !pinned) : spots);
    if (!extent) return [];
    const { x1, y1, x2, y2 } = extent;
    return [
      {
        key,
        text: heading(language),
        extent: { x1: x1 - around.x, y1: y1 - around.top, x2: x2 + around.x, y2: y2 + around.bottom },
      },
    ];
  });
}

/** Puts each heading above its section, or at the top of the window while that is higher up; what cannot be read is not shown. */
export function placeHeadings(box: HTMLElement, sections: readonly Headed[], sight: Sight): void {
  for (const [index, { extent }] of sections.entries()) {
    const element = box.children[index];
    if (!(element instanceof HTMLElement)) continue;
    const [low, high] = [inWindow({ x: extent.x1, y: extent.y1 }, sight), inWindow({ x: extent.x2, y: extent.y2 }, sight)];
    const width = Math.max(high.x - low.x, leastWidth);
    const left = (low.x + high.x - width) / 2;
    const top = Math.min(Math.max(low.y, stuck), high.y - element.offsetHeight);
    element.toggleAttribute("data-small", high.x - low.x < leastSection);
    element.style.width = `${Math.round(width)}px`;
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}

/** The corners of all sections: what is in view with all of them has its headings in view too. */
export const cornersOf = (sections: readonly Headed[]) =>
  sections.flatMap(({ extent: { x1, y1, x2, y2 } }) => [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]);
