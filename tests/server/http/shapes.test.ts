import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import * as accounts from "../../../model/accounts.ts";
import * as discovery from "../../../model/discovery.ts";
import * as explore from "../../../model/explore.ts";
import * as gaps from "../../../model/gaps.ts";
import * as numbers from "../../../model/numbers.ts";
import type { Route } from "../../../model/route.ts";
import * as scale from "../../../model/scale.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, loadSeed } from "../app.ts";

const isRoute = (value: unknown): value is Route =>
  typeof value === "object" && value !== null && "summary" in value && "response" in value;
const exported: readonly unknown[] = [accounts, explore, discovery, gaps, numbers, scale].flatMap((shapes) =>
  Object.values<unknown>(shapes),
);
const routes = exported.filter(isRoute).filter(({ method }) => method === "GET");

/** An address that every part of the answer has something for, by route. */
const examples: Readonly<Record<string, string>> = {
  "/api/health": "",
  "/api/session": "",
  "/api/schema": "",
  "/api/search": "?q=zelfregulatei&detail=full",
  "/api/nodes": "?kinds=institution,theme",
  "/api/nodes/:id": "institution:summa-college",
  "/api/nodes/:id/neighbours": "theme:zelfregulatie?limit=3",
  "/api/subgraph": "?ids=institution:summa-college,institution:rijn-ijssel,question:inbedding,theme:nergens",
  "/api/paths": "?from=institution:summa-college&to=institution:yuverta",
  "/api/sources": "",
  "/api/institutions/:id/peers": "institution:graafschap-college",
  "/api/institutions/:id/peers/:other": "institution:graafschap-college/institution:yuverta",
  "/api/institutions/:id/opportunities": "institution:graafschap-college?limit=30",
  "/api/opportunities": "?limit=30",
  "/api/institutions/:id/portrait": "institution:graafschap-college",
  "/api/overlap": "?institutions=institution:graafschap-college,institution:rijn-ijssel",
  "/api/gaps": "",
  "/api/scale": "",
  "/api/numbers/:measure": "community",
  "/api/similar/:id": "institution:summa-college",
  "/api/projection": "?of=institution&over=question",
};

const addressOf = (url: string) => {
  const [first = "", second = ""] = (examples[url] ?? "").split("/");
  const [id = "", query] = first.split("?");
  const path = url.replace(":id", id).replace(":other", second).replace(":measure", id);
  return query === undefined ? path : `${path}?${query}`;
};

// Cached answers are sent without being held against their shape again.
describeOnBothEngines("every answer has the shape that the API's document promises, and no more", (open) => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const store = await open();
    await loadSeed(store);
    app = await appOn(store);
  });

  test.each(routes.map((route): [string, Route] => [route.url, route]))("%s", async (url, route) => {
    expect(Object.keys(examples)).toContain(url);
    for (const time of ["made", "cached"]) {
      const [status, body] = await ask(app, addressOf(url));
      expect(status, `${time} ${addressOf(url)}`).toBe(200);
      expect(route.response.parse(body)).toStrictEqual(body);
    }
  });
});
