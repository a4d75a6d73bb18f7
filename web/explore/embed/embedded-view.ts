import { mostIdsInAddress, neighboursRoute, subgraphRoute } from "../../../model/explore.ts";
import { NodeId, Subgraph } from "../../../model/graph.ts";
import { call, readJson } from "../../app/api.ts";
import { inBlocks, inColumns, type Point } from "../../drawing/columns.ts";
import { sectionsOf } from "../../drawing/sections.ts";
import { addToView, emptyView, type LayoutName, layoutNames, type View } from "../../drawing/view.ts";
import { parseView, type ViewAddress } from "../view-address.ts";

/** What is to be drawn, as the attributes of the element say it; an empty text says nothing. */
export interface Asked {
  /** Where the server is, with its base path. */
  readonly server: string;
  /** A shared address of exploring, or its query alone. */
  readonly view: string;
  /** Ids, with commas. */
  readonly items: string;
  /** The id of an item that is drawn with its neighbours. */
  readonly around: string;
  /** How many neighbours at most. */
  readonly limit: number;
  /** The address of a file that holds what `/api/subgraph` gives. */
  readonly src: string;
  readonly layout: string;
}

export interface Embedded {
  readonly view: View;
  readonly selected: NodeId | undefined;
  /** Asked for, but not in the data. */
  readonly missing: number;
}

/**
 * Reads what is to be drawn, and says where it stands: where a shared address has it, or else in the layout that was asked for. That
 * is worked out in the page itself, since no site may start a worker of another: so only layouts in rows and columns are there.
 *
 * @throws AppError when neither the server nor the file gives it
 */
export async function embeddedView(asked: Asked, signal: AbortSignal): Promise<Embedded> {
  const wanted = await parseView(Object.fromEntries(new URLSearchParams(queryIn(asked.view))));
  const layout = { ...wanted.layout, name: layoutIn(asked.layout, wanted) };
  const { nodes, links, missing } = await read(asked, wanted, signal);
  const there = new Set(nodes.map(({ id }) => id));
  const filled = {
    ...addToView(
      { nodes, links },
      new Map([...wanted.spots].filter(([id]) => there.has(id))),
    )({
      ...emptyView,
      filters: wanted.filters,
      layout,
    }),
    hidden: new Set([...wanted.hidden].filter((id) => there.has(id))),
  };
  const hasSpots = asked.layout === "" && nodes.every(({ id }) => filled.spots.has(id));
  return {
    view: hasSpots ? filled : { ...filled, spots: laidOut(filled) },
    selected: wanted.selected && there.has(wanted.selected) ? wanted.selected : undefined,
    missing,
  };
}

/** The query of a whole address, or the text itself where it is no address. */
const queryIn = (view: string) => view.slice(view.indexOf("?") + 1).replace(/#.*/, "");

/** In columns, unless another layout with headings was asked for; what has spots of its own keeps the layout that gave them. */
function layoutIn(asked: string, wanted: ViewAddress): LayoutName {
  const named = layoutNames.find((name) => name === asked);
  if (named && named !== "structure" && named !== "circle") return named;
  return !named && wanted.spots.size > 0 ? wanted.layout.name : "columns";
}

async function read(asked: Asked, wanted: ViewAddress, signal: AbortSignal): Promise<Subgraph & { readonly missing: number }> {
  const { server, src } = asked;
  if (src !== "") return { ...Subgraph.parse(await readJson(new URL(src, document.baseURI).href, signal)), missing: 0 };
  const named = asked.items.split(",").flatMap((id) => NodeId.safeParse(id.trim()).data ?? []);
  const ids = [...new Set([...wanted.ids, ...named, ...(await around(asked, signal))])].slice(0, mostIdsInAddress);
  if (ids.length === 0) return { nodes: [], links: [], missing: 0 };
  const { nodes, links, missing } = await call(subgraphRoute, { query: { ids }, server }, signal);
  return { nodes, links, missing: missing.length };
}

async function around({ server, around: text, limit }: Asked, signal: AbortSignal): Promise<NodeId[]> {
  const id = NodeId.safeParse(text.trim()).data;
  if (!id) return [];
  const { nodes } = await call(neighboursRoute, { params: { id }, query: { limit }, server }, signal);
  return [id, ...nodes.map((node) => node.id)];
}

function laidOut(view: View): ReadonlyMap<NodeId, Point> {
  const sections = sectionsOf(view).map(({ ids }) => ids);
  const isInBlocks = view.layout.name === "themes" || view.layout.name === "grid";
  return isInBlocks ? inBlocks(sections) : inColumns(sections, [...view.links.values()]);
}
