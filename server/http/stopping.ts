import type { FastifyInstance } from "fastify";

/** While the app stops, each answer ends its connection: one that stayed open for later would keep the app from stopping. */
export function closeConnectionsWhileStopping(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook("preClose", async () => {
    isStopping = true;
  });
  app.addHook("onSend", async (_, reply) => {
    if (isStopping) reply.header("connection", "close");
  });
}
