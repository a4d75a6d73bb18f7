import { kindOf, NodeId } from "../../model/graph.ts";
import type { LinkKind } from "../../model/kinds.ts";
import { indexGraph } from "../../server/analysis/graph/graph-builder.ts";
import type { IndexedLink, IndexedNode } from "../../server/analysis/graph/graph-index.ts";
import { allAtOnce } from "../../server/analysis/graph/steps.ts";
import { rankPeers } from "../../server/analysis/peers/score.ts";
import { profilesInSteps } from "../../server/analysis/profile/profiles.ts";
import type { NodeTexts } from "../../server/analysis/text/vocabulary.ts";
import { plainBm25 } from "./baselines.ts";
import { byCompany, byLikeness, byPeers, byThemes, heldOut, linksOfKind, type Measure, similarities, together } from "./links.ts";
import { Searched } from "./searched.ts";
import { readSeed, type SeedGraph } from "./seed.ts";
import { attendance, groupOf } from "./southern-women.ts";
import { type Asked, askAll, half, mean, recall } from "./words.ts";

const percent = (value: number) => value.toFixed(3);
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);
const head = (...cells: readonly string[]) => {
  row(...cells);
  row(...cells.map(() => "---"));
};

function reportWords(seed: SeedGraph): void {
  const { searches, questions } = askAll(seed);
  console.log(`\n## Words: ${searches.length} searches, ${questions.length} questions in own words\n`);
  head("half", "what", "number", "ours", "plain BM25");
  const line = (name: string, what: string, asked: readonly Asked[], k: number) =>
    row(
      name,
      what,
      asked.length,
      percent(mean(asked.map((one) => recall(one, one.found, k)))),
      percent(mean(asked.map((one) => recall(one, one.plain, k)))),
    );
  for (const [name, odd] of [
    ["tuned on", 0],
    ["kept apart at first", 1],
  ] as const) {
    line(name, "searches, recall@5", half(searches, odd), 5);
    line(name, "questions, recall@3", half(questions, odd), 3);
  }
  // The same with nothing but the names that nodes go by first: what the list of other names adds.
  const bare = askAll({ ...seed, nodes: seed.nodes.map((node) => ({ ...node, otherNames: [] })) });
  line("kept apart at first, without other names", "searches, recall@5", half(bare.searches, 1), 5);
  line("kept apart at first, without other names", "questions, recall@3", half(bare.questions, 1), 3);
  const fresh = askAll(seed, "fresh.json");
  line("written later, then tuned on", "searches, recall@5", fresh.searches, 5);
  line("written later, then tuned on", "questions, recall@3", fresh.questions, 3);
  const blind = askAll(seed, "blind.json");
  for (const [name, odd] of [
    ["written blind, tuned on", 0],
    ["written blind, kept apart", 1],
  ] as const) {
    line(name, "searches, recall@5", half(blind.searches, odd), 5);
    line(name, "questions, recall@3", half(blind.questions, odd), 3);
  }
  line("written as people say it, kept apart", "questions, recall@3", askAll(seed, "natural.json").questions, 3);
}

const factLink = ({ from, kind, to, evidence, properties }: SeedGraph["links"][number]): IndexedLink => ({
  from,
  kind,
  to,
  derived: evidence.every(({ basis }) => basis === "derived"),
  contested: properties?.conflict !== undefined,
  ...(typeof properties?.until === "number" && { lastYear: properties.until }),
});

const factNode = ({ id, name, nameEn }: NodeTexts): IndexedNode => ({ id, kind: kindOf(id), name, nameEn, contested: false });

/** Ranks by the words alone. */
function byWords(nodes: readonly NodeTexts[], rank: (text: string) => readonly NodeId[]): Measure {
  const texts = new Map(nodes.map((node) => [node.id, `${node.name} ${node.description}`]));
  return (_, hidden, candidates) => {
    const found = rank(texts.get(hidden.from) ?? "");
    const places = new Map(found.map((id, place) => [id, 1 / (place + 1)]));
    return new Map(candidates.map((id) => [id, places.get(id) ?? 0]));
  };
}

