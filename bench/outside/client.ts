/**
 * The load client, in a process of its own: reads a `LoadOrder` from its input, asks, and prints a `Round`.
 * Every connection asks all questions in turn, each from a place of its own, and waits for an answer before it asks again.
 */
import { text } from "node:stream/consumers";
import autocannon, { type Client, type Request } from "autocannon";
import { type LoadOrder, roundOf } from "../measure.ts";

const order = JSON.parse(await text(process.stdin)) as LoadOrder;
const requests: Request[] = order.requests.map((request) => ({ method: "GET", ...request }));
const latencies: number[] = [];
let started = 0;

const running = autocannon({
  url: order.url,
  connections: order.connections,
  duration: order.seconds,
  requests,
  ...(order.holds && { verifyBody: (body: unknown) => String(body).includes(order.holds ?? "") }),
  setupClient: (client: Client) => {
    const first = Math.floor((started++ * requests.length) / order.connections);
    client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
  },
});
running.on("response", (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));

const result = await running;
const failures = result.errors + result.non2xx + result.mismatches;
console.log(JSON.stringify(roundOf(latencies, result.duration, failures, result.throughput.total)));
