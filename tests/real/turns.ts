/** Who may use the one Neo4j server of a run: one file at a time, in the order of asking. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Gives turns to whoever connects. A turn ends when its connection does, however that comes. */
export interface Turns {
  readonly port: number;
  close(): void;
}

/** The first turn begins when `ready` is there; when it fails, every turn is refused with the reason. */
export async function startTurns(ready: Promise<unknown>): Promise<Turns> {
  let last: Promise<unknown> = Promise.resolve();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const ended = once(socket.on("error", () => socket.destroy()).resume(), "close").then(() => sockets.delete(socket));
    last = last.then(async () => {
      socket.write(await ready.then(() => "go", String));
      await ended;
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Waits for a turn at `port`; gives what ends it. */
export async function takeTurn(port: number): Promise<() => void> {
  const socket = connect(port, "127.0.0.1");
  const [word] = await Promise.race([once(socket, "data"), once(socket, "close").then(() => ["nobody gives turns"])]);
  if (String(word) !== "go") throw new Error(`No turn on Neo4j: ${word}`);
  return () => socket.destroy();
}
