import { serve } from "../../process/serve.ts";
import { readBytes, type SheetFileBytes } from "./read-bytes.ts";

/** Reads strangers' files in a process of its own, with a bound on its memory: a small file can hold very much. */
serve(async (file: SheetFileBytes) => readBytes(file));
