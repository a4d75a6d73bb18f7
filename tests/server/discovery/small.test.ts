import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peersRoute } from "../../../model/discovery.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, folder } from "../app.ts";
import { smallFiles, smallFolder } from "../small.ts";
import { answer } from "./answer.ts";

describeOnBothEngines("discovery on a small graph", (open) => {
  let app: FastifyInstance;
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadDataset(store, smallFolder());
    app = await appOn(store);
  });
  afterAll(() => app.close());

  test("answers whole: one peer, one reason, its facts and their sources", async () => {
    const { peers, left, sources, institution } = await answer(
      app,
      peersRoute,
      "/api/institutions/institution:oost/peers?reasons=all",
    );
    expect(institution).toStrictEqual({
      id: "institution:oost",
      kind: "institution",
      name: "Oost College",
      nameEn: "East College",
      contested: false,
      degree: 1,
    });
    const noord = {
      id: "institution:noord",
      kind: "institution",
      name: "Noord College",
      nameEn: "North College",
      contested: false,
      degree: 2,
    };
    const vr = {
      id: "question:vr",
      kind: "question",
      name: "Hoe zet je virtual reality in?",
      nameEn: "How do you use virtual reality?",
      contested: false,
      degree: 4,
    };
    const ask = (from: string, basis: string, note = {}) => ({
      id: `institution:${from}|ASKS|question:vr`,
      kind: "ASKS",
      from: `institution:${from}`,
      to: "question:vr",
      basis,
      contested: false,
      properties: {},
      evidence: [{ source: "source:page", basis, ...note }],
    });
    expect({ peers, left, sources }).toStrictEqual({
      peers: [
        {
          institution: noord,
          score: 63,
          certainty: 0.13,
          confidence: {
            value: 0.13,
            level: "low",
            sentence: {
              nl: "Er is weinig bekend: we kennen 1 feit over Oost College en 2 feiten over Noord College.",
              en: "Little is known: we know 1 fact about East College and 2 facts about North College.",
            },
          },
          thin: true,
          sentence: {
            nl: "Lijkt op jullie: 1 gedeelde vraag. Let op: we weten nog weinig van Noord College.",
            en: "Like you: 1 shared question. Mind: we know little of North College yet.",
          },
          reasons: [
            {
              id: "questions:question:vr",
              aspect: "questions",
              amount: 63,
              item: vr,
              restsOn: "partly",
              sentence: {
                nl: "Oost College en Noord College stellen allebei de vraag “Hoe zet je virtual reality in?”",
                en: "East College and North College both ask “How do you use virtual reality?”",
              },
              factors: [
                { name: "points", value: 100, sentence: { nl: "punten om mee te beginnen", en: "points to start with" } },
                {
                  name: "basis",
                  value: Math.sqrt(0.4),
                  sentence: { nl: "een deel is door ons afgeleid", en: "part of it was derived by us" },
                },
              ],
              facts: [
                { link: ask("oost", "derived", { note: "Volgt uit de pagina." }), amount: 63 },
                { link: ask("noord", "stated"), amount: 63 },
              ],
              more: 0,
              nodes: [noord, { ...institution }, vr],
            },
          ],
        },
      ],
      left: 0,
      sources: [{ id: "source:page", title: "Een pagina", url: "https://example.org/pagina" }],
    });
  });

  test("tells a new state of the graph from the one that answers were cached for", async () => {
    const scores = async () =>
      (await answer(app, peersRoute, "/api/institutions/institution:oost/peers")).peers.map(({ score }) => score);
    expect(await scores()).toStrictEqual([63]);
    const asks = smallFiles["links/asks.json"].map((link) => ({
      ...link,
      evidence: [{ source: "source:page", basis: "stated" }],
    }));
    await loadDataset(store, folder({ ...smallFiles, "links/asks.json": asks }), { replace: true });
    expect(await scores()).toStrictEqual([100]);
  });
});
