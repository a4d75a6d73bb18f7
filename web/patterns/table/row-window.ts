import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/virtual-core";
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A row that is on the page, or the height of those that are not. */
export type Part = { readonly row: number } | { readonly gap: number };

/** Pixels of a row that was not drawn yet, about. */
const guess = 41;
/** Rows that are drawn above and below what can be seen. */
const beyond = 8;

/** Which rows of very many are drawn: those that can be seen, and the one that the keyboard is in. */
export class RowWindow implements ReactiveController {
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: VirtualizerOptions<HTMLElement, HTMLElement>;
  #always = 0;
  #unmount = () => {};

  /** @param scroller what scrolls, once it is there */
  constructor(host: ReactiveControllerHost & HTMLElement, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#options = {
      count: 0,
      getScrollElement: scroller,
      estimateSize: () => guess,
      overscan: beyond,
      getItemKey: (row) => row,
      rangeExtractor: rowsWith(0),
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      measureElement: (element) => element.getBoundingClientRect().height,
      onChange: () => void host.updateComplete.then(() => host.requestUpdate()),
    };
    this.#virtualizer = new Virtualizer(this.#options);
    host.addController(this);
  }

  /**
   * What is drawn, from the top to the bottom.
   * @param always a row that is drawn whatever can be seen
   * @param getItemKey what a row is known by, wherever it stands; another function makes it count all heights anew
   */
  parts(count: number, always: number, getItemKey: (row: number) => number): Part[] {
    const rangeExtractor = always === this.#always ? this.#options.rangeExtractor : rowsWith(always);
    this.#always = always;
    Object.assign(this.#options, { count, getItemKey, rangeExtractor });
    this.#virtualizer.setOptions(this.#options);
    const parts: Part[] = [];
    let end = 0;
    for (const { index, start, end: next } of this.#virtualizer.getVirtualItems()) {
      if (start > end) parts.push({ gap: start - end });
      parts.push({ row: index });
      end = next;
    }
    const rest = this.#virtualizer.getTotalSize() - end;
    return rest > 0 ? [...parts, { gap: rest }] : parts;
  }

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
  }
  hostUpdated(): void {
    this.#virtualizer._willUpdate();
    this.#virtualizer.measureElement(null);
    for (const row of this.#host.querySelectorAll<HTMLElement>("[data-index]")) this.#virtualizer.measureElement(row);
  }
  hostDisconnected(): void {
    this.#unmount();
  }
}

/** The rows that can be seen, some beyond them, and one more. */
const rowsWith =
  (always: number) =>
  ({ startIndex, endIndex, overscan, count }: Range): number[] => {
    const [first, last] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)];
    const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    if (always >= count || (always >= first && always <= last)) return rows;
    return always < first ? [always, ...rows] : [...rows, always];
  };
