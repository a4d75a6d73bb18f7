import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/**
 * While the app stops, each answer ends its connection: one that stayed open for later would keep the app from stopping. So would one
 * on which nothing was ever asked, as browsers open in advance: Node closes those that have asked, and waits a minute for the others.
 */
export function closeConnectionsWhileStopping(app: FastifyInstance): void {
  let isStopping = false;
  const unused = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  app.server.on("request", ({ socket }) => unused.delete(socket));
  app.addHook("preClose", async () => {
    isStopping = true;
    for (const socket of unused) socket.destroy();
  });
  app.addHook("onSend", async (_, reply) => {
    if (isStopping) reply.header("connection", "close");
  });
}
