import { AppError } from "../../model/errors.ts";
import {
  type NumbersAnswer,
  type NumbersLine,
  numbersProgressRoute,
  numbersRoute,
  projectionRoute,
  similarRoute,
} from "../../model/numbers.ts";
import { serveCached, type ZodPlugin } from "../http/serve.ts";
import { serveFile } from "../http/serve-file.ts";
import type { GraphStore } from "../store/store.ts";
import type { Progress } from "./measure.ts";
import { Numbers } from "./numbers.ts";

const tag = "Numbers";

/** Measures of the graph. */
export const numbersApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  const numbers = new Numbers();
  app.addHook("onClose", async () => numbers.close());
  const cached = serveCached(app, store, tag);
  cached(numbersRoute, ({ params, query, ...asked }) => numbers.answer(asked, params.measure, query));
  cached(similarRoute, ({ params, query, ...asked }) => numbers.similar(asked, params, query));
  cached(projectionRoute, ({ query, ...asked }) => numbers.projection(asked, query));
  serveFile(app, numbersProgressRoute, tag, async ({ params, query, signal }) => {
    const parts = numbers.parts({ store, signal }, params.measure, query);
    // What is wrong with the question is a problem like any other; later failures are the last line.
    const first = await parts.next();
    // Lines that nobody begins to read never end by themselves.
    signal.addEventListener("abort", () => void parts.return(undefined as never).catch(() => undefined), { once: true });
    return { name: "numbers.ndjson", media: "application/x-ndjson", bytes: linesOf(first, parts) };
  });
};

async function* linesOf(
  first: IteratorResult<Progress, NumbersAnswer>,
  parts: AsyncGenerator<Progress, NumbersAnswer, undefined>,
): AsyncGenerator<Uint8Array> {
  try {
    let next = first;
    for (; !next.done; next = await parts.next()) yield line(next.value);
    yield line({ answer: next.value });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield line({ failed: { code: error.code, detail: error.message } });
  } finally {
    await parts.return(undefined as never);
  }
}

const line = (value: NumbersLine): Uint8Array => Buffer.from(`${JSON.stringify(value)}\n`);
