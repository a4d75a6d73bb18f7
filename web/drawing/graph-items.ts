import { nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Language, NodeId, NodeSummary } from "../../model/graph.ts";
import { nodeKinds } from "../../model/kinds.ts";
import { wordsIn } from "../app/words.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { glyph } from "../ui/icon.ts";
import { readOn } from "../ui/wrap.ts";
import { type Direction, directions, linkTowards } from "./directions.ts";
import { type NamePlace, nameLines } from "./labels.ts";
import { sectionsOf } from "./sections.ts";
import { sizesOf } from "./sizes.ts";
import { linksLeft, type Spot, sharers, shown, type View } from "./view.ts";
import { linkSentence } from "./view-text.ts";
import { drawingWords } from "./words.ts";

/** What a user asked of an item, by a key or a click, for the drawing to do. */
export interface ItemRequests {
  /** The view as it is now. */
  readonly view: () => View | undefined;
  readonly select: (id: NodeId) => void;
  readonly expand: (id: NodeId) => void;
  readonly move: (id: NodeId, spot: Spot) => void;
  readonly openMenu: (id: NodeId, spot: Spot) => void;
  /** Another item is to have the focus. */
  readonly focus: (id: NodeId) => void;
  /** An item has the focus. */
  readonly focused: (id: NodeId) => void;
  /** The focus is to leave the drawing. */
  readonly leave: () => void;
  /** A screen reader is to say this. */
  readonly say: (text: string) => void;
}

/** How a view is drawn. */
export interface Drawn {
  readonly selected: NodeId | undefined;
  readonly fresh: ReadonlySet<NodeId>;
  /** What was chosen together. */
  readonly chosen: ReadonlySet<NodeId>;
  /** The one that a tab key enters. */
  readonly active: NodeId | undefined;
  readonly hovered: NodeId | undefined;
  /** Near enough to tell its icon and the count beside it; the signs of all others are painted. */
  readonly near: ReadonlySet<NodeId>;
  /** What is not dimmed; absent when nothing is. */
  readonly inFocus: ReadonlySet<NodeId> | undefined;
  /** The path that is lit, from end to end. */
  readonly path: readonly NodeId[];
  readonly names: ReadonlyMap<NodeId, NamePlace>;
  /** So many are drawn: the rest follow a moment later. */
  readonly upTo: number;
  readonly language: Language;
  readonly requests: ItemRequests;
}

/** Of a drawing of more items than this, only those stand in the page that can be told apart or that somebody deals with. */
export const mostInPage = 600;
/** Pixels that an arrow key moves a node. */
const nudge = 20;
/** Where a name stands that is shown although there is no room for it. */
const below: NamePlace = { anchor: "middle", x: 0, y: 28 };

/** The nodes of a view, as one tab stop: each can have the focus, one of them is in the tab order. */
export function graphItems(view: View, drawn: Drawn) {
  const { selected, fresh, chosen, active, hovered, near, inFocus, names, language, requests } = drawn;
  const { nodes, links, faint } = shown(view);
  const [shared, left] = [sharers({ nodes, links }), linksLeft(view)];
  const ids = new Set(nodes.map(({ id }) => id));
  const [sizes, sections] = [sizesOf(view), headingsById(view, language)];
  const entry = [active, selected].find((id) => id && ids.has(id)) ?? nodes[0]?.id;
  const steps = new Map(drawn.path.map((id, index) => [id, index + 1] as const));
  const drawable = [...faint.nodes, ...nodes];
  const dealtWith = new Set([entry, selected, hovered, ...drawn.path]);
  const isInPage = ({ id }: NodeSummary) => near.has(id) || dealtWith.has(id);
  const all = (drawable.length > mostInPage ? drawable.filter(isInPage) : drawable).slice(0, drawn.upTo);
  const item = (node: NodeSummary) => {
    const { id } = node;
    const [isFaint, isAway, isFresh] = [!ids.has(id), inFocus !== undefined && !inFocus.has(id), fresh.has(id)];
    const [isEntry, isSelected, isNear, isChosen] = [id === entry, id === selected, near.has(id), chosen.has(id)];
    const [spot, rest, ringed] = [spotOf(id, view), left.get(id) ?? 0, shared.get(id) ?? 0];
    const [size, section, step] = [sizes.get(id) ?? 1, sections.get(id) ?? "", steps.get(id)];
    const depends = [
      node,
      spot,
      size,
      section,
      step,
      rest,
      ringed,
      isFaint,
      isAway,
      isFresh,
      isEntry,
      isSelected,
      isChosen,
      isNear,
      language,
    ];
    const { family } = nodeKinds[node.kind];
    const glyphState = { kind: node.kind, contested: node.contested, sharers: ringed };
    return guard(
      depends,
      () => svg`<g
        class="item spot glyph"
        role="button"
        data-id=${id}
        data-spot=${id}
        data-kind=${node.kind}
        data-family=${family}
        ?data-far=${!isNear}
        ?data-faint=${isFaint}
        ?data-away=${isAway}
        ?data-fresh=${isFresh}
        ?data-selected=${isSelected}
        ?data-chosen=${isChosen}
        aria-current=${isSelected ? "true" : nothing}
        aria-label=${label(node, { rest, ringed, section, step, steps: steps.size, isChosen }, language)}
        tabindex=${isEntry ? 0 : -1}
        transform=${placeOf(spot, size)}
        @focus=${() => requests.focused(id)}
        @keydown=${(event: KeyboardEvent) => key(event, id, requests, language)}
        @click=${() => requests.select(id)}
      >${isEntry || isSelected || isFresh || isChosen ? svg`<circle class="item-halo" r="30" />` : nothing}${
        isNear ? glyph(glyphState) : svg`<circle class="glyph-shape" r="16" />`
      }${spot.pinned ? svg`<circle class="item-pin" cx="-15" cy="-15" r="4" />` : nothing}${
        isNear && rest > 0 ? badge(rest) : nothing
      }</g>`,
    );
  };
  const named = drawable.filter(({ id }) => names.has(id) || [selected, active, hovered].includes(id));
  return svg`${repeat(all, ({ id }) => id, item)}${repeat(
    named,
    ({ id }) => id,
    (node) => {
      const isAway = inFocus !== undefined && !inFocus.has(node.id);
      return name(node, spotOf(node.id, view), { isFaint: !ids.has(node.id), isAway }, drawn);
    },
  )}${repeat(
    drawn.path,
    (id) => id,
    // Beside the items and not in them: what is written in a button would have to be said as it stands there.
    (id, index) => svg`<g transform=${placeOf(spotOf(id, view), sizes.get(id))} aria-hidden="true">${stepSign(index + 1)}</g>`,
  )}`;
}

