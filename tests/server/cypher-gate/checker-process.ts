/** A process that checks nothing: it does what the question says, and may use 300 ms of the processor for it. */
import type { Params } from "../../../model/patterns.ts";
import { Given } from "../../../server/cypher-gate/given/given.ts";
import { withinProcessorTime } from "../../../server/process/processor-time.ts";
import { serve } from "../../../server/process/serve.ts";

let asked = 0;

const acts: Readonly<Record<string, (given: Given) => unknown>> = {
  compute: () => {
    for (let number = 0; ; number++) Math.sqrt(number);
  },
  "wait for a turn": () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    return "waited";
  },
  end: () => process.exit(3),
  stop: () => process.kill(process.pid, "SIGSTOP"),
  count: () => asked,
  "look at n": (given) => [asked, given.whole("n")],
  "measure n": (given) => [asked, given.size("n").most],
  answer: () => "answered",
};

const act = withinProcessorTime(300, ({ cypher, params }: { cypher: string; params: Params }) => {
  asked++;
  const given = new Given(params);
  return { rendered: { neo4j: { run: acts[cypher]?.(given) } }, facts: given.facts };
});
serve(async (question: { cypher: string; params: Params }) => act(question));
