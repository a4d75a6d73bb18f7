import type { Route } from "../../model/route.ts";
import { Store } from "./store.ts";

/** A question that a page has asked of the API, as anybody else can ask it. */
export interface AskedCall {
  readonly method: Route["method"];
  /** Of the endpoint, with `:name` for each parameter. */
  readonly url: string;
  readonly summary: string;
  /** The list in its answer that can be had as a table. */
  readonly table?: string | undefined;
  /** Of this question, without the site's own. */
  readonly address: string;
  readonly body?: unknown;
  /** Of the data that answered, where the answer tells it. */
  readonly version?: string | undefined;
}

/** What the page at `path` has asked, the last question of each endpoint. */
interface PageCalls {
  readonly path: string;
  readonly calls: readonly AskedCall[];
}

export const pageCalls = new Store<PageCalls>({ path: "", calls: [] });

/** Notes what the page at `path` has asked. */
export function noteCall(path: string, call: AskedCall): void {
  pageCalls.update(({ path: last, calls }) => {
    const others = last === path ? calls.filter(({ url }) => url !== call.url) : [];
    return { path, calls: [...others, call] };
  });
}
