/** How a scenario of the TCK ends, and all of them as a table. */
import { AppError } from "../../model/errors.ts";
import type { PatternRows } from "../../server/store/store.ts";
import type { Scenario } from "./scenarios.ts";
import { expectedText, foundText, paramOf } from "./values.ts";

export const verdicts = ["right", "due", "refused", "rowsForError", "wrong"] as const;
/** `due` is the error that a scenario asks for, `refused` one that it does not. */
export type Verdict = (typeof verdicts)[number];

export interface Ending {
  readonly scenario: Scenario;
  readonly verdict: Verdict;
  /** What differs, or why it was refused. */
  readonly detail: string;
}

/** As a pattern gives them, but with rows that are not bytes yet. */
type Found = Pick<PatternRows, "columns" | "kinds"> & { readonly rows: readonly (readonly unknown[])[] };

/** @param run sets up the scenario's graph, and runs its query on it */
export async function endingOf(
  scenario: Scenario,
  run: (query: string, params: Readonly<Record<string, unknown>>) => Promise<Found>,
): Promise<Ending> {
  const { query, params, expected } = scenario;
  try {
    const found = await run(query, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramOf(value)])));
    if (expected.is === "error") return { scenario, verdict: "rowsForError", detail: JSON.stringify(found.rows).slice(0, 300) };
    const difference = differenceOf(expected, found);
    return { scenario, verdict: difference === undefined ? "right" : "wrong", detail: difference ?? "" };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "STORE_UNAVAILABLE")
      throw new Error(`${scenario.name}\n${query}`, { cause: error });
    return { scenario, verdict: expected.is === "error" ? "due" : "refused", detail: error.message };
  }
}

function differenceOf(expected: Extract<Scenario["expected"], { is: "rows" }>, found: Found): string | undefined {
  const { anyListOrder, inOrder, columns } = expected;
  const wanted = expected.rows.map((row) => row.map((cell) => expectedText(cell, anyListOrder)).join(" | "));
  const given = found.rows.map((row) =>
    row.map((cell, index) => foundText(cell, found.kinds[index] ?? "", anyListOrder)).join(" | "),
  );
  if (!inOrder) for (const rows of [wanted, given]) rows.sort();
  const same = wanted.join("\n") === given.join("\n") && (wanted.length === 0 || columns.join() === found.columns.join());
  return same
    ? undefined
    : `wanted ${columns.join()}: ${wanted.join("; ")}\ngot ${found.columns.join()}: ${given.join("; ")}`.slice(0, 1_000);
}

/** One line per folder, all of them first. */
export function tableOf(endings: readonly Ending[]): string {
  const folders = [...new Set(endings.map(({ scenario }) => scenario.folder))].sort();
  const lineOf = (name: string, some: readonly Ending[]) => {
    const counts = verdicts.map((verdict) => some.filter((ending) => ending.verdict === verdict).length);
    return `| ${name} | ${some.length} | ${counts.map((count) => count || "").join(" | ")} |`;
  };
  return [
    "| | scenarios | right | the error that is due | refused | rows where an error is due | wrong |",
    "|---|---:|---:|---:|---:|---:|---:|",
    lineOf("**all**", endings),
    ...folders.map((folder) =>
      lineOf(
        folder,
        endings.filter(({ scenario }) => scenario.folder === folder),
      ),
    ),
  ].join("\n");
}
