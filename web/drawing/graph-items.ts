import { nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Language, NodeId, NodeSummary } from "../../model/graph.ts";
import { wordsIn } from "../app/words.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { glyph } from "../ui/icon.ts";
import { readOn } from "../ui/wrap.ts";
import { type Direction, directions, linkTowards } from "./directions.ts";
import { nameLines } from "./labels.ts";
import { sizeOf } from "./sizes.ts";
import { linksLeft, type Spot, sharers, shown, type View } from "./view.ts";
import { linkSentence } from "./view-text.ts";

/** What a user asked of an item, by a key or a click, for the drawing to do. */
export interface ItemRequests {
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

interface Drawn {
  readonly selected: NodeId | undefined;
  readonly fresh: ReadonlySet<NodeId>;
  /** The one that a tab key enters. */
  readonly active: NodeId | undefined;
  readonly language: Language;
  readonly requests: ItemRequests;
}

/** Pixels that an arrow key moves a node. */
const nudge = 20;

/** The nodes of a view, as one tab stop: each can have the focus, one of them is in the tab order. */
export function graphItems(view: View, drawn: Drawn) {
  const { selected, fresh, active, language, requests } = drawn;
  const { nodes, links, faint } = shown(view);
  const [shared, left] = [sharers({ nodes, links }), linksLeft(view)];
  const entry = [active, selected].find((id) => nodes.some((node) => node.id === id)) ?? nodes[0]?.id;
  const faintIds = new Set(faint.nodes.map(({ id }) => id));
  return svg`${repeat(
    [...faint.nodes, ...nodes],
    ({ id }) => id,
    (node) => {
      const { x, y, pinned } = spotOf(node.id, view);
      const rest = left.get(node.id) ?? 0;
      const ringed = shared.get(node.id) ?? 0;
      return svg`<g class="spot" data-spot=${node.id} ?data-faint=${faintIds.has(node.id)} transform="translate(${x} ${y})">
        <g
          class="item"
          role="button"
          data-id=${node.id}
          data-kind=${node.kind}
          ?data-fresh=${fresh.has(node.id)}
          ?data-selected=${selected === node.id}
          aria-current=${selected === node.id ? "true" : nothing}
          aria-label=${label(node, rest, ringed, language)}
          tabindex=${node.id === entry ? 0 : -1}
          @focus=${() => requests.focused(node.id)}
          @keydown=${(event: KeyboardEvent) => key(event, node.id, view, drawn)}
          @click=${() => requests.select(node.id)}
        >
          <g transform="scale(${sizeOf(node)})">
            <circle class="item-halo" r="30" />
            ${glyph({ kind: node.kind, contested: node.contested, sharers: ringed })}
          </g>
        </g>
        <g transform="scale(${sizeOf(node)})">
          ${pinned ? svg`<circle class="item-pin" cx="-15" cy="-15" r="4" />` : nothing} ${rest > 0 ? badge(rest) : nothing}
        </g>
      </g>`;
    },
  )}${repeat(
    [...faint.nodes, ...nodes],
    ({ id }) => id,
    (node) => {
      const { x, y } = spotOf(node.id, view);
      return svg`<g class="spot" data-spot=${node.id} ?data-faint=${faintIds.has(node.id)} transform="translate(${x} ${y})" aria-hidden="true">
        ${name(node, drawn)}
      </g>`;
    },
  )}`;
}

const spotOf = (id: NodeId, { spots }: View): Spot => spots.get(id) ?? { x: 0, y: 0 };

function label(node: NodeSummary, left: number, shared: number, language: Language): string {
  const { explore, graph, evidence } = wordsIn(language);
  const links = graph.links(number(node.degree, language));
  const text = explore.itemLabel(nameOf(node, language), kindWord(node.kind, language), links, number(left, language));
  return [text, shared > 1 ? graph.sharedBy(shared) : "", node.contested ? evidence.contested : ""].filter(Boolean).join(", ");
}

const badge = (count: number) => svg`<g class="item-badge" aria-hidden="true" transform="translate(17 -15)">
  <rect x="-11" y="-8" width=${count > 99 ? 28 : 22} height="16" rx="8" /><text y="4">${count > 999 ? "1k+" : `+${count}`}</text>
</g>`;

/** Names lie above all signs. Where each stands is worked out for all together, so the drawing sets it afterwards: see names.ts. */
const name = (node: NodeSummary, { selected, active, language }: Drawn) =>
  svg`<text
    class="item-name"
    data-name=${node.id}
    data-kind=${node.kind}
    ?data-selected=${selected === node.id}
    ?data-active=${active === node.id}
  >${readOn(nameLines(nameOf(node, language))).map((line, index) => svg`<tspan x="0" dy=${index === 0 ? "0" : "1.15em"}>${line}</tspan>`)}</text>`;

const isDirection = (key: string): key is Direction => key in directions;

function key(event: KeyboardEvent, id: NodeId, view: View, drawn: Drawn): void {
  if (event.ctrlKey || event.metaKey) return;
  const { requests } = drawn;
  const spot = spotOf(id, view);
  if (isDirection(event.key)) {
    if (event.altKey) requests.move(id, nudged(spot, event.key));
    else walk(id, event.key, view, drawn);
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
function walk(id: NodeId, direction: Direction, view: View, { language, requests }: Drawn): void {
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
