import type { FastifyInstance } from "fastify";

/** Gives the methods that a path of the API answers, each once; none for a path that is not there. To be called before any route. */
export function allowedMethods(app: FastifyInstance): (url: string) => string[] {
  const routes: { readonly path: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    if (url.startsWith("/api/")) routes.push({ path: pathOf(url), methods: [method].flat() });
  });
  return (url) => {
    const path = url.split("?", 1)[0] ?? "";
    return [...new Set(routes.filter((route) => route.path.test(path)).flatMap(({ methods }) => methods))];
  };
}

/** The paths that fit the address of a route, in which `:name` stands for one part and `*` at the end for any number. */
const pathOf = (url: string) => new RegExp(`^${url.replace(/:\w+/g, "[^/]+").replace(/\*$/, ".*")}$`);
