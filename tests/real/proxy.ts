import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Stands between a client and a server, and can get in the way. */
export interface TestProxy {
  readonly port: number;
  /** How many connections came so far. */
  readonly connections: number;
  /** Every connection breaks off now, and new ones are refused until `mend`. `onRefused` hears of each. */
  cut(onRefused?: () => void): void;
  /** Nothing comes through any more, and nobody is told. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A proxy on a free port for a server on this machine. */
export async function startProxy(target: number): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  let hearRefused = () => {};
  let state: "open" | "cut" | "silent" = "open";
  let connections = 0;
  const server = createServer((client) => {
    connections++;
    if (state === "cut") {
      client.resetAndDestroy();
      hearRefused();
      return;
    }
    const upstream = connect(target, "127.0.0.1");
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on("data", (chunk) => {
        if (state === "open") other.write(chunk);
      });
      one
        .on("error", () => other.destroy())
        .on("close", () => {
          sockets.delete(one);
          other.destroy();
        });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const breakOff = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    get connections() {
      return connections;
    },
    cut: (onRefused = () => {}) => {
      hearRefused = onRefused;
      state = "cut";
      breakOff();
    },
    silence: () => {
      state = "silent";
    },
    mend: () => {
      state = "open";
    },
    close: async () => {
      breakOff();
      server.close();
    },
  };
}
