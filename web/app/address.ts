import { queryString } from "../../model/call.ts";
import type { Language } from "../../model/graph.ts";
import { basePath } from "./base-path.ts";

/** Which page is shown, and what of it, as the address bar says it. */
export interface Address {
  /** Begins with a slash, as in `/verken`. */
  readonly path: string;
  /** The query without the language. */
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
}

export function parseAddress(url: URL): Address {
  const { taal, ...query } = Object.fromEntries(url.searchParams);
  return { path: pathIn(url.pathname), query, language: /^en\b/i.test(taal ?? "") ? "en" : "nl" };
}

/** The path of a page, under the base path; what was typed with capitals, or with something of the text around it, means that page too. */
function pathIn(pathname: string): string {
  const inside = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
  const path = inside.toLowerCase().replace(/(?:[/.,;:!?)\]}>'"’”…]|%(?:22|27|29|2c|3b|5d|7d|3e|e2%80%(?:99|9d|a6)))+$/, "");
  return path === "" ? "/" : path;
}

/** A part of an address in plain characters. A code that is broken stands for nothing. */
export const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+|%[0-9a-z]{0,2}/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return "";
    }
  });

/** The address as a link has it; Dutch has no mark in it. */
export const hrefOf = ({ path, query, language }: Address): string =>
  basePath + path + queryString({ ...query, taal: language === "en" ? "en" : undefined });
