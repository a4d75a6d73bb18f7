import { existsSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** One year, in seconds: files under assets/ have a hash of their content in their name. */
const forever = "public, max-age=31536000, immutable";

/** Whether a path is a page of the web part, rather than a file or a part of the API. */
const isPage = (path: string) => path !== "/api" && !path.startsWith("/api/") && !/\/\.|\.[^/]*$/.test(path);

/**
 * Serves the built web part. `answerPage` gives the page for every path that is the web part's own business
 * (`/instelling/…`, `/overlap`), and says whether it did.
 */
export async function serveWeb(app: FastifyInstance, root: string) {
  const isBuilt = existsSync(join(root, "index.html"));
  if (isBuilt)
    await app.register(staticFiles, {
      root,
      dotfiles: "ignore",
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader("cache-control", path.startsWith(join(root, "assets")) ? forever : "no-cache");
      },
    });
  return (request: FastifyRequest, reply: FastifyReply): boolean => {
    const path = request.url.split("?", 1)[0] ?? "/";
    if (!isBuilt || (request.method !== "GET" && request.method !== "HEAD") || !isPage(path)) return false;
    reply.header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
    return true;
  };
}
