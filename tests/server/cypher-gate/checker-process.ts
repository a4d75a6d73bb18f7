/** A process that checks nothing: it does what the question says, and may use 300 ms of the processor for it. */
import { withinProcessorTime } from "../../../server/process/processor-time.ts";
import { serve } from "../../../server/process/serve.ts";

const acts: Readonly<Record<string, () => unknown>> = {
  compute: () => {
    for (let number = 0; ; number++) Math.sqrt(number);
  },
  "wait for a turn": () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    return "waited";
  },
  end: () => process.exit(3),
  answer: () => "answered",
};

const act = withinProcessorTime(300, ({ cypher }: { cypher: string }) => acts[cypher]?.());
serve(async (question: { cypher: string }) => ({ rendered: act(question), facts: [] }));
