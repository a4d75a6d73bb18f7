import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import {
  allOpportunitiesRoute,
  Opportunity,
  OpportunityInShort,
  opportunitiesRoute,
  overlapRoute,
  Peer,
  PeerInShort,
  peersRoute,
  portraitRoute,
  ReasonInShort,
  whyNotRoute,
} from "../../../model/discovery.ts";
import { nodesRoute } from "../../../model/explore.ts";
import { gapsRoute } from "../../../model/gaps.ts";
import { matchRoute } from "../../../model/match.ts";
import { scaleRoute } from "../../../model/scale.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, loadSeed } from "../app.ts";
import { answer } from "./answer.ts";

const five = ["graafschap-college", "koning-willem-i-college", "mediacollege-amsterdam", "rijn-ijssel", "summa-college"].map(
  (name) => `institution:${name}`,
);

const sumOf = (reasons: readonly ReasonInShort[]) => reasons.reduce((sum, { amount }) => sum + amount, 0);

const reasonsOf = ({ reasons }: Peer, aspect: string) =>
  reasons.filter((reason) => reason.aspect === aspect).map(({ item }) => item.id);

describeOnBothEngines("discovery on the project's own data", (open) => {
  let app: FastifyInstance;
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadSeed(store);
    app = await appOn(store);
  });
  afterAll(() => app.close());

  const peers = async (id: string, query = "") => {
    const found = await answer(app, peersRoute, `/api/institutions/${id}/peers?limit=50&reasons=all${query}`);
    return { ...found, peers: found.peers.map((one) => Peer.parse(one)) };
  };
  const opportunitiesOf = async (id: string, query = "") => {
    const found = await answer(app, opportunitiesRoute, `/api/institutions/${id}/opportunities?reasons=all${query}`);
    return { ...found, opportunities: found.opportunities.map((one) => Opportunity.parse(one)) };
  };

  const peer = async (id: string, other: string) => (await peers(id)).peers.find(({ institution }) => institution.id === other);

  test.each(five)("%s: every reason's amounts add up, and every fact has a source that is in the answer", async (id) => {
    const found = await peers(id);
    const sources = new Set<string>(found.sources.map((source) => source.id));
    for (const { score, reasons, certainty, confidence } of found.peers) {
      expect(reasons.reduce((sum, { amount }) => sum + amount, 0)).toBe(score);
      expect(certainty).toBe(confidence.value);
      for (const { link } of reasons.flatMap(({ facts }) => facts))
        expect(link.evidence.every(({ source }) => sources.has(source))).toBe(true);
    }
    const scores = found.peers.map(({ score }) => score);
    expect(scores).toStrictEqual([...scores].sort((a, b) => b - a));
  });

  test("finds what is known of the five: what pairs of them share beside the three common questions", async () => {
    const mediaSumma = await peer("institution:summa-college", "institution:mediacollege-amsterdam");
    expect(mediaSumma && reasonsOf(mediaSumma, "themes").slice(0, 2).sort()).toStrictEqual([
      "theme:digitale-leeromgeving",
      "theme:zelfregulatie",
    ]);
    expect((await peers("institution:summa-college")).peers[0]?.institution.id).toBe("institution:mediacollege-amsterdam");
    const labs = await peer("institution:rijn-ijssel", "institution:graafschap-college");
    expect(labs && reasonsOf(labs, "questions")).toContain("question:labs-verduurzamen");
    expect(labs && reasonsOf(labs, "networks")).toContain("network:werkgroep-learning-labs");
    const flexible = await peer("institution:summa-college", "institution:koning-willem-i-college");
    expect(flexible && reasonsOf(flexible, "themes")[0]).toBe("theme:leerroutes");
  });

  test("counts the three common questions, but for less than what two share", async () => {
    const found = await peer("institution:summa-college", "institution:mediacollege-amsterdam");
    const common = found?.reasons.filter(({ aspect }) => aspect === "questions") ?? [];
    expect(common.map(({ amount }) => amount)).toStrictEqual([17, 17, 17]);
    expect(common.every(({ facts }) => facts.every(({ link }) => link.basis === "derived"))).toBe(true);
    expect(found?.reasons[0]?.amount).toBeGreaterThan(3 * 17);
  });

  test("weighs as asked, and keeps the shape when nothing weighs anything", async () => {
    const only = await peers("institution:summa-college", "&themes=0&products=0&spaces=0&networks=0&activities=0&outcomes=0");
    expect(new Set(only.peers.flatMap(({ reasons }) => reasons.map(({ aspect }) => aspect)))).toStrictEqual(
      new Set(["questions"]),
    );
    const none = await peers(
      "institution:summa-college",
      "&questions=0&themes=0&products=0&spaces=0&networks=0&activities=0&outcomes=0",
    );
    expect(none.peers).toStrictEqual([]);
    expect(none.left).toBe(0);
    const plainly = await peers("institution:summa-college", "&off=basis,rarity,contested,age");
    expect(plainly.peers[0]?.score).toBeGreaterThan((await peers("institution:summa-college")).peers[0]?.score ?? 0);
  });

  test("says why an institution stands where it stands", async () => {
    const why = async (id: string, other: string, query = "") => {
      const found = await answer(app, whyNotRoute, `/api/institutions/${id}/peers/${other}?${query}`);
      return [found.because, found.sentence.nl];
    };
    const summa = "institution:summa-college";
    expect(await why(summa, "institution:mediacollege-amsterdam")).toStrictEqual([
      "listed",
      "Mediacollege Amsterdam (Ma) staat op plaats 1.",
    ]);
    expect((await why(summa, "institution:curio"))[0]).toBe("below-threshold");
    expect((await why(summa, "institution:han"))[0]).toBe("other-sector");
    expect(await why(summa, "institution:de-leijgraaf")).toStrictEqual([
      "merged",
      "ROC De Leijgraaf hoort bij Koning Willem I College. Wat ROC De Leijgraaf deed, telt mee bij Koning Willem I College.",
    ]);
    expect((await why("institution:koning-willem-i-college", "institution:de-leijgraaf"))[0]).toBe("itself");
    expect((await why(summa, summa))[0]).toBe("itself");
    expect((await why(summa, "institution:roc-a12"))[0]).toBe("nothing-shared");
    const weightless = "questions=0&themes=0&products=0&spaces=0&networks=0&activities=0&outcomes=0";
    expect((await why(summa, "institution:mediacollege-amsterdam", weightless))[0]).toBe("weights");
  });

  test.each(five)("%s: every opportunity's path exists in the graph, step by step, each with a source", async (id) => {
    const found = await opportunitiesOf(id, "&limit=100");
    expect(found.opportunities.length).toBeGreaterThan(5);
    const links = found.opportunities.flatMap(({ path }) => path.links);
    const there = await store.read(
      {
        name: "linksThatAreThere",
        cypher:
          "UNWIND $ids AS id MATCH (a:Entity {id: id.from})-[r]->(b:Entity {id: id.to}) WHERE r.id = id.link RETURN r.id AS id",
        row: z.object({ id: z.string() }),
      },
      { ids: links.map((link) => ({ from: link.from, to: link.to, link: link.id })) },
    );
    expect(there).toHaveLength(links.length);
    for (const { path, asker, question, offer, from, reasons, score, steps } of found.opportunities) {
      const passed = path.nodes.map((node) => node.id);
      expect(passed[0]).toBe(asker.id);
      expect(passed.at(-1)).toBe(from.id);
      expect(passed).toContain(question.id);
      expect(passed).toContain(offer.id);
      expect(steps).toHaveLength(path.links.length);
      expect(
        path.links.every((link, at) => [link.from, link.to].every((end) => [passed[at], passed[at + 1]].includes(end))),
      ).toBe(true);
      expect(reasons.reduce((sum, { amount }) => sum + amount, 0)).toBe(score);
    }
  });

  test.each(five)("%s: a reason says whether it rests on a source, as its factors do", async (id) => {
    const reasons = (await peers(id)).peers.flatMap((one) => one.reasons).filter(({ restsOn }) => restsOn);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { restsOn, factors } of reasons)
      expect(restsOn === "stated").toBe(!factors.some(({ name, value }) => name === "basis" && value < 1));
  });

  test("the scale is that of the strongest match, whoever is looked at", async () => {
    const scale = await answer(app, scaleRoute, "/api/scale");
    const { nodes } = await answer(app, nodesRoute, "/api/nodes?kinds=institution");
    const best = await Promise.all(nodes.map(async ({ id }) => (await peers(id)).peers[0]?.score ?? 0));
    expect(Math.max(...best)).toBe(scale.peers);
    const [first] = (await answer(app, allOpportunitiesRoute, "/api/opportunities?limit=1")).opportunities;
    expect(first?.score).toBe(scale.opportunities);
    expect(nodes.find(({ id }) => id === "institution:rijn-ijssel")?.sector).toBe("mbo");
  });

  test("opportunities of one asker are those of its own list", async () => {
    const [asker] = five;
    const all = await answer(app, allOpportunitiesRoute, `/api/opportunities?asker=${asker}&limit=200`);
    const own = await opportunitiesOf(asker as string, "&limit=100");
    expect(all.all).toBe(own.opportunities.length + own.left);
    expect(all.opportunities.slice(0, 5).map(({ id }) => id)).toStrictEqual(own.opportunities.slice(0, 5).map(({ id }) => id));
  });

  test.each(five)("%s: lists in short name the first reasons, and lead to the rest of them", async (id) => {
    const inShort = await answer(app, peersRoute, `/api/institutions/${id}/peers?limit=20&off=age&themes=2`);
    const whole = await peers(id, "&off=age&themes=2");
    expect(inShort.sources).toStrictEqual([]);
    for (const [at, listed] of inShort.peers.entries()) {
      const { reasons, rest, on, more, ...head } = PeerInShort.parse(listed);
      const { reasons: full, ...fullHead } = whole.peers[at] as Peer;
      expect(head).toStrictEqual(fullHead);
      expect(reasons).toStrictEqual(full.slice(0, 3).map((reason) => ReasonInShort.parse(reason)));
      expect(sumOf(reasons) + rest.amount).toBe(head.score);
      expect(on).toContain(id);
      const { peer } = await answer(app, whyNotRoute, more);
      expect(peer?.score).toBe(head.score);
      expect(peer?.reasons).toHaveLength(reasons.length + rest.count);
      expect(peer?.reasons.slice(0, 3).map((reason) => ReasonInShort.parse(reason))).toStrictEqual(reasons);
    }

    const chances = await answer(app, opportunitiesRoute, `/api/institutions/${id}/opportunities?products=2&limit=12`);
    const told = await opportunitiesOf(id, "&products=2&limit=12");
    for (const [at, listed] of chances.opportunities.entries()) {
      const { reasons, rest, more, ...head } = OpportunityInShort.parse(listed);
      const full = told.opportunities[at] as Opportunity;
      expect(full).toMatchObject(head);
      expect(reasons).toStrictEqual(full.reasons.slice(0, 3).map((reason) => ReasonInShort.parse(reason)));
      expect([reasons.length + rest.count, sumOf(reasons) + rest.amount]).toStrictEqual([full.reasons.length, head.score]);
      const alone = await answer(app, opportunitiesRoute, more);
      expect(alone.opportunities).toStrictEqual([full]);
    }
  });

  test("leads to longer lists for as long as there is more", async () => {
    const start = "/api/institutions/institution:summa-college/peers";
    const seen: number[] = [];
    let last = await answer(app, peersRoute, `${start}?limit=5&questions=2`);
    while (last.more !== undefined && seen.length < 10) {
      seen.push(last.peers.length);
      const next = await answer(app, peersRoute, last.more);
      expect(next.peers.slice(0, last.peers.length)).toStrictEqual(last.peers);
      last = next;
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(last.left).toBe(0);
    const short = await answer(app, portraitRoute, "/api/institutions/institution:summa-college/portrait");
    expect([short.proud.length, short.ranInto.length].every((count) => count <= 7)).toBe(true);
    const whole = await answer(app, portraitRoute, short.more ?? "");
    expect(whole.more).toBeUndefined();
    for (const part of ["proud", "yielded", "ranInto"] as const) {
      expect(whole[part]).toHaveLength(short[part].length + short.left[part]);
      expect(whole[part]).toEqual(expect.arrayContaining(short[part]));
    }
  });

  test("finds that Mediacollege can learn of self-regulation from Summa, and Summa of Teams from Mediacollege", async () => {
    const learn = async (id: string, from: string) =>
      (await answer(app, opportunitiesRoute, `/api/institutions/${id}/opportunities?from=${from}`)).opportunities.map(
        ({ offer }) => offer.id,
      );
    expect(await learn("institution:mediacollege-amsterdam", "institution:summa-college")).toContain(
      "product:opdrachtenwaaier-zelfregulatie",
    );
    const [first] = await learn("institution:summa-college", "institution:mediacollege-amsterdam");
    expect(first).toBe("product:teams-leeromgeving-ma");
  });

  test("lists opportunities of the whole network, by theme, network, kind and basis", async () => {
    const all = async (query: string) =>
      (await answer(app, allOpportunitiesRoute, `/api/opportunities?limit=200&reasons=all&${query}`)).opportunities.map((one) =>
        Opportunity.parse(one),
      );
    const vr = await all("theme=theme:virtual-reality&kinds=product");
    expect(vr.length).toBeGreaterThan(2);
    expect(new Set(vr.map(({ offer }) => offer.kind))).toStrictEqual(new Set(["product"]));
    const labs = await all("network=network:werkgroep-learning-labs");
    const members = new Set([
      "institution:aventus",
      "institution:graafschap-college",
      "institution:rijn-ijssel",
      "institution:yuverta",
      "institution:han",
    ]);
    expect(labs.length).toBeGreaterThan(0);
    expect(labs.every(({ asker, from }) => members.has(asker.id) && members.has(from.id))).toBe(true);
    const stated = await all("basis=stated");
    expect(stated.every(({ path }) => path.links.every(({ basis }) => basis === "stated"))).toBe(true);
  });

  test("names everyone who asks the same with one opportunity, and keeps the best of each question, when asked to", async () => {
    const network = "/api/opportunities?limit=200&kinds=activity";
    const plain = await answer(app, allOpportunitiesRoute, network);
    const folded = await answer(app, allOpportunitiesRoute, `${network}&fold=asker`);
    const names = (list: typeof plain.opportunities) =>
      list
        .flatMap(({ asker, others, question, offer, from }) =>
          [asker, ...others.map((other) => other.asker)].map(({ id }) => `${id} ${question.id} ${offer.id} ${from.id}`),
        )
        .sort();
    expect([plain.left, folded.left]).toStrictEqual([0, 0]);
    expect(folded.opportunities.length).toBeLessThan(plain.opportunities.length);
    expect(names(folded.opportunities)).toStrictEqual(names(plain.opportunities));
    expect(folded.all).toBe(plain.opportunities.length);
    expect(plain.opportunities.every(({ others }) => others.length === 0)).toBe(true);

    const one = "/api/institutions/institution:graafschap-college/opportunities?limit=100";
    const whole = await answer(app, opportunitiesRoute, one);
    const two = await answer(app, opportunitiesRoute, `${one}&perQuestion=2`);
    const perQuestion = new Map<string, string[]>();
    for (const { question, id } of whole.opportunities)
      perQuestion.set(question.id, [...(perQuestion.get(question.id) ?? []), id]);
    expect(two.questions).toStrictEqual(whole.questions);
    expect(two.questions.map(({ question, count }) => [question.id, count])).toStrictEqual(
      [...perQuestion].map(([question, ids]) => [question, ids.length]),
    );
    const kept = new Set([...perQuestion.values()].flatMap((ids) => ids.slice(0, 2)));
    expect(two.opportunities).toStrictEqual(whole.opportunities.filter(({ id }) => kept.has(id)));
    expect(two.left).toBe(whole.opportunities.length - two.opportunities.length);
    expect((await answer(app, opportunitiesRoute, two.more ?? "")).opportunities).toStrictEqual(whole.opportunities);
  });

  test("tells an institution's story with counts that are true", async () => {
    const summa = await answer(app, portraitRoute, "/api/institutions/institution:summa-college/portrait?lines=all");
    expect(summa.summary[0]?.nl).toBe("Summa College is een mbo-instelling in Eindhoven.");
    const count = async (pattern: string) => {
      const query = { name: "count", cypher: `MATCH ${pattern} RETURN count(DISTINCT x) AS n`, row: z.object({ n: z.number() }) };
      return (await store.read(query, {}))[0]?.n;
    };
    const institution = "(:Institution {id: 'institution:summa-college'})";
    const asked = await count(`(x:Question)<-[:ASKS]-(who)-[:PART_OF*0..3]->${institution}`);
    expect(summa.ranInto).toHaveLength(asked ?? -1);
    expect(summa.summary[1]?.nl).toContain(`${asked} vraagstukken, 4 teams`);
    expect(summa.unknown.map(({ nl }) => nl)).toContain(
      "We kennen geen opbrengsten van Summa College zelf, alleen die van waar het aan meedoet.",
    );
    const kw1c = await answer(app, portraitRoute, "/api/institutions/institution:koning-willem-i-college/portrait?lines=all");
    expect(kw1c.proud.find(({ node }) => node.id === "product:reflectietoolbox")?.sentence.nl).toBe(
      "Koning Willem I College maakte het product “Reflectietoolbox”. Bij Koning Willem I College is dat via ROC De Leijgraaf (hoort daarbij).",
    );
  });

  test("compares the five in a matrix whose largest block is the three common questions", async () => {
    const found = await answer(app, overlapRoute, `/api/overlap?show=shared&institutions=${five.join(",")}`);
    expect(found.institutions.map(({ id }) => id).sort()).toStrictEqual(five);
    expect(found.rows.map(({ id }) => id).sort()).toStrictEqual(
      ["doorontwikkeling-producten", "inbedding-gpl", "inzet-ruimtes", "labs-verduurzamen"].map((name) => `question:${name}`),
    );
    expect(found.cells).toHaveLength(3 * 5 + 2);
    expect(found.rows.at(-1)?.id).toBe("question:labs-verduurzamen"); // the block stands above it
    expect(found.sentence.nl).toMatch(/delen 3 vragen: “Hoe .*” en “Hoe .*”$/);
    expect(found.shared[0]?.institutions).toHaveLength(5);
  });

  test("shows the gaps that a query in Cypher counts", async () => {
    const { gaps } = await answer(app, gapsRoute, "/api/gaps");
    const count = async (cypher: string) => {
      const rows = await store.read({ name: "count", cypher, row: z.object({ id: z.string() }) }, {});
      return new Set(rows.map(({ id }) => id));
    };
    const shown = (name: string) => new Set<string>(gaps.find((gap) => gap.name === name)?.items.map(({ node }) => node.id));
    expect(shown("unanswered-questions")).toStrictEqual(
      await count("MATCH (q:Question) WHERE NOT EXISTS { MATCH (q)<-[:ADDRESSES]-() } RETURN q.id AS id"),
    );
    expect(shown("unanswered-questions").size).toBe(35);
    expect(shown("unused-products")).toStrictEqual(
      await count("MATCH (p:Product) WHERE NOT EXISTS { MATCH (p)-[:USED_AT]->() } RETURN p.id AS id"),
    );
    const asking = await store.read(
      {
        name: "asking",
        row: z.object({ theme: z.string(), institution: z.string() }),
        cypher: `
          MATCH (i:Institution)<-[:PART_OF*0..4]-(who)-[:ASKS]->(:Question)-[:ABOUT]->(t:Theme)
          WHERE NOT EXISTS { MATCH (i)-[:PART_OF]->(:Institution) } RETURN DISTINCT t.id AS theme, i.id AS institution
          UNION
          MATCH (i:Institution)<-[:PART_OF*0..2]-(:Institution)-[:PARTICIPATES_IN]->(:Team)-[:ASKS]->(:Question)-[:ABOUT]->(t:Theme)
          WHERE NOT EXISTS { MATCH (i)-[:PART_OF]->(:Institution) } RETURN DISTINCT t.id AS theme, i.id AS institution`,
      },
      {},
    );
    const askers = new Map<string, Set<string>>();
    for (const { theme, institution } of asking) askers.set(theme, (askers.get(theme) ?? new Set()).add(institution));
    const alone = [...askers].filter(([, who]) => who.size === 1);
    expect(shown("themes-at-one")).toStrictEqual(new Set(alone.map(([theme]) => theme)));
    for (const id of shown("without-peers")) expect((await peers(id)).peers).toStrictEqual([]);
    expect(shown("without-peers").has("institution:summa-college")).toBe(false);
  });

  test("matches a question in one's own words, with reasons that add up", async () => {
    const match = (text: string, language: string) =>
      answer(app, matchRoute, { method: "POST", url: "/api/questions/match", payload: { text, language } });
    const dutch = await match("Het lab staat er mooi bij maar niemand gebruikt het, wat nu?", "nl");
    expect(dutch.matches.slice(0, 3).map(({ question }) => question.id)).toContain("question:bestendigen-technologie");
    // The example on the page itself: about a lab that goes on being used, not about health care (zorg) or teachers at large.
    const example = await match("hoe zorg ik dat docenten het leerlab blijven gebruiken?", "nl");
    expect(new Set(example.matches.slice(0, 4).map(({ question }) => question.id))).toStrictEqual(
      new Set(
        ["labs-verduurzamen", "bestendigen-technologie", "inzet-ruimtes", "betrokkenheid-lab"].map((slug) => `question:${slug}`),
      ),
    );
    const english = await match("How can VR help students in safety training?", "en");
    expect(english.matches[0]?.question.id).toBe("question:vr-leerproces");
    expect(english.matches[0]?.askedBy.map(({ id }) => id)).toStrictEqual(["institution:landstede-mbo"]);
    expect(english.matches[0]?.addressedBy.map(({ id }) => id)).toStrictEqual(["product:xr-programma-landstede"]);
    for (const { score, reasons } of [...dutch.matches, ...english.matches])
      expect(reasons.reduce((sum, { amount }) => sum + amount, 0)).toBe(score);
    expect((await match("xyzzy", "nl")).matches).toStrictEqual([]);
  });

  test("names what is wrong with a request", async () => {
    const problem = async (url: string) => {
      const [status, body] = await ask(app, url);
      const { code, fields } = z
        .looseObject({ code: z.string(), fields: z.array(z.object({ field: z.string() })).default([]) })
        .parse(body);
      return [status, code, ...fields.map(({ field }) => field)];
    };
    expect(await problem("/api/institutions/institution:nergens/peers")).toStrictEqual([
      404,
      "NODE_NOT_FOUND",
      "institution:nergens",
    ]);
    expect(await problem("/api/institutions/theme:ai/peers")).toStrictEqual([400, "INVALID_REQUEST", "params/id"]);
    expect(await problem("/api/institutions/theme:ai/portrait")).toStrictEqual([400, "INVALID_REQUEST", "params/id"]);
    expect(await problem("/api/institutions/institution:summa-college/peers/theme:ai")).toStrictEqual([
      400,
      "INVALID_REQUEST",
      "params/other",
    ]);
    expect(await problem("/api/institutions/institution:summa-college/opportunities?question=theme:ai")).toStrictEqual([
      400,
      "INVALID_REQUEST",
      "query/question",
    ]);
    expect(await problem("/api/opportunities?theme=network:gpa")).toStrictEqual([400, "INVALID_REQUEST", "query/theme"]);
    expect(await problem("/api/overlap?institutions=")).toStrictEqual([400, "INVALID_REQUEST", "query/institutions"]);
    expect(await problem("/api/opportunities?themes=")).toStrictEqual([400, "INVALID_REQUEST", "query/themes"]);
    expect(await problem("/api/overlap?institutions=institution:nergens")).toStrictEqual([
      404,
      "NODE_NOT_FOUND",
      "institution:nergens",
    ]);
    expect(await problem("/api/institutions/institution:summa-college/peers?questions=4")).toStrictEqual([
      400,
      "INVALID_REQUEST",
      "query/questions",
    ]);
  });
});
