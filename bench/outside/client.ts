/**
 * The load client, in a process of its own: reads a `LoadOrder` from its input, asks, and prints a `Round`.
 * Every connection asks all questions in turn, each from a place of its own, and waits for an answer before it asks again.
 */
import { text } from "node:stream/consumers";
import autocannon, { type Client, type Request, type Result } from "autocannon";
import { type LoadOrder, roundOf } from "../measure.ts";

async function measure(order: LoadOrder) {
  let asked = Date.now();
  const another = () => {
    const number = String(asked++);
    return order.everNew?.differsBy === "number" ? number : [...number].map((digit) => "abcdefghij"[Number(digit)]).join("%20");
  };
  const other = (request: Request): Request => ({ ...request, path: `${request.path}${order.everNew?.text}${another()}` });
  const requests: Request[] = order.requests.map((request) => ({
    method: "GET",
    ...request,
    ...(order.everNew !== undefined && { setupRequest: other }),
  }));
  const latencies: number[] = [];
  let started = 0;
  const options: autocannon.Options = {
    url: order.url,
    connections: order.connections,
    duration: order.seconds,
    requests,
    setupClient: (client: Client) => {
      const first = Math.floor((started++ * requests.length) / order.connections);
      client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
    },
    ...(order.holds && { verifyBody: (body: unknown) => String(body).includes(order.holds ?? "") }),
  };
  const { errors, non2xx, mismatches, duration, throughput } = await new Promise<Result>((resolve, reject) => {
    const running = autocannon(options, (error: unknown, result) => (error ? reject(error) : resolve(result)));
    running.on("response", (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  return roundOf(latencies, duration, errors + non2xx + mismatches, throughput.total);
}

console.log(JSON.stringify(await measure(JSON.parse(await text(process.stdin)) as LoadOrder)));
