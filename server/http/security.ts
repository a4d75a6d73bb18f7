import cors from "@fastify/cors";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Loads nothing from elsewhere, runs nothing that is written into a page, and is shown in a frame by these alone. */
const contentSecurityPolicy = (frameAncestors: string) =>
  [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join(";");

/**
 * What Helmet advises, without `Strict-Transport-Security`: whoever ends TLS before this server knows for which names it holds.
 * A table, since none of it hangs on the request, and having Helmet work it out for each one took as long as all else that a
 * cached answer takes.
 */
const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy("'none'"),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};

/** Lets pages of this server, and of other sites at some origins, show what is answered in a frame. */
export function allowFrames(reply: FastifyReply, origins: readonly string[]): void {
  reply.header("content-security-policy", contentSecurityPolicy(["'self'", ...origins].join(" ")));
  // The older header can name no other site. Browsers that know the policy pass it over.
  if (origins.length === 0) reply.header("x-frame-options", "SAMEORIGIN");
  else reply.removeHeader("x-frame-options");
}

/** What a script needs that pages of other sites may take in. It holds nothing that is not public. */
export const forOtherSites: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

/** Puts the security headers on every answer, and lets pages of other sites read the API where `corsOrigins` names them. */
export async function secure(app: FastifyInstance, corsOrigins: readonly string[]): Promise<void> {
  app.addHook("onRequest", async (_, reply) => {
    reply.headers(securityHeaders);
  });
  if (corsOrigins.length > 0)
    await app.register(cors, {
      origin: [...corsOrigins],
      methods: ["GET", "HEAD", "POST"],
      exposedHeaders: ["x-request-id"],
    });
}
