import { importRoute, previewRoute } from "../../model/curation.ts";
import type { Archive } from "../archive/archive.ts";
import { serve, type ZodPlugin } from "../http/serve.ts";
import type { GraphStore } from "../store/store.ts";
import { bringIn, preview } from "./import.ts";
import { SheetReader } from "./sheets/read-sheets.ts";

const tag = "Curation";

/** Bringing data in, by editors. */
export const curationApi: ZodPlugin<{ store: GraphStore; archive: Archive }> = async (app, { store, archive }) => {
  const reader = new SheetReader();
  app.addHook("onClose", async () => reader.close());
  serve(app, previewRoute, tag, ({ body, signal }) => preview(store, reader, body, signal));
  serve(app, importRoute, tag, ({ body, signal }) => bringIn(store, archive, reader, body, signal));
};
