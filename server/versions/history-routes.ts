import type { FastifyInstance, FastifyReply } from "fastify";
import { changeRoute, historyRoute, nodeHistoryRoute, previewUndoRoute, undoRoute } from "../../model/history.ts";
import type { Archive } from "../archive/archive.ts";
import { serve } from "../http/serve.ts";
import type { GraphStore } from "../store/store.ts";
import { changeOf, historyOf, historyOfNode } from "./history.ts";
import { previewUndo, undo } from "./undo.ts";

const tag = "History";

/** What it tells depends on who asks. */
const forOneOnly = (reply: FastifyReply) => reply.header("cache-control", "no-store");

/** What was done to the data, and taking it back. */
export function serveHistory(app: FastifyInstance, store: GraphStore, archive: Archive): void {
  serve(app, historyRoute, tag, ({ query, actor, reply }) => {
    forOneOnly(reply);
    return historyOf(store, archive, query, actor);
  });
  serve(app, changeRoute, tag, ({ params: { version }, query: { limit }, actor, reply }) => {
    forOneOnly(reply);
    return changeOf(store, archive, version, limit, actor);
  });
  serve(app, nodeHistoryRoute, tag, ({ params: { id }, query: { limit }, actor, reply }) => {
    forOneOnly(reply);
    return historyOfNode(store, archive, id, limit, actor);
  });
  serve(app, previewUndoRoute, tag, ({ body }) => previewUndo(store, archive, body));
  serve(app, undoRoute, tag, ({ body, actor }) => undo(store, archive, body, actor));
}
