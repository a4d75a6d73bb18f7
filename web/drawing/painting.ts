import type { Scene } from "./scene.ts";
import { paintInPieces } from "./scene.ts";
import type { Sight, WindowSize } from "./sight.ts";

/** Pixels around the window that are painted too: the drawing can be moved by so much before more of it has to be painted. */
const margin = 128;
/** Milliseconds of a frame that painting takes at most. */
const perFrame = 7;

/** What is being painted, and from where it is looked at. */
interface Work {
  readonly pieces: Iterator<void>;
  readonly sight: Sight;
}

/**
 * Two sheets on which a drawing is painted by turns: one is seen while the other is painted, a few milliseconds in each frame. What
 * is painted already moves and grows with whoever looks, so that a drawing of any size follows at once, and is sharp a moment later.
 * A small one is painted within a frame.
 */
export class Painting {
  readonly #sheets: readonly [HTMLCanvasElement, HTMLCanvasElement];
  /** The sheet that is seen. */
  #front: 0 | 1 = 0;
  #size: WindowSize = { width: 0, height: 0 };
  /** From where it was looked at when the sheet was painted that is seen; absent before the first. */
  #painted: Sight | undefined;
  #work: Work | undefined;
  #isStale = true;

  constructor(...sheets: readonly [HTMLCanvasElement, HTMLCanvasElement]) {
    this.#sheets = sheets;
  }

  /** Takes the size of the window over; all is to be painted again. */
  resize(size: WindowSize): void {
    this.#size = size;
    this.#painted = undefined;
    this.#work = undefined;
    this.#isStale = true;
    const ratio = Math.min(2, devicePixelRatio);
    for (const sheet of this.#sheets) {
      const { width, height } = { width: size.width + 2 * margin, height: size.height + 2 * margin };
      Object.assign(sheet, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
      Object.assign(sheet.style, { left: `${-margin}px`, top: `${-margin}px`, width: `${width}px`, height: `${height}px` });
    }
  }

  /** What is drawn is another: it is to be painted again. */
  changed(): void {
    this.#isStale = true;
  }

  /** Paints for a moment, and shows what is painted as it is looked at now. Tells whether there is more to paint. */
  frame(sceneNow: () => Scene, sight: Sight): boolean {
    if (!this.#work && (this.#isStale || !isSame(sight, this.#painted))) {
      this.#work = { sight, pieces: this.#paint(sceneNow(), sight) };
      this.#isStale = false;
    }
    if (this.#work && finishes(this.#work.pieces)) this.#turn(this.#work);
    this.#place(sight);
    return this.#work !== undefined || this.#isStale || !isSame(sight, this.#painted);
  }

  #paint(scene: Scene, { zoom, pan }: Sight): Iterator<void> {
    const { width, height } = this.#size;
    const around = { zoom, pan: { x: pan.x + margin, y: pan.y + margin } };
    const context = this.#sheets[this.#front === 0 ? 1 : 0].getContext("2d");
    const size = { width: width + 2 * margin, height: height + 2 * margin };
    return context ? paintInPieces(context, scene, around, size) : [].values();
  }

  /** Shows the sheet that has been painted. */
  #turn({ sight }: Work): void {
    this.#front = this.#front === 0 ? 1 : 0;
    this.#painted = sight;
    this.#work = undefined;
    for (const [index, sheet] of this.#sheets.entries()) sheet.toggleAttribute("data-front", index === this.#front);
  }

  #place({ zoom, pan }: Sight): void {
    if (!this.#painted) return;
    const grown = zoom / this.#painted.zoom;
    const [x, y] = [
      pan.x + margin - grown * (this.#painted.pan.x + margin),
      pan.y + margin - grown * (this.#painted.pan.y + margin),
    ];
    const isAsPainted = isSame({ zoom, pan }, this.#painted);
    this.#sheets[this.#front].style.transform = isAsPainted ? "" : `translate(${x}px, ${y}px) scale(${grown})`;
  }
}

/** Goes on for a moment, and tells whether all is done. */
function finishes(pieces: Iterator<void>): boolean {
  const until = performance.now() + perFrame;
  do if (pieces.next().done) return true;
  while (performance.now() < until);
  return false;
}

const isSame = (one: Sight, other: Sight | undefined) =>
  one.zoom === other?.zoom && one.pan.x === other.pan.x && one.pan.y === other.pan.y;
