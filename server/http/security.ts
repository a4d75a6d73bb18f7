import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** Loads nothing from elsewhere, runs nothing that is written into a page, and is shown in no frame. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(";");

/**
 * What Helmet advises, without `Strict-Transport-Security`: whoever ends TLS before this server knows for which names it holds.
 * A table, since none of it hangs on the request, and having Helmet work it out for each one took as long as all else that a
 * cached answer takes.
 */
const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
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
