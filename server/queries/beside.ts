import { z } from "zod";
import { NodeId } from "../../model/graph.ts";
import type { Query } from "../store/store.ts";
import { SummaryRow, summaryColumns } from "./rows.ts";

const BesideRow = z.looseObject({ of: NodeId, count: z.number().int().min(0) }).transform((row) => ({
  of: row.of,
  count: row.count,
  institution: SummaryRow.parse(row),
}));

/** Kinds that an institution often has through one of its teams or programmes. */
const throughCarriers = ["question", "product", "space", "activity", "outcome", "publication"].map((kind) => `'${kind}'`);

/**
 * The institutions that each of some nodes is linked to, itself or through a team or programme: the first `$most` by name, each with
 * how many there are.
 */
export const institutionsBeside: Query<{ ids: readonly string[]; most: number }, z.output<typeof BesideRow>> = {
  name: "institutionsBeside",
  row: BesideRow,
  cypher: `
    UNWIND $ids AS one
    MATCH (n:Entity {id: one})
    CALL (n) {
      MATCH (n)--(m:Entity) WHERE m.kind = 'institution'
      RETURN m
      UNION
      MATCH (n)--(t:Entity)--(m:Entity)
      WHERE n.kind IN [${throughCarriers.join(", ")}] AND t.kind IN ['team', 'programme'] AND m.kind = 'institution'
      RETURN m
    }
    WITH n, m ORDER BY m.name, m.id
    WITH n, collect(m) AS found
    UNWIND found[0..$most] AS m
    RETURN n.id AS of, size(found) AS count, ${summaryColumns("m")}`,
};
