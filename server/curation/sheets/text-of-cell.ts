/** A number as Dutch people write it, without marks between thousands: it may be a year. */
const digits = new Intl.NumberFormat("nl-NL", { useGrouping: false, maximumFractionDigits: 10 });

/** What a cell of a workbook holds, as a person reads it: formulas are there by their last result alone. */
export function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return digits.format(value);
  if (typeof value === "boolean") return value ? "ja" : "nee";
  if (value instanceof Date) return dayOf(value);
  return String(value);
}

/** Moments in a workbook have no zone: they are read as if they were in UTC. */
const dayOf = (date: Date): string => `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`;