function reportLinks(seed: SeedGraph): void {
  const nodes = seed.nodes.map(factNode);
  const links = seed.links.map(factLink);
  const searched = new Searched(seed.nodes, seed.synonyms);
  const ofKind = (kind: string) => seed.nodes.filter(({ id }) => kindOf(id) === kind);
  const questions = searched.questions(ofKind("question"), () => []);
  const ourQuestions = byWords(seed.nodes, (text) => searched.match(text, questions, "nl", 100));
  const ourThemes = byWords(seed.nodes, (text) => searched.search(text, ({ id }) => kindOf(id) === "theme"));
  const plain = (kind: string) => byWords(seed.nodes, plainBm25(ofKind(kind)));
  const sets: readonly { kind: LinkKind; from?: string; ours: Measure; target: string }[] = [
    { kind: "ASKS", from: "institution", target: "question", ours: together(byPeers(nodes), byCompany, ourQuestions) },
    { kind: "ABOUT", target: "theme", ours: together(ourThemes, byLikeness(likeness("Adamic–Adar"))) },
    { kind: "ADDRESSES", target: "question", ours: together(byThemes(nodes), ourQuestions) },
  ];
  console.log("\n## Held-out links on the real data: mean reciprocal rank, and share among the first ten\n");
  head("links", "number", "measure", "MRR", "hits@10");
  for (const { kind, from, ours, target } of sets) {
    const hide = linksOfKind(links, kind, from);
    const alone = kind === "ASKS" ? { "our peer score alone": byPeers(nodes) } : {};
    const measures: Readonly<Record<string, Measure>> = { ours, ...alone, ...likenesses(), "plain BM25": plain(target) };
    for (const [name, measure] of Object.entries(measures)) {
      const { mrr, hits } = heldOut(nodes, links, hide, measure);
      row(kind, hide.length, name, percent(mrr), percent(hits));
    }
  }
}

const likeness = (name: string) => similarities[name] ?? (() => 0);
const likenesses = () =>
  Object.fromEntries(Object.entries(similarities).map(([name, similarity]) => [name, byLikeness(similarity)]));

function southernWomen(): { nodes: IndexedNode[]; links: IndexedLink[] } {
  const node = (id: string): IndexedNode => ({
    id: NodeId.parse(id),
    kind: kindOf(NodeId.parse(id)),
    name: id,
    nameEn: id,
    contested: false,
  });
  const two = (number: number) => String(number).padStart(2, "0");
  const women = attendance.map((_, woman) => node(`institution:w${two(woman + 1)}`));
  const events = Array.from({ length: 14 }, (_, event) => node(`activity:e${two(event + 1)}`));
  const links = attendance.flatMap((went, woman) =>
    went.map(
      (event): IndexedLink => ({
        from: NodeId.parse(`institution:w${two(woman + 1)}`),
        kind: "PARTICIPATES_IN",
        to: NodeId.parse(`activity:e${two(event)}`),
        derived: false,
        contested: false,
      }),
    ),
  );
  return { nodes: [...women, ...events], links };
}

function reportWomen(): void {
  const { nodes, links } = southernWomen();
  console.log(`\n## Held-out links on Southern Women (18 × 14, ${links.length} attendances)\n`);
  head("measure", "MRR", "hits@3");
  for (const [name, measure] of Object.entries({ ours: byPeers(nodes), ...likenesses() })) {
    const { mrr, hits } = heldOut(nodes, links, links, measure, 3);
    row(name, percent(mrr), percent(hits));
  }
  const profiles = allAtOnce(profilesInSteps(indexGraph(nodes, links)));
  const scoring = { questions: 1, themes: 1, products: 1, spaces: 1, networks: 1, activities: 1, outcomes: 1, off: [] };
  const firsts = [...profiles.institutions.rows()].map((woman) => ({
    woman,
    first: rankPeers(profiles, woman, scoring)[0]?.institution,
  }));
  const counted = firsts.filter(({ woman }) => groupOf(woman) !== "both");
  const same = counted.filter(
    ({ woman, first }) => first !== undefined && (groupOf(first) === "both" || groupOf(first) === groupOf(woman)),
  );
  console.log(`\nThe first peer is of the same known group for ${same.length} of ${counted.length} women.`);
}

const seed = readSeed();
console.log("# Evaluation");
reportWords(seed);
reportLinks(seed);
reportWomen();
