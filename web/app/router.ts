import { type Address, hrefOf, parseAddress } from "./address.ts";
import { basePath } from "./base-path.ts";
import { type AppState, setAddress } from "./state.ts";
import type { Store } from "./store.ts";

/** Goes to an address of this site. */
export function navigate(app: Store<AppState>, href: string): void {
  history.pushState(null, "", href);
  takeAddress(app);
}

/** Puts another query in the address of the page of now; the back button skips what it replaces. */
export function replaceQuery(app: Store<AppState>, query: Address["query"]): void {
  const address = { ...app.state.address, query };
  if (hrefOf(address) === hrefOf(app.state.address)) return;
  history.replaceState(null, "", hrefOf(address));
  app.update(setAddress(address));
}

/**
 * The same with a mark, by which `markOfEntry` knows this entry of the browser's history again. With `after` the back button leads
 * back to what is there now.
 */
export function writeQuery(
  app: Store<AppState>,
  query: Address["query"],
  { after, mark }: { after: boolean; mark: string },
): void {
  const address = { ...app.state.address, query };
  const isSame = hrefOf(address) === hrefOf(app.state.address);
  if (after && !isSame) history.pushState({ mark }, "", hrefOf(address));
  else history.replaceState({ mark }, "", hrefOf(address) + (isSame ? location.hash : ""));
  if (!isSame) app.update(setAddress(address));
}

/** The mark of the entry of the browser's history that is open now. */
export function markOfEntry(): string | undefined {
  const { mark } = (history.state ?? {}) as { readonly mark?: unknown };
  return typeof mark === "string" ? mark : undefined;
}

/** Takes the address of the browser, and puts it right there when it was typed in another way. */
function takeAddress(app: Store<AppState>): void {
  const address = parseAddress(new URL(location.href));
  const path = basePath + address.path;
  if (![path, `${path}/`].includes(location.pathname)) history.replaceState(history.state, "", hrefOf(address) + location.hash);
  app.update(setAddress(address));
}

/** Follows links to pages of this site without loading the site again, until `signal` aborts. */
export function startRouter(app: Store<AppState>, signal: AbortSignal): void {
  takeAddress(app);
  addEventListener("popstate", () => takeAddress(app), { signal });
  document.addEventListener("click", (event) => follow(app, event), { signal });
}

function follow(app: Store<AppState>, event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((target) => target instanceof Element && target.matches("a[href]")) as
    | Element
    | undefined;
  if (!link || link.hasAttribute("target") || link.hasAttribute("download")) return;
  const url = new URL(link.getAttribute("href") ?? "", location.href);
  if (url.origin !== location.origin) return;
  if (!url.pathname.startsWith(`${basePath}/`) && url.pathname !== basePath) return;
  const here = url.pathname === location.pathname && url.search === location.search;
  if (url.pathname.startsWith(`${basePath}/api/`) || (here && url.hash)) return;
  event.preventDefault();
  navigate(app, url.pathname + url.search + url.hash);
}
