import type { Language } from "../../model/graph.ts";

/** Which page is shown, and what of it, as the address bar says it. */
export interface Address {
  /** Begins with a slash, as in `/verken`. */
  readonly path: string;
  /** The query without the language. */
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** A query string with its question mark, or nothing. Colons and commas stay readable, which RFC 3986 allows. */
export function queryString(query: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`${encodeURIComponent(name)}=${readable(String(value))}`],
  );
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

const readable = (text: string) =>
  encodeURIComponent(text).replace(/%(3A|2C|40|2F|7C)/g, (escaped) => decodeURIComponent(escaped));

export function parseAddress(url: URL): Address {
  const { taal, ...query } = Object.fromEntries(url.searchParams);
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, "") : "/";
  return { path, query, language: taal === "en" ? "en" : "nl" };
}

/** The address as a link has it; Dutch has no mark in it. */
export const hrefOf = ({ path, query, language }: Address): string =>
  path + queryString({ ...query, taal: language === "en" ? "en" : undefined });
