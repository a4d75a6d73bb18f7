import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isPage, pathOf } from "./paths.ts";

/** One year, in seconds: files under assets/ have a hash of their content in their name. */
const forever = "public, max-age=31536000, immutable";

/**
 * Serves the built web part. `answerPage` gives the page for every path that is the web part's own business
 * (`/instelling/…`, `/overlap`), and says whether it did.
 */
export async function serveWeb(app: FastifyInstance, root: string, basePath: string) {
  const file = join(root, "index.html");
  const page = existsSync(file) ? pageUnder(readFileSync(file, "utf8"), basePath) : undefined;
  if (page !== undefined)
    await app.register(staticFiles, {
      root,
      // A route for each file there is: whatever else is asked for is looked up nowhere.
      wildcard: false,
      index: false,
      globIgnore: ["index.html"],
      dotfiles: "ignore",
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader("cache-control", path.startsWith(join(root, "assets")) ? forever : "no-cache");
      },
    });
  return ({ url, method }: FastifyRequest, reply: FastifyReply): boolean => {
    if (page === undefined || (method !== "GET" && method !== "HEAD") || !isPage(pathOf(url))) return false;
    reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
    return true;
  };
}

/** The page with the addresses of its files as they are under a base path, which it tells the scripts, too. */
const pageUnder = (html: string, basePath: string): string =>
  html.replace(/((?:src|href)=")\.?\//g, `$1${basePath}/`).replace(/(<meta name="base-path" content=")/, `$1${basePath}`);
