import { AppError } from "../../model/errors.ts";
import { gate } from "../../server/cypher-gate/gate.ts";
import { openDatabase } from "../../server/store/grafeo/engine.ts";
import { GrafeoGraph } from "../../server/store/grafeo/graph.ts";
import { runPlan } from "../../server/store/interpreted/run-plan.ts";
import type { Scenario } from "./scenarios.ts";
import { type Ending, endingOf } from "./verdict.ts";

/** Rows that no scenario has. */
const plenty = 1_000_000;

/** A scenario on the embedded engine: through the gate and the interpreter, as a pattern is, but in this process. */
export async function onEmbedded(scenario: Scenario): Promise<Ending> {
  return endingOf(scenario, async (query, params) => {
    const rendered = gate(query, params);
    if ("refused" in rendered.grafeo) throw new AppError("QUERY_REFUSED", rendered.grafeo.refused);
    const db = openDatabase();
    try {
      for (const statement of scenario.setUp) await db.executeCypher(statement);
      if (losesZone(scenario)) throw new AppError("QUERY_REFUSED", "The engine stores no moment with a named zone");
      const found = runPlan(await GrafeoGraph.of(db), rendered.grafeo.run, params, plenty);
      return rendered.columns ? found : inOrder(found);
    } finally {
      db.close();
    }
  });
}

/** The engine makes null of a moment with a named zone as soon as it is stored, so that the graph is not the scenario's. */
const losesZone = ({ setUp }: Scenario): boolean => setUp.some((statement) => /timezone: '[A-Z]/.test(statement));

/** The columns of RETURN * stand in the order of the alphabet. */
function inOrder({ columns, kinds, rows }: ReturnType<typeof runPlan>): ReturnType<typeof runPlan> {
  const order = columns.map((_, index) => index).sort((one, other) => ((columns[one] ?? "") < (columns[other] ?? "") ? -1 : 1));
  return {
    columns: order.map((index) => columns[index] ?? ""),
    kinds: order.map((index) => kinds[index] ?? ""),
    rows: rows.map((row) => order.map((index) => row[index])),
  };
}
