import type { FastifyInstance } from "fastify";
import { isApi, pathOf } from "./paths.ts";

/** Gives the methods that a path of the API answers, each once; none for a path that is not there. To be called before any route. */
export function allowedMethods(app: FastifyInstance): (url: string) => string[] {
  const routes: { readonly path: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    if (isApi(url)) routes.push({ path: pathsOf(url), methods: [method].flat() });
  });
  return (url) => {
    return [...new Set(routes.filter((route) => route.path.test(pathOf(url))).flatMap(({ methods }) => methods))];
  };
}

/** The paths that fit the address of a route, in which `:name` stands for one part and `*` at the end for any number. */
const pathsOf = (url: string) => new RegExp(`^${url.replace(/:\w+/g, "[^/]+").replace(/\*$/, ".*")}$`);
