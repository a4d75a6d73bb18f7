import { nothing, render, svg } from "lit";
import type { Language, NodeId, Source } from "../../model/graph.ts";
import { type FamilyName, families, type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import { lettersAt, type NamePlace, nameLines } from "../drawing/labels.ts";
import { linkPaths } from "../drawing/link-paths.ts";
import { namePlaces } from "../drawing/names.ts";
import { extentOfSpots } from "../drawing/sight.ts";
import { sizesOf } from "../drawing/sizes.ts";
import { sharers, shown, type View } from "../drawing/view.ts";
import { viewText } from "../drawing/view-text.ts";
import { kindWord, nameOf } from "../ui/format.ts";
import { glyph } from "../ui/icon.ts";
import { wrap } from "../ui/wrap.ts";
import { exploreWordsIn } from "./words.ts";

/** What a picture says beside what is drawn. */
export interface PictureWords {
  readonly title: string;
  /** The address at which the same is drawn. */
  readonly address: string;
  readonly datasetVersion: string;
  readonly sources: readonly Source[];
  readonly language: Language;
}

const ink = "#1b2430";
const second = "#56616f";
const line = "#8a95a3";
const paper = "#ffffff";
/** Pixels around everything, and beside the outermost signs for their names. */
const margin = 40;
const aside = 90;
/** So wide at least, for the words under it; letters are as large as on a sheet of this width. */
const sheet = 1_100;
/** So many sources are named; how many more there are is said. */
const mostSources = 12;

/**
 * What is drawn as a picture on white, in SVG, without anything that another program may not know: title, signs, links, names as far
 * as they can be read, legend, day, state of the data, address and sources; and the whole of it in words as its description.
 */
export async function pictureOf(view: View, words: PictureWords): Promise<string> {
  const { language } = words;
  const { nodes, links } = shown(view);
  const spots = new Map(nodes.map(({ id }) => [id, view.spots.get(id) ?? { x: 0, y: 0 }] as const));
  const extent = extentOfSpots(spots.values()) ?? { x1: 0, y1: 0, x2: 0, y2: 0 };
  const wide = extent.x2 - extent.x1 + 2 * aside;
  // A large drawing is made smaller, so that its words and the words around it are of one size.
  const scale = Math.min(1, (sheet * 1.6) / wide);
  const width = Math.max(sheet, wide * scale + 2 * margin);
  const letters = lettersAt(scale);
  const names =
    (await namePlaces(view, undefined, [], letters, language, new AbortController().signal)) ?? new Map<NodeId, NamePlace>();
  const heading = wrap(words.title, Math.floor((width - 2 * margin) / 13), 3);
  const top = margin + heading.length * 32 + 34;
  const drawnHeight = (extent.y2 - extent.y1 + 2 * aside * 0.6) * scale;
  const legend = legendOf(view, language, top + drawnHeight + 20, width);
  const foot = footOf(words, legend.bottom + 24, width);
  const across = (width - (extent.x2 - extent.x1) * scale) / 2 - extent.x1 * scale;
  const down = top + aside * 0.6 * scale - extent.y1 * scale;
  const [sharedBy, sizes] = [sharers({ nodes, links }), sizesOf(view)];
  const text = viewText(shown(view), language);
  const drawing = svg`
    <title>${words.title}</title>
    <desc>${text}</desc>
    <rect width="100%" height="100%" fill=${paper} />
    ${heading.map((part, index) => svg`<text x=${margin} y=${margin + 24 + index * 32} font-size="26" font-weight="700">${part}</text>`)}
    <text x=${margin} y=${top - 20} font-size="15" fill=${second}>${firstLine(text)}</text>
    <g transform="translate(${across} ${down}) scale(${scale})">
      ${linkPaths(links, spots, sizes).map(
        ({ link, from, to, bend }) =>
          svg`<path d="M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}" fill="none" stroke=${line} stroke-width=${1.4 / Math.sqrt(scale)} stroke-linecap="round" stroke-dasharray=${dashOf(link)} />`,
      )}
      ${nodes.map((node) => {
        const { x, y } = spots.get(node.id) ?? { x: 0, y: 0 };
        const sign = { kind: node.kind, contested: node.contested, sharers: sharedBy.get(node.id) ?? 0 };
        return svg`<g transform="translate(${x} ${y}) scale(${sizes.get(node.id) ?? 1})">${glyph(sign)}</g>`;
      })}
      ${nodes.map((node) => {
        const [spot, place] = [spots.get(node.id), names.get(node.id)];
        if (!spot || !place) return nothing;
        const size = 13 * letters;
        return svg`<text
          transform="translate(${spot.x + place.x} ${spot.y + place.y})"
          font-size=${size}
          font-weight=${node.kind === "institution" ? 700 : 500}
          text-anchor=${place.anchor}
          stroke=${paper}
          stroke-width=${4 * letters}
          stroke-linejoin="round"
          paint-order="stroke"
        >${nameLines(nameOf(node, language)).map((part, index) => svg`<tspan x="0" y=${size * (0.85 + index * 1.15)}>${part}</tspan>`)}</text>`;
      })}
    </g>
    ${legend.drawing} ${foot.drawing}`;
  return drawn(drawing, Math.round(width), Math.round(foot.bottom + margin));
}

const firstLine = (text: string) => text.split("\n")[0] ?? "";

const dashOf = ({ basis, contested }: { readonly basis: string; readonly contested: boolean }) =>
  contested ? "7 4" : basis === "derived" ? "1 5" : nothing;

/** The signs that occur, and the lines, with what they mean. */
function legendOf(view: View, language: Language, top: number, width: number) {
  const { picture } = exploreWordsIn(language);
  const { nodes, links } = shown(view);
  const kinds = nodeKindNames.filter((kind) => nodes.some((node) => node.kind === kind));
  const entries = [
    ...kinds.map((kind) => ({ sign: svg`<g transform="scale(0.62)">${glyph({ kind })}</g>`, text: kindWord(kind, language, 2) })),
    ...picture.lines
      .filter(({ is }) => links.some((link) => (link.contested ? "contested" : link.basis) === is))
      .map(({ is, text }) => ({
        sign: svg`<path d="M-12 0H12" stroke=${line} stroke-width="2" stroke-linecap="round" stroke-dasharray=${dashOf({ basis: is, contested: is === "contested" })} />`,
        text,
      })),
    ...([...sharers({ nodes, links }).values()].some((count) => count > 1)
      ? [{ sign: svg`<g transform="scale(0.5)">${glyph({ kind: "theme", sharers: 3 })}</g>`, text: picture.ring }]
      : []),
  ];
  let [x, y] = [margin + 14, top + 14];
  const drawing = entries.map(({ sign, text }) => {
    const room = 52 + text.length * 8;
    if (x + room > width - margin && x > margin + 14) [x, y] = [margin + 14, y + 30];
    const entry = svg`<g transform="translate(${x} ${y})">${sign}<text x="22" y="5" font-size="14">${text}</text></g>`;
    x += room;
    return entry;
  });
  return { drawing, bottom: y + 20 };
}

/** When it was made, out of which data, where it can be opened, and on what it rests. */
function footOf({ address, datasetVersion, sources, language }: PictureWords, top: number, width: number) {
  const { picture } = exploreWordsIn(language);
  const letters = Math.floor((width - 2 * margin) / 6.4);
  const named = sources.slice(0, mostSources).map(({ title }) => wrap(title, letters, 1)[0] ?? "");
  const date = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long" }).format(new Date());
  const rest = sources.length - named.length;
  const lines = [
    picture.made(date, datasetVersion),
    ...(address.length <= letters * 2 ? wrap(address, letters, 2) : []),
    ...(named.length > 0 ? [picture.sources, ...named, ...(rest > 0 ? [picture.more(rest)] : [])] : []),
  ];
  return {
    drawing: lines.map(
      (text, index) =>
        svg`<text x=${margin} y=${top + index * 17} font-size="12" font-weight=${text === picture.sources ? 700 : 400} fill=${second}>${text}</text>`,
    ),
    bottom: top + lines.length * 17,
  };
}

/** As a file: with colours in it, since no style sheet goes with it. */
function drawn(drawing: unknown, width: number, height: number): string {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const given = {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    fill: ink,
    "font-family": "Atkinson Hyperlegible Next, Helvetica, Arial, sans-serif",
  };
  for (const [name, value] of Object.entries(given)) picture.setAttribute(name, String(value));
  render(drawing, picture);
  for (const sign of picture.querySelectorAll<SVGElement>(".glyph")) paint(sign);
  const marks = document.createTreeWalker(picture, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (marks.nextNode()) found.push(marks.currentNode);
  for (const mark of found) mark.parentNode?.removeChild(mark);
  return `${new XMLSerializer().serializeToString(picture)}\n`;
}

/** The colours that the style sheet gives a sign on white. */
function paint(sign: SVGElement): void {
  const family = families[sign.dataset.family as FamilyName].light;
  const isHollow =
    sign.dataset.family === "who" && ![undefined, "institution"].includes(sign.dataset.kind as NodeKind | undefined);
  const looks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ".glyph-shape": isHollow ? { fill: paper, stroke: family, "stroke-width": "3.5" } : { fill: family },
    ".glyph-icon": {
      fill: "none",
      stroke: isHollow ? family : paper,
      "stroke-width": "2",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    ".glyph-ring": { fill: "none", stroke: family, "stroke-width": "3.5" },
    ".glyph-contested": { fill: "none", stroke: ink, "stroke-width": "1.6", "stroke-dasharray": "4 3" },
  };
  for (const [part, look] of Object.entries(looks))
    for (const element of sign.querySelectorAll(part))
      for (const [name, value] of Object.entries(look)) element.setAttribute(name, value);
}

/** A picture in SVG as one of dots, twice as fine as on a plain screen. @throws when the browser cannot make one of that size */
export async function asPng(picture: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const fine = Math.min(2, 8_000 / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = Object.assign(document.createElement("canvas"), {
      width: Math.round(image.naturalWidth * fine),
      height: Math.round(image.naturalHeight * fine),
    });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("The browser made no picture");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
