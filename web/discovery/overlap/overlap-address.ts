import type { OverlapQuery } from "../../../model/discovery.ts";
import type { NodeId } from "../../../model/graph.ts";
import type { Address } from "../../app/address.ts";
import { slugOf } from "../../ui/format.ts";
import { idIn, institutionId, partsOf } from "../phrases.ts";
import type { RowOrder } from "./overlap-order.ts";

/** What a view of the overlap shows, as its address says it. */
export interface OverlapView {
  readonly slugs: readonly string[];
  readonly rows: OverlapQuery["rows"];
  readonly show: OverlapQuery["show"];
  readonly theme: string;
  readonly network: string;
  readonly basis: string;
  readonly form: "table" | "list";
  readonly order: RowOrder;
  /** The cell of which the evidence is shown. */
  readonly picked: string;
}

/** The words in the address for what a view can be; the first of each is left out. */
const rowNames = { question: "", theme: "themas" } as const;
const showNames = { all: "", shared: "gedeeld", differences: "verschillen", only: "alleen" } as const;
const formNames = { table: "", list: "lijst" } as const;
const orderNames = { blocks: "", name: "naam", shared: "meest" } as const;

const keyOf = <Key extends string>(names: Readonly<Record<Key, string>>, value: string | undefined, standard: Key): Key =>
  (Object.keys(names) as Key[]).find((key) => names[key] === plain(value)) ?? standard;

/** A word in an address without what a text around it left at its end. */
const plain = (value = "") => value.toLowerCase().replace(/[^a-z]+$/, "");

/** The most institutions that one matrix holds. */
export const mostInstitutions = 60;

export function overlapView(query: Address["query"]): OverlapView {
  const slugs = [...new Set(partsOf(query.met).map((part) => slugOf(institutionId(part))))].slice(0, mostInstitutions);
  const [row, institution] = (query.cel ?? "").split("@");
  const order = query.orde ?? "";
  const basis = plain(query.bewijs);
  return {
    slugs,
    rows: keyOf(rowNames, query.rijen, "question"),
    show: keyOf(showNames, query.toon, "all"),
    theme: query.thema ? idIn("theme", query.thema) : "",
    network: query.netwerk ? idIn("network", query.netwerk) : "",
    basis: basis === "stated" || basis === "derived" ? basis : "",
    form: keyOf(formNames, query.vorm, "table"),
    order: slugs.includes(slugOf(institutionId(order)))
      ? { institution: institutionId(order) }
      : keyOf(orderNames, order, "blocks"),
    picked: row && institution ? `${row.toLowerCase()} ${institutionId(institution)}` : "",
  };
}

/** The same as a query of the address. */
export function overlapAddress(view: OverlapView): Record<string, string> {
  const [row, institution] = view.picked.split(" ");
  return {
    met: view.slugs.join(","),
    rijen: rowNames[view.rows],
    toon: showNames[view.show],
    thema: view.theme,
    netwerk: view.network,
    bewijs: view.basis,
    vorm: formNames[view.form],
    orde: typeof view.order === "object" ? slugOf(view.order.institution) : orderNames[view.order],
    cel: row && institution ? `${row}@${slugOf(institution as NodeId)}` : "",
  };
}
