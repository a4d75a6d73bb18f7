import { Worker } from "node:worker_threads";

/** The signal by which a process says that a question took more of the processor than it may: POSIX's own for that, without a dump. */
export const tooMuchProcessor = "SIGVTALRM";

/** Milliseconds between two looks. */
const every = 50;

/**
 * In a thread of its own, for the work that is watched lets nothing else run beside it. As text, because the loader with which
 * sources run in development does not reach into threads. `turn` holds the number of the question at work, or 0.
 */
const watch = `
const { budget, every, signal, turn } = require("node:worker_threads").workerData;
for (;;) {
  Atomics.wait(turn, 0, 0);
  const question = Atomics.load(turn, 0);
  const before = process.cpuUsage();
  const used = () => { const { user, system } = process.cpuUsage(before); return (user + system) / 1000; };
  while (Atomics.load(turn, 0) === question) {
    if (used() > budget) process.kill(process.pid, signal);
    Atomics.wait(turn, 0, question, every);
  }
}`;

/**
 * Gives work that may use `budget` milliseconds of processor time, in all threads of this process; with more, the process
 * ends with `tooMuchProcessor`. However busy the machine is, work that only waits for its turn does not end for it.
 */
export function withinProcessorTime<In, Out>(budget: number, work: (question: In) => Out): (question: In) => Out {
  const turn = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  new Worker(watch, { eval: true, execArgv: [], workerData: { budget, every, signal: tooMuchProcessor, turn } }).unref();
  let questions = 0;
  const now = (question: number) => {
    Atomics.store(turn, 0, question);
    Atomics.notify(turn, 0);
  };
  return (question) => {
    now(++questions);
    try {
      return work(question);
    } finally {
      now(0);
    }
  };
}