/** Where an item is drawn, and how large. */
export const placeOf = ({ x, y }: Pick<Spot, "x" | "y">, size = 1): string => `translate(${x} ${y}) scale(${size})`;

const spotOf = (id: NodeId, { spots }: View): Spot => spots.get(id) ?? { x: 0, y: 0 };

/** Under which heading each item stands, in a layout that has headings. */
const headingsById = (view: View, language: Language): ReadonlyMap<NodeId, string> =>
  new Map(sectionsOf(view).flatMap(({ ids, heading }) => ids.map((id) => [id, heading(language)] as const)));

/** What is said of an item beside its name. */
interface Labelled {
  readonly isChosen: boolean;
  /** Links that are not on the canvas. */
  readonly rest: number;
  /** By how many it is shared. */
  readonly ringed: number;
  readonly section: string;
  /** Which of how many steps of the path that is lit. */
  readonly step: number | undefined;
  readonly steps: number;
}

function label(node: NodeSummary, { rest, ringed, section, step, steps, isChosen }: Labelled, language: Language): string {
  const { explore, graph, evidence } = wordsIn(language);
  const links = graph.links(number(node.degree, language));
  const text = explore.itemLabel(nameOf(node, language), kindWord(node.kind, language), links, number(rest, language));
  const { under, step: stepOf } = drawingWords(language);
  const more = [ringed > 1 ? graph.sharedBy(ringed) : "", node.contested ? evidence.contested : ""];
  return [step ? stepOf(step, steps) : "", text, ...more, section && under(section), isChosen ? explore.chosen : ""]
    .filter(Boolean)
    .join(", ");
}

const badge = (count: number) => svg`<g class="item-badge" aria-hidden="true" transform="translate(17 -15)">
  <rect x="-11" y="-8" width=${count > 99 ? 28 : 22} height="16" rx="8" /><text y="4">${count > 999 ? "1k+" : `+${count}`}</text>
</g>`;

/** Which step of the lit path it is. */
const stepSign = (step: number) => svg`<g class="item-step" transform="translate(-17 15)">
  <circle r="10" /><text y="4.5">${step}</text>
</g>`;

/** Names lie above all signs; where each stands is worked out for all together: see names.ts. */
function name(node: NodeSummary, { x, y }: Spot, { isFaint, isAway }: { isFaint: boolean; isAway: boolean }, drawn: Drawn) {
  const { selected, active, language, names } = drawn;
  const place = names.get(node.id) ?? below;
  return svg`<text
    class="item-name"
    aria-hidden="true"
    data-name=${node.id}
    data-kind=${node.kind}
    ?data-faint=${isFaint}
    ?data-away=${isAway}
    ?data-selected=${selected === node.id}
    ?data-active=${active === node.id}
    text-anchor=${place.anchor}
    transform="translate(${x + place.x} ${y + place.y})"
  >${readOn(nameLines(nameOf(node, language))).map((line, index) => svg`<tspan x="0" dy=${index === 0 ? "0" : "1.15em"}>${line}</tspan>`)}</text>`;
}

const isDirection = (key: string): key is Direction => key in directions;

function key(event: KeyboardEvent, id: NodeId, requests: ItemRequests, language: Language): void {
  const view = requests.view();
  if (!view || event.ctrlKey || event.metaKey) return;
  const spot = spotOf(id, view);
  if (isDirection(event.key)) {
    if (event.altKey) requests.move(id, nudged(spot, event.key));
    else walk(id, event.key, view, requests, language);
  } else if (event.key === "Enter") requests.expand(id);
  else if (event.key === " ") requests.select(id);
  else if (event.key === "PageDown" || event.key === "PageUp") turn(id, event.key === "PageDown" ? 1 : -1, view, requests);
  else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) requests.openMenu(id, spot);
  else if (event.key === "Escape") requests.leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const nudged = ({ x, y }: Spot, direction: Direction): Spot => {
  const [dx, dy] = directions[direction];
  return { x: x + dx * nudge, y: y + dy * nudge, pinned: true };
};

/** Follows a link, and says which. */
function walk(id: NodeId, direction: Direction, view: View, requests: ItemRequests, language: Language): void {
  const found = linkTowards(id, direction, shown(view).links, view.spots);
  requests.say(found ? linkSentence(found.link, view.nodes, language) : wordsIn(language).explore.nowhere[direction]);
  if (found) requests.focus(found.to);
}

/** Goes to the next node in the order of the view, or to the one before. */
function turn(id: NodeId, step: number, view: View, requests: ItemRequests): void {
  const { nodes } = shown(view);
  const next = nodes[(nodes.findIndex((node) => node.id === id) + step + nodes.length) % nodes.length];
  if (next) requests.focus(next.id);
}
