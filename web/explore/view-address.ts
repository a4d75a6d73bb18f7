import { queryString } from "../../model/call.ts";
import { NodeId } from "../../model/graph.ts";
import { type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import type { Address } from "../app/address.ts";
import { typedFullId } from "../app/typed-id.ts";
import { type Camera, type Filters, type Layout, layoutNames, type Spot, type View } from "../drawing/view.ts";
import type { Explore } from "./explore-state.ts";
import { type SizeName, sizeNameOf, sizeNames } from "./sizing.ts";

/** A view as an address holds it: ids without what they stand for. */
export interface ViewAddress {
  readonly ids: readonly NodeId[];
  readonly spots: ReadonlyMap<NodeId, Spot>;
  readonly hidden: ReadonlySet<NodeId>;
  readonly filters: Filters;
  readonly layout: Layout;
  readonly sizeBy: SizeName;
  readonly selected: NodeId | undefined;
  readonly camera: Camera | undefined;
}

type Query = Address["query"];

/** Characters of a query above which it is packed; a packed one of 500 items stays under 8,000. */
const mostPlain = 2_000;

/** Characters of a query that fit in a link wherever it goes: some mail programs and servers on the way cut or refuse longer ones. */
const mostInLink = 8_000;

export const fitsInLink = (query: Query): boolean => queryString(query).length <= mostInLink;

/**
 * What an address has in the place of a view that is too large for it. The browser in which it was drawn remembers the view itself;
 * `mark` tells one step from another.
 */
export function queryForLarge({ pak: _, ...beside }: Query, mark: string): Query {
  return { ...beside, groot: mark };
}

export const standsForLarge = ({ groot, toon, pak }: Query): boolean => Boolean(groot && !toon && !pak);

/** Letters for the kinds in a packed address. */
const letters = new Map(nodeKindNames.map((kind, index) => [kind, String.fromCharCode(97 + index)]));
const kindOfLetter = new Map([...letters].map(([kind, letter]) => [letter, kind]));

/** The address of what is on the canvas: `toon` what, `op` where, `kies` what is selected, `vorm` and `maat` how it is drawn, and what is left out. */
export function viewQuery({ view, selected, camera }: Pick<Explore, "view" | "selected" | "camera">): Query {
  const { filters, hidden, layout } = view;
  const sizeBy = sizeNameOf(view.sizing);
  return clean({
    toon: [...view.nodes.keys()].join(","),
    op: spotTexts(view).join(","),
    kies: selected ?? "",
    weg: [...hidden].join(","),
    zonder: [...filters.without].join(","),
    basis: filters.stated ? "stated" : "",
    omstreden: filters.contested === "all" ? "" : filters.contested,
    vaag: filters.fade ? "1" : "",
    vorm: layout.name === "structure" && !layout.from ? "" : [layout.name, ...(layout.from ? [layout.from] : [])].join("."),
    maat: sizeBy === "all" ? "" : sizeBy,
    kijk: camera ? [Math.round(camera.x), Math.round(camera.y), Math.round(camera.zoom * 100)].join(".") : "",
  });
}

const spotTexts = ({ nodes, spots }: View) =>
  [...nodes.keys()].map((id) => {
    const spot = spots.get(id);
    return spot ? `${Math.round(spot.x)}.${Math.round(spot.y)}${spot.pinned ? "p" : ""}` : "";
  });

const clean = (query: Query): Query => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

/** The same, packed into one part where it would be long. */
export async function packedQuery(query: Query): Promise<Query> {
  if (queryString(query).length <= mostPlain) return query;
  const { toon = "", weg = "", ...rest } = query;
  const short = (ids: string) =>
    ids.replace(/(^|,)(\w+):/g, (_, before: string, kind: NodeKind) => `${before}${letters.get(kind) ?? ""}:`);
  const bytes = new TextEncoder().encode(JSON.stringify({ ...rest, toon: short(toon), weg: short(weg) }));
  return { pak: toBase64(await through(bytes, new CompressionStream("deflate-raw"))) };
}

async function unpacked({ pak, ...rest }: Query): Promise<Query> {
  if (!pak) return rest;
  try {
    const text = new TextDecoder().decode(await through(fromBase64(pak), new DecompressionStream("deflate-raw")));
    const query = JSON.parse(text) as Record<string, string>;
    const long = (ids = "") =>
      ids.replace(/(^|,)([a-z]):/g, (_, before: string, letter: string) => `${before}${kindOfLetter.get(letter) ?? ""}:`);
    return { ...query, toon: long(query.toon), weg: long(query.weg), ...rest };
  } catch {
    return rest;
  }
}

/** What an address asks to see. What it holds that is no id, spot or filter is passed over. */
export async function parseView(query: Query): Promise<ViewAddress> {
  const parts = await unpacked(query);
  const ids = idsIn(parts.toon);
  const spots = (parts.op ?? "").split(",").map(spotIn);
  const omstreden = parts.omstreden;
  return {
    ids: [...new Set(ids.flatMap((id) => id ?? []))],
    spots: new Map(ids.flatMap((id, index) => (id && spots[index] ? [[id, spots[index]] as const] : []))),
    hidden: new Set(idsIn(parts.weg).flatMap((id) => id ?? [])),
    filters: {
      without: new Set(
        (parts.zonder ?? "").split(",").filter((name): name is NodeKind => (nodeKindNames as string[]).includes(name)),
      ),
      stated: parts.basis === "stated",
      contested: omstreden === "only" || omstreden === "without" ? omstreden : "all",
      fade: parts.vaag === "1",
    },
    layout: layoutIn(parts.vorm ?? ""),
    sizeBy: sizeNames.find((name) => name === parts.maat) ?? "all",
    selected: idsIn(parts.kies)[0],
    camera: cameraIn(parts.kijk ?? ""),
  };
}

const idsIn = (text = ""): (NodeId | undefined)[] => text.split(",").map((part) => NodeId.safeParse(typedFullId(part)).data);

function layoutIn(text: string): Layout {
  const [name, from] = text.split(".");
  const id = idsIn(from)[0];
  return { name: layoutNames.find((known) => known === name) ?? "structure", ...(id && { from: id }) };
}

function spotIn(text: string): Spot | undefined {
  const found = /^(-?\d{1,6})\.(-?\d{1,6})(p?)$/.exec(text);
  return found ? { x: Number(found[1]), y: Number(found[2]), ...(found[3] && { pinned: true }) } : undefined;
}

function cameraIn(text: string): Camera | undefined {
  const found = /^(-?\d{1,6})\.(-?\d{1,6})\.(\d{1,4})$/.exec(text);
  const zoom = Number(found?.[3]) / 100;
  return found && zoom > 0 ? { x: Number(found[1]), y: Number(found[2]), zoom } : undefined;
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

const toBase64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const fromBase64 = (text: string) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
