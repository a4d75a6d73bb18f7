import { Buffer } from "node:buffer";
import { importLimits, type SheetFile } from "../../../model/curation.ts";
import { AppError } from "../../../model/errors.ts";
import { Child, ChildEnded } from "../../process/child.ts";
import { Turns } from "../../process/turns.ts";
import type { FileRefusal, SheetFileBytes } from "./read-bytes.ts";
import type { Sheet } from "./sheet.ts";

/** Milliseconds. */
const mostTime = 20_000;
/** Megabytes. */
const heap = 400;

type Refusal = FileRefusal | "tooLarge" | "tooLong";

const refusals: Readonly<Record<Refusal, string>> = {
  oldWorkbook: "This is a workbook of before 2007, or one behind a password. Save it as .xlsx without a password",
  otherWorkbook: "This is a workbook of another program. Save it as .xlsx or .csv",
  notASheet: "This is no spreadsheet. Send a file that ends with .xlsx or .csv",
  tooManyRows: `This file has more than ${importLimits.rows} rows. Bring it in by parts`,
  empty: "There is nothing in this file",
  broken: "This file is broken. Open it in a program for spreadsheets, and save it again as .xlsx",
  tooLarge: "This file is too large to be read. Bring it in by parts",
  tooLong: "Reading this file took too long. Bring it in by parts",
};

/** Reads spreadsheets, one at a time. */
export class SheetReader {
  #child: Child | undefined;
  readonly #turns = new Turns(1, 16);

  /** @throws AppError FILE_REFUSED, whose only field names the reason; REQUEST_CANCELLED */
  async read({ name, content }: SheetFile, signal: AbortSignal): Promise<readonly Sheet[]> {
    const bytes = Buffer.from(content, "base64");
    if (bytes.length > importLimits.bytes) throw refused("tooLarge");
    const leave = await this.#turns.enter(signal);
    try {
      const answer = await this.#ask({ name, bytes }, signal);
      if (typeof answer === "string") throw refused(answer);
      return answer;
    } finally {
      leave();
    }
  }

  close(): void {
    this.#child?.end();
  }

  async #ask(file: SheetFileBytes, signal: AbortSignal): Promise<readonly Sheet[] | FileRefusal> {
    if (!this.#child || this.#child.ended)
      this.#child = new Child({ script: new URL("./sheet-process", import.meta.url), args: [], heap });
    try {
      return (await this.#child.ask(file, mostTime, signal)) as readonly Sheet[] | FileRefusal;
    } catch (error) {
      if (error instanceof AppError && error.code === "QUERY_TIMEOUT") throw refused("tooLong");
      if (error instanceof ChildEnded || (error instanceof AppError && error.code === "QUERY_REFUSED")) throw refused("tooLarge");
      throw error;
    }
  }
}

const refused = (why: Refusal) => new AppError("FILE_REFUSED", refusals[why], { fields: [{ field: why, why: refusals[why] }] });
