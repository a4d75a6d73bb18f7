import { z } from "zod";

/** How a table is written: with comma and point, as scripts read it, or as a spreadsheet in Dutch expects it. */
export const csvDialects = ["plain", "dutch"] as const;
export type CsvDialect = (typeof csvDialects)[number];

/** What can be asked of every answer that holds a list: that list as a table. */
export const tableChoices = z.object({
  /** `csv` gives the list alone, as the header `Accept: text/csv` does. */
  format: z.enum(["json", "csv"]).optional(),
  /** Of CSV alone: `dutch` has semicolons, decimal commas and a byte order mark. */
  dialect: z.enum(csvDialects).default("plain"),
});
export type TableChoices = z.output<typeof tableChoices>;
