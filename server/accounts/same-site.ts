import type { FastifyRequest } from "fastify";

/**
 * Whether a request comes from a page of this very site, as far as a browser says: whoever only has the cookie must show it.
 * Every browser of today sends `Sec-Fetch-Site`; the others name the page's origin when they send something.
 */
export function isFromOwnPage({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return URL.canParse(headers.origin ?? "") && new URL(headers.origin ?? "").host === host;
}
