import { nothing, svg, type TemplateResult } from "lit";
import { type ChartData, type Mark, ticksOf } from "./chart-data.ts";

/** What a drawing of a chart needs beside its marks. */
export interface Look {
  /** Pixels. */
  readonly width: number;
  readonly told: (value: number) => string;
  /** The title of a mark, for whoever points at it. */
  readonly title: (mark: Mark) => string;
  readonly isChosen: (mark: Mark) => boolean;
  readonly choose: (mark: Mark) => void;
}

export interface Shape {
  readonly height: number;
  readonly content: TemplateResult;
}

/** Pixels: of a bar with the room around it, of a letter, of the numbers along a side. */
const [band, letter, side] = [26, 7.2, 44] as const;
/** The height of charts whose height does not follow from what is in them. */
const tall = 320;

const shortened = (text: string, width: number): string => {
  const letters = Math.max(3, Math.floor(width / letter));
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
};

const markClass = (mark: Mark, { isChosen }: Look): string => (isChosen(mark) ? "chart-mark chosen" : "chart-mark");

/** Bars that lie, so that their names can be read. */
export function bars({ marks }: ChartData, look: Look): Shape {
  const { width, told, title, choose } = look;
  const names = Math.min(220, width * 0.42);
  const values = 64;
  const [least, greatest] = [Math.min(0, ...marks.map(({ value }) => value)), Math.max(0, ...marks.map(({ value }) => value))];
  const scale = (width - names - values) / (greatest - least || 1);
  const zero = names - least * scale;
  return {
    height: marks.length * band,
    content: svg`${marks.map((mark, index) => {
      const top = index * band;
      const length = Math.abs(mark.value) * scale;
      return svg`<g class=${markClass(mark, look)} @click=${() => choose(mark)}>
        <title>${title(mark)}</title>
        <rect class="hit" x="0" y=${top} width=${width} height=${band} />
        <text x=${names - 8} y=${top + band / 2} text-anchor="end" dominant-baseline="central">${shortened(mark.x, names - 8)}</text>
        <rect class="fill" x=${mark.value < 0 ? zero - length : zero} y=${top + 4} width=${Math.max(1, length)} height=${band - 8} />
        <text class="value" x=${zero + Math.max(0, mark.value * scale) + 6} y=${top + band / 2} dominant-baseline="central">${told(mark.value)}</text>
      </g>`;
    })}`,
  };
}

/** Numbers along the left and the bottom, and where a pair of numbers stands between them. */
function axes(marks: readonly Mark[], { width, told }: Look, isFromZero: boolean, isYears: boolean) {
  const [ats, values] = [marks.map(({ at }) => at), marks.map(({ value }) => value)];
  const range = (numbers: readonly number[]) =>
    numbers.reduce<[number, number]>(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [Infinity, -Infinity]);
  const [[fromX, toX], [fromY, toY]] = [range(ats), range(isFromZero ? [0, ...values] : values)];
  const across = ticksOf(fromX, toX).filter((tick) => !isYears || Number.isInteger(tick));
  const up = ticksOf(fromY, toY);
  const ends = (ticks: readonly number[]) => [ticks[0] ?? 0, ticks.at(-1) ?? 1] as const;
  const [[startX, endX], [startY, endY]] = [isYears ? [fromX, toX] : ends(across), ends(up)];
  const bottom = tall - 28;
  const x = (at: number) => side + 8 + ((at - startX) / (endX - startX || 1)) * (width - side - 32);
  const y = (value: number) => bottom - ((value - startY) / (endY - startY || 1)) * (bottom - 14);
  const content = svg`<g class="axes" aria-hidden="true">
    ${up.map(
      (tick) => svg`<line x1=${side} x2=${width} y1=${y(tick)} y2=${y(tick)} />
      <text x=${side - 6} y=${y(tick)} text-anchor="end" dominant-baseline="central">${told(tick)}</text>`,
    )}
    ${across
      .filter((tick) => tick >= startX && tick <= endX)
      .map((tick) => svg`<text x=${x(tick)} y=${tall - 8} text-anchor="middle">${isYears ? String(tick) : told(tick)}</text>`)}
  </g>`;
  return { x, y, content };
}

const dots = (marks: readonly Mark[], look: Look, x: (at: number) => number, y: (value: number) => number, size: number) =>
  marks.map(
    (mark) => svg`<g class=${markClass(mark, look)} @click=${() => look.choose(mark)}>
      <title>${look.title(mark)}</title>
      <circle class="hit" cx=${x(mark.at)} cy=${y(mark.value)} r="12" />
      <circle class="fill" cx=${x(mark.at)} cy=${y(mark.value)} r=${size} />
    </g>`,
  );

export function line({ marks }: ChartData, look: Look): Shape {
  const { x, y, content } = axes(marks, look, true, true);
  const path = marks
    .map(({ at, value }, index) => `${index === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
    .join("");
  return { height: tall, content: svg`${content}<path class="line" d=${path} />${dots(marks, look, x, y, 4)}` };
}

export function scatter({ marks }: ChartData, look: Look): Shape {
  const { x, y, content } = axes(marks, look, false, false);
  return { height: tall, content: svg`${content}${dots(marks, look, x, y, 4)}` };
}

/** Cells of two kinds: the darker, the more. */
export function heat({ marks, xs, ys }: ChartData, look: Look): Shape {
  const { width, told, title, choose } = look;
  const names = Math.min(200, width * 0.36);
  const cell = Math.max(12, (width - names) / Math.max(1, xs.length));
  const head = Math.min(140, 16 + letter * Math.max(...xs.map((name) => name.length), 0) * 0.75);
  const greatest = Math.max(...marks.map(({ value }) => Math.abs(value)), 1e-9);
  return {
    height: head + ys.length * band,
    content: svg`
      ${xs.map(
        (name, index) =>
          svg`<text transform=${`translate(${names + (index + 0.5) * cell} ${head - 6}) rotate(-48)`}>${shortened(name, head * 1.25)}<title>${name}</title></text>`,
      )}
      ${ys.map(
        (name, index) =>
          svg`<text x=${names - 8} y=${head + (index + 0.5) * band} text-anchor="end" dominant-baseline="central">${shortened(name, names - 8)}<title>${name}</title></text>`,
      )}
      ${marks.map((mark) => {
        const [left, top] = [names + xs.indexOf(mark.x) * cell, head + ys.indexOf(mark.y) * band];
        const share = Math.abs(mark.value) / greatest;
        return svg`<g class=${markClass(mark, look)} @click=${() => choose(mark)}>
          <title>${title(mark)}</title>
          <rect class="fill" x=${left + 1} y=${top + 1} width=${cell - 2} height=${band - 2} fill-opacity=${(0.2 + 0.8 * share).toFixed(2)} />
          ${cell >= 22 ? svg`<text class=${share > 0.5 ? "on-fill" : ""} x=${left + cell / 2} y=${top + band / 2} text-anchor="middle" dominant-baseline="central">${told(mark.value)}</text>` : nothing}
        </g>`;
      })}`,
  };
}
