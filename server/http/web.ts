import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isPage, pathOf } from "./paths.ts";
import { allowFrames, forOtherSites } from "./security.ts";

/** One year, in seconds: files under assets/ have a hash of their content in their name. */
const forever = "public, max-age=31536000, immutable";

/** A drawing without anything around it, which pages of other sites may show in a frame where the settings name them. */
const framePath = "/insluiten/kader";
const [pageFile, frameFile, scriptFile] = ["index.html", "kader.html", "overlap-graph.js"];

/**
 * Serves the built web part. `answerPage` gives the page for every path that is the web part's own business
 * (`/instelling/…`, `/overlap`), and says whether it did.
 */
export async function serveWeb(app: FastifyInstance, root: string, basePath: string, frameOrigins: readonly string[]) {
  const [page, frame] = [pageFile, frameFile].map((name) => pageUnder(join(root, name), basePath));
  if (page !== undefined)
    await app.register(staticFiles, {
      root,
      // A route for each file there is: whatever else is asked for is looked up nowhere.
      wildcard: false,
      index: false,
      globIgnore: [pageFile, frameFile, scriptFile],
      dotfiles: "ignore",
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader("cache-control", path.startsWith(join(root, "assets")) ? forever : "no-cache");
      },
    });
  if (page !== undefined && existsSync(join(root, scriptFile)))
    app.get(`/${scriptFile}`, { schema: { hide: true } }, (_, reply) => reply.headers(forOtherSites).sendFile(scriptFile));
  return ({ url, method }: FastifyRequest, reply: FastifyReply): boolean => {
    if (page === undefined || (method !== "GET" && method !== "HEAD") || !isPage(pathOf(url))) return false;
    const isFrame = frame !== undefined && pathOf(url).replace(/\/$/, "") === framePath;
    if (isFrame) allowFrames(reply, frameOrigins);
    reply
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(isFrame ? frame : page);
    return true;
  };
}

/** A built page, if it is there, with the addresses of its files as they are under a base path, which it tells the scripts, too. */
const pageUnder = (file: string, basePath: string): string | undefined =>
  existsSync(file) ? underBase(readFileSync(file, "utf8"), basePath) : undefined;

const underBase = (html: string, basePath: string): string =>
  html.replace(/((?:src|href)=")\.?\//g, `$1${basePath}/`).replace(/(<meta name="base-path" content=")/, `$1${basePath}`);
