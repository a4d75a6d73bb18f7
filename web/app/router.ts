import type { Language } from "../../model/graph.ts";
import { hrefOf, type Place, parsePlace } from "./address.ts";
import { setPlace } from "./state.ts";
import { store } from "./store.ts";

/** The address of a page in the language of now. */
export const href = (path: string, query: Place["query"] = {}): string =>
  hrefOf({ path, query, language: store.state.place.language });

/** The address of this same view in another language. */
export const hrefInLanguage = (language: Language): string => hrefOf({ ...store.state.place, language });

/** Goes to an address of this site. */
export function navigate(address: string): void {
  history.pushState(null, "", address);
  takeAddress();
}

/** Puts another query in the address of the page of now; the back button skips what it replaces. */
export function replaceQuery(query: Place["query"]): void {
  const place = { ...store.state.place, query };
  if (hrefOf(place) === hrefOf(store.state.place)) return;
  history.replaceState(null, "", hrefOf(place));
  store.update(setPlace(place));
}

const takeAddress = () => store.update(setPlace(parsePlace(new URL(location.href))));

/** Follows links to pages of this site without loading the site again. */
export function startRouter(): void {
  takeAddress();
  addEventListener("popstate", takeAddress);
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((target) => target instanceof Element && target.matches("a[href]")) as
      | Element
      | undefined;
    if (!link || link.hasAttribute("target") || link.hasAttribute("download")) return;
    const url = new URL(link.getAttribute("href") ?? "", location.href);
    if (url.origin !== location.origin) return;
    const here = url.pathname === location.pathname && url.search === location.search;
    if (url.pathname.startsWith("/api/") || (here && url.hash)) return;
    event.preventDefault();
    navigate(url.pathname + url.search + url.hash);
  });
}
