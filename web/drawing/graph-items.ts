import { nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Language, NodeId, NodeSummary } from "../../model/graph.ts";
import { announce } from "../app/state.ts";
import { store } from "../app/store.ts";
import { wordsIn } from "../app/words.ts";
import { NodeEvent } from "../ui/element.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { glyph } from "../ui/icon.ts";
import { readOn } from "../ui/wrap.ts";
import { type Direction, directions, linkTowards } from "./directions.ts";
import type { GraphCanvas } from "./graph-canvas.ts";
import { MenuEvent, MoveEvent } from "./graph-events.ts";
import { nameLines } from "./labels.ts";
import { linksLeft, type Spot, sharers, shown, type View } from "./view.ts";
import { linkSentence } from "./view-text.ts";

interface Look {
  readonly selected: NodeId | undefined;
  readonly fresh: ReadonlySet<NodeId>;
  /** The one that a tab key enters. */
  readonly active: NodeId | undefined;
  readonly language: Language;
  readonly host: GraphCanvas;
}

/** Pixels that an arrow key moves a node. */
const nudge = 20;

/** The nodes of a view, as one tab stop: each can have the focus, one of them is in the tab order. */
export function graphItems(view: View, look: Look) {
  const { nodes, links, faint } = shown(view);
  const [shared, left] = [sharers({ nodes, links }), linksLeft(view)];
  const entry = [look.active, look.selected].find((id) => nodes.some((node) => node.id === id)) ?? nodes[0]?.id;
  const faintIds = new Set(faint.nodes.map(({ id }) => id));
  return svg`${repeat(
    [...faint.nodes, ...nodes],
    ({ id }) => id,
    (node) => {
      const { x, y, pinned } = view.spots.get(node.id) ?? { x: 0, y: 0 };
      const rest = left.get(node.id) ?? 0;
      const ringed = shared.get(node.id) ?? 0;
      return svg`<g class="spot" data-spot=${node.id} ?data-faint=${faintIds.has(node.id)} transform="translate(${x} ${y})">
        <g
          class="item"
          role="button"
          data-id=${node.id}
          ?data-fresh=${look.fresh.has(node.id)}
          ?data-selected=${look.selected === node.id}
          aria-current=${look.selected === node.id ? "true" : nothing}
          aria-label=${label(node, rest, ringed, look.language)}
          tabindex=${node.id === entry ? 0 : -1}
          @focus=${() => focused(node.id, view, look)}
          @keydown=${(event: KeyboardEvent) => key(event, node, view, look)}
          @click=${() => look.host.dispatchEvent(new NodeEvent("node-select", node.id))}
        >
          <circle class="item-halo" r="30" />
          ${glyph({ kind: node.kind, contested: node.contested, sharers: ringed })}
          ${name(nameOf(node, look.language), ringed > 1)}
        </g>
        ${pinned ? svg`<circle class="item-pin" cx="-15" cy="-15" r="4" />` : nothing}
        ${rest > 0 ? badge(rest) : nothing}
      </g>`;
    },
  )}`;
}

function label(node: NodeSummary, left: number, shared: number, language: Language): string {
  const { explore, graph, evidence } = wordsIn(language);
  const links = graph.links(number(node.degree, language));
  const text = explore.itemLabel(nameOf(node, language), kindWord(node.kind, language), links, number(left, language));
  return [text, shared > 1 ? graph.sharedBy(shared) : "", node.contested ? evidence.contested : ""].filter(Boolean).join(", ");
}

const badge = (count: number) => svg`<g class="item-badge" aria-hidden="true" transform="translate(17 -15)">
  <rect x="-11" y="-8" width=${count > 99 ? 28 : 22} height="16" rx="8" /><text y="4">${count > 999 ? "1k+" : `+${count}`}</text>
</g>`;

const name = (text: string, ringed: boolean) =>
  svg`<text class="item-name" y=${ringed ? 38 : 33}>${readOn(nameLines(text)).map((line, index) => svg`<tspan x="0" dy=${index === 0 ? "0" : "1.15em"}>${line}</tspan>`)}</text>`;

function focused(id: NodeId, view: View, { host }: Look): void {
  host.active = id;
  const spot = view.spots.get(id);
  if (spot) host.bringInView(spot);
}

const isDirection = (key: string): key is Direction => key in directions;

function key(event: KeyboardEvent, { id }: NodeSummary, view: View, look: Look): void {
  if (event.ctrlKey || event.metaKey) return;
  const { host } = look;
  const spot = view.spots.get(id) ?? { x: 0, y: 0 };
  if (isDirection(event.key)) {
    if (event.altKey) host.dispatchEvent(new MoveEvent(id, nudged(spot, event.key)));
    else walk(id, event.key, view, look);
  } else if (event.key === "Enter") host.dispatchEvent(new NodeEvent("node-expand", id));
  else if (event.key === " ") host.dispatchEvent(new NodeEvent("node-select", id));
  else if (event.key === "PageDown" || event.key === "PageUp") turn(id, event.key === "PageDown" ? 1 : -1, view, host);
  else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))
    host.dispatchEvent(new MenuEvent(id, host.pointOf(spot)));
  else if (event.key === "Escape") host.dispatchEvent(new Event("canvas-leave", { bubbles: true }));
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const nudged = ({ x, y }: Spot, direction: Direction): Spot => {
  const [dx, dy] = directions[direction];
  return { x: x + dx * nudge, y: y + dy * nudge, pinned: true };
};

/** Follows a link, and says which. */
function walk(id: NodeId, direction: Direction, view: View, { language, host }: Look): void {
  const found = linkTowards(id, direction, shown(view).links, view.spots);
  const said = found ? linkSentence(found.link, view.nodes, language) : wordsIn(language).explore.nowhere[direction];
  store.update(announce(said));
  if (found) focusItem(found.to, host);
}

function turn(id: NodeId, step: number, view: View, host: GraphCanvas): void {
  const { nodes } = shown(view);
  const next = nodes[(nodes.findIndex((node) => node.id === id) + step + nodes.length) % nodes.length];
  if (next) focusItem(next.id, host);
}

/** Gives a node of the drawing the focus. */
export function focusItem(id: NodeId, host: HTMLElement): void {
  host.querySelector<SVGGElement>(`.item[data-id="${id}"]`)?.focus({ preventScroll: true });
}
