import type { OverlapAnswer } from "../../../model/discovery.ts";
import type { Language, NodeSummary } from "../../../model/graph.ts";
import { nameOf, textIn } from "../../ui/format.ts";
import { wrap } from "../../ui/wrap.ts";
import { discoveryWords } from "../discovery-element.ts";
import { day } from "../phrases.ts";
import { cellKey, cellsByKey, levelOf } from "./overlap-order.ts";

const cell = 34;
const labels = 330;
const heads = 190;
const margin = 24;
/** The shades of the four levels, as on white paper. */
const shades = ["#f5eadf", "#e8cfb5", "#dab58d", "#cc9a63"];

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const line = (x: number, y: number, text: string, more = "") => `<text x="${x}" y="${y}" ${more}>${escaped(text)}</text>`;

/** The matrix as a picture on white, in SVG: with title, sentence, day, state of the data and sources. */
export function overlapPicture(answer: OverlapAnswer, rows: readonly NodeSummary[], language: Language): string {
  const { overlap, report } = discoveryWords(language);
  const { institutions, sentence, sources, datasetVersion } = answer;
  const width = Math.max(760, labels + institutions.length * cell + margin * 2);
  const told = wrap(textIn(sentence, language), Math.floor((width - margin * 2) / 7.4), 3);
  const top = margin + 28 + told.length * 20 + heads;
  const bottom = top + rows.length * cell + margin;
  const listedSources = sources.map(({ title }) => wrap(title, Math.floor((width - margin * 2) / 6), 1)[0] ?? "");
  const height = bottom + 44 + listedSources.length * 15 + margin;
  const parts = [
    line(margin, margin + 16, overlap.title, 'font-size="22" font-weight="650"'),
    ...told.map((text, index) => line(margin, margin + 44 + index * 20, text, 'font-size="14"')),
    ...institutions.map((node, column) => columnHead(nameOf(node, language), column, top)),
    ...rows.flatMap((row, index) => rowOf(row, index, answer, top, language)),
    line(
      margin,
      bottom + 8,
      `${report.made(day(new Date(), language))} ${report.version(datasetVersion)}`,
      'font-size="11" fill="#56616f"',
    ),
    line(margin, bottom + 30, report.title, 'font-size="11" font-weight="650"'),
    ...listedSources.map((title, index) => line(margin, bottom + 46 + index * 15, title, 'font-size="10.5" fill="#56616f"')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Atkinson Hyperlegible Next, Helvetica, Arial, sans-serif" fill="#1b2430"><rect width="100%" height="100%" fill="#ffffff"/>${parts.join("")}</svg>\n`;
}

function columnHead(name: string, column: number, top: number): string {
  const [x, y] = [margin + labels + column * cell + cell / 2 + 4, top - 10];
  return line(x, y, name, `font-size="12" transform="rotate(-60 ${x} ${y})"`);
}

function rowOf(row: NodeSummary, index: number, answer: OverlapAnswer, top: number, language: Language): string[] {
  const cells = cellsByKey(answer);
  const y = top + index * cell + cell / 2;
  const label = wrap(nameOf(row, language), 52, 2);
  const texts = label.map((text, index) => line(margin, y + 4 + (index - (label.length - 1) / 2) * 13, text, 'font-size="11.5"'));
  const rings = answer.institutions.map(({ id }, column) => {
    const found = cells.get(cellKey(row.id, id));
    if (!found) return "";
    const x = margin + labels + column * cell + cell / 2;
    const dotted = found.basis === "derived" ? ' stroke-dasharray="2 3"' : "";
    const ring = `<circle cx="${x}" cy="${y}" r="13" fill="${shades[levelOf(found.strength) - 1]}" stroke="#bb7429" stroke-width="2"${dotted}/>`;
    return ring + line(x, y + 4, String(found.count), 'font-size="12" text-anchor="middle"');
  });
  const rule = `<path d="M${margin} ${y + cell / 2}H${margin + labels + answer.institutions.length * cell}" stroke="#e1e5ea"/>`;
  return [rule, ...texts, ...rings];
}
