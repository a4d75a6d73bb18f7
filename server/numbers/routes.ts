import { numbersRoute } from "../../model/numbers.ts";
import { serveCached, type ZodPlugin } from "../http/serve.ts";
import type { GraphStore } from "../store/store.ts";
import { Numbers } from "./numbers.ts";

/** Measures of the graph. */
export const numbersApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  const numbers = new Numbers();
  app.addHook("onClose", async () => numbers.close());
  serveCached(
    app,
    store,
    "Numbers",
  )(numbersRoute, ({ store, params, query, signal }) => numbers.answer(store, params.measure, query, signal));
};
