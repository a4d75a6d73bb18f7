import { AppError } from "../../model/errors.ts";
import { type nextPart, type Reply, tooMuchMemory } from "./child.ts";

/** Bytes that a process may take in all: its heap, and what the engine holds beside it. */
const mostMemory = 1_500_000_000;

/** Milliseconds between two looks at the memory. */
const every = 50;

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** An answer that is given part by part: the next is made when the one before was taken. Its last word is what the generator returns. */
export class Parts {
  readonly parts: Iterator<unknown, unknown, undefined>;

  constructor(parts: Iterator<unknown, unknown, undefined>) {
    this.parts = parts;
  }
}

/** Makes this process answer the questions of the one that started it. It ends with that one, and when it uses too much memory. */
export function serve<Question>(answer: (question: Question) => Promise<unknown>): void {
  const reply = (message: Omit<Reply, "processorTime"> & object) =>
    process.send?.({ ...message, processorTime: processorSeconds() });
  process.on("disconnect", () => process.exit());
  setInterval(() => {
    if (process.memoryUsage.rss() > mostMemory) process.exit(tooMuchMemory);
  }, every).unref();
  let going: Iterator<unknown, unknown, undefined> | undefined;
  const nextOf = (parts: Iterator<unknown, unknown, undefined>) => {
    const { done, value } = parts.next();
    going = done ? undefined : parts;
    reply(done ? { answer: value } : { part: value });
  };
  process.on("message", async (question: Question | typeof nextPart) => {
    try {
      if (going) return nextOf(going);
      const answered = await answer(question as Question);
      if (answered instanceof Parts) nextOf(answered.parts);
      else reply({ answer: answered });
    } catch (error) {
      going = undefined;
      if (error instanceof AppError) reply({ refused: { code: error.code, message: error.message } });
      else reply({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  reply({ ready: true });
}
