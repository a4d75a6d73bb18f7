import type { Link, Source } from "../../../model/graph.ts";
import { linkProperties, nodeKinds, type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import type { WholeNode } from "../../queries/rows.ts";
import { plainText } from "../content/plain-text.ts";

export type Value = string | number | boolean | readonly string[];

/** One column of a table of nodes or links, or one attribute of them in a file of a graph. */
export interface Column<Row> {
  readonly name: string;
  readonly holds: "text" | "whole" | "flag" | "list";
  /** Undefined where there is none. */
  readonly of: (row: Row) => Value | undefined;
}

const text = <Row>(name: string, of: (row: Row) => string | undefined): Column<Row> => ({
  name,
  holds: "text",
  of: (row) => {
    const found = of(row);
    return found === undefined || found === "" ? undefined : plainText(found);
  },
});
const flag = <Row>(name: string, of: (row: Row) => boolean): Column<Row> => ({ name, holds: "flag", of });
const list = <Row>(name: string, of: (row: Row) => readonly string[]): Column<Row> => ({
  name,
  holds: "list",
  of: (row) => {
    const found = of(row);
    return found.length > 0 ? found.map(plainText) : undefined;
  },
});

/** Names that drawing programs take for their own ends, with what they are called instead. */
const taken: Readonly<Partial<Record<PropertyName, string>>> = { size: "size_text" };

/**
 * A flag that may be missing is text: several readers cannot tell no flag from false.
 */
function property<Row extends Pick<WholeNode | Link, "properties">>(name: PropertyName): Column<Row> {
  const called = taken[name] ?? name;
  const found = ({ properties }: Row) => properties[name];
  if (propertySpecs[name].holds !== "year") return text(called, (row) => found(row)?.toString());
  return { name: called, holds: "whole", of: (row) => found(row) as number | undefined };
}

const evidence = <Row extends Pick<WholeNode | Link, "evidence">>(): Column<Row>[] => [
  list("sources", (row) => row.evidence.map(({ source }) => source)),
  list("bases", (row) => row.evidence.map(({ basis }) => basis)),
  list("notes", (row) => (row.evidence.some(({ note }) => note) ? row.evidence.map(({ note }) => note ?? "") : [])),
  list("checked_on", (row) =>
    row.evidence.some(({ checkedOn }) => checkedOn) ? row.evidence.map(({ checkedOn }) => checkedOn ?? "") : [],
  ),
];

const nodeProperties = [...new Set(Object.values(nodeKinds).flatMap(({ properties }): readonly PropertyName[] => properties))];

/** All that is known of a node, but its id, which every form has a place of its own for. */
export const nodeColumns: readonly Column<WholeNode>[] = [
  text("kind", ({ kind }) => kind),
  text("name", ({ name }) => name),
  text("name_en", ({ nameEn }) => nameEn),
  text("description", ({ description }) => description),
  text("description_en", ({ descriptionEn }) => descriptionEn),
  list("other_names", ({ otherNames }) => otherNames),
  flag("contested", ({ contested }) => contested),
  ...nodeProperties.map((name) => property<WholeNode>(name)),
  ...evidence<WholeNode>(),
  list("claim_about", ({ claims }) => claims.map(({ about }) => about)),
  list("claim_value", ({ claims }) => claims.map(({ value }) => value)),
  list("claim_source", ({ claims }) => claims.map(({ source }) => source)),
  list("claim_rank", ({ claims }) => (claims.some(({ rank }) => rank) ? claims.map(({ rank }) => rank ?? "normal") : [])),
];

/** All that is known of a link, but its ends. Its id stands among the rest, since some readers lose the one of the form itself. */
export const linkColumns: readonly Column<Link>[] = [
  text("link_id", ({ id }) => id),
  text("link_kind", ({ kind }) => kind),
  text("basis", ({ basis }) => basis),
  flag("contested", ({ contested }) => contested),
  ...linkProperties.map((name) => property<Link>(name)),
  ...evidence<Link>(),
];

export const sourceColumns: readonly Column<Source>[] = [
  text("id", ({ id }) => id),
  text("title", ({ title }) => title),
  text("url", ({ url }) => url),
];

/** Tables with every column that a reader of tables needs. */
export const nodeTable: readonly Column<WholeNode>[] = [text("id", ({ id }) => id), ...nodeColumns];
export const linkTable: readonly Column<Link>[] = [
  text("link_id", ({ id }) => id),
  text("from", ({ from }) => from),
  ...linkColumns.filter(({ name }) => name === "link_kind"),
  text("to", ({ to }) => to),
  ...linkColumns.filter(({ name }) => name !== "link_id" && name !== "link_kind"),
];
