import type { z } from "zod";
import type { NodeId } from "../../model/graph.ts";
import type { Query } from "../store/store.ts";
import { LinkRow, linkColumn, WholeNodeRow } from "./rows.ts";

/** So few nodes that nobody waits long while they are taken in. */
type Page = { readonly ids: readonly NodeId[] };

/** Some nodes with all they hold, in no order. */
export const wholeNodes: Query<Page, z.output<typeof WholeNodeRow>> = {
  name: "wholeNodes",
  row: WholeNodeRow,
  cypher: "UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN properties(n) AS node",
};

/** The links that lead from some nodes, with all they hold, in no order. */
export const linksFrom: Query<Page, z.output<typeof LinkRow>> = {
  name: "linksFrom",
  row: LinkRow,
  cypher: `UNWIND $ids AS id MATCH (:Entity {id: id})-[r]->(:Entity) RETURN ${linkColumn("r")}`,
};
