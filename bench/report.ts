import type { Memory } from "./processes.ts";

/** A table as Markdown; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** A number as people read it: three digits that count, thousands set apart. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: 0 });
}

export const milliseconds = (value: number) => `${figure(value)} ms`;
export const times = (value: number) => `${figure(value)} ×`;
export const megabytes = ({ now, most }: Memory) => (now === undefined ? "–" : `${now} MB (most ${most} MB)`);

/** Whether a target was reached, in words that a list can hold. */
export function verdict(
  what: string,
  value: number,
  unit: (value: number) => string,
  target: "at least" | "under",
  bound: number,
): string {
  const reached = target === "at least" ? value >= bound : value < bound;
  return `- ${reached ? "reached" : "**not reached**"}: ${what}: ${unit(value)} (${target} ${unit(bound)})`;
}
