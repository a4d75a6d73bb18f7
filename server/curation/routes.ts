import { Buffer } from "node:buffer";
import { importRoute, loadRoute, previewRoute } from "../../model/curation.ts";
import { editRoute, previewEditRoute } from "../../model/edits.ts";
import { qualityRoute } from "../../model/quality.ts";
import type { Archive } from "../archive/archive.ts";
import { loadDataset } from "../dataset/load-dataset.ts";
import { serve, type ZodPlugin } from "../http/serve.ts";
import type { GraphStore } from "../store/store.ts";
import { previewEdit, publishEdit } from "./edit.ts";
import { bringIn, preview } from "./import.ts";
import { qualityOf } from "./quality.ts";
import { SheetReader } from "./sheets/read-sheets.ts";

const tag = "Curation";

/** Bringing data in, by editors. */
export const curationApi: ZodPlugin<{ store: GraphStore; archive: Archive }> = async (app, { store, archive }) => {
  const reader = new SheetReader();
  app.addHook("onClose", async () => reader.close());
  serve(app, previewRoute, tag, ({ body, signal }) => preview(store, reader, body, signal));
  serve(app, importRoute, tag, ({ body, signal, actor }) => bringIn(store, archive, reader, body, actor, signal));
  serve(app, loadRoute, tag, async ({ body: { files, replace }, actor: { role, initials } }) => {
    const contents = new Map(files.map(({ path, content }) => [path, Buffer.from(content, "base64")]));
    const made = { how: "load", by: { role, initials } } as const;
    const { version, statements, nodes, links, sources } = await loadDataset(store, contents, { replace, archive, made });
    return { datasetVersion: version, hasChanged: statements.length > 0, nodes, links, sources };
  });
  serve(app, qualityRoute, tag, ({ query: { limit } }) => qualityOf(store, limit));
  serve(app, previewEditRoute, tag, ({ body, signal }) => previewEdit(store, body, signal));
  serve(app, editRoute, tag, ({ body, actor }) => publishEdit(store, archive, body, actor));
};
